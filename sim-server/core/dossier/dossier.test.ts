// A tax case run through the session: hours, secrecy, limits of levers, bargaining within limits, and replay.
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadScenario } from "../../../scenarios/format/load.ts";
import { loadLaws } from "../../../scenarios/format/load-law.ts";
import { compiledOf } from "../../compiled-scenario.ts";
import type { Intent } from "../../protocol/intents.ts";
import { hashOf } from "../hash.ts";
import { open, step } from "../session.ts";
import { briefingFor } from "../views/briefings.ts";
import { taxView } from "../views/tax.ts";
import { paperOf } from "../views/tax-paper.ts";

const { scenario } = loadScenario("scenarios/tax/tax-warm-up");
if (!scenario) throw new Error("the warm-up does not parse");
const compiled = compiledOf(scenario);
const ME = "examiner-1";

function begin() {
  const session = open(compiled, { seed: 1, parameters: {}, players: { [ME]: "A" } });
  step(session, [{ by: "instructor:i", intent: { do: "start" } }]);
  const ask = (intent: Intent) => step(session, [{ by: ME, intent }]).refused[0]?.code ?? "granted";
  return { run: session.run, session, ask };
}

test("a document says nothing until its hours are paid, and is paid once", () => {
  const { run, ask } = begin();
  expect(paperOf(run, "share-register")).toBeNull();
  expect(ask({ do: "pin", passage: "share-register/acquired", on: true })).toBe("not-opened");
  expect(ask({ do: "open-document", document: "share-register" })).toBe("granted");
  expect(ask({ do: "open-document", document: "share-register" })).toBe("already-done");
  expect(taxView(run)?.hours).toEqual({ budget: 10, spent: 2, left: 8 });
  expect(ask({ do: "pin", passage: "share-register/acquired", on: true })).toBe("granted");
});

test("the dividend is taxed at 10 % under twelve months and 5 % from then on, as art. 10 of the arrangement has it", () => {
  const { run, ask } = begin();
  expect(taxView(run)?.chart.tax?.flows[0]?.tax).toBeNull();
  ask({ do: "open-document", document: "share-register" });
  expect(taxView(run)?.chart.tax?.flows[0]).toMatchObject({ tax: "1000000", rate: "0.1" });
  ask({ do: "plan-change", change: { what: "set", of: "dividend", fact: "holdingMonths", value: "12" } });
  expect(taxView(run)?.chart.tax?.flows[0]).toMatchObject({ tax: "500000", rate: "0.05" });
  ask({ do: "plan-undo" });
  expect(taxView(run)?.chart.tax?.flows[0]?.rate).toBe("0.1");
});

test("what no lever allows is refused and changes nothing", () => {
  const { run, ask } = begin();
  const before = JSON.stringify(run.state.dossier);
  expect(ask({ do: "plan-change", change: { what: "move", entity: "hc-hk", to: "SG" } })).toBe("not-allowed");
  expect(ask({ do: "plan-change", change: { what: "flow", flow: "dividend", amount: "16000001" } })).toBe(
    "not-allowed",
  );
  expect(JSON.stringify(run.state.dossier)).toBe(before);
});

test("neither briefing nor view tells a trap, a reason or a document before its time", () => {
  const { run } = begin();
  const told = JSON.stringify([briefingFor(compiled, { runId: "r", names: {}, laws: loadLaws() }, ME), taxView(run)]);
  for (const secret of ["took-five", "whole-tax", "Eight months", "2024-11-12", "company-letter"])
    expect(told).not.toContain(secret);
});

test("whatever is asked in whatever order, hours stay within the budget and a second run of it has the same hash", () => {
  const documents = Object.keys(compiled.dossier?.dossier.documents ?? {});
  const intent = fc.oneof(
    fc.constantFrom(...documents).map((document): Intent => ({ do: "open-document", document })),
    fc
      .constantFrom("why-five", "since-when")
      .map((question): Intent => ({ do: "ask-interview", document: "finance-interview", question })),
    fc.integer({ min: -5, max: 20 }).map(
      (millions): Intent => ({
        do: "plan-change",
        change: { what: "flow", flow: "dividend", amount: String(millions * 1_000_000) },
      }),
    ),
    fc
      .constantFrom("treaty-rate", "liability", "beneficial-owner")
      .map((issue): Intent => ({ do: "state-finding", issue, rules: ["WHT"], cites: [], evidence: [] })),
    fc.constant<Intent>({ do: "plan-undo" }),
  );
  fc.assert(
    fc.property(fc.array(intent, { maxLength: 25 }), (intents) => {
      const [one, other] = [begin(), begin()];
      for (const each of intents) one.ask(each);
      for (const each of structuredClone(intents)) other.ask(each);
      expect(one.run.state.dossier?.hours.spent).toBeLessThanOrEqual(10);
      expect(hashOf(one.session)).toBe(hashOf(other.session));
      for (const { verdict } of one.run.state.dossier?.stated ?? []) {
        expect(verdict.share).toBeGreaterThanOrEqual(0);
        expect(verdict.share).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 25 },
  );
});
