// A bot: plays one slot by declared steps, asking as a trainee would; the hands behind cases and class rehearsals.
import type { Step } from "../../scenarios/format/steps.ts";
import type { PlayerIntent } from "../protocol/intents.ts";
import type { Compiled } from "./compile.ts";
import type { Plan } from "./conditions.ts";
import { type Run, TICKS } from "./run.ts";
import { advanceStep } from "./step-progress.ts";

export type Bot = {
  slot: string;
  steps: { at: number; step: Step }[];
  untils: Map<string, Plan>;
  next: number;
  begun: boolean;
  until: number;
  /** The step the last ask was made for. */
  asked: number;
};

export function openBot(compiled: Compiled, slot: string, steps: Bot["steps"]): Bot {
  const untils = new Map<string, Plan>();
  for (const { step } of steps) if ("until" in step) untils.set(step.until, compiled.conditions.plan(step.until));
  return { slot, steps, untils, next: 0, begun: false, until: 0, asked: -1 };
}

/**
 * What the bot asks in this tick, if anything. A step waits for its time and for the one before it; a step that
 * was refused is passed over, as a person would go on.
 */
export function askOf(run: Run, bot: Bot): PlayerIntent | null {
  const entry = bot.steps[bot.next];
  const body = run.state.bodies[bot.slot];
  if (!entry || !body || run.state.tick < entry.at || run.state.tick < bot.until) return null;
  const { step } = entry;
  const pass = (): null => {
    bot.next += 1;
    bot.begun = false;
    return null;
  };
  if ("wait" in step) {
    bot.until = run.state.tick + Math.round(step.wait * TICKS);
    return pass();
  }
  if ("say" in step) return pass();
  run.compiled.conditions.read(run.state.tick, run.index, run.world);
  if ("until" in step) return bot.untils.get(step.until)?.() === true ? pass() : null;
  const progress = advanceStep(run, body, step, bot.begun);
  if (progress.intent && (progress.intent.do !== "go" || "go" in step)) bot.begun = true;
  if (progress.intent) bot.asked = bot.next;
  if (progress.done) {
    bot.next += 1;
    bot.begun = false;
  }
  return progress.intent;
}

/** Tells the bot that its last ask was refused: it gives that step up. */
export function refuse(bot: Bot): void {
  if (bot.next !== bot.asked) return;
  bot.next += 1;
  bot.begun = false;
}
