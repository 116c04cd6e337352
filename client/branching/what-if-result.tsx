// The two runs held side by side: score, tasks that differ, quantities, curves, and asks that would come out otherwise.
import { Alert, Table } from "antd";
import { lazy, Suspense, useMemo } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { AskRow, Branch, Quantities, Sample, WhatIf } from "../../sim-server/protocol/branching.ts";
import { useNames } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useRefusalWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { useAskWords } from "./ask-words.ts";

const Chart = lazy(() => import("../portrait/chart.tsx"));
const QUANTITIES: readonly (keyof Quantities)[] = [
  "endTick",
  "leakStoppedTick",
  "releasedKg",
  "worstPpm",
  "worstDosePercent",
  "publicPeakPpm",
  "publicLeft",
  "dead",
  "seriouslyInjured",
];
const UNITS: Partial<Record<keyof Quantities, string>> = {
  releasedKg: "kg",
  worstPpm: "ppm",
  worstDosePercent: "percent",
  publicPeakPpm: "ppm",
  publicLeft: "people",
  dead: "people",
  seriouslyInjured: "people",
};
const CURVES = [
  ["leak", ({ leakKgPerS }: Sample) => leakKgPerS],
  ["publicPpm", ({ publicPpm }: Sample) => publicPpm],
] as const;

type Props = { found: WhatIf; after: Branch; detail: RunDetail };

export function WhatIfResult({ found, after, detail }: Props) {
  const t = useWords("branching");
  const c = useWords("common");
  const names = useNames(detail.briefing);
  const { before } = found;
  const later = new Map(after.score.tasks.map((one) => [one.task, one]));
  const changed = before.score.tasks.flatMap((was) => {
    const is = later.get(was.task);
    return is && (is.rating !== was.rating || is.points !== was.points) ? [{ was, is }] : [];
  });
  const percent = after.score.percent - before.score.percent;
  const say = (key: keyof Quantities, value: number | null) => {
    if (key === "leakStoppedTick" && value === null) return t("unit.never");
    if (key === "endTick" || key === "leakStoppedTick") return clockOf(value ?? 0);
    return `${fine(value ?? 0)} ${t(`unit.${UNITS[key] ?? "people"}`)}`;
  };
  return (
    <>
      <h2>{t("result")}</h2>
      <p className="verdict">
        {t("score")} <b className="clock">{before.score.percent}%</b> →{" "}
        <b className={percent > 0 ? "clock up" : percent < 0 ? "clock down" : "clock"}>
          {after.score.percent}% {percent > 0 ? "▲" : percent < 0 ? "▼" : ""}
        </b>{" "}
        · {t("outcome")} {c(`outcome.${before.score.outcome}`, { defaultValue: before.score.outcome })} →{" "}
        {c(`outcome.${after.score.outcome}`, { defaultValue: after.score.outcome })}
      </p>
      {after.quantities.endTick > Math.max(before.quantities.endTick, found.lastInputTick) && (
        <Alert type="info" showIcon title={t("longer", { time: clockOf(found.lastInputTick) })} />
      )}
      {changed.length === 0 ? (
        <p className="quiet">{t("noChange")}</p>
      ) : (
        <Table
          size="small"
          pagination={false}
          rowKey={({ was }) => was.task}
          dataSource={changed}
          columns={[
            { title: t("task"), render: (_, { was }) => names.what("task", was.task) },
            { title: t("asWas"), width: 150, render: (_, { was }) => `${was.rating} · ${was.points}/${was.maxPoints}` },
            {
              title: t("wouldBe"),
              width: 150,
              render: (_, { is }) => <b>{`${is.rating} · ${is.points}/${is.maxPoints}`}</b>,
            },
          ]}
        />
      )}
      <Table
        size="small"
        pagination={false}
        rowKey="key"
        style={{ marginTop: 12 }}
        rowClassName={({ differs }) => (differs ? "differs" : "")}
        dataSource={QUANTITIES.map((key) => ({
          key,
          was: say(key, before.quantities[key]),
          is: say(key, after.quantities[key]),
          differs: before.quantities[key] !== after.quantities[key],
        }))}
        columns={[
          { title: "", render: (_, { key }) => t(`quantity.${key}`) },
          { title: t("asWas"), dataIndex: "was", width: 150 },
          { title: t("wouldBe"), width: 150, render: (_, { is, differs }) => (differs ? <b>{is}</b> : is) },
        ]}
      />
      {CURVES.map(([name, of]) => (
        <Curves key={name} name={name} before={before.series} after={after.series} of={of} />
      ))}
      <Asks title={t("refused")} rows={found.newlyRefused} detail={detail} type="warning" />
      <Asks title={t("taken")} rows={found.newlyTaken} detail={detail} type="info" />
    </>
  );
}

/** Three digits are all that a comparison needs. */
const fine = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

type CurveProps = { name: string; before: readonly Sample[]; after: readonly Sample[]; of: (sample: Sample) => number };

function Curves({ name, before, after, of }: CurveProps) {
  const t = useWords("branching");
  const c = useWords("common");
  const option = useMemo(() => {
    const points = (series: readonly Sample[]) => series.map((sample) => [sample.tick / 600, of(sample)]);
    const line = (label: string, series: readonly Sample[], color: string, type: string) => ({
      name: label,
      type: "line",
      showSymbol: false,
      data: points(series),
      lineStyle: { color, type, width: 2 },
      itemStyle: { color },
    });
    return {
      animation: false,
      grid: { left: 56, right: 16, top: 34, bottom: 44 },
      legend: { top: 0, right: 0 },
      tooltip: { trigger: "axis" },
      xAxis: { type: "value", name: t("chart.minutes"), nameLocation: "middle", nameGap: 26, min: 0 },
      yAxis: { type: "value", name: t(`chart.${name}`), nameTextStyle: { align: "left" } },
      series: [line(t("asWas"), before, "#1d6ba8", "solid"), line(t("wouldBe"), after, "#b52a2a", "dashed")],
    };
  }, [before, after, of, name, t]);
  if (![...before, ...after].some((sample) => of(sample) > 0)) return null;
  return (
    <Suspense fallback={<p className="quiet">{c("loading")}</p>}>
      <Chart option={option} label={t("chart.label", { what: t(`chart.${name}`) })} heightPx={230} />
    </Suspense>
  );
}

type AsksProps = { title: string; rows: readonly AskRow[]; detail: RunDetail; type: "warning" | "info" };

function Asks({ title, rows, detail, type }: AsksProps) {
  const names = useNames(detail.briefing);
  const words = useAskWords(detail.briefing);
  const refusal = useRefusalWords();
  if (rows.length === 0) return null;
  return (
    <Alert
      type={type}
      showIcon
      style={{ marginTop: 12 }}
      title={title}
      description={rows.map((row) => (
        <p key={row.number}>
          <b className="clock">{clockOf(row.tick)}</b> {names.who(row.by)} {words(row)}
          {row.refused !== null && <span className="quiet"> — {refusal(row.refused)}</span>}
        </p>
      ))}
    />
  );
}
