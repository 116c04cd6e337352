// What each quantity of a condition could give, in a world where only some things can happen.
import { FACTS, type FactKind } from "../format/facts.ts";
import { FUNCTIONS, type FunctionName, VARIABLES, type VariableName } from "../format/quantities.ts";
import type { Scenario } from "../format/scenario.ts";
import { ANY, between, bool, oneOf, type Value } from "./abstract-value.ts";
import { wordsOf } from "./fact-words.ts";
import type { Outlook } from "./foresee.ts";
import { canBurn, canLeak, type Possible, type Thing } from "./possibility.ts";
import { pointOf } from "./stage-ways.ts";

const ENDLESS = Number.POSITIVE_INFINITY;

/** Narrows what one person can do: for asking whether they could meet what is expected of them. */
export type Narrow = {
  message?: (id: string) => boolean;
  report?: (id: string) => boolean;
  decision?: (id: string) => boolean;
};

export function outlookOf(possible: Possible, narrow: Narrow = {}): Outlook {
  const { scenario, can, facts, limitS } = possible;
  const leak = canLeak(scenario, limitS);
  const fire = canBurn(scenario);
  const crowdOf = (id: string): number => scenario.crowds[id]?.people ?? 0;
  const people = Object.values(scenario.positions).reduce((sum, { players }) => sum + players.most, 0);
  const staff = people + Object.values(scenario.simulated).filter(({ at }) => at !== undefined).length;
  const is = (thing: Thing, id: string): Value => bool(can[thing].has(id));
  const since = (reached: boolean): Value => (reached ? between(-1, limitS) : between(-1, -1));
  const amount = (positive: boolean, most = ENDLESS): Value => between(0, positive ? most : 0);
  const fact = (kind: string): boolean => facts.has(kind as FactKind);
  const list = (kind: FactKind, some: boolean): Value => ({ is: "list", some, item: factValue(possible, kind) });
  const sent = (id: string): boolean => can.message.has(id) && (narrow.message?.(id) ?? true);
  const reported = (id: string): boolean => can.report.has(id) && (narrow.report?.(id) ?? true);

  const answers: Record<FunctionName, (a: string, b: string, number: Value) => Value> = {
    seconds: (_a, _b, number) => number,
    minutes: (_a, _b, number) => scaled(number, 60),
    hours: (_a, _b, number) => scaled(number, 3600),
    facts: (kind) => list(kind as FactKind, fact(kind)),
    happened: (kind) => bool(fact(kind)),
    count: (kind) => amount(fact(kind)),
    firstAt: (kind) => since(fact(kind)),
    since: (kind) => since(fact(kind)),
    operated: (prop, action) => is("act", `${prop}/${action}`),
    sent: (id) => bool(sent(id)),
    reported: (id) => bool(reported(id)),
    reportedAt: (id) => since(reported(id)),
    met: (id) => is("task", id),
    metAt: (id) => since(can.task.has(id)),
    released: (id) => is("inject", id),
    sinceReleased: (id) => since(can.inject.has(id)),
    began: (id) => is("phase", id),
    decided: (id, option) => bool(can.option.has(`${id}/${option}`) && (narrow.decision?.(id) ?? true)),
    eventHappened: (id) => is("event", id),
    violated: (id) => is("violation", id),
    dutyMet: (id) => is("duty met", id),
    dutyStarted: (id) => is("duty", id),
    entries: (room) => list("entered", can.entered.has(room)),
    opened: () => bool(fact("document-opened")),
    asked: () => bool(fact("interview-asked")),
    pinned: () => bool(fact("evidence-pinned")),
    stated: () => bool(fact("finding-stated")),
    found: () => bool(fact("finding-judged")),
    findingShare: () => between(0, fact("finding-judged") ? 1 : 0),
    trapped: () => bool(fact("trap-sprung")),
    agreed: () => bool(fact("negotiation-agreed")),
    agreedAmount: () => between(fact("negotiation-agreed") ? -ENDLESS : 0, fact("negotiation-agreed") ? ENDLESS : 0),
    offers: () => amount(fact("negotiation-offer")),
    entityIn: () => bool(scenario.dossier !== undefined),
    amountOf: () => amount(scenario.dossier !== undefined),
    factOf: () => between(-ENDLESS, ENDLESS),
    taxIn: () => between(-ENDLESS, ENDLESS),
    flagged: () => bool(scenario.dossier !== undefined),
    isOpen: (prop) => moved(possible, prop, scenario.stage.doors[prop]?.open),
    isOn: (prop) => moved(possible, prop, undefined),
    valveFraction: () => between(0, 1),
    leaking: () => bool(leak),
    releaseKgPerS: () => amount(leak),
    releasedKg: (id) => amount(leak, scenario.stage.props[scenario.hazards[id]?.from ?? ""]?.fillKg ?? ENDLESS),
    ppm: (where) => amount(leak && scenario.stage.rooms[where]?.indoor !== false, 1e6),
    oxygenPercent: () => between(0, scenario.air.length > 0 ? 30 : 20.9),
    lelPercent: () => amount(scenario.air.length > 0),
    peakPpm: (where) => amount(leak && scenario.stage.rooms[where]?.indoor !== false, 1e6),
    downwind: (where) => downwind(possible, where),
    remaining: (id) => {
      const group = scenario.populations[id]?.people ?? 0;
      return between(can.population.has(id) ? 0 : group, group);
    },
    fireKw: () => amount(fire, 1e6),
    burning: () => bool(fire),
    smokeLayerM: () => between(0, 100),
    upperC: () => between(-40, fire ? 1300 : 60),
    visibilityM: () => between(fire ? 0 : 30, 30),
    coPpm: () => amount(fire, 1e6),
    hfPpm: () => amount(fire, 1e6),
    flammableKg: () => amount(fire),
    crowdInside: (id) => between(0, crowdOf(id)),
    crowdOut: (id) => between(0, crowdOf(id)),
    crowdDown: (id) => amount(leak || fire, crowdOf(id)),
    carrying: () => bool(facts.has("person-found")),
    airMin: () => between(-1, 120),
    protectedIn: () => amount(fact("worn"), staff),
    peopleIn: () => between(0, staff),
    worst: () => oneOf(leak || fire ? ["well", "irritated", "impaired", "collapsed", "dead"] : ["well"]),
  };
  const victims = (key: "dead" | "seriouslyInjured" | "missing"): Value => {
    const crowdPeople = Object.values(scenario.crowds).reduce((sum, group) => sum + group.people, 0);
    const publicPeople =
      crowdPeople + Object.values(scenario.populations).reduce((sum, group) => sum + group.people, 0);
    return between(0, added(possible, key) + (leak || fire ? staff + publicPeople : 0));
  };
  const variables: Record<VariableName, () => Value> = {
    elapsed: () => between(0, limitS),
    hoursSpent: () => between(0, scenario.dossier?.hours ?? 0),
    planShare: () => between(0, fact("plan-submitted") ? 1 : 0),
    groupTax: () => between(-ENDLESS, ENDLESS),
    windSpeedMps: () => weather(possible, "windSpeedMps"),
    windFromDeg: () => weather(possible, "windFromDeg"),
    temperatureC: () => weather(possible, "temperatureC"),
    dead: () => victims("dead"),
    seriouslyInjured: () => victims("seriouslyInjured"),
    missing: () => between(0, added(possible, "missing") + staff),
    accidentLevel: () => accidentLevels(victims("dead"), victims("seriouslyInjured")),
  };
  return {
    variable: (name) => (Object.hasOwn(VARIABLES, name) ? variables[name as VariableName]() : ANY),
    quantity: (name, [a = "", b = ""], [number = ANY]) =>
      Object.hasOwn(FUNCTIONS, name) ? answers[name as FunctionName](a, b, number) : ANY,
  };
}

const scaled = (value: Value, by: number): Value =>
  value.is === "number" ? between(value.low * by, value.high * by) : value;

/** A fact's fields, each with the words it can hold. */
const factValue = (possible: Possible, kind: FactKind): Value => ({
  is: "fact",
  field: (name) => {
    const type = Object.hasOwn(FACTS, kind) ? (FACTS[kind] as Record<string, string>)[name] : undefined;
    if (type === "bool") return bool(true);
    return type === "double" || name === "at" ? between(-ENDLESS, ENDLESS) : oneOf(wordsOf(possible, kind, name));
  },
});

/** Open or shut, on or off: both if somebody or something can move it. */
function moved({ can, changes }: Possible, prop: string, first: boolean | undefined): Value {
  const touched = [...can.act].some((act) => act.startsWith(`${prop}/`));
  const breaks = changes.some(
    (change) => ("prop" in change && change.prop === prop) || ("jam" in change && change.jam === prop),
  );
  return touched || breaks || first === undefined ? bool(true) : bool(first, !first);
}

const added = ({ scenario }: Possible, key: "dead" | "seriouslyInjured" | "missing"): number => {
  const worlds: readonly (readonly object[])[] = [
    ...scenario.msel.map((inject) => inject.world),
    ...scenario.events.map((event) => event.changes),
    ...scenario.decisions.flatMap((decision) => decision.options.map((option) => option.changes)),
  ];
  return worlds.flat().reduce((sum, change) => {
    const by = (change as Record<string, unknown>)[key];
    return sum + (typeof by === "number" && by > 0 ? by : 0);
  }, 0);
};

function weather({ scenario, changes }: Possible, key: "windSpeedMps" | "windFromDeg" | "temperatureC"): Value {
  const values = [scenario.weather[key]];
  for (const parameter of Object.values(scenario.parameters))
    if (parameter.sets === key) values.push(parameter.min, parameter.max);
  for (const change of changes) {
    const value = (change as Record<string, unknown>)[key];
    if (typeof value !== "number") continue;
    if (key === "windFromDeg") return between(0, 360);
    values.push(value);
  }
  return between(Math.min(...values), Math.max(...values));
}

/** Points only lie downwind, not rooms: downwind is within 30 degrees of straight downwind of a source, for any wind there could be. */
function downwind(possible: Possible, where: string): Value {
  const { stage, hazards } = possible.scenario;
  if (Object.hasOwn(stage.rooms, where)) return bool(false);
  const to = pointOf(stage, where);
  const wind = weather(possible, "windFromDeg");
  const sources = Object.values(hazards).flatMap(({ from }) => stage.props[from]?.at ?? []);
  if (!to || wind.is !== "number" || sources.length === 0) return bool(true);
  let [yes, no] = [false, false];
  for (const from of sources) {
    const heading = (Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI;
    for (let blows = wind.low; blows <= wind.high; blows++) {
      const off = Math.abs(((((heading - (blows + 180)) % 360) + 540) % 360) - 180);
      if (off <= 30) yes = true;
      else no = true;
    }
  }
  return bool(yes, no);
}

/** Decree 493, article 3: the highest criterion decides. */
function accidentLevels(dead: Value, injured: Value): Value {
  const most = (value: Value): number => (value.is === "number" ? value.high : ENDLESS);
  const levels = ["none"];
  const steps = [
    ["general", 1, 1],
    ["larger", 3, 10],
    ["major", 10, 50],
    ["extraordinary", 30, 100],
  ] as const;
  for (const [level, deaths, injuries] of steps)
    if (most(dead) >= deaths || most(injured) >= injuries) levels.push(level);
  return oneOf(levels);
}

/** The people of a scenario who can be asked for something. */
export function narrowTo(scenario: Scenario, actor: string): Narrow {
  const slot = (word: string): boolean => word === actor || word.startsWith(`${actor}-`);
  return {
    message: (id) => scenario.messages[id]?.from.includes(actor) ?? false,
    report: (id) => scenario.reports[id]?.from.includes(actor) ?? false,
    decision: (id) => scenario.decisions.find((decision) => decision.id === id)?.to.some(slot) ?? false,
  };
}
