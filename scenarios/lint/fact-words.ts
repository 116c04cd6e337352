// The words a fact's fields can hold, so that a comparison with any other word is known to fail.
import { CARES } from "../format/care.ts";
import type { FactKind } from "../format/facts.ts";
import { PROP_ACTIONS, type PropKind } from "../format/stage.ts";
import type { Possible, Thing } from "./possibility.ts";

/** Kinds whose `of` is something that had to become possible first. */
const THINGS: Partial<Record<FactKind, Thing>> = {
  "task-met": "task",
  "inject-released": "inject",
  "event-happened": "event",
  "phase-began": "phase",
  "report-sent": "report",
  decided: "decision",
  "duty-started": "duty",
  "duty-met": "duty met",
  "violation-committed": "violation",
  "probe-asked": "probe",
  "probe-answered": "probe",
  "evacuation-ordered": "population",
  "evacuation-finished": "population",
  ordered: "message",
  entered: "entered",
  left: "entered",
};

/** Kinds that come of using a prop, whose `of` is that prop. */
const USED: Partial<Record<FactKind, readonly PropKind[]>> = {
  measured: ["sample-point"],
  tested: ["sample-point"],
  washed: ["shower"],
  counted: ["board"],
  worn: ["suit-rack", "scba-rack"],
  doffed: ["suit-rack", "scba-rack"],
  "alarm-pressed": ["button"],
  "water-applied": ["monitor"],
  "fire-attacked": ["hose", "extinguisher"],
  inspected: ["gas-head", "control-panel", "wind-sock", "scenery"],
};

/** Kinds somebody does or undergoes, whose `by` is that person's slot. */
const PERSONAL: ReadonlySet<FactKind> = new Set([
  "worn",
  "doffed",
  "entered",
  "left",
  "operated",
  "work-begun",
  "inspected",
  "measured",
  "tested",
  "treated",
  "tagged",
  "carried",
  "laid-down",
  "washed",
  "counted",
  "report-sent",
  "decided",
  "probe-answered",
  "buddy-checked",
  "exposed",
  "condition-changed",
  "air-low",
  "refused",
  "air-out",
]);

const FIXED: Readonly<Record<string, readonly string[]>> = {
  "refused.why": ["suit", "air", "smoke"],
  "treated.what": ["airway", "bleeding", "oxygen", "chest-decompression", "antidote", "decontamination"],
  "sparked.what": ["switch", "flame", "phone", "appliance"],
  "tagged.tag": ["green", "yellow", "red", "black"],
  "worn.item": ["suit", "scba"],
  "doffed.item": ["suit", "scba"],
  "entered.suit": ["A", "turnout", "none"],
  "leak-stopped.how": ["valve", "alkali"],
  "fire-out.how": ["hose", "sprinkler", "powder", "burnt-out"],
  "smoke-filled.cause": ["dose", "heat", "smoke", "radiation"],
  "fire-detected.head": ["smoke", "heat"],
  "person-overcome.to": ["collapsed", "dead"],
  "blast-hurt.band": ["none", "glass", "unusable", "walls", "houses", "total"],
  "leak-changed.side": ["liquid", "gas"],
  "condition-changed.to": ["well", "irritated", "impaired", "collapsed", "dead"],
  "level-changed.to": ["none", "general", "larger", "major", "extraordinary"],
  "decided.judgement": ["right", "acceptable", "wrong"],
  "run-ended.outcome": ["completed", "failed", "time-up", "abandoned", "stopped"],
};

/** Every word a field can hold, or null if it could be any. */
export function wordsOf({ can, names, scenario }: Possible, kind: FactKind, field: string): Iterable<string> | null {
  if (field === "by") return PERSONAL.has(kind) ? names.of.slot.difference(names.of.position) : null;
  const fixed = FIXED[`${kind}.${field}`];
  if (fixed) return fixed;
  // Hands also work on people: lifting them, treating them, giving them a tag.
  const cares = kind === "work-begun";
  const acts = kind === "operated" || kind === "work-begun";
  if (acts && field === "of") {
    const things = [...can.act].map((act) => act.slice(0, act.lastIndexOf("/")));
    return cares ? [...things, ...names.of.slot.difference(names.of.position)] : things;
  }
  if (acts && field === "action") return [...Object.values(PROP_ACTIONS).flat(), ...(cares ? CARES : [])];
  if (kind === "decided" && field === "option") return names.of.option;
  if (kind === "report-sent" && field === "to") return Object.values(scenario.reports).map(({ to }) => to);
  if (kind === "water-applied" && field === "on") return [...names.of.prop];
  if (kind === "fire-attacked" && field === "on") return [...names.of.room];
  if (field !== "of") return null;
  const thing = THINGS[kind];
  if (thing) return can[thing];
  const used = USED[kind];
  if (used)
    return Object.entries(scenario.stage.props).flatMap(([name, prop]) => (used.includes(prop.kind) ? [name] : []));
  return null;
}
