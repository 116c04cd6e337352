// The tax part of a briefing: what may be raised, cited and changed; for consoles, also what is expected.
import type { Text } from "./words.ts";

export type TaxUnit = "money" | "days" | "rate" | "count" | "none";
type Range = { min: string; max: string };

export type LeverView =
  | { what: "move"; entity: string; to: readonly string[] }
  | {
      what: "flow";
      flow: string;
      amount: Range | null;
      price: Range | null;
      kinds: readonly string[] | null;
      dates: { from: string; to: string } | null;
    }
  | {
      what: "set";
      of: string;
      fact: string;
      title: Text;
      unit: string;
      range: Range | null;
      choices: readonly { value: string | number | boolean; text: Text }[] | null;
    }
  | { what: "insert"; entity: string; name: Text; in: readonly string[]; holder: string; held: string };

/** An article that may be cited, by its citation such as `cn-cit-law#41`. */
export type ArticleView = { cite: string; law: Text; article: string; text: Text; effective: string };

export type TaxBriefing = {
  title: Text;
  mode: "guided" | "graded";
  /** The day the law is taken from at the start. */
  asOf: string;
  currency: string;
  hours: number;
  /** Whether the chart tells the tax the engine works out. */
  pricing: boolean;
  attempts: number;
  /** Official wording, such as 中国香港, of every jurisdiction the engine knows. */
  jurisdictions: readonly { id: string; name: Text; currency: string }[];
  issues: readonly { id: string; title: Text; unit: TaxUnit; choices: readonly { id: string; text: Text }[] }[];
  /** Every rule of the engine, to name a method by. */
  rules: readonly { id: string; title: Text }[];
  articles: readonly ArticleView[];
  levers: readonly LeverView[];
  negotiations: readonly {
    id: string;
    title: Text;
    kind: "map" | "apa" | "settlement";
    with: string;
    withTitle: Text;
    brief: Text;
    unit: "money" | "rate";
    range: Range;
    rounds: number;
    hoursPerRound: number;
  }[];
  /** Whether a plan is to be submitted. */
  planned: boolean;
};

/** What a finding should be; only for those who steer and judge. */
export type ExpectedFinding = {
  id: string;
  title: Text;
  issue: string;
  choice: string | null;
  amount: string | null;
  tolerance: string;
  rules: readonly string[];
  cites: { required: readonly string[]; accepted: readonly string[] };
  evidence: { required: readonly string[]; accepted: readonly string[] };
  traps: readonly { id: string; title: Text; penalty: number; because: Text }[];
  why: Text;
};
export type TaxConsoleBriefing = TaxBriefing & {
  findings: readonly ExpectedFinding[];
  risks: readonly { id: string; text: Text; weight: number }[];
  goal: { target: string } | null;
};
