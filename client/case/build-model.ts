// Puts a case together for its page: briefing, the room's view and the papers read so far, in the reader's language.
import type { TaxBriefing } from "../../sim-server/protocol/tax-briefing.ts";
import type { PlanChange } from "../../sim-server/protocol/tax-intents.ts";
import type { DocumentCard, Paper, StatedFinding, TaxView } from "../../sim-server/protocol/tax-views.ts";
import { barsOf, chartOf, totalsOf, type Wording } from "./case-chart-model.ts";
import type { Bargain, CaseDocument, CaseModel, Choice, Pinned, Stated } from "./case-model.ts";
import { fullMoney, percent, shortMoney } from "./money.ts";

export type Papers = Readonly<Record<string, Paper>>;

export function buildModel(briefing: TaxBriefing, view: TaxView, papers: Papers, wording: Wording): CaseModel {
  const { text } = wording;
  const start = view.kept.find(({ plan }) => plan === 0)?.tax ?? view.chart.tax;
  const [now, before] = [totalsOf(view.chart.tax), totalsOf(start)];
  const documents = view.documents.map((card) => documentOf(card, papers[card.id], view, wording));
  return {
    title: text(briefing.title),
    guided: briefing.mode === "guided",
    pricing: briefing.pricing,
    currency: briefing.currency,
    lawDay: view.lawDay,
    attempts: briefing.attempts,
    hours: { budget: view.hours.budget, left: view.hours.left },
    chart: chartOf(briefing, view, wording),
    now: barsOf(view.chart.tax, briefing, wording),
    before: barsOf(start, briefing, wording),
    totals: now && before ? { now, before } : null,
    places: briefing.jurisdictions.map(({ id, name }) => ({ id, name: text(name) })),
    levers: briefing.levers,
    changes: view.changes.map((change) => changeWords(change, briefing, view, wording)),
    plans: view.kept.map((kept) => ({
      plan: kept.plan,
      name: kept.plan === 0 ? wording.t("plan.asFound") : kept.name,
      totals: totalsOf(kept.tax),
      changes: kept.changes.length,
    })),
    mayPlan: briefing.levers.length > 0,
    submitted: briefing.planned ? view.submitted !== null : null,
    documents,
    issues: briefing.issues.map((issue) => ({
      id: issue.id,
      title: text(issue.title),
      unit: issue.unit,
      choices: issue.choices.map((choice) => ({ id: choice.id, title: text(choice.text) })),
    })),
    rules: briefing.rules.map((rule) => ({ id: rule.id, title: text(rule.title), detail: rule.id })),
    articles: briefing.articles.map(
      (article): Choice => ({
        id: article.cite,
        title: `${text(article.law)} ${wording.t("article", { article: article.article })}`,
        detail: text(article.text),
      }),
    ),
    pinned: pinnedOf(documents),
    findings: view.findings.map((finding) => statedOf(finding, briefing, documents, wording)),
    bargains: view.negotiations.flatMap((one): Bargain[] => {
      const told = briefing.negotiations.find(({ id }) => id === one.id);
      if (!told) return [];
      return [
        {
          ...one,
          title: text(told.title),
          brief: text(told.brief),
          with: text(told.withTitle),
          unit: told.unit,
          least: told.range.min,
          most: told.range.max,
          rounds: told.rounds,
          hoursPerRound: told.hoursPerRound,
          offers: one.offers.map((offer) => ({ ...offer, reply: text(offer.reply) })),
        },
      ];
    }),
  };
}

function documentOf(card: DocumentCard, paper: Paper | undefined, view: TaxView, { t, text }: Wording): CaseDocument {
  const pinned = new Set(view.pinned);
  const shown = card.open ? paper : undefined;
  return {
    id: card.id,
    title: text(card.title),
    kindName: t(`document.${card.kind}`),
    from: card.from ? text(card.from) : "",
    date: card.date ?? "",
    summary: text(card.summary),
    hours: card.hours,
    open: card.open,
    affordable: card.hours <= view.hours.left,
    pages: (shown?.pages ?? []).map((page) => ({
      title: page.title ? text(page.title) : "",
      passages: page.passages.map(({ key, text: words }) => ({ key, text: text(words), pinned: pinned.has(key) })),
      table: page.table
        ? {
            columns: page.table.columns.map(text),
            rows: page.table.rows.map(({ key, cells }) => ({ key, cells: cells.map(text), pinned: pinned.has(key) })),
          }
        : null,
    })),
    questions: (shown?.interview?.questions ?? []).map(({ id, key, ask, hours, answer }) => ({
      id,
      text: text(ask),
      hours,
      answer: answer ? { key, text: text(answer), pinned: pinned.has(key) } : null,
    })),
  };
}

/** Pins are told by key; their words are in the papers. */
function pinnedOf(documents: readonly CaseDocument[]): readonly Pinned[] {
  return documents.flatMap((document) =>
    [
      ...document.pages.flatMap((page) => [
        ...page.passages,
        ...(page.table?.rows ?? []).map((row) => ({ ...row, text: row.cells.join(" · ") })),
      ]),
      ...document.questions.flatMap(({ answer }) => (answer ? [answer] : [])),
    ]
      .filter(({ pinned }) => pinned)
      .map(({ key, text }) => ({ id: key, title: text, detail: document.title, document: document.id })),
  );
}

function statedOf(
  finding: StatedFinding,
  briefing: TaxBriefing,
  documents: readonly CaseDocument[],
  { t, text }: Wording,
): Stated {
  const issue = briefing.issues.find(({ id }) => id === finding.issue);
  const choice = issue?.choices.find(({ id }) => id === finding.choice);
  const rule = (id: string) => text(briefing.rules.find((one) => one.id === id)?.title ?? { zh: id, en: id });
  const article = (cite: string) => {
    const found = briefing.articles.find((one) => one.cite === cite);
    return found ? `${text(found.law)} ${t("article", { article: found.article })}` : cite;
  };
  const passage = (key: string) => documents.find(({ id }) => key.startsWith(`${id}/`))?.title ?? key;
  const { verdict } = finding;
  const unit = issue?.unit ?? "money";
  return {
    id: `${finding.issue} ${finding.attempt} ${finding.tick}`,
    title: issue ? text(issue.title) : finding.issue,
    choice: choice ? text(choice.text) : "",
    amount: finding.amount === null ? "" : amountWords(finding.amount, unit, briefing.currency, t),
    attempt: finding.attempt,
    verdict: verdict
      ? {
          share: verdict.share,
          why: verdict.why ? text(verdict.why) : "",
          lines: [
            { good: verdict.number >= 0.999, text: t("verdict.number", { percent: percent(String(verdict.number)) }) },
            { good: verdict.method >= 0.999, text: t("verdict.method", { percent: percent(String(verdict.method)) }) },
            ...verdict.missingRules.map((id) => ({ good: false, text: t("verdict.missingRule", { name: rule(id) }) })),
            ...verdict.strayRules.map((id) => ({ good: false, text: t("verdict.strayRule", { name: rule(id) }) })),
            { good: verdict.cites >= 0.999, text: t("verdict.cites", { percent: percent(String(verdict.cites)) }) },
            ...verdict.missingCites.map((id) => ({
              good: false,
              text: t("verdict.missingCite", { name: article(id) }),
            })),
            ...verdict.wrongCites.map((id) => ({ good: false, text: t("verdict.wrongCite", { name: article(id) }) })),
            {
              good: verdict.evidence >= 0.999,
              text: t("verdict.evidence", { percent: percent(String(verdict.evidence)) }),
            },
            ...verdict.missingEvidence.map((key) => ({
              good: false,
              text: t("verdict.missingEvidence", { name: passage(key) }),
            })),
            ...verdict.traps.map((trap) => ({
              good: false,
              text: `${text(trap.title)}${t("colon")}${text(trap.because)}`,
            })),
          ],
        }
      : null,
  };
}

export function amountWords(amount: string, unit: string, currency: string, t: Wording["t"]): string {
  if (unit === "rate") return percent(amount);
  if (unit === "money") return `${currency} ${fullMoney(amount)}`;
  return unit === "days" ? t("days", { count: fullMoney(amount) }) : fullMoney(amount);
}

function changeWords(change: PlanChange, briefing: TaxBriefing, view: TaxView, { t, text, language }: Wording): string {
  const entity = (id: string) => {
    const found = view.chart.entities.find((one) => one.id === id);
    return found ? text(found.name) : id;
  };
  const flow = (id: string) => {
    const found = view.chart.flows.find((one) => one.id === id);
    return found ? text(found.title) : id;
  };
  const place = (id: string) => text(briefing.jurisdictions.find((one) => one.id === id)?.name ?? { zh: id, en: id });
  switch (change.what) {
    case "move":
      return t("change.move", { name: entity(change.entity), place: place(change.to) });
    case "insert":
      return t("change.insert", { name: entity(change.entity), place: place(change.in) });
    case "set": {
      const lever = briefing.levers.find(
        (one) => one.what === "set" && one.of === change.of && one.fact === change.fact,
      );
      const title = lever?.what === "set" ? text(lever.title) : change.fact;
      const chosen = lever?.what === "set" ? lever.choices?.find(({ value }) => value === change.value) : undefined;
      return `${title}${t("colon")}${chosen ? text(chosen.text) : String(change.value)}`;
    }
    case "flow":
      return [
        flow(change.flow),
        change.kind ? t(`flow.${change.kind}`) : "",
        change.amount ? shortMoney(change.amount, language) : "",
        change.price ? `${t("plan.price")} ${fullMoney(change.price)}` : "",
        change.date ?? "",
      ]
        .filter((part) => part !== "")
        .join(" · ");
  }
}
