// Control: the instructor's commands, carried out on the run and kept as facts with who gave them.
import type { ControlIntent } from "../protocol/intents.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { finish } from "./ending.ts";
import { emitFact, type Run, slotsOf, tell } from "./run.ts";
import { blow, happen, release } from "./storyline.ts";

/** Carries out one command; a refusal code when it makes no sense now. */
export function command(run: Run, by: string, intent: ControlIntent): RefusalCode | null {
  const { state } = run;
  if (state.phase === "ended") return "ended";
  switch (intent.do) {
    case "start":
      if (state.phase !== "lobby") return "already-done";
      state.phase = "running";
      emitFact(run, by, "run-started", run.compiled.scenario.id, {});
      emitFact(run, "world", "phase-began", run.compiled.scenario.phases[0]?.id ?? "", {});
      return null;
    case "pause":
      if (state.phase !== "running") return state.phase === "paused" ? "already-done" : "not-running";
      state.phase = "paused";
      emitFact(run, by, "paused", "clock", {});
      return null;
    case "resume":
      if (state.phase !== "paused") return "already-done";
      state.phase = "running";
      emitFact(run, by, "resumed", "clock", {});
      return null;
    case "speed":
      state.speed = intent.factor;
      emitFact(run, by, "speed-changed", "clock", { speed: intent.factor });
      return null;
    case "fire":
    case "hold":
    case "unhold":
    case "skip":
      return steer(run, by, intent.do, intent.inject);
    case "event":
      if (state.phase === "lobby") return "not-running";
      return happen(run, intent.event, by, true) ? null : "unknown";
    case "weather":
      if (intent.windFromDeg !== undefined) blow(run, "fromDeg", intent.windFromDeg, 20);
      if (intent.windSpeedMps !== undefined) blow(run, "speedMps", intent.windSpeedMps, 20);
      if (intent.temperatureC !== undefined) state.wind.temperatureC = intent.temperatureC;
      return null;
    case "tell": {
      const slots = intent.to.flatMap((who) => slotsOf(run, who)).filter((slot) => state.bodies[slot]);
      if (slots.length === 0) return "unknown";
      for (const slot of slots) tell(run, slot, { channel: intent.channel, from: intent.from, text: intent.text });
      emitFact(run, by, "told", "ad-hoc", { to: intent.to.join(" "), channel: intent.channel, ...intent.text });
      return null;
    }
    case "observe":
      emitFact(run, by, "observed", intent.task ?? intent.about ?? "run", {
        text: intent.text,
        rating: intent.rating ?? "",
      });
      return null;
    case "end":
      finish(run, by, "stopped");
      return null;
  }
}

function steer(run: Run, by: string, what: "fire" | "hold" | "unhold" | "skip", id: string): RefusalCode | null {
  const inject = run.compiled.scenario.msel.find((one) => one.inject === id);
  const data = run.state.injects[id];
  if (!inject || !data) return "unknown";
  if (data.status === "released" || data.status === "skipped") return "already-done";
  switch (what) {
    case "fire":
      if (run.state.phase === "lobby") return "not-running";
      release(run, inject, by, true);
      return null;
    case "hold":
      if (data.status === "held") return "already-done";
      data.status = "held";
      emitFact(run, by, "inject-held", id, {});
      return null;
    case "unhold":
      if (data.status !== "held") return "already-done";
      data.status = "pending";
      return null;
    case "skip":
      data.status = "skipped";
      emitFact(run, by, "inject-skipped", id, {});
      return null;
  }
}
