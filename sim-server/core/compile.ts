// A scenario made ready to run: conditions planned, slots numbered, the stage mapped; shared by all its runs.
import type { Task } from "../../scenarios/format/evaluation.ts";
import type { Scenario } from "../../scenarios/format/scenario.ts";
import type { Behaviour, Step } from "../../scenarios/format/steps.ts";
import type { Trigger } from "../../scenarios/format/storyline.ts";
import { type AirCell, layersOf } from "./air-cells.ts";
import { type Conditions, openConditions, type Plan } from "./conditions.ts";
import { type Devices, devicesOf } from "./devices.ts";
import { type DossierPlan, planDossier } from "./dossier/dossier-plan.ts";
import { type GasPlan, planGas } from "./gas-plan.ts";
import { type CrowdPlanned, planCrowd } from "./hazard/crowd-opening.ts";
import { firePlans } from "./hazard/fire-conditions.ts";
import { type FirePlan, planFire } from "./hazard/fire-plan.ts";
import { mapStage, type StageMap } from "./stage-map.ts";
import type { LawData } from "./tax/law.ts";

/** A seat: a spare one is nobody until a player takes it, any other is played by the system meanwhile. */
type SlotPlan = { slot: string; position: string; spare: boolean };
export type TaskPlan = {
  task: Task;
  objective: string;
  capability: string;
  met: Plan;
  starts: Plan | null;
  rating: { P: Plan; S: Plan | null; M: Plan | null } | null;
};
export type TriggerPlan = { trigger: Trigger; when: Plan | null };
type BehaviourPlan = {
  owner: string;
  key: string;
  slots: string[];
  behaviour: Behaviour;
  when: Plan;
  untils: Map<number, Plan>;
};

export type Compiled = {
  scenario: Scenario;
  /** The case file of a tax scenario. */
  dossier: DossierPlan | null;
  map: StageMap;
  devices: Devices;
  gas: GasPlan;
  /** The layers of each indoor room's air. */
  cells: ReadonlyMap<string, readonly AirCell[]>;
  fire: FirePlan | null;
  crowd: CrowdPlanned | null;
  /** Conditions by which fires begin and vapour gathers, vapour goes off, and crowds are told to leave. */
  fireStarts: Map<string, Plan>;
  ignitions: Map<string, Plan>;
  crowdOrders: Map<string, Plan>;
  /** Rooms and props whose highest concentration a condition asks for. */
  peaks: string[];
  conditions: Conditions;
  slots: SlotPlan[];
  tasks: TaskPlan[];
  injects: Map<string, TriggerPlan>;
  events: Map<string, TriggerPlan>;
  decisions: Map<string, TriggerPlan>;
  probes: Map<string, { trigger: TriggerPlan; right: Map<string, Plan> }>;
  duties: Map<string, { starts: Plan; met: Plan }>;
  violations: Map<string, Plan>;
  phases: (Plan | null)[];
  ends: Plan[];
  evacuations: Map<string, Plan>;
  /** Report options whose truth depends on the run: `report/item/option`. */
  truths: Map<string, Plan>;
  behaviours: BehaviourPlan[];
  /** `until` steps of messages: `message/index`. */
  messageUntils: Map<string, Plan>;
};

const PEAK = /peakPpm\(\s*['"]([a-z0-9-]+)['"]/g;

/** Plans every condition of a scenario and looks up what its engines need; done once for all its runs. */
export function compileScenario(scenario: Scenario, taxLaw?: LawData): Compiled {
  const conditions = openConditions();
  const peaks = new Set<string>();
  const plan = (source: string): Plan => {
    for (const [, where] of source.matchAll(PEAK)) if (where && !scenario.stage.places[where]) peaks.add(where);
    return conditions.plan(source);
  };
  const maybe = (source: string | undefined): Plan | null => (source === undefined ? null : plan(source));
  const trigger = (of: Trigger): TriggerPlan => ({ trigger: of, when: maybe(of.when) });
  const untils = (steps: readonly Step[]): Map<number, Plan> => {
    const found = new Map<number, Plan>();
    steps.forEach((step, index) => {
      if ("until" in step) found.set(index, plan(step.until));
    });
    return found;
  };

  const slots = Object.entries(scenario.positions).flatMap(([position, { players, unfilled }]) =>
    Array.from({ length: players.most }, (_, index) => ({
      slot: `${position}-${index + 1}`,
      position,
      spare: unfilled === "empty" || index >= players.least,
    })),
  );
  const tasks = scenario.objectives.flatMap((objective) =>
    objective.capabilities.flatMap((capability) =>
      capability.tasks.map(
        (task): TaskPlan => ({
          task,
          objective: objective.id,
          capability: capability.id,
          met: plan(task.met),
          starts: maybe(task.starts),
          rating: task.rating ? { P: plan(task.rating.P), S: maybe(task.rating.S), M: maybe(task.rating.M) } : null,
        }),
      ),
    ),
  );
  const truths = new Map<string, Plan>();
  for (const [id, report] of Object.entries(scenario.reports))
    for (const item of report.items)
      for (const option of item.options)
        if (typeof option.right === "string") truths.set(`${id}/${item.id}/${option.id}`, plan(option.right));
  const behaviours = [...Object.entries(scenario.positions), ...Object.entries(scenario.simulated)].flatMap(
    ([owner, person]) =>
      person.behaviour.map(
        (behaviour): BehaviourPlan => ({
          owner,
          key: `${owner}/${behaviour.id}`,
          slots: slots.filter((slot) => slot.position === owner).map(({ slot }) => slot),
          behaviour,
          when: plan(behaviour.when),
          untils: untils(behaviour.do),
        }),
      ),
  );
  const messageUntils = new Map<string, Plan>();
  for (const [id, message] of Object.entries(scenario.messages))
    for (const [index, until] of untils(message.do ?? [])) messageUntils.set(`${id}/${index}`, until);

  return {
    scenario,
    map: mapStage(scenario.stage),
    devices: devicesOf(scenario.stage),
    gas: planGas(scenario),
    cells: new Map(
      Object.entries(scenario.stage.rooms).flatMap(([id, room]) => (room.indoor ? [[id, layersOf(id, room)]] : [])),
    ),
    fire: planFire(scenario),
    crowd: planCrowd(scenario),
    ...firePlans(scenario, plan),
    dossier: dossierPlan(scenario, taxLaw, plan),
    conditions,
    slots,
    tasks,
    injects: new Map(scenario.msel.map((inject) => [inject.inject, trigger(inject.trigger)])),
    events: new Map(scenario.events.map((event) => [event.event, trigger(event.trigger)])),
    decisions: new Map(scenario.decisions.map((decision) => [decision.id, trigger(decision.trigger)])),
    probes: new Map(
      scenario.probes.map((probe) => [
        probe.id,
        {
          trigger: trigger(probe.trigger),
          right: new Map(probe.options.map((option) => [option.id, plan(option.right)])),
        },
      ]),
    ),
    duties: new Map(
      Object.entries(scenario.duties).map(([id, duty]) => [id, { starts: plan(duty.starts), met: plan(duty.met) }]),
    ),
    violations: new Map(scenario.violations.map((violation) => [violation.id, plan(violation.when)])),
    phases: scenario.phases.map((phase) => maybe(phase.until)),
    ends: scenario.end.map((end) => plan(end.when)),
    evacuations: new Map(
      Object.entries(scenario.populations).map(([id, group]) => [id, plan(group.evacuation.ordered)]),
    ),
    truths,
    behaviours,
    messageUntils,
    peaks: [...peaks],
  };
}

function dossierPlan({ dossier }: Scenario, taxLaw: LawData | undefined, plan: (source: string) => Plan) {
  if (!dossier) return null;
  if (!taxLaw) throw new Error("a tax scenario is compiled with the law it is taken from");
  return planDossier(dossier, taxLaw, plan);
}
