// The amount a finding should have: stated by its author, or worked out by the engine from the group as it truly is.
import type { Amount } from "../../../scenarios/format/tax-finding.ts";
import { Decimal, decimal, parseDecimal, ZERO } from "../tax/decimal.ts";
import type { GroupTax } from "../tax/group-tax.ts";
import { ask } from "../tax/rule.ts";
import { ruleOf } from "../tax/rules.ts";
import type { Trace } from "../tax/trace.ts";
import type { DossierPlan } from "./dossier-plan.ts";
import type { DossierState } from "./dossier-state.ts";
import { truthOf } from "./group-outcome.ts";

export type ExpectedAmount = { readonly value: Decimal; readonly traces: readonly Trace[] };
/** Why an amount cannot be worked out: an author's problem. */
export type NoAmount = { readonly why: string };
type Term = Exclude<Amount, string>[number];

export function expectedAmount(plan: DossierPlan, state: DossierState, amount: Amount): ExpectedAmount | NoAmount {
  if (typeof amount === "string") return { value: decimal(amount), traces: [] };
  let value = ZERO;
  const traces: Trace[] = [];
  for (const term of amount) {
    const found =
      term.rule === "GROUP" && term.input === undefined ? ofGroup(plan, state, term) : ofRule(plan, state, term);
    if ("why" in found) return found;
    value = value.plus(found.value.times(decimal(term.times)));
    traces.push(found.trace);
  }
  return { value, traces };
}

type Found = { value: Decimal; trace: Trace } | NoAmount;

function ofRule(plan: DossierPlan, state: DossierState, { rule: id, input, output }: Term): Found {
  const rule = ruleOf(id);
  if (!rule) return { why: `there is no rule ${id}` };
  const reply = ask(rule, input ?? {}, plan.law(state.lawDay));
  if ("problems" in reply)
    return {
      why: `${id}: ${reply.problems.map(({ path, sentence }) => `${path.join(".")} ${sentence.en}`).join("; ")}`,
    };
  if ("insufficientEvidence" in reply) return { why: `${id} needs ${reply.insufficientEvidence.join(", ")}` };
  const value = Object.hasOwn(reply.values, output) ? reply.values[output] : undefined;
  const number = value instanceof Decimal ? value : parseDecimal(value);
  return number ? { value: number, trace: reply.trace } : { why: `${id} answers no number ${output}` };
}

function ofGroup(plan: DossierPlan, state: DossierState, { output }: Term): Found {
  const outcome = truthOf(plan, state, []);
  if ("problems" in outcome)
    return { why: outcome.problems.map(({ path, sentence }) => `${path.join(".")} ${sentence.en}`).join("; ") };
  if ("missing" in outcome) return { why: `the group needs ${outcome.missing.join(", ")}` };
  const found = partOf(outcome.tax, output);
  return found ?? { why: `the group has no ${output}, or lacks facts for it` };
}

/** A number of the group with its tree: total, total.CN, wht.<flow>, tax.<entity>, cfc.<company>, topUp. */
export function partOf(tax: GroupTax, output: string): { value: Decimal; trace: Trace } | undefined {
  if (output === "total") return tax.total;
  const dot = output.indexOf(".");
  const [what, id] = [output.slice(0, dot), output.slice(dot + 1)];
  switch (what) {
    case "total":
      return tax.countries.find((one) => one.id === id)?.total;
    case "wht":
      return tax.flows.find(({ flow }) => flow.id === id)?.tax;
    case "tax":
      return tax.entities.find(({ entity }) => entity.id === id)?.tax;
    case "cfc":
      return tax.inclusions.find(({ company }) => company === id)?.tax;
    case "topUp": {
      const country = tax.countries.find((one) => one.id === id);
      if (!country || "missing" in tax.topUp) return undefined;
      return { value: country.topUp, trace: tax.topUp.trace };
    }
    default:
      return undefined;
  }
}
