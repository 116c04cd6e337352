// At the second shown: a bookmark, or a new run from here that people join by its own code.
import { App, Button, Input, Popconfirm, Popover, Tag } from "antd";
import { useEffect, useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { Bookmark } from "../../sim-server/protocol/branching.ts";
import { useMe } from "../account/signed-in.tsx";
import { clockOf, spacedCode } from "../record/time.ts";
import { go } from "../route.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import "./words.ts";

type Props = { detail: RunDetail; tick: number; onSeek: (tick: number) => void };

export function MomentTools({ detail, tick, onSeek }: Props) {
  const t = useWords("branching");
  const errorWords = useErrorWords();
  const { message, modal } = App.useApp();
  const me = useMe();
  const [marks, setMarks] = useState<readonly Bookmark[]>([]);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const { runId, state } = detail.row;
  useEffect(() => {
    void deskApi.bookmarks(runId).then((reply) => reply.ok && setMarks(reply.value));
  }, [runId]);
  const add = async () => {
    const reply = await deskApi.addBookmark(runId, { tick, text: text.trim() });
    if (!reply.ok) return void message.error(errorWords(reply.code));
    setMarks(reply.value);
    setText("");
    setOpen(false);
  };
  const remove = async (number: number) => {
    const reply = await deskApi.removeBookmark(runId, number);
    if (reply.ok) setMarks(reply.value);
  };
  const fork = async () => {
    const reply = await deskApi.fork(runId, { tick });
    if (!reply.ok) return void message.error(errorWords(reply.code));
    const made = reply.value;
    modal.success({
      title: t("forked"),
      content: <b style={{ fontSize: 26 }}>{t("forkCode", { code: spacedCode(made.code) })}</b>,
      okText: t("toConsole"),
      closable: true,
      onOk: () => go(`/console/${encodeURIComponent(made.runId)}`),
    });
  };
  const maySteer = me?.roles.some((role) => role === "instructor" || role === "admin") ?? false;
  return (
    <div className="moment-tools">
      <Popover
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        content={
          <form
            style={{ display: "flex", gap: 8 }}
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== "") void add();
            }}
          >
            <Input
              aria-label={t("bookmarkText")}
              placeholder={t("bookmarkText")}
              value={text}
              maxLength={200}
              onChange={(event) => setText(event.target.value)}
            />
            <Button type="primary" htmlType="submit" disabled={text.trim() === ""}>
              {clockOf(tick)}
            </Button>
          </form>
        }
      >
        <Button size="small">⚑ {t("addBookmark")}</Button>
      </Popover>
      {state === "ended" && maySteer && (
        <Popconfirm title={t("forkSure", { time: clockOf(tick) })} onConfirm={() => void fork()}>
          <Button size="small">↺ {t("fork")}</Button>
        </Popconfirm>
      )}
      {marks.map((mark) => (
        <Tag
          key={mark.number}
          closable={{ "aria-label": `${t("remove")} ${mark.text}` }}
          onClose={(event) => {
            event.preventDefault();
            void remove(mark.number);
          }}
        >
          <button type="button" className="bookmark" onClick={() => onSeek(mark.tick)}>
            <b className="clock">{clockOf(mark.tick)}</b> {mark.text}
          </button>
        </Tag>
      ))}
    </div>
  );
}
