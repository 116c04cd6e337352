// The tax part of a briefing: what may be raised, cited and changed; for consoles, also what is expected.
import type { LawPack } from "../../../scenarios/format/law.ts";
import type { Lever } from "../../../scenarios/format/tax-group.ts";
import type {
  ArticleView,
  ExpectedFinding,
  LeverView,
  TaxBriefing,
  TaxConsoleBriefing,
} from "../../protocol/tax-briefing.ts";
import type { Compiled } from "../compile.ts";
import { openDossier } from "../dossier/dossier-state.ts";
import { expectationOf } from "../dossier/judging.ts";
import { RULES } from "../tax/rules.ts";

export type Laws = ReadonlyMap<string, LawPack>;

/** Null in an emergency. */
export function taxBriefing({ scenario, dossier: plan }: Compiled, laws: Laws): TaxBriefing | null {
  if (!plan) return null;
  const { dossier } = plan;
  return {
    title: dossier.group.title,
    mode: dossier.mode,
    asOf: dossier.asOf,
    currency: dossier.group.currency,
    hours: dossier.hours,
    pricing: dossier.pricing,
    attempts: dossier.attempts,
    jurisdictions: [...plan.law(dossier.asOf).jurisdictions.values()].map(({ id, name, currency }) => ({
      id,
      name,
      currency,
    })),
    issues: Object.entries(dossier.issues).map(([id, { title, unit, choices }]) => ({ id, title, unit, choices })),
    rules: RULES.map(({ id, title }) => ({ id, title })),
    articles: scenario.law.flatMap((pin) => articlesOf(laws.get(pin.split("@")[0] ?? ""))),
    levers: dossier.group.levers.map(leverView),
    negotiations: Object.entries(dossier.negotiations).map(([id, one]) => ({
      id,
      title: one.title,
      kind: one.kind,
      with: one.with,
      withTitle: scenario.simulated[one.with]?.title ?? { zh: one.with, en: one.with },
      brief: one.brief,
      unit: one.unit,
      range: one.range,
      rounds: one.counterpart.rounds,
      hoursPerRound: one.hoursPerRound,
    })),
    planned: dossier.goal !== undefined,
  };
}

export function taxConsoleBriefing(compiled: Compiled, laws: Laws): TaxConsoleBriefing | null {
  const shared = taxBriefing(compiled, laws);
  const { dossier: plan } = compiled;
  if (!shared || !plan) return null;
  const start = openDossier(plan);
  return {
    ...shared,
    findings: plan.dossier.findings.map((finding): ExpectedFinding => {
      const { amount, rules } = expectationOf(plan, start, finding);
      const { id, title, issue, choice, tolerance, cites, evidence, traps, why } = finding;
      return {
        id,
        title,
        issue,
        choice: choice ?? null,
        amount,
        tolerance,
        rules,
        cites,
        evidence,
        traps: traps.map(({ id: trap, title: name, penalty, because }) => ({
          id: trap,
          title: name,
          penalty,
          because,
        })),
        why,
      };
    }),
    risks: plan.dossier.risks.map(({ id, text, weight }) => ({ id, text, weight })),
    goal: plan.dossier.goal ?? null,
  };
}

const articlesOf = (pack: LawPack | undefined): ArticleView[] =>
  pack
    ? Object.entries(pack.articles).map(([article, { text }]) => ({
        cite: `${pack.id}#${article}`,
        law: pack.title,
        article,
        text,
        effective: pack.effective,
      }))
    : [];

function leverView(lever: Lever): LeverView {
  if ("move" in lever) return { what: "move", entity: lever.move, to: lever.to };
  if ("insert" in lever)
    return {
      what: "insert",
      entity: lever.insert,
      name: lever.name,
      in: lever.in,
      holder: lever.holder,
      held: lever.held,
    };
  if ("set" in lever)
    return {
      what: "set",
      of: lever.of,
      fact: lever.set,
      title: lever.title,
      unit: lever.unit,
      range: lever.range ?? null,
      choices: lever.choices ?? null,
    };
  return {
    what: "flow",
    flow: lever.flow,
    amount: lever.amount ?? null,
    price: lever.price ?? null,
    kinds: lever.kinds ?? null,
    dates: lever.dates ?? null,
  };
}
