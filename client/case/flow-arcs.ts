// The ways of a group's flows over its chart, and places for their labels where none lies on another.
import type { ChartFlow } from "./chart.ts";
import { arcBetween, BOX, type Layout, type Spot } from "./chart-layout.ts";

export type FlowArc = { readonly flow: ChartFlow; readonly path: string; readonly label: Spot };

const HIGH = 28;
const CLEAR = 6;
/** Tried in turn: first along the way itself, then a little aside of it. */
const ALONG = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8] as const;
const ASIDE = [0, 24, -24, 48, -48] as const;

export function flowArcs(flows: readonly ChartFlow[], layout: Layout): readonly FlowArc[] {
  const lanes = new Map<string, number>();
  const placed: Area[] = [];
  return flows.flatMap((flow): FlowArc[] => {
    const [from, to] = [layout.spots.get(flow.from), layout.spots.get(flow.to)];
    if (!from || !to || flow.from === flow.to) return [];
    const pair = `${flow.from} ${flow.to}`;
    const lane = lanes.get(pair) ?? 0;
    lanes.set(pair, lane + 1);
    const arc = arcBetween(from, to, lane);
    const wide = labelWidth(`${flow.kindName} ${flow.amountName}`);
    const label = freePlace(arc, wide, placed, layout);
    placed.push({ ...label, wide, high: HIGH });
    return [{ flow, path: arc.path, label }];
  });
}

type Area = Spot & { readonly wide: number; readonly high: number };

/** About what a label takes: a Chinese character is twice as wide as a letter. */
const labelWidth = (text: string): number =>
  34 + [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 13.5 : 7.5), 0);

/** A place on the way, or near it, that lies on no box and on no other label. */
function freePlace(arc: ReturnType<typeof arcBetween>, wide: number, placed: readonly Area[], layout: Layout): Spot {
  const boxes = [...layout.spots.values()].map((spot): Area => ({ ...spot, wide: BOX.width, high: BOX.height }));
  const apart = (at: Spot) => (other: Area) =>
    Math.abs(other.x - at.x) >= (other.wide + wide) / 2 + CLEAR || Math.abs(other.y - at.y) >= (other.high + HIGH) / 2;
  const inside = (at: Spot): Spot => ({
    x: Math.min(layout.width - wide / 2, Math.max(wide / 2, at.x)),
    y: Math.min(layout.height - HIGH / 2, Math.max(HIGH / 2, at.y)),
  });
  for (const others of [[...boxes, ...placed], placed]) {
    for (const shift of ASIDE) {
      for (const share of ALONG) {
        const on = pointOf(arc, share);
        for (const at of [inside({ x: on.x, y: on.y + shift }), inside({ x: on.x + shift * 2, y: on.y })])
          if (others.every(apart(at))) return at;
      }
    }
  }
  return inside(arc.middle);
}

function pointOf({ start, control, end }: ReturnType<typeof arcBetween>, share: number): Spot {
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}
