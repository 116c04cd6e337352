// What the charts of portraits show, as ECharts options; colours and type are the house's own.
import type { BackTestView, CapabilityPortrait, GroupPortrait } from "../../sim-server/protocol/portrait.ts";
import { INK, ON_PAPER, SAND, SIGNAL } from "../look/colours.ts";

const TYPE = { fontFamily: '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif' };
const QUIET = { color: ON_PAPER.quiet, fontSize: 12 };
const AXIS = { axisLine: { lineStyle: { color: ON_PAPER.line } }, axisLabel: QUIET, axisTick: { show: false } };
const GRID_LINES = { splitLine: { lineStyle: { color: "#ece6da" } } };
const PERCENT_AXIS = {
  type: "value",
  min: 0,
  max: 100,
  ...AXIS,
  ...GRID_LINES,
  axisLabel: { ...QUIET, formatter: "{value}%" },
};
const BASE = { animation: false, textStyle: TYPE, tooltip: { confine: true } };

export const percentOf = (share: number): number => Math.round(share * 100);

type Names = { estimate: string; band: string; unitMean: string };

/** The estimate over its interval, the unit's average as a dashed line. */
export function radarOption(capabilities: readonly (CapabilityPortrait & { name: string })[], names: Names) {
  const shown = capabilities.filter(({ estimate }) => estimate.trials > 0);
  const values = (pick: (one: CapabilityPortrait) => number): number[] => shown.map((one) => percentOf(pick(one)));
  const area = (name: string, value: number[], color: string, opacity: number, line: object) => ({
    name,
    value,
    symbol: "none",
    lineStyle: { color, ...line },
    itemStyle: { color },
    areaStyle: { color, opacity },
  });
  return {
    ...BASE,
    legend: { bottom: 0, textStyle: { ...QUIET, ...TYPE }, data: [names.estimate, names.band, names.unitMean] },
    radar: {
      center: ["50%", "47%"],
      radius: "62%",
      indicator: shown.map(({ name }) => ({ name: name.replace(/(.{14}\S*)\s/, "$1\n"), max: 100 })),
      axisName: { color: INK, fontSize: 13, ...TYPE },
      splitNumber: 4,
      splitLine: { lineStyle: { color: ON_PAPER.line } },
      splitArea: { areaStyle: { color: ["#fff", "#fbf9f5"] } },
      axisLine: { lineStyle: { color: ON_PAPER.line } },
    },
    series: [
      {
        type: "radar",
        data: [
          area(
            names.band,
            values((one) => one.estimate.high),
            SAND,
            0.45,
            { width: 0 },
          ),
          area(
            "low",
            values((one) => one.estimate.low),
            "#ffffff",
            0.85,
            { width: 0 },
          ),
          area(
            names.unitMean,
            values((one) => one.unitChance ?? one.estimate.chance),
            ON_PAPER.water,
            0,
            {
              type: "dashed",
              width: 1.5,
            },
          ),
          area(
            names.estimate,
            values((one) => one.estimate.chance),
            SIGNAL,
            0,
            { width: 2.5 },
          ),
        ],
      },
    ],
  };
}

export function trendOption(history: CapabilityPortrait["history"], unitChance: number | null, names: Names) {
  const at = (pick: (one: (typeof history)[number]) => number) =>
    history.map((one) => [one.atMs, percentOf(pick(one))]);
  return {
    ...BASE,
    tooltip: { ...BASE.tooltip, trigger: "axis" },
    grid: { left: 48, right: 20, top: 16, bottom: 32 },
    xAxis: {
      type: "time",
      ...AXIS,
      axisLabel: { ...QUIET, hideOverlap: true, formatter: "{yyyy}-{MM}" },
      minInterval: 28 * 86_400_000,
      splitLine: { show: false },
    },
    yAxis: PERCENT_AXIS,
    series: [
      {
        name: "low",
        type: "line",
        stack: "band",
        symbol: "none",
        lineStyle: { opacity: 0 },
        data: at((one) => one.low),
        tooltip: { show: false },
      },
      {
        name: names.band,
        type: "line",
        stack: "band",
        symbol: "none",
        lineStyle: { opacity: 0 },
        areaStyle: { color: SAND, opacity: 0.55 },
        data: at((one) => one.high - one.low),
        tooltip: { show: false },
      },
      {
        name: names.estimate,
        type: "line",
        symbolSize: 7,
        itemStyle: { color: SIGNAL },
        lineStyle: { width: 2.5, color: SIGNAL },
        data: at((one) => one.chance),
        ...(unitChance === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: "none",
                lineStyle: { color: ON_PAPER.water, type: "dashed" },
                label: { formatter: names.unitMean, position: "insideEndTop", color: ON_PAPER.water, ...TYPE },
                data: [{ yAxis: percentOf(unitChance) }],
              },
            }),
      },
    ],
  };
}

export function monthsOption(months: GroupPortrait["months"], name: string, monthName: (ms: number) => string) {
  return {
    ...BASE,
    tooltip: { ...BASE.tooltip, trigger: "axis" },
    grid: { left: 48, right: 16, top: 16, bottom: 32 },
    xAxis: { type: "category", data: months.map(({ fromMs }) => monthName(fromMs)), ...AXIS },
    yAxis: PERCENT_AXIS,
    series: [
      {
        name: "low",
        type: "line",
        stack: "band",
        symbol: "none",
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
        data: months.map(({ rate }) => percentOf(rate.low)),
      },
      {
        name: "band",
        type: "line",
        stack: "band",
        symbol: "none",
        lineStyle: { opacity: 0 },
        areaStyle: { color: SAND, opacity: 0.5 },
        tooltip: { show: false },
        data: months.map(({ rate }) => percentOf(rate.high - rate.low)),
      },
      {
        name,
        type: "line",
        symbolSize: 7,
        itemStyle: { color: ON_PAPER.water },
        lineStyle: { width: 2.5, color: ON_PAPER.water },
        data: months.map(({ rate }) => percentOf(rate.passed / Math.max(1, rate.of))),
      },
    ],
  };
}

export function backTestOption(
  months: BackTestView["months"],
  names: { actual: string; predicted: string },
  monthName: (ms: number) => string,
) {
  return {
    ...BASE,
    tooltip: { ...BASE.tooltip, trigger: "axis" },
    legend: { bottom: 0, textStyle: { ...QUIET, ...TYPE }, data: [names.predicted, names.actual] },
    grid: { left: 48, right: 16, top: 16, bottom: 56 },
    xAxis: { type: "category", data: months.map(({ fromMs }) => monthName(fromMs)), ...AXIS },
    yAxis: PERCENT_AXIS,
    series: [
      {
        name: "low",
        type: "line",
        stack: "band",
        symbol: "none",
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
        data: months.map(({ low }) => percentOf(low)),
      },
      {
        name: "band",
        type: "line",
        stack: "band",
        symbol: "none",
        lineStyle: { opacity: 0 },
        areaStyle: { color: SAND, opacity: 0.5 },
        tooltip: { show: false },
        data: months.map(({ low, high }) => percentOf(high - low)),
      },
      {
        name: names.predicted,
        type: "line",
        symbol: "none",
        lineStyle: { type: "dashed", color: ON_PAPER.quiet },
        itemStyle: { color: ON_PAPER.quiet },
        data: months.map(({ mean }) => percentOf(mean)),
      },
      {
        name: names.actual,
        type: "scatter",
        symbolSize: 11,
        itemStyle: { color: SIGNAL },
        data: months.map(({ passed, attempts }) => percentOf(passed / Math.max(1, attempts))),
      },
    ],
  };
}
