// The net a field is told on: lines close together over the site, ever wider around it, out past the villages.
import type { Compiled } from "../compile.ts";

/** Lines over the site stand this far apart, m, and this far around its bounds. */
const CLOSE_M = 2;
const APRON_M = 8;
/** Away from the site each gap is so much wider than the last, up to a share of the whole. */
const GROWTH = 1.3;
const WIDEST_SHARE = 1 / 32;
/** What lies around site and villages, as a share of their extent. */
const MARGIN_SHARE = 0.25;

type Span = readonly [number, number];
export type Net = { readonly x: readonly number[]; readonly y: readonly number[] };

const nets = new WeakMap<Compiled, Net>();

/** The same for all runs of a scenario, so it is laid once. */
export function netOf(compiled: Compiled): Net {
  const kept = nets.get(compiled);
  if (kept) return kept;
  const { stage, populations } = compiled.scenario;
  const villages = Object.values(populations).flatMap(({ at }) => stage.places[at]?.at ?? []);
  const whole = (bounds: Span, marks: readonly number[]): Span => [
    Math.min(bounds[0], ...marks),
    Math.max(bounds[1], ...marks),
  ];
  const across = whole(
    stage.bounds.x,
    villages.map(({ x }) => x),
  );
  const up = whole(
    stage.bounds.y,
    villages.map(({ y }) => y),
  );
  const extent = Math.max(across[1] - across[0], up[1] - up[0]);
  const net = { x: lines(stage.bounds.x, across, extent), y: lines(stage.bounds.y, up, extent) };
  nets.set(compiled, net);
  return net;
}

/** Whole metres from one end to the other: evenly close over the site, then ever wider. */
function lines(site: Span, whole: Span, extentM: number): number[] {
  const margin = Math.max(3 * APRON_M, extentM * MARGIN_SHARE);
  const first = Math.floor(site[0] - APRON_M);
  const found: number[] = [];
  for (let at = first; at <= site[1] + APRON_M + CLOSE_M; at += CLOSE_M) found.push(at);
  const outward = (from: number, to: number, sign: 1 | -1): number[] => {
    const added: number[] = [];
    let gap = CLOSE_M;
    for (let at = from; sign * (to - at) > 0; ) {
      gap = Math.min(gap * GROWTH, Math.max(CLOSE_M, extentM * WIDEST_SHARE));
      at += sign * Math.round(gap);
      added.push(at);
    }
    return added;
  };
  const last = found.at(-1) ?? first;
  return [...outward(first, whole[0] - margin, -1).reverse(), ...found, ...outward(last, whole[1] + margin, 1)];
}
