// What somebody with a link sees: one sheet without an account; for oneself, after it, the result and an appeal.
import { Alert, Button, Input, Table, Tag } from "antd";
import { useEffect, useState } from "react";
import type { InvitedSheet } from "../../sim-server/protocol/assessment.ts";
import { Kit } from "../look/kit.tsx";
import { Mark } from "../look/mark.tsx";
import { useDateAndTime } from "../record/time.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import { Field } from "./field.tsx";
import { type Given, keyOf, SheetForm, stepWord } from "./sheet-form.tsx";
import "./words.ts";
import "../look/kit.css";
import "./rating.css";

export default function RatePage() {
  const c = useWords("common");
  return (
    <Kit ground="paper">
      <header className="bar">
        <Mark />
        <span className="bar-name">{c("product")}</span>
        <span className="bar-end">
          <LanguageSwitch />
        </span>
      </header>
      <main className="rate-page">
        <Invited token={window.location.hash.slice(1)} />
      </main>
    </Kit>
  );
}

function Invited({ token }: { token: string }) {
  const t = useWords("ratings");
  const errorWords = useErrorWords();
  const [sheet, setSheet] = useState<InvitedSheet | null>(null);
  const [thanked, setThanked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (token === "") return;
    void deskApi.invited(token).then((reply) => {
      if (reply.ok) setSheet(reply.value);
      setProblem(reply.ok ? null : reply.code);
    });
  }, [token]);
  if (token === "") return <Alert type="warning" showIcon title={t("rate.noToken")} />;
  if (thanked)
    return (
      <section className="notice">
        <h1>{t("rate.thanks")}</h1>
        <p>{t("rate.thanksMore")}</p>
      </section>
    );
  return (
    <>
      {problem !== null && <Alert type="error" showIcon title={errorWords(problem)} />}
      {sheet?.state === "open" && (
        <Open
          token={token}
          sheet={sheet}
          onProblem={setProblem}
          onSent={(next) => (next ? setSheet(next) : setThanked(true))}
        />
      )}
      {sheet?.state === "done" && <Done token={token} sheet={sheet} onSheet={setSheet} onProblem={setProblem} />}
    </>
  );
}

type OpenProps = {
  token: string;
  sheet: InvitedSheet;
  onProblem: (code: string | null) => void;
  onSent: (next: InvitedSheet | null) => void;
};

function Open({ token, sheet, onProblem, onSent }: OpenProps) {
  const t = useWords("ratings");
  const text = useText();
  const when = useDateAndTime();
  const [name, setName] = useState("");
  const [remark, setRemark] = useState("");
  const [given, setGiven] = useState<Given>({});
  const [busy, setBusy] = useState(false);
  const rated = Object.keys(given).length;
  const send = async () => {
    setBusy(true);
    const reply = await deskApi.send({ token, name: name.trim(), marks: Object.values(given), remark: remark.trim() });
    setBusy(false);
    onProblem(reply.ok ? null : reply.code);
    if (reply.ok) onSent("items" in reply.value ? reply.value : null);
  };
  return (
    <>
      <h1>{t("rate.title")}</h1>
      <p>{t("rate.lead", { source: t(`source.${sheet.source}`), unit: sheet.unit })}</p>
      <p>
        <b>{text(sheet.title)}</b> · {when(sheet.startedAtMs)} ·{" "}
        {t("rate.about", { who: sheet.about === "" ? t("team") : sheet.aboutName })}
      </p>
      <p className="quiet">{t("rate.until", { when: when(sheet.expiresAtMs) })}</p>
      <SheetForm
        items={sheet.items}
        given={given}
        onGive={(mark) => setGiven((known) => ({ ...known, [keyOf(mark)]: mark }))}
      />
      <div className="rating-row">
        <Field label={t("mine.remark")} grow>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              value={remark}
              maxLength={2000}
              onChange={(event) => setRemark(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="sheet-end">
        <Field label={t("rate.name")}>
          {(id) => (
            <Input
              id={id}
              value={name}
              maxLength={40}
              style={{ width: 180 }}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" loading={busy} disabled={name.trim() === "" || rated === 0} onClick={() => void send()}>
          {t("rate.send")}
        </Button>
        <span role="status">{t("mine.progress", { n: rated, all: sheet.items.length })}</span>
      </div>
    </>
  );
}

type DoneProps = {
  token: string;
  sheet: InvitedSheet;
  onSheet: (sheet: InvitedSheet) => void;
  onProblem: (code: string | null) => void;
};

function Done({ token, sheet, onSheet, onProblem }: DoneProps) {
  const t = useWords("ratings");
  const text = useText();
  const [item, setItem] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const appeal = async () => {
    if (item === null) return;
    const reply = await deskApi.invitedAppeal({ token, item, text: words.trim() });
    onProblem(reply.ok ? null : reply.code);
    if (!reply.ok) return;
    onSheet(reply.value);
    setItem(null);
    setWords("");
  };
  return (
    <>
      <h1>{t("rate.results")}</h1>
      <p className="quiet">{text(sheet.title)}</p>
      <Table
        size="small"
        pagination={false}
        rowKey="task"
        dataSource={[...(sheet.results ?? [])]}
        columns={[
          { title: t("scores.task"), render: (_, one) => text(one.title) },
          { title: t("rate.own"), width: 80, render: (_, one) => (one.own === null ? "—" : stepWord("task", one.own)) },
          { title: t("rate.automatic"), width: 80, render: (_, one) => <b>{one.rating}</b> },
          { title: "", render: (_, one) => text(one.reason) },
          {
            title: "",
            width: 110,
            render: (_, one) => {
              const made = sheet.appeals.find((each) => each.item === one.task);
              if (made) return <Tag>{t(`appeals.${made.verdict ?? "waiting"}`)}</Tag>;
              return (
                <Button size="small" onClick={() => setItem(one.task)}>
                  {t("rate.appeal")}
                </Button>
              );
            },
          },
        ]}
      />
      {item !== null && (
        <section>
          <h2>{text(sheet.results?.find(({ task }) => task === item)?.title ?? { zh: item, en: item })}</h2>
          <Input.TextArea
            rows={3}
            aria-label={t("appeals.text")}
            placeholder={t("rate.appealHint")}
            value={words}
            maxLength={2000}
            onChange={(event) => setWords(event.target.value)}
          />
          <div className="rating-row">
            <Button type="primary" disabled={words.trim() === ""} onClick={() => void appeal()}>
              {t("appeals.send")}
            </Button>
          </div>
        </section>
      )}
      {sheet.appeals.map((one) => (
        <p key={one.number}>
          <Tag>{t(`appeals.${one.verdict ?? "waiting"}`)}</Tag> {one.text} {one.answer && <b>→ {one.answer}</b>}
        </p>
      ))}
    </>
  );
}
