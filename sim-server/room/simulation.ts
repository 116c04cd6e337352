// One live run: its session, its clock and its journal. What was asked is on disk before it is stepped and answered.
import type { Compiled } from "../core/compile.ts";
import { hashOf } from "../core/hash.ts";
import { batchOf, type Session, type StepResult, step } from "../core/session.ts";
import { canonicalJson } from "../journal/chain.ts";
import type { JournalEntry } from "../journal/entry.ts";
import type { Journal } from "../journal/journal.ts";
import type { Input, Intent, Pose } from "../protocol/intents.ts";
import type { Answer, RefusalCode } from "../protocol/refusals.ts";
import { openLateness } from "./lateness.ts";
import { inputOf, type PoseSample, packTrack, quantised } from "./pose-track.ts";

export const TICK_MS = 100;
/** Poses are on disk within a second: this long they gather, then they wait a moment for company. */
const GATHER_MS = 800;
const HASH_TICKS = 50;
/** A clock further behind than this lets the rest of its lag go instead of racing after it. */
const CATCH_UP_TICKS = 5;
/** While time stands, poses only show who stands where. */
const STANDING_POSE_MS = 500;
const WAITING_MOST = 500;

export type SimulationHooks = {
  /** After every step; facts are those of this step. */
  stepped(result: StepResult): void;
  /** After every turn of the clock, also while time stands. */
  turned(): void;
  /** The run has ended by its own or by command; its journal is closed. */
  ended(): Promise<void>;
  /** The journal cannot be written: the run stops here and is taken up again at the next start. */
  failed(error: unknown): void;
};

export type Simulation = {
  readonly runId: string;
  readonly compiled: Compiled;
  readonly session: Session;
  /** An ask known by its id is answered as before. */
  ask(by: string, intent: Intent, askId?: string): Promise<Answer>;
  pose(slot: string, pose: Pose): void;
  start(): void;
  /** Finishes the tick in hand and writes what is not written yet. */
  stop(note: string): Promise<void>;
  /** How late the ticks of the last twenty seconds came, ms. */
  lateness(): Float64Array;
};

type Waiting = { readonly by: string; readonly intent: Intent; readonly askId?: string; done(answer: Answer): void };

export type SimulationParts = {
  readonly runId: string;
  readonly compiled: Compiled;
  readonly session: Session;
  readonly journal: Journal;
  /** Answers given before a restart, by who asked and the ask's id. */
  readonly answered?: ReadonlyMap<string, Answer>;
  readonly hooks: SimulationHooks;
};

export const askKey = (by: string, askId: string): string => `${by} ${askId}`;

export function openSimulation({ runId, compiled, session, journal, answered, hooks }: SimulationParts): Simulation {
  const slots = compiled.slots.map((plan) => plan.slot);
  const { state } = session.run;
  const answers = new Map<string, Promise<Answer>>();
  for (const [key, answer] of answered ?? []) answers.set(key, Promise.resolve(answer));
  let waiting: Waiting[] = [];
  let poses = new Map<string, Pose>();
  let track: PoseSample[] = [];
  let trackFrom = state.tick;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = 0;
  let writtenMs = 0;
  let standingPosesMs = 0;
  let turning: Promise<void> = Promise.resolve();
  let running = false;
  let closed = state.phase === "ended";
  const late = openLateness();

  function ask(by: string, intent: Intent, askId?: string): Promise<Answer> {
    const known = askId === undefined ? undefined : answers.get(askKey(by, askId));
    if (known !== undefined) return known;
    if (closed) return Promise.resolve({ ok: false, refusal: { code: "ended" } });
    if (waiting.length >= WAITING_MOST) return Promise.resolve({ ok: false, refusal: { code: "rate-limited" } });
    const answer = new Promise<Answer>((done) => {
      // As the journal will give it back, so that a replay sees the same object down to the order of its keys.
      const plain = JSON.parse(canonicalJson(intent)) as Intent;
      waiting.push({ by, intent: plain, done, ...(askId === undefined ? {} : { askId }) });
    });
    if (askId !== undefined) answers.set(askKey(by, askId), answer);
    return answer;
  }

  /** The poses and the hash that are not on disk yet, as entries; asks always come after the poses before them. */
  function pendingTrack(): JournalEntry[] {
    if (track.length === 0 && trackFrom === state.tick) return [];
    const entry: JournalEntry = {
      kind: "track",
      fromTick: trackFrom,
      toTick: state.tick,
      poses: packTrack(slots, track),
    };
    track = [];
    trackFrom = state.tick;
    return [entry];
  }

  async function turn(): Promise<void> {
    const moving = state.phase === "running";
    const samples = takePoses(moving);
    const asked = waiting;
    waiting = [];
    track.push(...samples);
    const { tick } = state;
    if (asked.length > 0) {
      const inputs = asked.map(({ by, intent, askId }): JournalEntry => {
        return { kind: "input", tick, by, intent, ...(askId === undefined ? {} : { askId }) };
      });
      await journal.append(runId, [...pendingTrack(), ...inputs]);
    }
    const byInput = new Map<Input, Waiting>();
    const asks = asked.map((one): Input => {
      const input = { tick, by: one.by, intent: one.intent };
      byInput.set(input, one);
      return input;
    });
    let left: readonly Input[] = [...samples.map(inputOf), ...asks];
    while (left.length > 0 || state.phase === "running") {
      const batch = batchOf(state.phase, left);
      left = left.slice(batch.length);
      if (stepOnce(batch, byInput)) break;
    }
    if (state.phase === "ended" && !closed) await close();
  }

  /** True when time moved: the turn is over. */
  function stepOnce(batch: readonly Input[], byInput: ReadonlyMap<Input, Waiting>): boolean {
    const before = state.tick;
    const result = step(session, batch);
    const refused = new Map(result.refused.map(({ input, code }) => [input, code]));
    for (const [at, input] of batch.entries()) byInput.get(input)?.done(answerOf(state.tick, refused.get(at)));
    hooks.stepped(result);
    if (state.tick === before) return false;
    if (state.phase === "running") flush();
    return true;
  }

  function flush(): void {
    const hashes = state.tick % HASH_TICKS === 0;
    const nowMs = performance.now();
    if (!hashes && nowMs - writtenMs < GATHER_MS) return;
    writtenMs = nowMs;
    const entries = pendingTrack();
    if (hashes) entries.push({ kind: "hash", tick: state.tick, stateSha256: hashOf(session) });
    if (entries.length > 0) journal.appendSoon(runId, entries).catch(fail);
  }

  function takePoses(moving: boolean): PoseSample[] {
    if (poses.size === 0) return [];
    const nowMs = performance.now();
    if (!moving && nowMs - standingPosesMs < STANDING_POSE_MS) return [];
    standingPosesMs = nowMs;
    const taken = poses;
    poses = new Map();
    if (!moving && state.phase !== "lobby") return [];
    return slots.flatMap((slot) => {
      const pose = taken.get(slot);
      return pose ? [{ tick: state.tick, slot, pose: quantised(pose) }] : [];
    });
  }

  async function close(): Promise<void> {
    closed = true;
    const hash: JournalEntry = { kind: "hash", tick: state.tick, stateSha256: hashOf(session) };
    const outcome = state.outcome ?? "stopped";
    await journal.append(runId, [...pendingTrack(), hash, { kind: "closed", tick: state.tick, outcome }]);
    await hooks.ended();
  }

  function fail(error: unknown): void {
    running = false;
    closed = true;
    clearTimeout(timer);
    for (const { done } of waiting) done({ ok: false, refusal: { code: "not-running" } });
    hooks.failed(error);
  }

  function schedule(): void {
    if (!running) return;
    const intervalMs = state.phase === "running" ? TICK_MS / state.speed : TICK_MS / 2;
    const nowMs = performance.now();
    dueMs = Math.max(dueMs + intervalMs, nowMs - CATCH_UP_TICKS * intervalMs);
    if (state.phase !== "running") dueMs = Math.max(dueMs, nowMs);
    const due = dueMs;
    timer = setTimeout(() => wake(due), Math.max(0, due - nowMs));
  }

  function wake(due: number): void {
    if (state.phase === "running") late.add(performance.now() - due);
    turning = turn().then(hooks.turned).then(schedule, fail);
  }

  return {
    runId,
    compiled,
    session,
    ask,
    pose: (slot, pose) => {
      if (!closed && slots.includes(slot)) poses.set(slot, pose);
    },
    start: () => {
      running = true;
      dueMs = performance.now();
      schedule();
    },
    stop: async (note) => {
      running = false;
      clearTimeout(timer);
      await turning;
      if (closed) return;
      const clock: JournalEntry = { kind: "clock", tick: state.tick, wallMs: Date.now(), note };
      await journal.append(runId, [...pendingTrack(), clock]);
    },
    lateness: late.last,
  };
}

function answerOf(tick: number, code: RefusalCode | undefined): Answer {
  return code === undefined ? { ok: true, tick } : { ok: false, refusal: { code } };
}
