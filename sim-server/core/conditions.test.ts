import { describe, expect, test } from "vitest";
import type { Fact, FactFields, FactKind } from "../../scenarios/format/facts.ts";
import { FUNCTIONS, VARIABLES } from "../../scenarios/format/quantities.ts";
import { openConditions, type World } from "./conditions.ts";
import { indexFacts } from "./fact-index.ts";
import { openAirSupply } from "./hazard/breathing-air.ts";
import { hut, leakFrom, rig } from "./hut.fixture.ts";

const fact = <K extends FactKind>(at: number, by: string, kind: K, of: string, fields: FactFields<K>): Fact =>
  ({ tick: at * 10, by, kind, of, ...fields }) as unknown as Fact;
const FACTS = [
  fact(1, "world", "phase-began", "early", {}),
  fact(2, "hand-1", "operated", "tap", { action: "open", ppm: 0 }),
  fact(3, "lead-1", "said", "hello", { to: "hand", channel: "radio" }),
  fact(4, "lead-1", "report-sent", "first", {
    to: "bureau",
    complete: true,
    missing: 0,
    wrong: 1,
    missingItems: "",
    wrongItems: "dead",
  }),
  fact(5, "world", "inject-released", "ring", { to: "lead", manual: false }),
  fact(6, "hand-1", "decided", "water", { option: "no", judgement: "right", seconds: 2 }),
  fact(7, "world", "event-happened", "gust", { manual: false }),
  fact(8, "hand-1", "violation-committed", "noise", { points: -1, critical: false }),
  fact(9, "world", "duty-started", "tell", {}),
  fact(10, "world", "duty-met", "tell", { seconds: 1 }),
  fact(11, "hand-1", "entered", "store", { suit: "A", scba: true, airMin: 40, buddy: false, ppm: 3, hot: true }),
  fact(12, "world", "task-met", "alarm", { late: false, seconds: 12 }),
  fact(13, "hand-2", "operated", "tap", { action: "close", ppm: 0 }),
  fact(14, "lead-1", "document-opened", "contract", { hours: 2, left: 8 }),
  fact(14, "lead-1", "interview-asked", "talk", { question: "why", hours: 0.5, left: 7.5 }),
  fact(14, "lead-1", "evidence-pinned", "contract/clause-1", { document: "contract" }),
  ...["took-five", ""].flatMap((traps, at) => [
    fact(15 + at, "lead-1", "finding-stated", "rate", {
      choice: "",
      amount: "",
      rules: "",
      cites: "",
      evidence: "",
      attempt: at + 1,
    }),
    fact(15 + at, "lead-1", "finding-judged", "rate-ten", {
      issue: "rate",
      share: at === 0 ? 0.2 : 0.8,
      number: 1,
      method: 1,
      cited: 1,
      proved: 0,
      traps,
      stray: false,
    }),
  ]),
  fact(17, "lead-1", "finding-judged", "owner", {
    issue: "who",
    share: 0.1,
    number: 0,
    method: 0,
    cited: 0,
    proved: 0,
    traps: "two-of one-of",
    stray: false,
  }),
  fact(17, "lead-1", "negotiation-offer", "map", {
    amount: "80",
    counter: "60",
    round: 1,
    arguments: "",
    hours: 1,
  }),
  fact(17, "lead-1", "negotiation-agreed", "map", { amount: "70.5", value: 70.5, share: 0.6 }),
  fact(17, "lead-1", "plan-submitted", "plan", { total: 5, start: 10, share: 0.25, risks: "" }),
];
const NOW_S = 20;

describe("over facts", () => {
  const conditions = openConditions();
  const ask = (source: string, world: World | null = null) => {
    const plan = conditions.plan(source);
    conditions.read(NOW_S * 10, indexFacts(FACTS), world);
    return plan();
  };
  const TRUE = [
    "elapsed == 20.0",
    "minutes(2) == 120.0 && hours(1) == 3600.0 && seconds(5) == 5.0",
    "happened('said') && !happened('washed')",
    "count('operated') == 2.0 && count('washed') == 0.0",
    "firstAt('operated') == 2.0 && firstAt('washed') == -1.0",
    "since('operated') == 7.0 && since('washed') == -1.0",
    "operated('tap', 'open') && operated('tap', 'close') && !operated('fan', 'open')",
    "sent('hello') && !sent('goodbye')",
    "reported('first') && !reported('second')",
    "reportedAt('first') == 4.0 && reportedAt('second') == -1.0",
    "met('alarm') && metAt('alarm') == 12.0 && metAt('calm') == -1.0",
    "released('ring') && sinceReleased('ring') == 15.0 && sinceReleased('knock') == -1.0",
    "began('early') && !began('late')",
    "decided('water', 'no') && !decided('water', 'yes')",
    "eventHappened('gust') && !eventHappened('calm')",
    "violated('noise') && !violated('silence')",
    "dutyStarted('tell') && dutyMet('tell') && !dutyMet('other')",
    "entries('store').exists(e, e.suit == 'A' && e.scba && !e.buddy && e.at == 11.0) && entries('back').size() == 0",
    "opened('contract') && !opened('talk') && asked('talk/why') && !asked('talk/when')",
    "pinned('contract/clause-1') && stated('rate') && !stated('other') && hoursSpent == 3.5",
    "found('rate-ten') && findingShare('rate-ten') == 0.8 && !found('owner') && findingShare('none') == 0.0",
    "!trapped('took-five') && trapped('one-of') && trapped('two-of') && planShare == 0.25",
    "agreed('map') && agreedAmount('map') == 70.5 && agreedAmount('apa') == 0.0 && offers('map') == 1.0",
    "facts('report-sent').all(f, f.by == 'lead-1' && f.of == 'first' && f.wrong == 1.0)",
  ];
  test.each(TRUE)("%s", (source) => {
    expect(ask(source)).toBe(true);
  });

  test("every quantity that facts can answer is asked here", () => {
    const words = new Set(TRUE.join(" ").match(/[a-zA-Z]+/g));
    const factsOnly = Object.entries({ ...FUNCTIONS, ...VARIABLES }).filter(([, quantity]) => quantity.factsOnly);
    expect(factsOnly.map(([name]) => name).filter((name) => !words.has(name))).toEqual([]);
  });

  test("never touch the world: they are answered without one, and the world's own are an error there", () => {
    for (const [name, { factsOnly, takes }] of Object.entries(FUNCTIONS)) {
      const args = takes.map((kind) => (kind === "number" ? "1.0" : kind === "fact" ? "'said'" : "'x'")).join(", ");
      const call = () => ask(`${name}(${args}) == ${name}(${args})`);
      if (factsOnly) expect(call()).toBe(true);
      else expect(call).toThrow();
    }
  });
});

describe("over the world", () => {
  const compiled = hut({
    ...leakFrom("1s"),
    violations: [{ id: "much", when: "peakPpm('store') > 100.0", points: 0, text: { zh: "m", en: "m" } }],
  });
  const one = rig(compiled);
  one.start();
  const { run } = one;
  Object.assign(one.body("hand-1"), { suit: true, scba: true, air: openAirSupply() });
  Object.assign(one.body("hand-2"), { scba: true, air: { cylinderL: 6.8, pressureBar: 100 } });
  one.put("hand-1", 4, 3);
  one.wait(30);
  one.put("hand-2", -20, 3);
  Object.assign(run.state.props["fan"] ?? {}, { state: "on" });
  run.state.doors["back-door"] = { open: true, closeAt: 0, locked: false };
  Object.assign(run.state.casualties, { dead: 1, seriouslyInjured: 2, missing: 3, level: "general" });
  const ask = (source: string) => {
    const plan = compiled.conditions.plan(source);
    compiled.conditions.read(run.state.tick, run.index, run.world);
    return plan();
  };
  const TRUE = [
    "isOpen('back-door') && !isOpen('west-door') && isOpen('tank-valve') && !isOpen('tap')",
    "isOn('fan')",
    "valveFraction('tank-valve') == 1.0 && valveFraction('tap') == 0.0",
    "leaking('leak') && releaseKgPerS('leak') > 0.0 && releasedKg('leak') > releaseKgPerS('leak')",
    "ppm('store') > 1000.0 && ppm('head') == ppm('store') && ppm('panel') == 0.0",
    "peakPpm('store') >= ppm('store') && peakPpm('back') == ppm('back')",
    "oxygenPercent('panel') == 20.9 && oxygenPercent('store') < 20.9 && lelPercent('store') == 0.0",
    "downwind('behind') && downwind('village') && !downwind('start')",
    "remaining('nobody') == 0.0",
    "airMin('hand') > 16.0 && airMin('hand') <= 17.0 && airMin('lead') == 0.0",
    "protectedIn('store') == 1.0 && peopleIn('store') == 1.0 && peopleIn('hot-zone') == 1.0 && peopleIn('back') == 0.0",
    "worst('hand') == 'well' && worst('hand-1') == 'well'",
    "!burning('leak') && fireKw('leak') == 0.0 && flammableKg('leak') == 0.0 && coPpm('store') == 0.0",
    "smokeLayerM('store') > 2.0 && upperC('store') == 20.0 && visibilityM('store') == 30.0 && hfPpm('store') == 0.0",
    "crowdInside('all') == 0.0 && crowdOut('all') == 0.0 && crowdDown('all') == 0.0 && !carrying('hand')",
    "windSpeedMps == 2.0 && windFromDeg == 270.0 && temperatureC == 20.0",
    "!entityIn('x', 'HK') && amountOf('x') == 0.0 && factOf('x', 'staff') == 0.0 && taxIn('CN') == 0.0",
    "!flagged('cfc') && groupTax == 0.0",
    "dead == 1.0 && seriouslyInjured == 2.0 && missing == 3.0 && accidentLevel == 'general'",
  ];
  test.each(TRUE)("%s", (source) => {
    expect(ask(source)).toBe(true);
  });

  test("a peak stays when the air has cleared", () => {
    const { rooms } = run.state.air;
    run.state.air = { ...run.state.air, rooms: rooms.map((room) => ({ ...room, massKg: 0 })) };
    expect(ask("ppm('store') == 0.0 && peakPpm('store') > 1000.0")).toBe(true);
    run.state.air = { ...run.state.air, rooms };
  });

  test("every quantity of the world is asked here", () => {
    const words = new Set(TRUE.join(" ").match(/[a-zA-Z]+/g));
    const ofWorld = Object.entries({ ...FUNCTIONS, ...VARIABLES }).filter(([, quantity]) => !quantity.factsOnly);
    expect(ofWorld.map(([name]) => name).filter((name) => !words.has(name))).toEqual([]);
  });

  test("one plan serves many runs: it answers for the run it was last pointed at", () => {
    const other = rig(compiled);
    const plan = compiled.conditions.plan("dead > 0.0");
    compiled.conditions.read(0, run.index, run.world);
    expect(plan()).toBe(true);
    compiled.conditions.read(0, other.run.index, other.run.world);
    expect(plan()).toBe(false);
  });
});
