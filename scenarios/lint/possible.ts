// Works out everything that could ever happen in a scenario, starting from nothing and adding until nothing is added.
import type { FactKind } from "../format/facts.ts";
import type { Names } from "../format/names.ts";
import { tasksOf } from "../format/references.ts";
import type { Scenario } from "../format/scenario.ts";
import { PROP_ACTIONS, type PropKind } from "../format/stage.ts";
import type { Step } from "../format/steps.ts";
import type { Change, Trigger } from "../format/storyline.ts";
import { canBeTrue } from "./abstract-value.ts";
import { foresee } from "./foresee.ts";
import { outlookOf } from "./outlook.ts";
import { canBurn, canLeak, type Possible, THINGS, type Thing } from "./possibility.ts";
import { enterable, reachedRegions, withinReach } from "./stage-ways.ts";

/** Everything that could ever happen, within `limitS` of exercise time. */
export function possibleIn(scenario: Scenario, names: Names, limitS = scenario.duration): Possible {
  const can = Object.fromEntries(THINGS.map((thing) => [thing, new Set<string>()])) as Record<Thing, Set<string>>;
  const possible: Possible = { scenario, names, can, facts: new Set(ALWAYS), changes: [], limitS };
  if (scenario.dossier) for (const kind of TAX_FACTS) possible.facts.add(kind);
  handsOn(possible);
  let size = -1;
  while (size !== sizeOf(possible)) {
    size = sizeOf(possible);
    grow(possible);
  }
  return possible;
}

/** What never depends on anybody: the run itself, the people who come and go, the instructor's notes. */
const ALWAYS: readonly FactKind[] = [
  "run-started",
  "paused",
  "resumed",
  "speed-changed",
  "run-ended",
  "joined",
  "disconnected",
  "reconnected",
  "inject-held",
  "inject-skipped",
  "observed",
  "phase-began",
  "entered",
  "left",
];

/** Whatever may come of reading, planning, finding and bargaining. */
const TAX_FACTS: readonly FactKind[] = [
  "document-released",
  "document-opened",
  "interview-asked",
  "hours-changed",
  "evidence-pinned",
  "evidence-unpinned",
  "plan-changed",
  "plan-kept",
  "plan-submitted",
  "finding-stated",
  "finding-judged",
  "trap-sprung",
  "negotiation-opened",
  "negotiation-offer",
  "negotiation-agreed",
  "negotiation-broken",
  "law-changed",
  "fact-changed",
];

const FACTS_OF_ACTS: Partial<Record<PropKind, readonly FactKind[]>> = {
  "suit-rack": ["worn", "doffed", "buddy-checked"],
  "scba-rack": ["worn", "doffed", "buddy-checked", "air-low", "air-out"],
  "gas-head": ["inspected"],
  "control-panel": ["inspected"],
  "wind-sock": ["inspected"],
  scenery: ["inspected"],
  "sample-point": ["measured"],
  appliance: ["inspected", "sparked"],
  tripod: ["raised"],
  shower: ["washed"],
  board: ["counted"],
  monitor: ["water-applied"],
  hose: ["fire-attacked"],
  extinguisher: ["fire-attacked"],
};

/** What a trainee can bring about with the file of a tax case. */
function factsOfCase({ dossier }: Scenario): readonly FactKind[] {
  if (!dossier) return [];
  const documents = Object.values(dossier.documents);
  return [
    ...(documents.length > 0
      ? (["document-opened", "hours-changed", "evidence-pinned", "evidence-unpinned"] as const)
      : []),
    ...(documents.some(({ interview }) => interview) ? (["interview-asked"] as const) : []),
    ...(Object.keys(dossier.issues).length > 0 ? (["finding-stated", "finding-judged", "trap-sprung"] as const) : []),
    ...(dossier.group.levers.length > 0 ? (["plan-changed", "plan-kept"] as const) : []),
    ...(dossier.goal ? (["plan-submitted"] as const) : []),
    ...(Object.keys(dossier.negotiations).length > 0
      ? (["negotiation-opened", "negotiation-offer", "negotiation-agreed", "negotiation-broken"] as const)
      : []),
  ];
}

/** What a fire or an explosion does by itself, and to people. */
const FIRE_FACTS: readonly FactKind[] = [
  "fire-started",
  "fire-grown",
  "fire-out",
  "fire-reignited",
  "flashover",
  "smoke-filled",
  "fire-detected",
  "sprinkler-opened",
  "explosion",
  "blast-hurt",
  "condition-changed",
  "casualties-changed",
  "level-changed",
];
const CROWD_FACTS: readonly FactKind[] = [
  "crowd-ordered",
  "crowd-set-off",
  "crowd-evacuated",
  "crowd-crush",
  "person-overcome",
  "person-found",
  "person-rescued",
];

const sizeOf = ({ can, facts, changes }: Possible): number =>
  THINGS.reduce((sum, thing) => sum + can[thing].size, facts.size + changes.length);

/** What hands can do with the props they can get at, and what the hazards do by themselves. */
function handsOn({ scenario, can, facts, limitS }: Possible): void {
  const { stage } = scenario;
  for (const kind of factsOfCase(scenario)) facts.add(kind);
  const reached = reachedRegions(scenario);
  for (const room of enterable(scenario, reached)) can.entered.add(room);
  for (const door of Object.keys(stage.doors)) for (const action of ["open", "close"]) can.act.add(`${door}/${action}`);
  for (const [name, prop] of Object.entries(stage.props)) {
    if (!withinReach(stage, reached, prop)) continue;
    for (const action of PROP_ACTIONS[prop.kind]) can.act.add(`${name}/${action}`);
    for (const kind of FACTS_OF_ACTS[prop.kind] ?? []) facts.add(kind);
    if (prop.kind === "button" && prop.does === "alarm") facts.add("alarm-pressed");
  }
  if (can.act.size > 0) for (const kind of ["operated", "work-begun"] as const) facts.add(kind);
  if (Object.values(scenario.positions).some(({ meter }) => meter) && facts.has("measured")) facts.add("tested");
  if (Object.values(stage.props).some(({ sparks }) => sparks) || scenario.air.length > 0) facts.add("sparked");
  if (facts.has("sparked") && scenario.air.some(({ gas }) => gas === "propane" || gas === "methane"))
    facts.add("gas-exploded");
  if (scenario.casualties === "develop")
    for (const kind of ["treated", "tagged", "carried", "laid-down"] as const) facts.add(kind);
  if (canBurn(scenario)) for (const kind of FIRE_FACTS) facts.add(kind);
  if (canBurn(scenario) && Object.values(scenario.positions).some(({ careful }) => careful)) facts.add("refused");
  if (Object.keys(scenario.crowds).length > 0) for (const kind of CROWD_FACTS) facts.add(kind);
  if (!canLeak(scenario, limitS)) return;
  for (const kind of ["leak-started", "exposed", "condition-changed", "casualties-changed", "level-changed"] as const)
    facts.add(kind);
  if (Object.values(scenario.positions).some(({ careful }) => careful)) facts.add("refused");
  if (
    Object.values(stage.props).some(({ kind }) => kind === "gas-head") ||
    Object.values(scenario.positions).some(({ detector }) => detector)
  )
    facts.add("alarm-raised");
  for (const [name, prop] of Object.entries(stage.props)) {
    if (prop.kind === "container" && can.act.has(`${name}/turn`)) facts.add("leak-changed");
    if (prop.kind === "monitor") facts.add("leak-changed");
    if (prop.kind === "hoist" && can.act.has(`${name}/submerge`)) facts.add("leak-stopped");
    if (prop.kind === "valve" && prop.of !== undefined && can.act.has(`${name}/close`)) facts.add("leak-stopped");
  }
  if (Object.values(scenario.hazards).some(({ from }) => (stage.props[from]?.fillKg ?? 0) > 0))
    facts.add("leak-stopped");
}

/** One round: whatever the world so far lets happen is added to it. */
function grow(possible: Possible): void {
  const { scenario, can, facts, limitS } = possible;
  const outlook = outlookOf(possible);
  const could = (condition: string): boolean => canBeTrue(foresee(condition, outlook));
  const fires = ({ at, when, manual, delay = 0 }: Trigger): boolean =>
    manual === true ||
    (at !== undefined && at + delay <= limitS) ||
    (when !== undefined && delay <= limitS && could(when));

  for (const [, task] of tasksOf(scenario)) {
    if (task.within !== undefined) facts.add("task-overdue");
    if (task.standing) facts.add("standing-broken");
    if (!could(task.met) || (task.starts !== undefined && !could(task.starts))) continue;
    can.task.add(task.id);
    facts.add("task-met");
  }
  for (const inject of scenario.msel) {
    if (!fires(inject.trigger)) continue;
    facts.add("inject-released");
    if (inject.expects.length > 0)
      for (const kind of ["expected-action-met", "expected-action-missed"] as const) facts.add(kind);
    if (!can.inject.has(inject.inject)) addChanges(possible, inject.world);
    can.inject.add(inject.inject);
  }
  for (const event of scenario.events) {
    if (!fires(event.trigger)) continue;
    facts.add("event-happened");
    if (!can.event.has(event.event)) addChanges(possible, event.changes);
    can.event.add(event.event);
  }
  for (const decision of scenario.decisions) {
    if (!fires(decision.trigger)) continue;
    for (const kind of ["decided", "decision-expired"] as const) facts.add(kind);
    if (!can.decision.has(decision.id)) for (const option of decision.options) addChanges(possible, option.changes);
    can.decision.add(decision.id);
    for (const option of decision.options) can.option.add(`${decision.id}/${option.id}`);
  }
  for (const probe of scenario.probes) {
    if (!fires(probe.trigger)) continue;
    for (const kind of ["probe-asked", "probe-answered"] as const) facts.add(kind);
    can.probe.add(probe.id);
  }
  for (const phase of scenario.phases) {
    can.phase.add(phase.id);
    if (phase.until === undefined || !could(phase.until)) break;
  }
  for (const [id, duty] of Object.entries(scenario.duties)) {
    if (!could(duty.starts)) continue;
    can.duty.add(id);
    for (const kind of ["duty-started", "duty-expired"] as const) facts.add(kind);
    if (!could(duty.met)) continue;
    can["duty met"].add(id);
    facts.add("duty-met");
  }
  for (const violation of scenario.violations)
    if (could(violation.when)) {
      can.violation.add(violation.id);
      facts.add("violation-committed");
    }
  for (const [id, group] of Object.entries(scenario.populations))
    if (could(group.evacuation.ordered)) {
      can.population.add(id);
      for (const kind of ["evacuation-ordered", "evacuation-finished"] as const) facts.add(kind);
    }
  scenario.end.forEach((end, index) => {
    if (could(end.when)) can.end.add(String(index));
  });
  speak(possible, could);
}

/** Who can say what: players anything of their post, simulated people what their behaviour or an order makes them. */
function speak({ scenario, can, facts }: Possible, could: (condition: string) => boolean): void {
  const bodies = [...Object.values(scenario.positions), ...Object.values(scenario.simulated)];
  const awake = bodies.flatMap(({ behaviour }) => behaviour.filter(({ when }) => could(when)).flatMap((one) => one.do));
  const ordered = [...can.message].flatMap((id) => scenario.messages[id]?.do ?? []);
  const steps: Step[] = [...awake, ...ordered];
  const has = (actors: readonly string[]): boolean => actors.some((actor) => Object.hasOwn(scenario.positions, actor));
  const atHand = (prop: string | undefined): boolean =>
    prop === undefined ||
    [...can.act].some((act) => act.startsWith(`${prop}/`)) ||
    Object.hasOwn(scenario.stage.rooms, prop);
  for (const [id, message] of Object.entries(scenario.messages)) {
    const players = has(message.from) && atHand(message.at);
    if (!players && !steps.some((step) => "send" in step && step.send === id)) continue;
    can.message.add(id);
    facts.add("said");
    if (message.do !== undefined) facts.add("ordered");
  }
  for (const [id, report] of Object.entries(scenario.reports)) {
    if (!has(report.from) && !steps.some((step) => "report" in step && step.report === id)) continue;
    can.report.add(id);
    facts.add("report-sent");
  }
  if (steps.some((step) => "say" in step)) facts.add("said");
}

function addChanges(possible: Possible, changes: readonly Change[]): void {
  possible.changes.push(...changes);
  for (const change of changes) {
    if ("dead" in change || "seriouslyInjured" in change || "missing" in change)
      for (const kind of ["casualties-changed", "level-changed"] as const) possible.facts.add(kind);
    if ("windFromDeg" in change || "windSpeedMps" in change) possible.facts.add("weather-changed");
    if ("hazard" in change) possible.facts.add("leak-changed");
    if ("airMin" in change) possible.facts.add("air-low");
  }
}
