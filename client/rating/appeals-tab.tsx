// Appeals and their answers, both for good.
import { App, Button, Input, Select, Tag } from "antd";
import { useState } from "react";
import type { Appeal } from "../../sim-server/protocol/assessment.ts";
import { useNames } from "../record/sentence.ts";
import { useDateAndTime } from "../record/time.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import { Field } from "./field.tsx";
import type { TabProps } from "./ratings-page.tsx";

export function AppealsTab(props: TabProps) {
  const t = useWords("ratings");
  const text = useText();
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const { detail, assessment, onChange } = props;
  const tasks = detail.briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
  const [item, setItem] = useState(tasks[0]?.id ?? "");
  const [by, setBy] = useState(detail.row.people[0] ?? "");
  const [words, setWords] = useState("");
  const add = async () => {
    const reply = await deskApi.appeal(detail.row.runId, { item, by: by.trim(), text: words.trim() });
    if (!reply.ok) return void message.error(errorWords(reply.code));
    setWords("");
    onChange(reply.value);
  };
  return (
    <>
      <p className="lead">
        {t("appeals.lead")} {t("appeals.hint")}
      </p>
      {assessment.appeals.length === 0 && <p className="quiet">{t("appeals.none")}</p>}
      {assessment.appeals.map((appeal) => (
        <One key={appeal.number} appeal={appeal} {...props} />
      ))}
      <h2>{t("appeals.add")}</h2>
      <div className="rating-row">
        <Field label={t("appeals.item")}>
          {(id) => (
            <Select
              id={id}
              aria-label={t("appeals.item")}
              value={item}
              onChange={setItem}
              style={{ minWidth: 260 }}
              options={tasks.map((task) => ({ value: task.id, label: text(task.title) }))}
            />
          )}
        </Field>
        <Field label={t("appeals.by")}>
          {(id) => <Input id={id} value={by} maxLength={40} onChange={(event) => setBy(event.target.value)} />}
        </Field>
      </div>
      <Input.TextArea
        rows={3}
        aria-label={t("appeals.text")}
        placeholder={t("rate.appealHint")}
        value={words}
        maxLength={2000}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="rating-row">
        <Button type="primary" disabled={words.trim() === "" || by.trim() === ""} onClick={() => void add()}>
          {t("appeals.send")}
        </Button>
      </div>
    </>
  );
}

function One({ appeal, detail, onChange }: TabProps & { appeal: Appeal }) {
  const t = useWords("ratings");
  const when = useDateAndTime();
  const names = useNames(detail.briefing);
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const [answer, setAnswer] = useState("");
  const send = async (verdict: "upheld" | "rejected") => {
    const reply = await deskApi.answer(detail.row.runId, appeal.number, { verdict, answer: answer.trim() });
    if (reply.ok) onChange(reply.value);
    else void message.error(errorWords(reply.code));
  };
  return (
    <section className="sheet-item">
      <p>
        <b>{names.what("task", appeal.item)}</b>{" "}
        <Tag color={appeal.verdict === null ? "processing" : appeal.verdict === "upheld" ? "success" : "default"}>
          {t(`appeals.${appeal.verdict ?? "waiting"}`)}
        </Tag>
        <span className="quiet">
          {appeal.by} · {when(appeal.atMs)}
        </span>
      </p>
      <p>{appeal.text}</p>
      {appeal.verdict !== null && appeal.answeredAtMs !== null && (
        <p>
          <span className="quiet">
            {t("appeals.answered", { who: appeal.answeredBy ?? "", when: when(appeal.answeredAtMs) })}
          </span>{" "}
          {appeal.answer}
        </p>
      )}
      {appeal.verdict === null && (
        <div className="rating-row">
          <Input.TextArea
            rows={2}
            aria-label={t("appeals.answer")}
            placeholder={t("appeals.answer")}
            value={answer}
            maxLength={2000}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <Button disabled={answer.trim() === ""} onClick={() => void send("upheld")}>
            {t("appeals.uphold")}
          </Button>
          <Button disabled={answer.trim() === ""} onClick={() => void send("rejected")}>
            {t("appeals.reject")}
          </Button>
        </div>
      )}
    </section>
  );
}
