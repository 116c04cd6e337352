// What if: one thing that was asked moved or left out, the run replayed, and what that changes in tasks, score and harm.
import { Alert, App, Button, Input, InputNumber, Segmented } from "antd";
import { useMemo, useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { AskRow, WhatIf } from "../../sim-server/protocol/branching.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { useAnswer, Waiting } from "../portrait/frame.tsx";
import { useNames } from "../record/sentence.ts";
import { clockOf, useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import { useAskWords } from "./ask-words.ts";
import { WhatIfResult } from "./what-if-result.tsx";
import "./words.ts";
import "../look/kit.css";
import "./branching.css";

export default function WhatIfPage({ runId }: { runId: string }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Bar here="desk" />
        <Loaded runId={runId} />
      </SignedIn>
    </Kit>
  );
}

function Loaded({ runId }: { runId: string }) {
  const { answer: detail, problem } = useAnswer(() => api.run(runId), runId);
  const { answer: asIs, problem: other } = useAnswer(() => deskApi.whatIf(runId, { tweaks: [] }), runId);
  if (!detail || !asIs) return <Waiting problem={problem ?? other} />;
  return <Desk detail={detail} asIs={asIs} />;
}

type Way = "earlier" | "later" | "never";
const MOST_S = 3600;

function Desk({ detail, asIs }: { detail: RunDetail; asIs: WhatIf }) {
  const t = useWords("branching");
  const text = useText();
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<AskRow | null>(null);
  const [way, setWay] = useState<Way>("later");
  const [byS, setByS] = useState(60);
  const [found, setFound] = useState<WhatIf | null>(null);
  const [busy, setBusy] = useState(false);
  const { runId } = detail.row;
  const address = `/desk/${encodeURIComponent(runId)}`;
  const early = chosen !== null && way === "earlier" && chosen.tick < byS * 10;
  const run = async () => {
    if (!chosen) return;
    setBusy(true);
    const moved = way === "never" ? null : way === "earlier" ? -byS : byS;
    const reply = await deskApi.whatIf(runId, { tweaks: [{ number: chosen.number, byS: moved }] });
    setBusy(false);
    if (reply.ok) setFound(reply.value);
    else void message.error(errorWords(reply.code));
  };
  return (
    <main className="branching">
      <header className="branching-head">
        <h1>{t("whatIf")}</h1>
        <p>
          {text(detail.row.title)} · {when(detail.row.startedAtMs ?? detail.row.createdAtMs)}
        </p>
        <a
          href={address}
          onClick={(event) => {
            event.preventDefault();
            go(address);
          }}
        >
          ← {text(detail.row.title)}
        </a>
      </header>
      <p className="lead">{t("lead")}</p>
      <div className="what-if">
        <AskList detail={detail} asks={asIs.asks} chosen={chosen} onChoose={setChosen} />
        <section aria-live="polite">
          <div className="change-row">
            <Segmented
              aria-label={t("change")}
              value={way}
              onChange={setWay}
              options={(["earlier", "later", "never"] as const).map((value) => ({ value, label: t(value) }))}
            />
            {way !== "never" && (
              <span>
                <InputNumber
                  aria-label={t("seconds")}
                  min={1}
                  max={MOST_S}
                  value={byS}
                  onChange={(value) => setByS(value ?? 1)}
                  style={{ width: 90 }}
                />{" "}
                {t("seconds")}
              </span>
            )}
            <Button type="primary" disabled={chosen === null || early} loading={busy} onClick={() => void run()}>
              {busy ? t("running") : t("run")}
            </Button>
            {early && <span className="down">{t("tooEarly")}</span>}
          </div>
          {!found && <Alert type="info" showIcon title={t("pick")} />}
          {found?.after && <WhatIfResult found={found} after={found.after} detail={detail} />}
        </section>
      </div>
    </main>
  );
}

type ListProps = {
  detail: RunDetail;
  asks: readonly AskRow[];
  chosen: AskRow | null;
  onChoose: (row: AskRow) => void;
};

function AskList({ detail, asks, chosen, onChoose }: ListProps) {
  const t = useWords("branching");
  const names = useNames(detail.briefing);
  const words = useAskWords(detail.briefing);
  const [filter, setFilter] = useState("");
  const rows = useMemo(
    () =>
      asks
        .filter(({ movable }) => movable)
        .map((row) => ({ row, line: `${names.who(row.by)} ${words(row)}` }))
        .filter(({ line }) => line.toLowerCase().includes(filter.trim().toLowerCase())),
    [asks, names, words, filter],
  );
  return (
    <section className="asks">
      <h2>{t("asks")}</h2>
      <Input
        allowClear
        aria-label={t("filter")}
        placeholder={t("filter")}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div role="listbox" aria-label={t("asks")} className="ask-list">
        {rows.map(({ row, line }) => (
          <button
            key={row.number}
            type="button"
            role="option"
            aria-selected={row.number === chosen?.number}
            className={row.refused === null ? "ask" : "ask refused"}
            onClick={() => onChoose(row)}
          >
            <b className="clock">{clockOf(row.tick)}</b> {line}
          </button>
        ))}
      </div>
    </section>
  );
}
