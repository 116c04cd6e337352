// Triggers: at a time, on the edge of a condition, with delay and a most number of times.
import type { TriggerPlan } from "./compile.ts";
import { type Run, TICKS } from "./run.ts";
import type { TriggerData } from "./state.ts";

export const openTrigger = (): TriggerData => ({ last: false, fired: 0, due: -1 });

/** Whether the trigger fires in this tick; keeps its memory in `data`. Manual triggers never fire by themselves. */
export function fires(run: Run, plan: TriggerPlan, data: TriggerData): boolean {
  const { trigger, when } = plan;
  if (data.fired >= trigger.times) return false;
  const { tick } = run.state;
  const delay = Math.round((trigger.delay ?? 0) * TICKS);
  if (trigger.at !== undefined) {
    if (tick < Math.round(trigger.at * TICKS) + delay) return false;
    data.fired = trigger.times;
    return true;
  }
  if (data.due >= 0 && tick >= data.due) {
    data.due = -1;
    data.fired += 1;
    return true;
  }
  if (when === null) return false;
  const now = when() === true;
  const edge = trigger.edge === "falling" ? data.last && !now : trigger.edge === "rising" ? now && !data.last : now;
  data.last = now;
  if (!edge || data.due >= 0) return false;
  if (delay > 0) {
    data.due = tick + delay;
    return false;
  }
  data.fired += 1;
  return true;
}
