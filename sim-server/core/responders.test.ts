import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openCasualty, stepCasualty } from "./casualty.ts";
import { openDecontamination, queueUp, stepDecontamination, throughputPerHour, WASH_S } from "./decontamination.ts";
import {
  callUnit,
  comeOut,
  enter,
  flowLPerS,
  openPair,
  type RadioCall,
  stepResponders,
  type Unit,
} from "./responders.ts";
import {
  foamNeeds,
  HOSE_RESISTANCE,
  type HoseMm,
  lengthsFor,
  lineFlowLPerS,
  nozzleFactor,
  nozzleFlowLPerS,
  tankLastsS,
} from "./responders-water.ts";
import { openAmbulance, sendToHospital, stepTransport, type Transport } from "./transport.ts";

describe("water", () => {
  test.each([
    [13, 0.346],
    [16, 0.793],
    [19, 1.577],
  ])("a nozzle of %d mm has the handbook factor %d", (mm, factor) => {
    expect(nozzleFactor(mm)).toBeCloseTo(factor, 3);
  });

  test("hose resistances agree with Darcy's formula at the friction of lined hose", () => {
    for (const mm of [50, 65, 80] as HoseMm[]) {
      const areaM2 = (Math.PI / 4) * (mm / 1000) ** 2;
      const speedMps = 0.001 / areaM2;
      const friction = HOSE_RESISTANCE[mm] / ((20 / (mm / 1000)) * (speedMps ** 2 / (2 * 9.81)));
      expect(friction).toBeGreaterThan(0.02);
      expect(friction).toBeLessThan(0.035);
    }
  });

  test("head is conserved: rise, hoses and jet together use up what the pump gives", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<HoseMm>(50, 65, 80),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 31, max: 120, noNaN: true }),
        (hoseMm, lengths, riseM, pumpHeadM) => {
          const flow = lineFlowLPerS({ hoseMm, lengths, nozzleMm: 19, riseM }, pumpHeadM);
          const jetM = flow ** 2 / nozzleFactor(19);
          const used = riseM + HOSE_RESISTANCE[hoseMm] * lengths * flow ** 2 + jetM;
          expect(used).toBeCloseTo(pumpHeadM, 6);
          expect(nozzleFlowLPerS(19, jetM)).toBeCloseTo(flow, 6);
        },
      ),
    );
  });

  test("longer lines and higher nozzles never give more, a second line beside never less", () => {
    const line = { hoseMm: 65, lengths: 4, nozzleMm: 19 } as const;
    const flow = lineFlowLPerS(line, 60);
    expect(lineFlowLPerS({ ...line, lengths: 8 }, 60)).toBeLessThan(flow);
    expect(lineFlowLPerS({ ...line, riseM: 20 }, 60)).toBeLessThan(flow);
    expect(lineFlowLPerS({ ...line, sideBySide: 2 }, 60)).toBeGreaterThan(flow);
    expect(lineFlowLPerS({ ...line, riseM: 61 }, 60)).toBe(0);
    expect(lengthsFor(100)).toBe(6);
  });

  test("a tank of six tonnes feeds ten litres a second for ten minutes, and for ever when as much comes in", () => {
    expect(tankLastsS(6000, 10)).toBe(600);
    expect(tankLastsS(6000, 10, 10)).toBe(Number.POSITIVE_INFINITY);
  });

  test("foam for 200 m2 at 6.5 L/min/m2 for 15 minutes at 6 per cent needs 1170 litres of concentrate", () => {
    const needs = foamNeeds({ areaM2: 200, rateLPerMinM2: 6.5, share: 0.06, durationMin: 15 });
    expect(needs.concentrateL).toBeCloseTo(1170, 6);
    expect(needs.waterL).toBeCloseTo(18330, 6);
    expect(needs.solutionLPerS).toBeCloseTo(21.67, 2);
  });
});

const engine = (change: Partial<Unit> = {}): Unit => ({
  ...callUnit({ id: "engine-1", kind: "engine", crew: 6, tankL: 6000, foamL: 0, pumpHeadM: 60 }, 0, 3000, 12.5),
  ...change,
});
const hear = (units: Unit[], ticks: number): (RadioCall & { tick: number })[] => {
  const heard: (RadioCall & { tick: number })[] = [];
  for (let tick = 1; tick <= ticks; tick += 1)
    for (const call of stepResponders({ units, pairs: [] }, tick)) heard.push({ ...call, tick });
  return heard;
};

describe("units", () => {
  test("three kilometres at 45 km/h and a minute of turnout are five minutes", () => {
    expect(hear([engine()], 3100)).toEqual([{ kind: "arrived", from: "engine-1", tick: 3000 }]);
  });

  test("a tank without supply runs low and dry just when its flow says, and water from a hydrant brings it back", () => {
    const unit = engine({ arrivesTick: 1 });
    unit.lines.push({ id: "a", hoseMm: 65, lengths: 3, nozzleMm: 19, open: true, foamShare: 0 });
    stepResponders({ units: [unit], pairs: [] }, 1);
    const flow = flowLPerS(unit);
    const heard = hear([unit], 12000);
    const empty = heard.find(({ kind }) => kind === "tank-empty");
    expect((empty?.tick ?? 0) / 10).toBeCloseTo(6000 / flow, 0);
    expect(heard.map(({ kind }) => kind)).toEqual(["tank-low", "tank-empty"]);
    expect(flowLPerS(unit)).toBe(0);
    unit.inLPerS = 15;
    hear([unit], 10);
    expect(flowLPerS(unit)).toBeCloseTo(flow, 9);
  });

  test("foam is used at its share of the flow and its end is told", () => {
    const unit = engine({ arrivesTick: 1, foamL: 100, inLPerS: 50 });
    unit.lines.push({ id: "a", hoseMm: 80, lengths: 2, nozzleMm: 19, open: true, foamShare: 0.06 });
    const heard = hear([unit], 6000);
    const flow = flowLPerS(unit);
    expect((heard.find(({ kind }) => kind === "foam-empty")?.tick ?? 0) / 10).toBeCloseTo(100 / (0.06 * flow), 0);
  });
});

describe("rescue pairs", () => {
  test("are told to turn while the way back and the whistle's reserve are left, and the whistle comes later", () => {
    const pair = openPair("pair-1");
    expect(enter(pair, 0, 300)).toBeNull();
    const calls: string[] = [];
    let turnBack = 0;
    for (let tick = 1; tick < 40000 && pair.inside; tick += 1)
      for (const call of stepResponders({ units: [], pairs: [pair] }, tick)) {
        calls.push(call.kind);
        if (call.kind === "turn-back") turnBack = pair.air[0].pressureBar;
      }
    expect(calls).toEqual(["turn-back", "whistle", "no-air"]);
    // Five minutes of walking take 40 x 5 / 6.8 bar; the whistle's 55 bar stay.
    expect(turnBack).toBeCloseTo(55 + 200 / 6.8, 0);
  });

  test("do not go in on a nearly empty cylinder, nor twice", () => {
    const pair = openPair("pair-1");
    expect(enter(pair, 0, 60)).toBeNull();
    expect(enter(pair, 0, 60)).toBe("inside");
    for (let tick = 1; tick < 20000; tick += 1) stepResponders({ units: [], pairs: [pair] }, tick);
    expect(comeOut(pair).kind).toBe("out");
    expect(enter(pair, 0, 600)).toBe("not-enough-air");
  });
});

describe("decontamination", () => {
  test("a line works at its throughput, the urgent first, each exactly once", () => {
    const line = openDecontamination({ walking: 2, lying: 1 }, 0, 1e6);
    expect(throughputPerHour(line)).toEqual({ walking: 40, lying: 7.5 });
    for (let i = 0; i < 30; i += 1) queueUp(line, `p${i}`, false, i === 29);
    queueUp(line, "p3", false, false);
    const clean: string[] = [];
    for (let tick = 1; tick <= 36000; tick += 1) clean.push(...stepDecontamination(line, tick));
    expect(clean).toHaveLength(30);
    expect(clean.indexOf("p29")).toBeLessThan(2);
    expect(new Set(clean).size).toBe(30);
    expect(WASH_S.walking).toBe(180);
  });

  test("nobody is washed before the line stands, nor without water", () => {
    const line = openDecontamination({ walking: 1, lying: 0 }, 600, 90);
    queueUp(line, "a", false, false);
    queueUp(line, "b", false, false);
    const clean: string[] = [];
    for (let tick = 1; tick <= 5999; tick += 1) clean.push(...stepDecontamination(line, tick));
    expect(clean).toEqual([]);
    for (let tick = 6000; tick <= 30000; tick += 1) clean.push(...stepDecontamination(line, tick));
    // Ninety litres are half of what one wash of three minutes at 60 L/min takes.
    expect(clean).toEqual([]);
    line.waterL = 1000;
    for (let tick = 30001; tick <= 40000; tick += 1) clean.push(...stepDecontamination(line, tick));
    expect(clean).toEqual(["a", "b"]);
  });
});

describe("transport", () => {
  const open = (): Transport => ({
    hospitals: [
      { id: "county", driveS: 600, redPlaces: 1, otherPlaces: 3, takesSoiled: false, received: [] },
      { id: "city", driveS: 1800, redPlaces: 9, otherPlaces: 20, takesSoiled: true, received: [] },
    ],
    ambulances: [openAmbulance("a1", 0), openAmbulance("a2", 300)],
  });
  const passenger = (
    id: string,
    change = {},
  ): { casualty: ReturnType<typeof openCasualty>; isRed: true; lies: true } => ({
    casualty: openCasualty(id, { bleedingPerMin: 0.01, ...change }),
    isRed: true,
    lies: true,
  });

  test("an ambulance drives, hands over, comes back; the casualty is out of danger on arrival", () => {
    const transport = open();
    const one = passenger("c1");
    expect(sendToHospital(transport, 0, "a1", "county", [one])).toBeNull();
    const events: string[] = [];
    for (let tick = 1; tick <= 20000; tick += 1) {
      if (tick % 10 === 0) stepCasualty(one.casualty, tick);
      for (const event of stepTransport(transport, tick, () => one.casualty)) events.push(`${event.kind} ${tick}`);
    }
    // Ten minutes there, ten handing over, ten back; the second ambulance arrives after five.
    expect(events).toEqual(["arrived-at-scene 3000", "arrived-at-hospital 6000", "back-at-scene 18000"]);
    expect(one.casualty.diedTick).toBe(-1);
    expect(transport.hospitals[0]?.received).toEqual(["c1"]);
  });

  test("places run out, soiled, dead and doubly sent casualties are refused", () => {
    const transport = open();
    expect(sendToHospital(transport, 0, "a2", "county", [passenger("c1")])).toBe("ambulance-away");
    expect(sendToHospital(transport, 0, "a1", "nowhere", [passenger("c1")])).toBe("no-such-hospital");
    expect(sendToHospital(transport, 0, "a1", "county", [passenger("c1"), passenger("c2")])).toBe("too-many-aboard");
    expect(sendToHospital(transport, 0, "a1", "county", [passenger("c1", { soiledPerMin: 0.01 })])).toBe(
      "not-decontaminated",
    );
    expect(sendToHospital(transport, 0, "a1", "county", [passenger("c1", { diedTick: 3 })])).toBe("dead");
    expect(sendToHospital(transport, 0, "a1", "county", [passenger("c1")])).toBeNull();
    for (let tick = 1; tick <= 3000; tick += 1) stepTransport(transport, tick, () => undefined);
    expect(sendToHospital(transport, 3000, "a2", "county", [passenger("c2")])).toBe("hospital-full");
    expect(sendToHospital(transport, 3000, "a2", "city", [passenger("c1")])).toBe("already-taken");
    expect(sendToHospital(transport, 3000, "a2", "city", [passenger("c2", { soiledPerMin: 0.01 })])).toBeNull();
  });
});
