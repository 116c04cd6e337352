// How one declared step becomes asks: for simulated people and for the bots that play cases.
import type { Step } from "../../scenarios/format/steps.ts";
import type { PlayerIntent } from "../protocol/intents.ts";
import { dossierAsk } from "./dossier/dossier-steps.ts";
import { reaches } from "./hands.ts";
import { isOfCrowd, lyingNear } from "./hazard/crowd-lift.ts";
import { able, type Run, slotsOf } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";
import { standingPoint } from "./walking.ts";

export type Progress = { intent: PlayerIntent | null; done: boolean };
/** Whoever stands where a prop is used from tries, even if it cannot be reached: the refusal ends the step. */
const AT_SPOT_M = 0.3;
const busy: Progress = { intent: null, done: false };
const finished: Progress = { intent: null, done: true };

/** What a body does next for one step: an ask, waiting, or done. `begun` tells whether the step's ask was made. */
export function advanceStep(run: Run, body: Body, step: Step, begun: boolean): Progress {
  if ("go" in step) {
    if (!begun) return { intent: { do: "go", to: step.go }, done: false };
    return body.walk === null ? finished : busy;
  }
  if ("operate" in step) {
    if (begun) return body.work === null && body.walk === null ? finished : busy;
    const stand = standingPoint(run, step.operate);
    if (!reaches(run, body, step.operate) && (stand === null || distance(body, stand) > AT_SPOT_M))
      return body.walk ? busy : { intent: { do: "go", to: step.operate }, done: false };
    return body.walk ? busy : { intent: { do: "operate", prop: step.operate, action: step.action }, done: false };
  }
  if ("check" in step && isOfCrowd(run, step.check)) {
    const lying = lyingNear(run, body, step.check);
    if (!lying) return finished;
    if (distance(body, lying) > 2.2) return body.walk ? busy : { intent: { do: "go", to: step.check }, done: false };
    return { intent: { do: "check", who: step.check }, done: true };
  }
  if ("check" in step) {
    const who = slotsOf(run, step.check).find((slot) => slot !== body.slot);
    const other = who === undefined ? undefined : run.state.bodies[who];
    if (who === undefined || !other) return finished;
    if (distance(body, other) > 2.2) return body.walk ? busy : { intent: { do: "go", to: who }, done: false };
    return { intent: { do: "check", who }, done: true };
  }
  if ("send" in step) {
    const prop = run.compiled.scenario.messages[step.send]?.at;
    const goal = prop === undefined ? null : standingPoint(run, prop);
    if (prop !== undefined && goal && distance(body, goal) > 1.8)
      return body.walk ? busy : { intent: { do: "go", to: prop }, done: false };
    return {
      intent: { do: "send", message: step.send, ...(step.to === undefined ? {} : { to: step.to }) },
      done: true,
    };
  }
  if ("report" in step) {
    const channel = run.compiled.scenario.reports[step.report]?.channel;
    const kind = channel === "phone" ? "phone" : channel === "written" ? "report-desk" : null;
    const prop =
      kind && Object.entries(run.compiled.scenario.stage.props).find(([, other]) => other.kind === kind)?.[0];
    const goal = prop ? standingPoint(run, prop) : null;
    if (prop && goal && distance(body, goal) > 1.8)
      return body.walk ? busy : { intent: { do: "go", to: prop }, done: false };
    return { intent: { do: "report", report: step.report, items: step.items }, done: true };
  }
  if ("decide" in step) return { intent: { do: "decide", decision: step.decide, option: step.option }, done: true };
  if ("answer" in step) return { intent: { do: "answer", probe: step.answer, option: step.option }, done: true };
  if ("care" in step) {
    if (begun) return body.work === null ? finished : busy;
    const all = slotsOf(run, step.care).filter((slot) => slot !== body.slot);
    const who = all.find((slot) => !able(run.state.bodies[slot] ?? body)) ?? all[0];
    const other = who === undefined ? undefined : run.state.bodies[who];
    if (who === undefined || !other) return finished;
    if (distance(body, other) > 1.6 && step.what !== "lay-down")
      return body.walk ? busy : { intent: { do: "go", to: who }, done: false };
    return { intent: { do: "care", who, what: step.what }, done: false };
  }
  if ("follow" in step)
    return { intent: { do: "follow", who: slotsOf(run, step.follow)[0] ?? step.follow }, done: true };
  const asked = dossierAsk(step);
  return asked ? { intent: asked, done: true } : finished;
}
