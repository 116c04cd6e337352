// What a structure chart is drawn from: entities, holdings and flows, already worded in the reader's language.

export const FLOW_KINDS = ["dividend", "interest", "royalty", "service", "goods", "sale", "loan"] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** What a chart's shapes mean: rectangle, triangle, oval, rounded rectangle, as charts of tax practice draw them. */
export type EntityShape = "rectangle" | "triangle" | "oval" | "rounded";

export type ChartEntity = {
  readonly id: string;
  readonly name: string;
  readonly shape: EntityShape;
  /** Two letters, such as HK. */
  readonly place: string;
  /** The jurisdiction's official wording, such as 中国香港. */
  readonly placeName: string;
  readonly movable: boolean;
  /** Its place differs from where it stood at first. */
  readonly moved: boolean;
  /** Risks told of it, in words. */
  readonly risks: readonly string[];
  /** One line under the name, such as what it does; empty when nothing is told. */
  readonly note: string;
};

export type ChartHolding = {
  readonly holder: string;
  readonly held: string;
  /** A share of 1, as decimal text. */
  readonly share: string;
};

export type ChartFlow = {
  readonly id: string;
  readonly kind: FlowKind;
  readonly kindName: string;
  readonly from: string;
  readonly to: string;
  /** Decimal text in the group's currency. */
  readonly amount: string;
  readonly amountName: string;
  readonly changed: boolean;
  readonly risks: readonly string[];
};

export type Chart = {
  readonly entities: readonly ChartEntity[];
  readonly holdings: readonly ChartHolding[];
  readonly flows: readonly ChartFlow[];
};

/** Colour, and the pattern that says the same without colour: dash lengths in pixels at width 1. */
export const FLOW_LOOK: Readonly<Record<FlowKind, { colour: string; dash: string }>> = {
  dividend: { colour: "#4cc58d", dash: "" },
  interest: { colour: "#62b0ea", dash: "14 6" },
  royalty: { colour: "#c3a1f5", dash: "3 6" },
  service: { colour: "#f0bb45", dash: "14 5 3 5" },
  goods: { colour: "#d9c8a5", dash: "22 8" },
  sale: { colour: "#ff9a7a", dash: "6 4" },
  loan: { colour: "#8fd3f2", dash: "2 3 10 3" },
};

/** Line width by amount: the square root keeps a small flow visible beside a large one. */
export function flowWidth(amount: string, largest: number): number {
  const value = Math.abs(Number(amount));
  if (!(largest > 0) || !Number.isFinite(value)) return 2;
  return 2 + 8 * Math.sqrt(Math.min(1, value / largest));
}

export const largestFlow = (flows: readonly Pick<ChartFlow, "amount">[]): number =>
  flows.reduce((most, { amount }) => Math.max(most, Math.abs(Number(amount)) || 0), 0);
