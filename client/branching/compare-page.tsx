// Runs of one scenario side by side: score, capabilities, every task with its time, and each run's three moments.
import { Alert, Table, Tag } from "antd";
import { lazy, Suspense, useMemo } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { decidingMoments } from "../evaluator/moments.ts";
import { Kit } from "../look/kit.tsx";
import { useAnswer, Waiting } from "../portrait/frame.tsx";
import { useNames, useSentence } from "../record/sentence.ts";
import { clockOf, useDateAndTime } from "../record/time.ts";
import { api, type Reply } from "../session/api.ts";
import { useText, useWords } from "../words/language.ts";
import "./words.ts";
import "../look/kit.css";
import "./branching.css";

const Chart = lazy(() => import("../portrait/chart.tsx"));
const COLOURS = { P: "success", S: "processing", M: "warning", U: "error" } as const;
const BARS = ["#1d6ba8", "#b52a2a", "#1f7a51", "#5b3f99"] as const;
const MOST = 4;

export default function ComparePage({ runIds }: { runIds: readonly string[] }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Bar here="desk" />
        <Loaded runIds={runIds.slice(0, MOST)} />
      </SignedIn>
    </Kit>
  );
}

async function allOf(runIds: readonly string[]): Promise<Reply<readonly RunDetail[]>> {
  const replies = await Promise.all(runIds.map((runId) => api.run(runId)));
  const bad = replies.find((reply) => !reply.ok);
  if (bad && !bad.ok) return bad;
  return { ok: true, value: replies.flatMap((reply) => (reply.ok ? [reply.value] : [])) };
}

function Loaded({ runIds }: { runIds: readonly string[] }) {
  const t = useWords("branching");
  const { answer: runs, problem } = useAnswer(() => allOf(runIds), runIds.join());
  if (!runs) return <Waiting problem={problem} />;
  const [first] = runs;
  if (!first || runs.length < 2) return <Alert type="info" showIcon title={t("few")} />;
  if (runs.some(({ row }) => row.scenario !== first.row.scenario))
    return <Alert type="warning" showIcon title={t("otherScenario")} />;
  return <Compared runs={runs} first={first} />;
}

function Compared({ runs, first }: { runs: readonly RunDetail[]; first: RunDetail }) {
  const t = useWords("branching");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  const titleOf = ({ row }: RunDetail) => `${when(row.startedAtMs ?? row.createdAtMs)}`;
  const capabilities = first.briefing.objectives.flatMap((goal) => goal.capabilities);
  const option = useMemo(() => bars(runs, text, when), [runs, text, when]);
  const metAt = (run: RunDetail, task: string) =>
    run.facts.find(({ kind, of }) => kind === "task-met" && of === task)?.tick ?? null;
  const versions = new Set(runs.map(({ briefing }) => briefing.scenario.version));
  return (
    <main className="branching">
      <header className="branching-head">
        <h1>{t("compareTitle")}</h1>
        <p>{text(first.row.title)}</p>
      </header>
      {versions.size > 1 && <Alert type="warning" showIcon title={t("otherVersion")} />}
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={capabilities.flatMap(({ tasks }) => tasks)}
        columns={[
          { title: t("task"), render: (_, task) => text(task.title) },
          ...runs.map((run) => ({
            title: <RunHead run={run} title={titleOf(run)} />,
            key: run.row.runId,
            width: 220,
            render: (_: unknown, task: { id: string }) => {
              const result = run.score?.tasks.find((one) => one.task === task.id);
              const tick = metAt(run, task.id);
              if (!result) return "—";
              return (
                <>
                  <Tag color={COLOURS[result.rating]}>{result.rating}</Tag>{" "}
                  <span className="clock">
                    {result.points}/{result.maxPoints}
                  </span>{" "}
                  {tick !== null && <span className="quiet clock">{t("doneAt", { time: clockOf(tick) })}</span>}
                </>
              );
            },
          })),
        ]}
      />
      <h2>{t("bars")}</h2>
      <Suspense fallback={<p className="quiet">{c("loading")}</p>}>
        <Chart option={option} label={t("capabilityLabel")} heightPx={80 + capabilities.length * runs.length * 18} />
      </Suspense>
      <h2>{t("moments")}</h2>
      <div className="compare-moments">
        {runs.map((run) => (
          <Moments key={run.row.runId} run={run} title={titleOf(run)} />
        ))}
      </div>
    </main>
  );
}

function bars(runs: readonly RunDetail[], text: (words: Text) => string, when: (ms: number) => string) {
  const capabilities = runs[0]?.briefing.objectives.flatMap((goal) => goal.capabilities) ?? [];
  return {
    animation: false,
    grid: { left: 150, right: 30, top: 34, bottom: 28 },
    legend: { top: 0 },
    tooltip: { trigger: "axis" },
    xAxis: { type: "value", max: 100 },
    yAxis: { type: "category", inverse: true, data: capabilities.map(({ title }) => text(title)) },
    series: runs.map((run, at) => ({
      name: when(run.row.startedAtMs ?? run.row.createdAtMs),
      type: "bar",
      barGap: "10%",
      itemStyle: { color: BARS[at] },
      data: capabilities.map(({ id }) => run.score?.capabilities.find((one) => one.id === id)?.percent ?? 0),
    })),
  };
}

function RunHead({ run, title }: { run: RunDetail; title: string }) {
  const c = useWords("common");
  return (
    <a href={`/desk/${encodeURIComponent(run.row.runId)}`}>
      {title} · {run.score ? `${Math.round(run.score.percent)}%` : "—"}
      <small className="run-people">
        {run.row.people.join(c("listComma"))} · v{run.briefing.scenario.version}
      </small>
    </a>
  );
}

function Moments({ run, title }: { run: RunDetail; title: string }) {
  const sentence = useSentence(run.briefing);
  const names = useNames(run.briefing);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {decidingMoments(run.facts, run.score).map((entry) => (
          <li key={entry.seq}>
            <b className="clock">{clockOf(entry.tick)}</b> {sentence(entry)}
          </li>
        ))}
      </ol>
      <p className="quiet">{run.score?.violations.map(({ id }) => names.what("violation", id)).join(" · ")}</p>
    </section>
  );
}
