// What is seen of a tax case while it runs: the chart and its tax, the documents, the findings, the bargaining.
import type { PlanChange } from "./tax-intents.ts";
import type { Text } from "./words.ts";

export type EntityView = {
  id: string;
  name: Text;
  /** company, partnership, branch, fund, trust, individual, authority. */
  form: string;
  jurisdiction: string;
  role: Text | null;
  outside: boolean;
  /** Put in by the plan. */
  added: boolean;
  /** Facts known so far, by the engine's names: profit, staff, payroll … */
  facts: Readonly<Record<string, string | number | boolean>>;
};
export type LinkView = { holder: string; held: string; share: string };
export type FlowView = {
  id: string;
  title: Text;
  kind: string;
  from: string;
  to: string;
  amount: string;
  price: string | null;
  quantity: string | null;
  date: string | null;
  currency: string;
  facts: Readonly<Record<string, string | number | boolean>>;
};

/** Decimals as text, rounded to six places. */
export type TaxPicture = {
  total: string;
  countries: readonly {
    id: string;
    profit: string;
    incomeTax: string;
    cfc: string;
    withheld: string;
    topUp: string;
    total: string;
    etr: string | null;
    /** Facts without which this is not the whole, such as `flows.royalty.beneficialOwner`. */
    missing: readonly string[];
  }[];
  /** `tax` is null where facts are missing; `home` where the engine finds it resident. */
  entities: readonly { id: string; home: string; tax: string | null; credit: string }[];
  flows: readonly { id: string; tax: string | null; rate: string; regime: string }[];
  flags: readonly { kind: "treatyRefused" | "aboveArmsLength" | "cfc" | "lowTaxed" | "unknown"; of: string }[];
  missing: readonly string[];
};

export type ChartView = {
  upe: string;
  entities: readonly EntityView[];
  links: readonly LinkView[];
  flows: readonly FlowView[];
  /** Null where the scenario leaves the working out to the trainee. */
  tax: TaxPicture | null;
};

export type DocumentCard = {
  id: string;
  title: Text;
  kind: string;
  from: Text | null;
  date: string | null;
  hours: number;
  summary: Text;
  open: boolean;
  interview: boolean;
};

/** What an opened document says; sent when it is opened, and again when an interview goes on. */
export type Paper = {
  id: string;
  pages: readonly {
    title: Text | null;
    passages: readonly { key: string; text: Text }[];
    table: { columns: readonly Text[]; rows: readonly { key: string; cells: readonly Text[] }[] } | null;
  }[];
  /** Questions that can be asked now or were; the answer once asked. `key` pins the answer. */
  interview: {
    with: Text;
    questions: readonly { id: string; key: string; ask: Text; hours: number; answer: Text | null }[];
  } | null;
};

export type FindingVerdict = {
  /** Share of the worth, 0 to 1, after traps and repeats. */
  share: number;
  number: number;
  method: number;
  cites: number;
  evidence: number;
  missingRules: readonly string[];
  strayRules: readonly string[];
  missingCites: readonly string[];
  wrongCites: readonly string[];
  missingEvidence: readonly string[];
  traps: readonly { id: string; title: Text; because: Text }[];
  why: Text | null;
};
export type StatedFinding = {
  issue: string;
  choice: string | null;
  amount: string | null;
  rules: readonly string[];
  cites: readonly string[];
  evidence: readonly string[];
  attempt: number;
  tick: number;
  by: string;
  /** Null in graded mode: it was taken, no more. An issue nothing is wrong with has a share of 0 and says so. */
  verdict: FindingVerdict | null;
};

export type NegotiationView = {
  id: string;
  status: "closed" | "open" | "agreed" | "broken";
  /** What the other side asks for now. */
  asks: string;
  round: number;
  offers: readonly { tick: number; by: string; amount: string; counter: string; reply: Text }[];
  agreed: string | null;
};

export type KeptPlan = {
  /** 0 is the group as it was found. */
  plan: number;
  name: string;
  tick: number;
  changes: readonly PlanChange[];
  tax: TaxPicture | null;
};

/** The team's whole case as trainees see it; sent whenever something in it changed. */
export type TaxView = {
  /** The day the law is taken from; an instructor's law change moves it. */
  lawDay: string;
  hours: { budget: number; spent: number; left: number };
  chart: ChartView;
  /** The changes of the plan in hand, oldest first. */
  changes: readonly PlanChange[];
  kept: readonly KeptPlan[];
  submitted: { tick: number; total: string } | null;
  documents: readonly DocumentCard[];
  pinned: readonly string[];
  findings: readonly StatedFinding[];
  negotiations: readonly NegotiationView[];
};

/** The same for consoles: with every verdict, what each finding earned so far, and the truth behind the plan. */
export type TaxConsoleView = TaxView & {
  truth: TaxPicture;
  worth: readonly { finding: string; share: number | null }[];
  plan: { total: string; start: string; share: number; risks: readonly string[] } | null;
};

/** The tree behind a number of the chart, asked for by the message `trace` with what it is of. */
export type TraceView = {
  rule: string;
  title: Text;
  inputs: Readonly<Record<string, string>>;
  formula: string;
  value: string;
  unit: string | null;
  rounding: string | null;
  cites: readonly { law: string; article: string; effectiveFrom: string | null; verified: boolean }[];
  exception: string | null;
  children: readonly TraceView[];
  whyNot: readonly { alternative: string; rule: string; reason: Text }[];
};
/** `total`, `country:HK`, `entity:hx-hk`, `flow:royalty`, `cfc:hx-hk`, `top-up`. */
export type TraceAsk = { of: string };
/** What the tax would be with one more change; nothing is kept of it. */
export type WhatIfAsk = { change: PlanChange };
