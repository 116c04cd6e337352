// A session: open a run of a scenario, step it one tick at a time. Pure and deterministic; a run has one owner,
// so step moves the state it is given on instead of copying it, and gives back what came of the tick.
import type { Fact } from "../../scenarios/format/facts.ts";
import type { Input, Intent } from "../protocol/intents.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { act } from "./acts.ts";
import { runScripts, wakeBehaviours } from "./behaviour.ts";
import { moveBodies } from "./bodies.ts";
import { turnChoices } from "./choices.ts";
import type { Compiled } from "./compile.ts";
import { command } from "./control.ts";
import { turnDossier } from "./dossier/dossier-turn.ts";
import { turnEnds } from "./ending.ts";
import { indexFacts, openIndex } from "./fact-index.ts";
import { workOn } from "./hands.ts";
import { stepCrowds } from "./hazard/crowd-run.ts";
import { stepExplosions } from "./hazard/explosion-run.ts";
import { stepFire } from "./hazard/fire-run.ts";
import { stepGas, stepHeads } from "./hazard/gas.ts";
import { stepBodies, stepCasualties, stepPublic } from "./health.ts";
import { judgeDuties, judgeExpected, judgeTasks, judgeViolations } from "./judgement.ts";
import { openBody } from "./newcomer.ts";
import { type Opening, openState } from "./opening.ts";
import { takePose } from "./poses.ts";
import { emitFact, type Run, TICKS } from "./run.ts";
import { stepAppliances } from "./sparks.ts";
import type { State } from "./state.ts";
import { applyChanges, driftWeather, turnEvents, turnInjects, turnPhases } from "./storyline.ts";
import { worldOf } from "./world.ts";

export type Session = { readonly run: Run };
type Refused = { input: number; code: RefusalCode };
export type StepResult = { facts: readonly Fact[]; refused: readonly Refused[] };

/** A new run in its lobby. Unknown parameters and slots are ignored; the linter has said what exists. */
export function open(compiled: Compiled, opening: Opening): Session {
  return wrap(compiled, openState(compiled, opening), []);
}

/** A run taken up again from its state and facts, as they came out of JSON. */
export function restore(compiled: Compiled, state: State, facts: readonly Fact[]): Session {
  return wrap(compiled, state, facts);
}

function wrap(compiled: Compiled, state: State, facts: readonly Fact[]): Session {
  const index = facts.length === 0 ? openIndex() : indexFacts(facts);
  const run: Run = { compiled, state, index, world: null, fresh: [], changes: [] };
  run.world = worldOf(run);
  return { run };
}

const CONTROL = new Set<string>([
  "start",
  "pause",
  "resume",
  "speed",
  "fire",
  "hold",
  "unhold",
  "skip",
  "event",
  "weather",
  "tell",
  "observe",
  "end",
]);

/**
 * Exactly one tick: 100 ms of exercise time while running; in the lobby, paused or ended only inputs are taken and
 * time stands still. Inputs are taken in order; a refused one has no other effect.
 */
export function step(session: Session, inputs: readonly Pick<Input, "by" | "intent">[]): StepResult {
  const { run } = session;
  const { state } = run;
  run.fresh = [];
  const moves = state.phase === "running";
  if (moves) state.tick += 1;
  run.compiled.conditions.read(state.tick, run.index, run.world);
  const refused: Refused[] = [];
  inputs.forEach(({ by, intent }, input) => {
    const code = take(run, by, intent);
    if (code) refused.push({ input, code });
  });
  if (moves && state.phase === "running") turn(run);
  applyChanges(run);
  return { facts: run.fresh, refused };
}

/**
 * Which of the waiting inputs the next step takes: all of them while time runs, one by one while it stands, so that
 * what follows a start or resume belongs to the first tick after it, live and in replay alike.
 */
export function batchOf<T>(phase: State["phase"], waiting: readonly T[]): readonly T[] {
  return phase === "running" ? waiting : waiting.slice(0, 1);
}

/** The order of a tick: bodies, hands, fire and crowd, the air each second, then the storyline and the judges when something changed. */
function turn(run: Run): void {
  const { tick } = run.state;
  const beat = tick % TICKS;
  runScripts(run);
  moveBodies(run);
  workOn(run);
  driftWeather(run);
  if (tick % 2 === 0) stepFire(run);
  if (beat === 3) stepExplosions(run);
  stepCrowds(run);
  if (beat === 0) stepGas(run);
  if (beat === 2) stepHeads(run);
  if (beat === 3) stepAppliances(run);
  if (beat === 4) stepBodies(run);
  if (beat === 5) stepCasualties(run);
  if (beat === 6) stepPublic(run);
  if (beat === 8 || run.fresh.length > 0) {
    turnDossier(run);
    turnPhases(run);
    turnEvents(run);
    turnInjects(run);
    turnChoices(run);
    applyChanges(run);
    judgeTasks(run);
    judgeDuties(run);
    judgeExpected(run);
    judgeViolations(run);
    wakeBehaviours(run);
    turnEnds(run);
  }
}

function take(run: Run, by: string, intent: Intent): RefusalCode | null {
  if (CONTROL.has(intent.do)) return command(run, by, intent as Extract<Intent, { do: "start" }>);
  if (intent.do === "joined" && !run.state.bodies[by] && run.compiled.slots.some(({ slot }) => slot === by))
    run.state.bodies[by] = openBody(run.compiled, by);
  const body = run.state.bodies[by];
  if (!body) return "unknown";
  switch (intent.do) {
    case "pose":
      if (run.state.phase === "running" || run.state.phase === "lobby") takePose(run, body, intent);
      return null;
    case "joined":
      body.player = true;
      body.connected = true;
      body.name = intent.name;
      body.scripts = [];
      body.follow = null;
      body.walk = null;
      emitFact(run, by, "joined", by, { name: intent.name });
      return null;
    case "disconnected":
      body.connected = false;
      emitFact(run, by, "disconnected", by, {});
      return null;
    case "reconnected":
      body.connected = true;
      emitFact(run, by, "reconnected", by, {});
      return null;
    default:
      return act(run, body, intent as Parameters<typeof act>[2]);
  }
}
