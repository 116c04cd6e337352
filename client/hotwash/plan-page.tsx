// The improvement plan of a run: what was found, what will be done, by whom, until when; edited and kept.
import { App, Button, Empty, Input, Select, Skeleton, Tag } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { PlanChange, PlanItem, PlanState } from "../../sim-server/protocol/improvement.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { useDateAndTime } from "../record/time.ts";
import { useErrorWords } from "../words/common.ts";
import { useLanguage, useWords } from "../words/language.ts";
import { planApi, reportAddress } from "./plan-api.ts";
import "./words.ts";
import "../look/kit.css";
import "./plan.css";

const STATES: readonly PlanState[] = ["open", "under-way", "done", "dropped"];

export default function PlanPage({ runId }: { runId: string }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Bar here="desk" />
        <Plan runId={runId} />
      </SignedIn>
    </Kit>
  );
}

function Plan({ runId }: { runId: string }) {
  const t = useWords("plan");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const [items, setItems] = useState<readonly PlanItem[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(async () => {
    const reply = await planApi.of(runId, language);
    if (reply.ok) setItems(reply.value.items);
    setProblem(reply.ok ? null : reply.code);
  }, [runId, language]);
  useEffect(() => {
    void look();
  }, [look]);
  const add = () =>
    setItems((known) => [
      ...(known ?? []),
      {
        item: `own:${Date.now()}`,
        finding: "",
        action: "",
        owner: "",
        dueOn: null,
        state: "open",
        revision: 0,
        by: "",
        atMs: null,
      },
    ]);
  return (
    <main className="plan">
      <header>
        <h1>{t("title")}</h1>
        <nav>
          <a href={`/desk/${encodeURIComponent(runId)}`}>{t("back")}</a>
          <a href={`/hotwash/${encodeURIComponent(runId)}`}>{t("hotwash")}</a>
          <a href={reportAddress.run(runId, language)} download>
            ↓ {t("pdf")}
          </a>
        </nav>
      </header>
      <p className="plan-hint">{t("hint")}</p>
      {problem && <p role="alert">{errorWords(problem)}</p>}
      {items === null && problem === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {items?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("none")} />}
      <ol>
        {items?.map((item) => (
          <Item key={`${item.item} ${item.revision}`} runId={runId} item={item} onSaved={() => void look()} />
        ))}
      </ol>
      <Button onClick={add}>+ {t("add")}</Button>
    </main>
  );
}

function Item({ runId, item, onSaved }: { runId: string; item: PlanItem; onSaved: () => void }) {
  const t = useWords("plan");
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const { item: id, finding, action, owner, dueOn, state } = item;
  const [now, setNow] = useState<PlanChange>({ item: id, finding, action, owner, dueOn, state });
  const set = (part: Partial<PlanChange>) => setNow((known) => ({ ...known, ...part }));
  const late = now.dueOn !== null && now.state !== "done" && Date.parse(now.dueOn) + 24 * 3600 * 1000 < Date.now();
  const save = async () => {
    const reply = await planApi.change(runId, now);
    if (!reply.ok) return void message.error(errorWords(reply.code));
    void message.success(t("saved"));
    onSaved();
  };
  return (
    <li className={`plan-item plan-${now.state}`}>
      <div className="plan-field plan-wide">
        <span>{t("finding")}</span>
        <Input.TextArea
          aria-label={t("finding")}
          autoSize
          value={now.finding}
          onChange={(event) => set({ finding: event.target.value })}
        />
      </div>
      <div className="plan-field plan-wide">
        <span>{t("action")}</span>
        <Input.TextArea
          aria-label={t("action")}
          autoSize
          value={now.action}
          onChange={(event) => set({ action: event.target.value })}
        />
      </div>
      <div className="plan-field">
        <span>{t("owner")}</span>
        <Input aria-label={t("owner")} value={now.owner} onChange={(event) => set({ owner: event.target.value })} />
      </div>
      <div className="plan-field">
        <span>
          {t("due")} {late && <Tag color="error">{t("overdue")}</Tag>}
        </span>
        <Input
          aria-label={t("due")}
          type="date"
          value={now.dueOn ?? ""}
          onChange={(event) => set({ dueOn: event.target.value === "" ? null : event.target.value })}
        />
      </div>
      <div className="plan-field">
        <span>{t("state")}</span>
        <Select
          aria-label={t("state")}
          value={now.state}
          onChange={(next) => set({ state: next })}
          options={STATES.map((one) => ({ value: one, label: t(`states.${one}`) }))}
        />
      </div>
      <div className="plan-end">
        <small>{item.revision === 0 ? t("suggested") : t("keptBy", { by: item.by, when: when(item.atMs ?? 0) })}</small>
        <Button type="primary" disabled={now.finding.trim() === ""} onClick={() => void save()}>
          {t("save")}
        </Button>
      </div>
    </li>
  );
}
