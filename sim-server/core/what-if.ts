// What if one thing had been asked earlier, later or never: the same run replayed with its changed inputs, held beside it.
import type { AskRow, Branch, Quantities, Sample, Tweak, WhatIf } from "../protocol/branching.ts";
import type { Input } from "../protocol/intents.ts";
import type { Compiled } from "./compile.ts";
import type { Opening } from "./opening.ts";
import { replay } from "./replay.ts";
import { type Run, TICKS } from "./run.ts";
import { score } from "./score.ts";
import { boardFrame, bodyFrame } from "./views/console.ts";
import { logEntry } from "./views/log.ts";

const SAMPLE_TICKS = 50;
/** Beyond its length a run may go on this long before it is given up, s. */
const GRACE_S = 3600;
/** What belongs to the clock and to coming and going is no choice anybody made in the drill. */
const FIXED = new Set<string>([
  "start",
  "pause",
  "resume",
  "speed",
  "end",
  "joined",
  "disconnected",
  "reconnected",
  "observe",
]);
const MILESTONES = new Set<string>([
  "leak-started",
  "leak-stopped",
  "evacuation-ordered",
  "evacuation-finished",
  "condition-changed",
  "casualties-changed",
  "violation-committed",
  "duty-met",
  "duty-expired",
  "task-met",
  "task-overdue",
  "run-ended",
]);

type Numbered<I> = { readonly input: I; readonly number: number };
type Played = Branch & { readonly refused: ReadonlyMap<number, string> };

/** Plays the run as it was and, if there are tweaks, as it would have been; 0.1 s a tick, positions as recorded. */
export function whatIf(
  compiled: Compiled,
  opening: Opening,
  inputs: readonly Input[],
  lastTick: number,
  tweaks: readonly Tweak[],
): WhatIf {
  let asks = 0;
  const numbered = inputs.map((input): Numbered<Input> => {
    if (input.intent.do === "pose") return { input, number: 0 };
    asks += 1;
    return { input, number: asks };
  });
  const before = play(compiled, opening, numbered, lastTick);
  const rows = numbered.flatMap((one) => rowOf(one, before.refused));
  const tweaked = new Map(tweaks.map(({ number, byS }) => [number, byS]));
  const after = tweaks.length === 0 ? null : play(compiled, opening, tweak(numbered, tweaked), lastTick);
  const others = rows.filter(({ number }) => !(tweaked.has(number) && tweaked.get(number) === null));
  const lastInputTick = inputs.at(-1)?.tick ?? 0;
  return {
    asks: rows,
    before: branch(before),
    after: after && branch(after),
    newlyRefused: others.flatMap((row) => {
      const code = after?.refused.get(row.number);
      return code !== undefined && row.refused === null ? [{ ...row, refused: code }] : [];
    }),
    newlyTaken: after ? others.filter(({ number, refused }) => refused !== null && !after.refused.has(number)) : [],
    lastInputTick,
  };
}

const branch = ({ score, quantities, series, milestones }: Played): Branch => ({
  score,
  quantities,
  series,
  milestones,
});

function rowOf(
  { input: { tick, by, intent }, number }: Numbered<Input>,
  refused: ReadonlyMap<number, string>,
): AskRow[] {
  if (number === 0) return [];
  return [{ number, tick, by, intent, refused: refused.get(number) ?? null, movable: !FIXED.has(intent.do) }];
}

/** A moved ask comes after what else was asked at its new tick. */
function tweak(inputs: readonly Numbered<Input>[], by: ReadonlyMap<number, number | null>): Numbered<Input>[] {
  const kept = inputs.filter(({ number }) => !by.has(number));
  const moved = inputs.flatMap(({ input, number }): Numbered<Input>[] => {
    const byS = by.get(number);
    if (byS === undefined || byS === null) return [];
    return [{ input: { ...input, tick: Math.max(0, input.tick + Math.round(byS * TICKS)) }, number }];
  });
  // Sorting is stable: equal ticks keep this order.
  return [...kept, ...moved].sort((a, b) => a.input.tick - b.input.tick);
}

function play(compiled: Compiled, opening: Opening, numbered: readonly Numbered<Input>[], lastTick: number): Played {
  const numbers = new Map(numbered.map(({ input, number }) => [input, number]));
  const refused = new Map<number, string>();
  const series: Sample[] = [];
  let worstPpm = 0;
  let sampled = -1;
  const untilTick = Math.max(lastTick, (compiled.scenario.duration + GRACE_S) * TICKS);
  const inputs = numbered.map(({ input }) => input);
  const { run } = replay(compiled, opening, inputs, untilTick, (session, taken, result): undefined => {
    for (const { input, code } of result.refused) {
      const number = numbers.get(taken[input] as Input) ?? 0;
      if (number > 0) refused.set(number, code);
    }
    const { tick, bodies } = session.run.state;
    for (const body of Object.values(bodies)) if (body.player) worstPpm = Math.max(worstPpm, body.ppm);
    if (tick % SAMPLE_TICKS !== 0 || tick === sampled) return;
    sampled = tick;
    series.push(sampleOf(session.run));
  });
  const facts = run.index.all;
  return {
    score: score(compiled, facts),
    quantities: quantitiesOf(run, worstPpm),
    series,
    milestones: facts.flatMap((fact, at) => (MILESTONES.has(fact.kind) ? [logEntry(fact, at + 1)] : [])),
    refused,
  };
}

function sampleOf(run: Run): Sample {
  const board = boardFrame(run);
  const people = Object.values(run.state.bodies).filter(({ player }) => player);
  return {
    tick: run.state.tick,
    leakKgPerS: board.hazards.reduce((sum, { kgPerS }) => sum + kgPerS, 0),
    worstPpm: Math.max(0, ...people.map(({ ppm }) => Math.round(ppm * 100) / 100)),
    publicPpm: Math.max(0, ...board.populations.map(({ ppm }) => ppm)),
    publicLeft: board.populations.reduce((sum, { remaining }) => sum + remaining, 0),
  };
}

function quantitiesOf(run: Run, worstPpm: number): Quantities {
  const board = boardFrame(run);
  const { state, compiled } = run;
  const people = Object.values(state.bodies).filter(({ player }) => player);
  const places = Object.values(compiled.scenario.populations).map(({ at }) => state.places[at]?.peak ?? 0);
  return {
    endTick: state.tick,
    releasedKg: board.hazards.reduce((sum, { releasedKg }) => sum + releasedKg, 0),
    leakStoppedTick: run.index.byKind.get("leak-stopped")?.at(-1)?.tick ?? null,
    worstPpm: Math.round(worstPpm * 100) / 100,
    worstDosePercent: Math.max(0, ...people.map((body) => bodyFrame(run, body).dosePercent)),
    publicPeakPpm: Math.round(Math.max(0, ...places) * 100) / 100,
    publicLeft: board.populations.reduce((sum, { remaining }) => sum + remaining, 0),
    dead: board.casualties.dead,
    seriouslyInjured: board.casualties.seriouslyInjured,
  };
}
