// A line to a run that lives in the page itself: the real core without a server, for tests of what a trainee sees.

import type { Connection, Line } from "../../../client/session/connect.ts";
import scenarioText from "../../../scenarios/emergency/chlorine-station/scenario.yaml?raw";
import stageText from "../../../scenarios/emergency/chlorine-station/stage.yaml?raw";
import { parseScenario } from "../../../scenarios/format/parse.ts";
import { compileScenario } from "../../../sim-server/core/compile.ts";
import { open, step } from "../../../sim-server/core/session.ts";
import { briefingFor } from "../../../sim-server/core/views/briefings.ts";
import { mirrorFrame } from "../../../sim-server/core/views/mirror.ts";
import { inboxFor, selfView } from "../../../sim-server/core/views/self.ts";
import type { MirrorFrame } from "../../../sim-server/protocol/frames.ts";
import type { Intent } from "../../../sim-server/protocol/intents.ts";
import type { Answer } from "../../../sim-server/protocol/refusals.ts";

export type Solo = {
  readonly line: Line;
  readonly advance: (ticks: number) => void;
  readonly by: (who: string, intent: Intent) => void;
  /** Stands the trainee's body somewhere at once. */
  readonly put: (x: number, y: number) => void;
};

export function openSolo(slot: string): Solo {
  const parsed = parseScenario(
    new Map([
      ["scenario.yaml", scenarioText],
      ["stage.yaml", stageText],
    ]),
  );
  if (!parsed.scenario) throw new Error(parsed.problems.map((problem) => JSON.stringify(problem)).join("\n"));
  const compiled = compileScenario(parsed.scenario);
  const session = open(compiled, { seed: 7, parameters: {}, players: { [slot]: "李明" } });
  const { run } = session;
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const watchers = new Set<() => void>();
  let frame: MirrorFrame = mirrorFrame(run);
  let told = 0;

  const emit = (name: string, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  const turn = (inputs: { by: string; intent: Intent }[]): string | null => {
    const result = step(session, inputs);
    return result.refused[0]?.code ?? null;
  };
  const publish = () => {
    frame = { ...mirrorFrame(run), cloud: run.state.tick % 10 === 0 ? mirrorFrame(run).cloud : frame.cloud };
    for (const watcher of watchers) watcher();
    if (run.state.tick % 5 === 0) emit("self", selfView(run, slot));
    const fresh = inboxFor(run, slot, told);
    if (fresh.length > 0) emit("inbox", fresh);
    told = fresh.at(-1)?.id ?? told;
  };
  const by = (who: string, intent: Intent) => {
    turn([{ by: who, intent }]);
    publish();
  };
  by(slot, { do: "joined", name: "李明" });
  setInterval(() => {
    if (run.state.phase === "running") turn([]);
    publish();
  }, 100);

  const line: Line = {
    source: {
      getFrame: () => frame,
      subscribe: (listener) => {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
    },
    connection: (): Connection => "live",
    ask: (intent) => {
      const code = turn([{ by: slot, intent }]);
      emit("self", selfView(run, slot));
      publish();
      const answer = code ? { ok: false, refusal: { code } } : { ok: true, tick: run.state.tick };
      return Promise.resolve(answer as Answer);
    },
    sendPose: ([, x = 0, y = 0, z = 0, yawDeg = 0, pitchDeg = 0]) => {
      turn([{ by: slot, intent: { do: "pose", x, y, z, yawDeg, pitchDeg } }]);
    },
    onMessage: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener as (payload: never) => void));
      const names = Object.fromEntries(compiled.slots.map((plan) => [plan.slot, plan.slot === slot ? "李明" : ""]));
      queueMicrotask(() => {
        if (name === "briefing") emit("briefing", briefingFor(compiled, { runId: "solo", names }, slot));
        if (name === "self") emit("self", selfView(run, slot));
        if (name === "inbox") emit("inbox", inboxFor(run, slot));
      });
      return () => known.delete(listener as (payload: never) => void);
    },
    onConnection: () => () => undefined,
    close: () => undefined,
  };
  return {
    line,
    by,
    put: (x, y) => {
      const body = run.state.bodies[slot];
      if (body) Object.assign(body, { x, y, held: null });
      publish();
    },
    advance: (ticks) => {
      for (let i = 0; i < ticks; i++) turn([]);
      emit("self", selfView(run, slot));
      publish();
    },
  };
}
