// One chart, drawn as SVG by the picked parts of ECharts; told in words beside it for those who do not see it.
import { BarChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

use([
  BarChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  SVGRenderer,
]);

type Props = { option: EChartsCoreOption; label: string; heightPx: number };

export default function Chart({ option, label, heightPx }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<ReturnType<typeof init> | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    shown.current = chart;
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
      shown.current = null;
    };
  }, []);
  useEffect(() => {
    shown.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={place} role="img" aria-label={label} style={{ height: heightPx, width: "100%" }} />;
}
