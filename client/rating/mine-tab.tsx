// The own sheet: opened for the team or one person, kept as a draft, submitted once.
import { Alert, App, Button, Input, Popconfirm, Select, Tag } from "antd";
import { useState } from "react";
import type { Mark, SheetView } from "../../sim-server/protocol/assessment.ts";
import { useDateAndTime } from "../record/time.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { Field } from "./field.tsx";
import type { TabProps } from "./ratings-page.tsx";
import { type Given, givenFrom, keyOf, SheetForm } from "./sheet-form.tsx";
import { useSubjects } from "./subject.ts";

export function MineTab(props: TabProps) {
  const t = useWords("ratings");
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const { detail, assessment, onChange } = props;
  const { options } = useSubjects(detail);
  const mine = assessment.sheets.filter((sheet) => sheet.mine);
  const left = options.filter(({ value }) => !mine.some(({ about }) => about === value));
  const [about, setAbout] = useState("");
  const chosen = left.some(({ value }) => value === about) ? about : (left[0]?.value ?? "");
  const others = assessment.sheets.filter((sheet) => !sheet.mine && sheet.doneAtMs !== null).length;
  const begin = async () => {
    const reply = await deskApi.openSheet(detail.row.runId, { about: chosen });
    if (reply.ok) onChange(reply.value);
    else void message.error(errorWords(reply.code));
  };
  const look = async () => {
    const reply = await deskApi.look(detail.row.runId);
    if (reply.ok) onChange(reply.value);
  };
  const open = mine.some(({ doneAtMs }) => doneAtMs === null);
  return (
    <>
      <p className="lead">{t("mine.lead")}</p>
      {assessment.withheld === "not-asked" && (
        <Alert
          type="info"
          showIcon
          title={t("withheld.not-asked", { n: others })}
          action={
            <Button size="small" onClick={() => void look()}>
              {t("withheld.look")}
            </Button>
          }
        />
      )}
      {mine.map((sheet) => (
        <Sheet key={sheet.sheetId} sheet={sheet} {...props} />
      ))}
      {!open && left.length > 0 && (
        <div className="rating-row">
          <Field label={t("mine.about")}>
            {(id) => (
              <Select
                id={id}
                value={chosen}
                onChange={setAbout}
                options={left}
                style={{ minWidth: 180 }}
                aria-label={t("mine.about")}
              />
            )}
          </Field>
          <Button type={mine.length === 0 ? "primary" : "default"} onClick={() => void begin()}>
            {t(mine.length === 0 ? "mine.open" : "mine.again")}
          </Button>
        </div>
      )}
    </>
  );
}

function Sheet({ sheet, detail, assessment, onChange }: TabProps & { sheet: SheetView }) {
  const t = useWords("ratings");
  const errorWords = useErrorWords();
  const when = useDateAndTime();
  const { message } = App.useApp();
  const { nameOf } = useSubjects(detail);
  const [given, setGiven] = useState<Given>(() => givenFrom(sheet.marks ?? []));
  const [remark, setRemark] = useState(sheet.remark);
  const done = sheet.doneAtMs !== null;
  const items = assessment.items[sheet.source].filter(({ kind }) => sheet.about === "" || kind === "marker");
  const rated = items.filter((item) => given[keyOf(item)] !== undefined).length;
  const save = async (finish: boolean) => {
    const marks: Mark[] = items.flatMap((item) => given[keyOf(item)] ?? []);
    const reply = await deskApi.saveSheet(detail.row.runId, sheet.sheetId, { marks, remark, done: finish });
    if (!reply.ok) return void message.error(errorWords(reply.code));
    if (!finish) void message.success(t("mine.saved"));
    onChange(reply.value);
  };
  return (
    <section aria-label={nameOf(sheet.about)}>
      <h2>
        {nameOf(sheet.about)}{" "}
        <Tag color={sheet.blind ? "success" : "warning"}>{t(sheet.blind ? "mine.blind" : "mine.notBlind")}</Tag>
        {sheet.doneAtMs !== null && <Tag>{t("mine.done", { when: when(sheet.doneAtMs) })}</Tag>}
      </h2>
      <SheetForm
        items={items}
        given={given}
        locked={done}
        onGive={(mark) => setGiven((known) => ({ ...known, [keyOf(mark)]: mark }))}
      />
      <Input.TextArea
        rows={2}
        aria-label={t("mine.remark")}
        placeholder={t("mine.remark")}
        value={remark}
        maxLength={2000}
        disabled={done}
        onChange={(event) => setRemark(event.target.value)}
      />
      {!done && (
        <div className="sheet-end">
          <Popconfirm
            title={t("mine.sure")}
            description={rated < items.length ? t("mine.left", { n: items.length - rated }) : undefined}
            onConfirm={() => void save(true)}
          >
            <Button type="primary" disabled={rated === 0}>
              {t("mine.submit")}
            </Button>
          </Popconfirm>
          <Button onClick={() => void save(false)}>{t("mine.save")}</Button>
          <span role="status">{t("mine.progress", { n: rated, all: items.length })}</span>
        </div>
      )}
    </section>
  );
}
