// A tax case as its trainees see it, and as those who steer and judge do; the answer key stays with the latter.
import type {
  ChartView,
  DocumentCard,
  FindingVerdict,
  KeptPlan,
  NegotiationView,
  StatedFinding,
  TaxConsoleView,
  TaxPicture,
  TaxView,
} from "../../protocol/tax-views.ts";
import type { DossierState } from "../dossier/dossier-state.ts";
import { dossierOf, knownOutcome, trueOutcome } from "../dossier/group-outcome.ts";
import { knownFacts, plannedGroup } from "../dossier/planned-group.ts";
import { worthOf } from "../dossier/planning.ts";
import { leftOf } from "../dossier/reading-room.ts";
import type { Run } from "../run.ts";
import { pictureOf } from "./tax-picture.ts";

/** Null in a run that is no tax case. */
export function taxView(run: Run): TaxView | null {
  return run.state.dossier ? viewOf(run, false) : null;
}

export function taxConsoleView(run: Run): TaxConsoleView | null {
  if (!run.state.dossier) return null;
  const { plan, state } = dossierOf(run);
  const worth = plan.dossier.goal ? worthOf(run) : null;
  return {
    ...viewOf(run, true),
    truth: pictureOf(trueOutcome(run)) ?? EMPTY,
    worth: plan.dossier.findings.map(({ id }) => ({
      finding: id,
      share: state.stated.find(({ verdict }) => verdict.finding === id)?.verdict.share ?? null,
    })),
    plan: worth && { ...worth, total: String(worth.total), start: String(worth.start) },
  };
}

const EMPTY: TaxPicture = { total: "0", countries: [], entities: [], flows: [], flags: [], missing: [] };

function viewOf(run: Run, all: boolean): TaxView {
  const { plan, state } = dossierOf(run);
  const { dossier } = plan;
  const priced = all || dossier.pricing;
  const picture = (changes: KeptPlan["changes"]): TaxPicture | null =>
    priced ? pictureOf(knownOutcome(run, changes)) : null;
  return {
    lawDay: state.lawDay,
    hours: { ...state.hours, left: leftOf(run) },
    chart: { ...chartOf(run), tax: picture(state.changes) },
    changes: state.changes,
    kept: [
      { plan: 0, name: "", tick: 0, changes: [], tax: picture([]) },
      ...state.kept.map(({ name, tick, changes }, at) => ({
        plan: at + 1,
        name,
        tick,
        changes,
        tax: picture(changes),
      })),
    ],
    submitted: state.submitted && {
      tick: state.submitted.tick,
      total: priced ? state.submitted.total : "",
    },
    documents: state.present.flatMap((id) => cardOf(run, id) ?? []),
    pinned: state.pinned,
    findings: state.stated.map((one) => statedOf(run, one, all || dossier.mode === "guided")),
    negotiations: Object.entries(state.negotiations).map(([id, talks]): NegotiationView => {
      const terms = dossier.negotiations[id];
      return {
        id,
        status: talks.status,
        asks: talks.asks,
        round: talks.round,
        offers: talks.offers.map(({ argument, ...offer }) => ({
          ...offer,
          reply: terms?.arguments.find((one) => one.id === argument)?.reply ??
            terms?.replies.counter ?? { zh: "", en: "" },
        })),
        agreed: talks.agreed,
      };
    }),
  };
}

function chartOf(run: Run): Omit<ChartView, "tax"> {
  const { plan, state } = dossierOf(run);
  const { dossier } = plan;
  const planned = plannedGroup(dossier, knownFacts(dossier, state), state.changes);
  return {
    upe: planned.upe,
    entities: planned.entities.map(({ id, name, form, jurisdiction, role, outside, added, facts }) => ({
      id,
      name,
      form,
      jurisdiction,
      role: role ?? null,
      outside,
      added,
      facts,
    })),
    links: planned.links,
    flows: planned.flows.map((flow) => ({
      id: flow.id,
      title: flow.title,
      kind: flow.kind,
      from: flow.from,
      to: flow.to,
      amount: flow.amount,
      price: flow.price ?? null,
      quantity: flow.quantity ?? null,
      date: flow.date ?? null,
      currency: flow.currency ?? dossier.group.currency,
      facts: flow.facts,
    })),
  };
}

function cardOf(run: Run, id: string): DocumentCard | undefined {
  const { plan, state } = dossierOf(run);
  const document = plan.dossier.documents[id];
  return (
    document && {
      id,
      title: document.title,
      kind: document.kind,
      from: document.from ?? null,
      date: document.date ?? null,
      hours: document.hours,
      summary: document.summary,
      open: state.opened.includes(id),
      interview: document.interview !== undefined,
    }
  );
}

function statedOf(run: Run, { statement, verdict }: DossierState["stated"][number], told: boolean): StatedFinding {
  const finding = dossierOf(run).plan.dossier.findings.find(({ id }) => id === verdict.finding);
  const { finding: _, traps, ...parts } = verdict;
  const full: FindingVerdict = {
    ...parts,
    traps: traps.flatMap((id) => {
      const trap = finding?.traps.find((one) => one.id === id);
      return trap ? [{ id, title: trap.title, because: trap.because }] : [];
    }),
    why: finding?.why ?? null,
  };
  return { ...statement, verdict: told ? full : null };
}
