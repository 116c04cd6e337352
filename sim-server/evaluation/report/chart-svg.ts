// Charts for reports, drawn as vectors on the server by ECharts, in the type and colours of the page.
import { BarChart, CustomChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, RadarComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Content } from "pdfmake/interfaces.js";
import { INK, LINE, QUIET, SAND, SIGNAL, TYPE, WATER, WIDTH_PT } from "./page.ts";

use([
  BarChart,
  CustomChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  SVGRenderer,
]);

export function chart(option: EChartsCoreOption, heightPt: number, widthPt = WIDTH_PT): Content {
  return { svg: chartSvg(option, heightPt, widthPt), width: widthPt, font: TYPE, margin: [0, 2, 0, 6] } as Content;
}

export function chartSvg(option: EChartsCoreOption, heightPt: number, widthPt = WIDTH_PT): string {
  const drawn = init(null, null, { renderer: "svg", ssr: true, width: widthPt, height: heightPt });
  drawn.setOption({ animation: false, textStyle: { fontFamily: TYPE, color: INK }, ...option });
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return svg;
}

const LABEL = { fontFamily: TYPE, fontSize: 9, color: QUIET };
const AXIS = { axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false }, axisLabel: LABEL };
const SHARE_AXIS = {
  type: "value",
  min: 0,
  max: 100,
  splitLine: { lineStyle: { color: "#ece6da" } },
  ...AXIS,
  axisLabel: { ...LABEL, formatter: "{value}%" },
};

/** Bars of percents, the first on top; `marks` are intervals or null. */
export function bars(
  rows: readonly { readonly name: string; readonly percent: number; readonly low?: number; readonly high?: number }[],
): Content {
  const inOrder = rows.toReversed();
  return chart(
    {
      grid: { left: 150, right: 44, top: 4, bottom: 20 },
      xAxis: SHARE_AXIS,
      yAxis: {
        type: "category",
        data: inOrder.map(({ name }) => name),
        ...AXIS,
        axisLabel: { ...LABEL, color: INK, width: 140, overflow: "truncate", interval: 0 },
      },
      series: [
        {
          type: "bar",
          barWidth: 9,
          itemStyle: { color: WATER, borderRadius: 4 },
          label: { show: true, position: "right", formatter: "{c}%", ...LABEL, color: INK },
          data: inOrder.map((row) => Math.round(row.percent)),
        },
      ],
    },
    26 + rows.length * 22,
  );
}

/** What happened when, in lanes: one dot for each fact, numbered lanes from top to bottom. */
export function lanes(
  names: readonly string[],
  dots: readonly { readonly minute: number; readonly lane: number; readonly good: boolean | null }[],
  lastMinute: number,
): Content {
  return chart(
    {
      grid: { left: 84, right: 14, top: 6, bottom: 22 },
      xAxis: {
        type: "value",
        min: 0,
        max: Math.ceil(lastMinute),
        ...AXIS,
        splitLine: { lineStyle: { color: "#ece6da" } },
        axisLabel: { ...LABEL, formatter: "{value}′" },
      },
      yAxis: { type: "category", inverse: true, data: [...names], ...AXIS, axisLabel: { ...LABEL, color: INK } },
      series: [
        {
          type: "scatter",
          symbolSize: 6.5,
          data: dots.map(({ minute, lane, good }) => ({
            value: [Math.round(minute * 100) / 100, lane],
            itemStyle: { color: good === null ? QUIET : good ? WATER : SIGNAL },
          })),
        },
      ],
    },
    30 + names.length * 26,
  );
}

type Point = { readonly atMs: number; readonly chance: number; readonly low: number; readonly high: number };

/** An estimate over time within its interval. */
export function trend(points: readonly Point[]): Content {
  const band = { type: "line", stack: "band", symbol: "none", lineStyle: { opacity: 0 } };
  const at = (pick: (point: Point) => number) => points.map((point) => [point.atMs, Math.round(pick(point) * 100)]);
  return chart(
    {
      grid: { left: 40, right: 14, top: 8, bottom: 22 },
      xAxis: {
        type: "time",
        ...AXIS,
        axisLabel: { ...LABEL, hideOverlap: true, formatter: "{yyyy}-{MM}-{dd}" },
        splitLine: { show: false },
      },
      yAxis: SHARE_AXIS,
      series: [
        { ...band, data: at(({ low }) => low) },
        { ...band, areaStyle: { color: SAND, opacity: 0.6 }, data: at(({ low, high }) => high - low) },
        {
          type: "line",
          symbolSize: 5,
          lineStyle: { color: SIGNAL, width: 2 },
          itemStyle: { color: SIGNAL },
          data: at(({ chance }) => chance),
        },
      ],
    },
    150,
  );
}

export function radar(
  rows: readonly { readonly name: string; readonly own: number; readonly unit: number | null }[],
  words: { own: string; unit: string },
): Content {
  const line = (name: string, color: string, value: number[], type: "solid" | "dashed") => ({
    name,
    value,
    symbol: "none",
    lineStyle: { color, width: 2, type },
    itemStyle: { color },
    areaStyle: { color, opacity: type === "solid" ? 0.15 : 0 },
  });
  return chart(
    {
      legend: { bottom: 0, textStyle: LABEL, data: [words.own, words.unit] },
      radar: {
        center: ["50%", "46%"],
        radius: "66%",
        indicator: rows.map(({ name }) => ({ name, max: 100 })),
        axisName: { ...LABEL, color: INK, fontSize: 9.5 },
        splitLine: { lineStyle: { color: LINE } },
        splitArea: { show: false },
        axisLine: { lineStyle: { color: LINE } },
      },
      series: [
        {
          type: "radar",
          data: [
            line(
              words.own,
              SIGNAL,
              rows.map(({ own }) => Math.round(own * 100)),
              "solid",
            ),
            line(
              words.unit,
              WATER,
              rows.map(({ own, unit }) => Math.round((unit ?? own) * 100)),
              "dashed",
            ),
          ],
        },
      ],
    },
    230,
  );
}

/** Rates month by month within their intervals. */
export function months(
  rows: readonly { readonly name: string; readonly rate: number; readonly low: number; readonly high: number }[],
): Content {
  const band = { type: "line", stack: "band", symbol: "none", lineStyle: { opacity: 0 } };
  const of = (pick: (row: (typeof rows)[number]) => number) => rows.map((row) => Math.round(pick(row) * 100));
  return chart(
    {
      grid: { left: 40, right: 14, top: 8, bottom: 22 },
      xAxis: { type: "category", data: rows.map(({ name }) => name), ...AXIS },
      yAxis: SHARE_AXIS,
      series: [
        { ...band, data: of(({ low }) => low) },
        { ...band, areaStyle: { color: SAND, opacity: 0.6 }, data: of(({ low, high }) => high - low) },
        {
          type: "line",
          symbolSize: 5,
          lineStyle: { color: WATER, width: 2 },
          itemStyle: { color: WATER },
          data: of(({ rate }) => rate),
        },
      ],
    },
    150,
  );
}
