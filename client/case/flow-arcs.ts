// The ways of a group's flows over its chart, and places for their labels where none lies on another.
import type { ChartFlow } from "./chart.ts";
import { arcBetween, type Layout, type Spot } from "./chart-layout.ts";

export type FlowArc = { readonly flow: ChartFlow; readonly path: string; readonly label: Spot };

const LABEL = { width: 150, height: 30 } as const;

export function flowArcs(flows: readonly ChartFlow[], layout: Layout): readonly FlowArc[] {
  const lanes = new Map<string, number>();
  const placed: { x: number; y: number }[] = [];
  return flows.flatMap((flow): FlowArc[] => {
    const [from, to] = [layout.spots.get(flow.from), layout.spots.get(flow.to)];
    if (!from || !to || flow.from === flow.to) return [];
    const pair = `${flow.from} ${flow.to}`;
    const lane = lanes.get(pair) ?? 0;
    lanes.set(pair, lane + 1);
    const { path, middle } = arcBetween(from, to, lane);
    const label = freePlace(middle, placed, layout);
    placed.push(label);
    return [{ flow, path, label }];
  });
}

/** The nearest place to the wanted one, up or down, that no label has taken; inside the sheet. */
function freePlace(wanted: Spot, placed: readonly Spot[], { width, height }: Layout): Spot {
  const x = Math.min(width - LABEL.width / 2, Math.max(LABEL.width / 2, wanted.x));
  const free = (y: number) =>
    placed.every((other) => Math.abs(other.x - x) >= LABEL.width || Math.abs(other.y - y) >= LABEL.height);
  for (let step = 0; step < 24; step += 1) {
    const y = wanted.y + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * LABEL.height;
    if (y > LABEL.height / 2 && y < height - LABEL.height / 2 && free(y)) return { x, y };
  }
  return { x, y: wanted.y };
}
