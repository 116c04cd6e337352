// The tree behind a number of the chart, and what the tax would be with one more change.
import type { PlanChange } from "../../protocol/tax-intents.ts";
import type { TaxPicture, TraceView } from "../../protocol/tax-views.ts";
import { partOf } from "../dossier/expected-amount.ts";
import { dossierOf, knownOutcome } from "../dossier/group-outcome.ts";
import { allows } from "../dossier/planning.ts";
import type { Run } from "../run.ts";
import type { Trace } from "../tax/trace.ts";
import { pictureOf } from "./tax-picture.ts";

const PARTS: Readonly<Record<string, string>> = { country: "total", entity: "tax", flow: "wht", cfc: "cfc" };

/** `total`, `country:HK`, `entity:hx-hk`, `flow:royalty`, `cfc:hx-hk`, `top-up`; null where nothing is worked out. */
export function traceOf(run: Run, of: string): TraceView | null {
  const outcome = knownOutcome(run);
  if (!("tax" in outcome)) return null;
  if (of === "top-up") return "missing" in outcome.tax.topUp ? null : traceView(outcome.tax.topUp.trace);
  const [what = "", id] = of.split(":");
  const part = id === undefined ? what : PARTS[what] && `${PARTS[what]}.${id}`;
  const found = part === undefined ? undefined : partOf(outcome.tax, part);
  return found ? traceView(found.trace) : null;
}

function traceView(trace: Trace): TraceView {
  return {
    rule: trace.rule,
    title: trace.title,
    inputs: trace.inputs,
    formula: trace.formula,
    value: trace.value,
    unit: trace.unit ?? null,
    rounding: trace.rounding ?? null,
    cites: trace.cites.map(({ law, article, effectiveFrom, status }) => ({
      law,
      article,
      effectiveFrom: effectiveFrom ?? null,
      verified: status === "verified",
    })),
    exception: trace.exception ?? null,
    children: trace.children.map(traceView),
    whyNot: trace.whyNot ?? [],
  };
}

/** The tax with one more change the levers allow; nothing of the run changes. */
export function whatIfOf(run: Run, change: PlanChange): TaxPicture | null {
  const { plan, state } = dossierOf(run);
  if (!plan.dossier.group.levers.some((lever) => allows(lever, change))) return null;
  return pictureOf(knownOutcome(run, [...state.changes, change]));
}
