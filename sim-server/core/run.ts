// A run in hand: compiled scenario, state and facts, with the few acts every engine needs (say a fact, tell a person).
import type { Fact, FactFields, FactKind } from "../../scenarios/format/facts.ts";
import type { Change } from "../../scenarios/format/storyline.ts";
import type { Text } from "../../scenarios/format/text.ts";
import type { Compiled } from "./compile.ts";
import type { World } from "./conditions.ts";
import { addFact, type FactIndex } from "./fact-index.ts";
import { hasAir } from "./hazard/breathing-air.ts";
import type { Body, State } from "./state.ts";

/** Ticks in a second of exercise time. */
export const TICKS = 10;

export type Run = {
  readonly compiled: Compiled;
  readonly state: State;
  readonly index: FactIndex;
  /** What conditions may ask of this run; made once. */
  world: World | null;
  /** Facts of the tick in hand. */
  fresh: Fact[];
  /** Changes of the world asked for by injects, events and decisions in this tick. */
  changes: { change: Change; by: string }[];
};

/** Records what came of something: the only thing scores, injects and reports read. */
export function emitFact<K extends FactKind>(run: Run, by: string, kind: K, of: string, fields: FactFields<K>): Fact {
  const fact = { tick: run.state.tick, by, kind, of, ...fields } as unknown as Fact;
  addFact(run.index, fact, run.state.facts);
  run.fresh.push(fact);
  return fact;
}

/** Puts an item in the inbox of one slot. */
export function tell(run: Run, to: string, item: { channel: string; from: string; text: Text; inject?: string }): void {
  const { inbox, tick } = run.state;
  inbox.push({
    id: (inbox.at(-1)?.id ?? 0) + 1,
    tick,
    to,
    channel: item.channel,
    from: item.from,
    zh: item.text.zh,
    en: item.text.en,
    inject: item.inject ?? null,
  });
}

/** Whether somebody can still act. */
export const able = (body: Body): boolean => body.condition !== "collapsed" && body.condition !== "dead";
const wearsAir = (body: Body): boolean => body.air !== null && hasAir(body.air);
/** In a suit or turnout clothing, on air that still flows. */
export const isProtected = (body: Body): boolean => (body.suit || body.turnout) && wearsAir(body);

/** Fit to go into the drill's gas: in suit and air, or on air alone where the gas does not harm the skin. */
export const isGuarded = (run: Run, body: Body): boolean =>
  isProtected(body) || (run.compiled.gas.substance.id === "hydrogen-sulfide" && body.scba && wearsAir(body));

/** The slots meant by a position or a slot, of those that somebody holds or the system plays. */
export function slotsOf(run: Run, who: string): string[] {
  if (run.state.bodies[who]) return [who];
  return run.compiled.slots.flatMap(({ slot, position }) => (position === who && run.state.bodies[slot] ? [slot] : []));
}
