// Judges a statement at once: number within tolerance, method by rules, citations, evidence, traps and repeats.
import type { TaxFinding } from "../../../scenarios/format/tax-finding.ts";
import { type Expected, judge, rulesOf } from "../tax/finding.ts";
import { type Trace, traced } from "../tax/trace.ts";
import type { DossierPlan } from "./dossier-plan.ts";
import type { DossierState, Verdict } from "./dossier-state.ts";
import { expectedAmount } from "./expected-amount.ts";

type Stated = {
  choice: string | null;
  amount: string | null;
  rules: readonly string[];
  cites: readonly string[];
  evidence: readonly string[];
  attempt: number;
};

/** What is expected of a finding now, the amount worked out; throws where the author's amount cannot be. */
export function expectationOf(plan: DossierPlan, state: DossierState, finding: TaxFinding) {
  const worked = finding.amount === undefined ? undefined : expectedAmount(plan, state, finding.amount);
  if (worked && "why" in worked) throw new Error(`finding ${finding.id}: ${worked.why}`);
  const rules = finding.rules ?? [...new Set((worked?.traces ?? []).flatMap(rulesOf))];
  return { amount: worked?.value.toDecimalPlaces(10).toString() ?? null, rules, traces: worked?.traces ?? [] };
}

const NOTHING: Trace = traced(true, { rule: "", title: { zh: "", en: "" }, formula: "", inputs: {} }).trace;
const rounded = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;

export function verdictOn(plan: DossierPlan, state: DossierState, finding: TaxFinding, stated: Stated): Verdict {
  const expected = expectationOf(plan, state, finding);
  const wanted: Expected = {
    weight: "1",
    ...(finding.choice === undefined ? {} : { choice: finding.choice }),
    ...(expected.amount === null ? {} : { amount: expected.amount }),
    tolerance: finding.tolerance,
    rules: expected.rules,
    cites: finding.cites,
    traps: finding.traps.map(({ id, choice, amount, tolerance, rule, cite }) => {
      const trapped = amount === undefined ? undefined : expectedAmount(plan, state, amount);
      if (trapped && "why" in trapped) throw new Error(`trap ${id}: ${trapped.why}`);
      return {
        id,
        penalty: "0",
        ...(choice === undefined ? {} : { choice }),
        ...(trapped === undefined ? {} : { amount: trapped.value.toDecimalPlaces(10).toString() }),
        ...(tolerance === undefined ? {} : { tolerance }),
        ...(rule === undefined ? {} : { rule }),
        ...(cite === undefined ? {} : { cite }),
      };
    }),
  };
  const judged = judge(
    {
      ...(stated.choice === null ? {} : { choice: stated.choice }),
      ...(stated.amount === null ? {} : { amount: stated.amount }),
      rules: stated.rules,
      cites: stated.cites,
    },
    wanted,
    NOTHING,
  );
  const evidence = evidencePart(stated.evidence, finding.evidence);
  const [number, method, cites] = [judged.number, judged.method, judged.cites].map((part) => part.toNumber());
  const { parts } = finding;
  const penalty = finding.traps.reduce((sum, { id, penalty: lost }) => sum + (judged.traps.includes(id) ? lost : 0), 0);
  const repeats = plan.dossier.mode === "guided" ? plan.dossier.again * (stated.attempt - 1) : 0;
  const earned =
    parts.number * (number ?? 0) +
    parts.method * (method ?? 0) +
    parts.cites * (cites ?? 0) +
    parts.evidence * evidence.value;
  return {
    finding: finding.id,
    share: rounded(earned - penalty - repeats),
    number: rounded(number ?? 0),
    method: rounded(method ?? 0),
    cites: rounded(cites ?? 0),
    evidence: rounded(evidence.value),
    missingRules: [...judged.missingRules],
    strayRules: [...judged.strayRules],
    missingCites: [...judged.missingCites],
    wrongCites: [...judged.wrongCites],
    missingEvidence: evidence.missing,
    traps: [...judged.traps],
  };
}

/** Nothing was wrong there. */
export const strayVerdict = (): Verdict => ({
  finding: null,
  share: 0,
  number: 0,
  method: 0,
  cites: 0,
  evidence: 0,
  missingRules: [],
  strayRules: [],
  missingCites: [],
  wrongCites: [],
  missingEvidence: [],
  traps: [],
});

/** Overlap with what is required; a passage that proves nothing costs half of one that does. */
function evidencePart(chosen: readonly string[], { required, accepted }: TaxFinding["evidence"]) {
  const missing = required.filter((key) => !chosen.includes(key));
  const idle = new Set(chosen.filter((key) => !required.includes(key) && !accepted.includes(key))).size;
  const size = Math.max(1, required.length);
  const found = required.length === 0 ? 1 : required.length - missing.length;
  return { value: Math.max(0, (found - idle / 2) / size), missing };
}
