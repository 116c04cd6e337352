// Conditions at work: CEL plans over the facts and, while a run is live, over the world.
import { type CelFunc, CelScalar, celEnv, celFunc, listType, mapType, parse, plan } from "@bufbuild/cel";
import type { FactKind } from "../../scenarios/format/facts.ts";
import {
  FUNCTIONS,
  type FunctionName,
  type Quantity,
  VARIABLES,
  type VariableName,
} from "../../scenarios/format/quantities.ts";
import { type FactIndex, firstTick } from "./fact-index.ts";

/** What the live world answers; a score has none, and the type check keeps ratings from asking. */
export type World = {
  isOpen(prop: string): boolean;
  isOn(prop: string): boolean;
  valveFraction(prop: string): number;
  leaking(hazard: string): boolean;
  releaseKgPerS(hazard: string): number;
  releasedKg(hazard: string): number;
  ppm(where: string): number;
  peakPpm(where: string): number;
  oxygenPercent(where: string): number;
  lelPercent(where: string): number;
  downwind(where: string): boolean;
  remaining(population: string): number;
  fireKw(fire: string): number;
  burning(fire: string): boolean;
  smokeLayerM(room: string): number;
  upperC(room: string): number;
  visibilityM(room: string): number;
  coPpm(room: string): number;
  hfPpm(room: string): number;
  flammableKg(explosion: string): number;
  crowdInside(crowd: string): number;
  crowdOut(crowd: string): number;
  crowdDown(crowd: string): number;
  carrying(position: string): boolean;
  airMin(position: string): number;
  protectedIn(room: string): number;
  peopleIn(room: string): number;
  worst(position: string): string;
  entityIn(entity: string, country: string): boolean;
  amountOf(flow: string): number;
  factOf(thing: string, name: string): number;
  taxIn(country: string): number;
  flagged(kind: string): boolean;
  variable(name: Exclude<VariableName, "elapsed" | "hoursSpent" | "planShare">): number | string;
};

/** What counts as found, for `found`. */
const HALF = 0.5;

type Reader = { tick: number; index: FactIndex; world: World | null };
export type Plan = () => boolean | number | string;
export type Conditions = {
  plan(source: string): Plan;
  /** Points all plans at one session's facts and world. */
  read(tick: number, index: FactIndex, world: World | null): void;
};

/** One evaluator for one scenario. Plans share a reader, which `read` points at the run in hand. */
export function openConditions(): Conditions {
  const reader: Reader = {
    tick: 0,
    index: { all: [], byKind: new Map(), cel: new Map(), first: new Map() },
    world: null,
  };
  const world = (): World => {
    if (!reader.world) throw new Error("a condition over the world was read without a world");
    return reader.world;
  };
  const has = (kind: FactKind, of: string): boolean => reader.index.first.has(`${kind}|${of}`);
  const firstAt = (kind: FactKind, of: string): number => {
    const tick = firstTick(reader.index, kind, of);
    return tick === undefined ? -1 : tick / 10;
  };
  const of = (kind: string) => reader.index.byKind.get(kind as FactKind) ?? [];
  const maps = (kind: string) => reader.index.cel.get(kind as FactKind) ?? [];
  const latest = (kind: FactKind, about: string) => of(kind).findLast((fact) => fact.of === about);
  const shareOf = (fact: { readonly [field: string]: unknown } | undefined): number => Number(fact?.["share"] ?? 0);
  const spent = (): number =>
    [...of("document-opened"), ...of("interview-asked"), ...of("negotiation-offer")].reduce(
      (sum, fact) => sum + Number(fact["hours"] ?? 0),
      0,
    );
  const answers: Record<FunctionName, (a: string, b: string) => unknown> = {
    seconds: (a) => Number(a),
    minutes: (a) => Number(a) * 60,
    hours: (a) => Number(a) * 3600,
    facts: (kind) => maps(kind),
    happened: (kind) => of(kind).length > 0,
    count: (kind) => of(kind).length,
    firstAt: (kind) => (of(kind)[0]?.tick ?? -10) / 10,
    since: (kind) => {
      const last = of(kind).at(-1);
      return last ? (reader.tick - last.tick) / 10 : -1;
    },
    operated: (prop, action) => of("operated").some((fact) => fact.of === prop && fact["action"] === action),
    sent: (message) => has("said", message),
    reported: (report) => has("report-sent", report),
    reportedAt: (report) => firstAt("report-sent", report),
    met: (task) => has("task-met", task),
    metAt: (task) => firstAt("task-met", task),
    released: (inject) => has("inject-released", inject),
    sinceReleased: (inject) => {
      const tick = firstTick(reader.index, "inject-released", inject);
      return tick === undefined ? -1 : (reader.tick - tick) / 10;
    },
    began: (phase) => has("phase-began", phase),
    decided: (decision, option) => of("decided").some((fact) => fact.of === decision && fact["option"] === option),
    eventHappened: (event) => has("event-happened", event),
    violated: (violation) => has("violation-committed", violation),
    dutyMet: (duty) => has("duty-met", duty),
    dutyStarted: (duty) => has("duty-started", duty),
    entries: (room) => maps("entered").filter((map) => map.get("of") === room),
    opened: (document) => has("document-opened", document),
    asked: (key) => of("interview-asked").some((fact) => `${fact.of}/${String(fact["question"])}` === key),
    pinned: (passage) => has("evidence-pinned", passage),
    stated: (issue) => has("finding-stated", issue),
    found: (finding) => shareOf(latest("finding-judged", finding)) >= HALF,
    findingShare: (finding) => shareOf(latest("finding-judged", finding)),
    trapped: (trap) =>
      of("finding-judged").some(
        (fact) => String(fact["traps"]).split(" ").includes(trap) && latest("finding-judged", fact.of) === fact,
      ),
    agreed: (negotiation) => has("negotiation-agreed", negotiation),
    agreedAmount: (negotiation) => Number(latest("negotiation-agreed", negotiation)?.["value"] ?? 0),
    offers: (negotiation) => of("negotiation-offer").filter((fact) => fact.of === negotiation).length,
    entityIn: (entity, country) => world().entityIn(entity, country),
    amountOf: (flow) => world().amountOf(flow),
    factOf: (thing, name) => world().factOf(thing, name),
    taxIn: (country) => world().taxIn(country),
    flagged: (kind) => world().flagged(kind),
    isOpen: (prop) => world().isOpen(prop),
    isOn: (prop) => world().isOn(prop),
    valveFraction: (prop) => world().valveFraction(prop),
    leaking: (hazard) => world().leaking(hazard),
    releaseKgPerS: (hazard) => world().releaseKgPerS(hazard),
    releasedKg: (hazard) => world().releasedKg(hazard),
    ppm: (where) => world().ppm(where),
    peakPpm: (where) => world().peakPpm(where),
    oxygenPercent: (where) => world().oxygenPercent(where),
    lelPercent: (where) => world().lelPercent(where),
    downwind: (where) => world().downwind(where),
    remaining: (population) => world().remaining(population),
    fireKw: (name) => world().fireKw(name),
    burning: (name) => world().burning(name),
    smokeLayerM: (name) => world().smokeLayerM(name),
    upperC: (name) => world().upperC(name),
    visibilityM: (name) => world().visibilityM(name),
    coPpm: (name) => world().coPpm(name),
    hfPpm: (name) => world().hfPpm(name),
    flammableKg: (name) => world().flammableKg(name),
    crowdInside: (name) => world().crowdInside(name),
    crowdOut: (name) => world().crowdOut(name),
    crowdDown: (name) => world().crowdDown(name),
    carrying: (name) => world().carrying(name),
    airMin: (position) => world().airMin(position),
    protectedIn: (room) => world().protectedIn(room),
    peopleIn: (room) => world().peopleIn(room),
    worst: (position) => world().worst(position),
  };

  const factList = listType(mapType(CelScalar.STRING, CelScalar.DYN));
  const funcs = Object.entries(FUNCTIONS).flatMap(([name, quantity]) =>
    bind(name as FunctionName, quantity, answers, factList),
  );
  const env = celEnv({
    funcs,
    variables: Object.fromEntries(
      Object.entries(VARIABLES).map(([name, quantity]) => [
        name,
        (quantity as Quantity).gives === "string" ? CelScalar.STRING : CelScalar.DOUBLE,
      ]),
    ),
  });
  // One object whose getters look at the run in hand, so that only the names a condition uses are read.
  const values: Record<string, number | string> = {};
  for (const name of Object.keys(VARIABLES) as VariableName[])
    Object.defineProperty(values, name, {
      enumerable: true,
      get: () => {
        if (name === "elapsed") return reader.tick / 10;
        if (name === "hoursSpent") return spent();
        if (name === "planShare") return shareOf(of("plan-submitted").at(-1));
        return world().variable(name);
      },
    });

  return {
    plan(source) {
      const evaluate = plan(env, parse(source));
      return () => {
        const result = evaluate(values);
        if (typeof result === "boolean" || typeof result === "number" || typeof result === "string") return result;
        if (typeof result === "bigint") return Number(result);
        throw new Error(`the condition ${source} gave no answer: ${String(result)}`);
      };
    },
    read(tick, index, live) {
      reader.tick = tick;
      reader.index = index;
      reader.world = live;
    },
  };
}

function bind(
  name: FunctionName,
  quantity: Quantity,
  answers: Record<FunctionName, (a: string, b: string) => unknown>,
  factList: ReturnType<typeof listType>,
): CelFunc[] {
  const call = answers[name];
  if (quantity.takes[0] === "number") {
    const scale = (value: number | bigint): number => call(String(Number(value)), "") as number;
    return [
      celFunc(name, [CelScalar.DOUBLE], CelScalar.DOUBLE, scale),
      celFunc(name, [CelScalar.INT], CelScalar.DOUBLE, scale),
    ];
  }
  const gives = quantity.gives;
  const two = quantity.takes.length === 2;
  if (typeof gives === "object")
    return [celFunc(name, [CelScalar.STRING], factList, (a) => call(a, "") as Map<string, string>[])];
  if (gives === "bool")
    return two
      ? [celFunc(name, [CelScalar.STRING, CelScalar.STRING], CelScalar.BOOL, (a, b) => call(a, b) as boolean)]
      : [celFunc(name, [CelScalar.STRING], CelScalar.BOOL, (a) => call(a, "") as boolean)];
  if (gives === "double")
    return two
      ? [celFunc(name, [CelScalar.STRING, CelScalar.STRING], CelScalar.DOUBLE, (a, b) => call(a, b) as number)]
      : [celFunc(name, [CelScalar.STRING], CelScalar.DOUBLE, (a) => call(a, "") as number)];
  return [celFunc(name, [CelScalar.STRING], CelScalar.STRING, (a) => call(a, "") as string)];
}
