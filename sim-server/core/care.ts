// Care: lifting, carrying, treating and tagging somebody who is down.
import { CARE_WORK_S, type Care } from "../../scenarios/format/care.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { type Treatment, treat } from "./casualty.ts";
import { startFindings } from "./casualty-vitals.ts";
import { patientOf } from "./patients.ts";
import { able, emitFact, type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";
import { startTag } from "./triage.ts";

const CARE_REACH_M = 1.8;

/** Begins to care for somebody; a refusal code when it cannot be done. */
export function care(run: Run, body: Body, who: string, what: Care): RefusalCode | null {
  const other = run.state.bodies[who];
  if (!other || other === body) return "unknown";
  if (!able(body)) return "collapsed";
  const refused = what === "lay-down" ? (body.lifts === who ? null : "nobody-there") : unfit(run, body, other, what);
  if (refused) return refused;
  body.work = { prop: who, action: what, done: 0, need: CARE_WORK_S[what] * TICKS };
  body.walk = null;
  emitFact(run, body.slot, "work-begun", who, { action: what });
  return null;
}

function unfit(run: Run, body: Body, other: Body, what: Care): RefusalCode | null {
  const { map } = run.compiled;
  if (able(other)) return "not-down";
  if (map.floorAt(body.z) !== map.floorAt(other.z) || distance(body, other) > CARE_REACH_M) return "too-far";
  if (what !== "carry") return null;
  const held = run.compiled.slots.some(({ slot }) => run.state.bodies[slot]?.lifts === other.slot);
  return body.lifts !== null || held ? "hands-full" : null;
}

/** One tick of caring; what it leads to when it is done. */
export function careOn(run: Run, body: Body): void {
  const { work } = body;
  const other = work && run.state.bodies[work.prop];
  if (!work || !other || !able(body) || body.walk !== null) {
    body.work = null;
    return;
  }
  const what = work.action as Care;
  if (what !== "lay-down" && unfit(run, body, other, what) !== null) {
    body.work = null;
    return;
  }
  work.done += 1;
  if (work.done < work.need) return;
  body.work = null;
  finish(run, body, other, what);
}

function finish(run: Run, body: Body, other: Body, what: Care): void {
  const { slot } = other;
  if (what === "carry") {
    body.lifts = slot;
    emitFact(run, body.slot, "carried", slot, {});
    return;
  }
  if (what === "lay-down") {
    layDown(run, body);
    return;
  }
  const patient = patientOf(run, slot);
  if (what.startsWith("tag-")) {
    const tag = what.slice("tag-".length);
    const right = patient ? startTag(startFindings(patient)).tag === tag : false;
    emitFact(run, body.slot, "tagged", slot, { tag, right });
    return;
  }
  emitFact(run, body.slot, "treated", slot, { what, useful: patient ? treat(patient, what as Treatment) : false });
}

/** Lays down whom one carries; done by itself when the carrier falls. */
export function layDown(run: Run, body: Body): void {
  if (body.lifts === null) return;
  const slot = body.lifts;
  body.lifts = null;
  const outside = run.compiled.scenario.stage.rooms[run.state.bodies[slot]?.room ?? ""]?.indoor !== true;
  emitFact(run, body.slot, "laid-down", slot, { outside });
}

/** Whoever is carried goes where the carrier goes. */
export function carryAlong(run: Run, body: Body): void {
  const other = body.lifts === null ? undefined : run.state.bodies[body.lifts];
  if (!other) return;
  if (!able(body)) {
    layDown(run, body);
    return;
  }
  other.x = body.x;
  other.y = body.y;
  other.z = body.z;
  other.room = body.room;
}
