// Lifting somebody of the crowd who lies, and setting them down again.
import type { RefusalCode } from "../../protocol/refusals.ts";
import { able, type Run } from "../run.ts";
import { distance } from "../stage-map.ts";
import type { Body } from "../state.ts";
import { groupOf } from "./crowd-people.ts";
import type { Crowd } from "./crowd-state.ts";

const REACH_M = 2.5;

/** The person or crowd meant: of a crowd, whoever lies nearest, is found and is not being carried. */
export function lyingNear(
  run: Run,
  from: { x: number; y: number },
  who: string,
): { id: string; x: number; y: number } | null {
  const data = run.state.crowds;
  if (!data) return null;
  const { crowd } = data;
  let best: { id: string; x: number; y: number } | null = null;
  crowd.ids.forEach((id, i) => {
    if (!isHelpless(crowd, i) || !(id === who || groupOf(id) === who)) return;
    if (!data.found.includes(id)) return;
    const at = { id, x: crowd.x[i] ?? 0, y: crowd.y[i] ?? 0 };
    if (!best || distance(from, at) < distance(from, best)) best = at;
  });
  return best;
}

/** Lying, or waiting for somebody to carry them. */
export const isHelpless = ({ mode, need }: Crowd, i: number): boolean =>
  mode[i] === "down" || (mode[i] === "waiting" && need[i] === "carrying");

export const isOfCrowd = (run: Run, who: string): boolean =>
  run.state.crowds !== null && (run.state.crowds.groups[who] !== undefined || run.state.crowds.crowd.ids.includes(who));

/** Takes up whoever lies there. */
export function lift(run: Run, body: Body, who: string): RefusalCode | null {
  if (!able(body)) return "collapsed";
  if (body.carries !== null) return "already-done";
  const lying = lyingNear(run, body, who);
  if (!lying) return "unknown";
  if (distance(body, lying) > REACH_M) return "too-far";
  body.carries = lying.id;
  body.work = null;
  return null;
}

export function setDown(run: Run, body: Body): void {
  const data = run.state.crowds;
  const i = data && body.carries !== null ? data.crowd.ids.indexOf(body.carries) : -1;
  if (data && i >= 0) data.crowd.mode[i] = "down";
  body.carries = null;
}
