// Every name a scenario declares, by the kind of thing it names, so that each reference can be looked up.
import { FACTS } from "./facts.ts";
import { PROP_ACTIONS, type PropKind } from "./stage.ts";

/** The room of rooms: everywhere the gas is at or above its `hotPpm` (AEGL-2 or IDLH unless written). */
export const HOT_ZONE = "hot-zone";
/** Open air around the rooms, as one side of a door. */
export const OUTSIDE = "outdoors";

export type NameKind =
  | "task"
  | "inject"
  | "phase"
  | "duty"
  | "decision"
  | "option"
  | "event"
  | "violation"
  | "probe"
  | "fact"
  | "prop"
  | "door"
  | "action"
  | "room"
  | "place"
  | "where"
  | "hazard"
  | "population"
  | "crowd"
  | "position"
  | "simulated"
  | "actor"
  | "slot"
  | "message"
  | "report"
  | "objective"
  | "capability"
  | "parameter"
  | TaxNameKind;

/** What a tax case declares. */
export type TaxNameKind =
  | "document"
  | "passage"
  | "finding"
  | "issue"
  | "trap"
  | "negotiation"
  | "entity"
  | "flow"
  | "thing"
  | "risk";

export type Names = {
  of: Readonly<Record<NameKind, ReadonlySet<string>>>;
  /** What may be done with each prop and door. */
  actions: ReadonlyMap<string, readonly string[]>;
  kinds: ReadonlyMap<string, PropKind | "door">;
  /** The options of each decision and probe; the items of each report and their options. */
  options: ReadonlyMap<string, ReadonlySet<string>>;
  items: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
};

type Loose = Record<string, unknown>;
const record = (value: unknown): Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(record) : []);
const keys = (value: unknown): string[] => Object.keys(record(value));
const ids = (value: unknown, key = "id"): string[] => list(value).map((item) => String(item[key] ?? ""));

/** Reads names from a scenario, whole or damaged: a name counts as declared even if the rest of its entry is wrong. */
export function namesOf(source: unknown): Names {
  const scenario = record(source);
  const stage = record(scenario["stage"]);
  const capabilities = list(scenario["objectives"]).flatMap((objective) => list(objective["capabilities"]));
  const decisions = list(scenario["decisions"]);
  const probes = list(scenario["probes"]);
  const rooms = keys(stage["rooms"]);
  const places = keys(stage["places"]);
  const positions = keys(scenario["positions"]);
  const actors = [...positions, ...keys(scenario["simulated"])];
  const actions = new Map<string, readonly string[]>();
  const kinds = new Map<string, PropKind | "door">();
  for (const [name, prop] of Object.entries(record(stage["props"]))) {
    const kind = String(record(prop)["kind"] ?? "");
    if (!Object.hasOwn(PROP_ACTIONS, kind)) continue;
    kinds.set(name, kind as PropKind);
    actions.set(name, PROP_ACTIONS[kind as PropKind]);
  }
  for (const name of keys(stage["doors"])) {
    kinds.set(name, "door");
    actions.set(name, ["open", "close"]);
  }
  const props = [...keys(stage["props"]), ...keys(stage["doors"])];
  const options = new Map([...decisions, ...probes].map((item) => [String(item["id"]), new Set(ids(item["options"]))]));
  const items = new Map(
    Object.entries(record(scenario["reports"])).map(([name, report]) => [
      name,
      new Map(list(record(report)["items"]).map((item) => [String(item["id"]), new Set(ids(item["options"]))])),
    ]),
  );
  const of = {
    task: capabilities.flatMap((capability) => ids(capability["tasks"])),
    inject: ids(scenario["msel"], "inject"),
    phase: ids(scenario["phases"]),
    duty: keys(scenario["duties"]),
    decision: ids(decisions),
    option: decisions.flatMap((decision) => ids(decision["options"])),
    event: ids(scenario["events"], "event"),
    violation: ids(scenario["violations"]),
    probe: ids(probes),
    fact: Object.keys(FACTS),
    prop: props,
    door: keys(stage["doors"]),
    action: [...new Set([...actions.values()].flat())],
    room: [...rooms, HOT_ZONE],
    place: places,
    where: [...rooms, ...places, ...props],
    hazard: keys(scenario["hazards"]),
    crowd: keys(scenario["crowds"]),
    population: keys(scenario["populations"]),
    position: positions,
    simulated: keys(scenario["simulated"]),
    actor: actors,
    slot: [...actors, ...positions.flatMap((name) => slots(name, record(record(scenario["positions"])[name])))],
    message: keys(scenario["messages"]),
    report: keys(scenario["reports"]),
    objective: ids(scenario["objectives"]),
    capability: ids(capabilities),
    parameter: keys(scenario["parameters"]),
    ...taxNames(scenario["dossier"]),
  } satisfies Record<NameKind, string[]>;
  const sets = Object.fromEntries(Object.entries(of).map(([kind, all]) => [kind, new Set<string>(all)]));
  return { of: sets as Record<NameKind, Set<string>>, actions, kinds, options, items };
}

/** A `thing` is an entity or a flow: what facts can be of; the companies a plan may insert are entities, too. */
function taxNames(source: unknown): Record<TaxNameKind, string[]> {
  const dossier = record(source);
  const group = record(dossier["group"]);
  const documents = Object.entries(record(dossier["documents"]));
  const findings = list(dossier["findings"]);
  const entities = [...keys(group["entities"]), ...list(group["levers"]).flatMap(({ insert }) => insert ?? [])].map(
    String,
  );
  const flows = keys(group["flows"]);
  return {
    document: documents.map(([id]) => id),
    passage: documents.flatMap(([id, document]) => passagesOf(record(document)).map((passage) => `${id}/${passage}`)),
    finding: ids(findings),
    issue: keys(dossier["issues"]),
    trap: findings.flatMap((finding) => ids(finding["traps"])),
    negotiation: keys(dossier["negotiations"]),
    entity: entities,
    flow: flows,
    thing: [...entities, ...flows],
    risk: ids(dossier["risks"]),
  };
}

const passagesOf = (document: Loose): string[] => [
  ...list(document["pages"]).flatMap((page) => [...ids(page["passages"]), ...ids(record(page["table"])["rows"])]),
  ...ids(record(document["interview"])["questions"]),
];

/** The slots of a position are numbered from one, up to the most that may hold it: `operator-1`, `operator-2`. */
export function slots(name: string, position: { players?: unknown }): string[] {
  const players = Number(record(position.players)["most"] ?? position.players);
  const count = Number.isInteger(players) ? Math.min(8, Math.max(0, players)) : 1;
  return Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
}
