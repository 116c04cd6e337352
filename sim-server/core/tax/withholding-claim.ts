// Whether a treaty rate may be had: certificate, beneficial owner, purpose and limitation; one refusal ends the claim.
import { decideOwner } from "./beneficial-owner.ts";
import { ONE } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { type Insufficient, insufficient, isInsufficient } from "./outcome.ts";
import { cite, doubtful, text } from "./spec.ts";
import { type Text, type Trace, type Traced, traced, type WhyNot } from "./trace.ts";
import { treatyRate } from "./treaty-row.ts";

export type Claim = {
  readonly rate: Traced | undefined;
  /** A treaty rate was there to be had and was refused, not merely no better than the law's. */
  readonly refused?: true;
  readonly whyNot: readonly WhyNot[];
  readonly children: readonly Trace[];
};

const ID = "WHT.CLAIM";
const NONE = (reason: Text): Claim => ({
  rate: undefined,
  whyNot: [{ alternative: "treaty", rule: ID, reason }],
  children: [],
});

/** The treaty rate if it may be had and is lower than the domestic one; else why not. */
export function treatyClaim(facts: Facts, domestic: Traced, law: Law): Claim | Insufficient {
  const income = facts.word("income");
  if (facts.flagIf("claimTreaty") === false) return NONE(text("未主张协定待遇", "The treaty is not claimed"));
  const payer = facts.wordIf("payer") ?? "CN";
  const recipient = facts.wordIf("recipient");
  const told = facts.numberIf("treatyRate");
  if (told === undefined && recipient === undefined) return insufficient(ID, ["recipient"], [domestic.trace]);
  const treaty = recipient === undefined ? undefined : law.treaty(payer, recipient);
  if (told === undefined && treaty === undefined && recipient !== undefined)
    return withoutTreaty(payer, recipient, domestic, law);
  const found =
    told === undefined && treaty ? treatyRate(treaty, income, facts.wordIf("sub"), holding(facts), law) : undefined;
  if (found && "missing" in found) return insufficient(ID, found.missing, [domestic.trace]);
  const rate = told === undefined ? found?.rate : toldRate(facts);
  if (rate === undefined) return NONE(text("协定没有此项所得的限制税率", "The treaty has no rate for this income"));
  const rows = found?.whyNot ?? [];
  if (rate.value.greaterThanOrEqualTo(domestic.value)) {
    const reason = text(
      "国内税率不高于协定税率；协定只是上限",
      "The domestic rate is not higher; a treaty is only a ceiling",
    );
    return {
      rate: undefined,
      whyNot: [...rows, { alternative: rate.value.toString(), rule: ID, reason }],
      children: [rate.trace],
    };
  }
  return tested(facts, rate, rows, treaty?.lob ?? false, law);
}

/** China's treaties are all here; whether two others have one is not known, and matters where there is tax to lower. */
function withoutTreaty(payer: string, recipient: string, domestic: Traced, law: Law): Claim | Insufficient {
  if (!law.jurisdictions.has(recipient)) return insufficient(ID, [`law:jurisdiction.${recipient}`], [domestic.trace]);
  if (payer !== "CN" && recipient !== "CN" && !domestic.value.isZero())
    return insufficient(ID, [`law:treaty.${payer}-${recipient}`], [domestic.trace]);
  return NONE(
    text(`${payer} 与 ${recipient} 之间没有税收协定`, `There is no treaty between ${payer} and ${recipient}`),
  );
}

/** Deny overrides: any refusal known is enough; only then does what is unknown matter. */
function tested(
  facts: Facts,
  rate: Traced,
  rows: readonly WhyNot[],
  hasLimitation: boolean,
  law: Law,
): Claim | Insufficient {
  const income = facts.word("income");
  const children: Trace[] = [];
  const missing: string[] = [];
  let isOwner: boolean | undefined = facts.flagIf("beneficialOwner");
  const ownerMatters = income === "dividend" || income === "interest" || income === "royalty";
  const owner = facts.record("owner");
  if (ownerMatters && isOwner === undefined && owner !== undefined) {
    const decision = decideOwner(owner, income, law);
    if (isInsufficient(decision)) missing.push(...decision.insufficientEvidence.map((name) => `owner.${name}`));
    else {
      isOwner = decision.owner.value;
      children.push(decision.owner.trace);
    }
  } else if (ownerMatters && isOwner === undefined) missing.push("beneficialOwner");
  const certificate = facts.flagIf("certificate");
  if (certificate === undefined) missing.push("certificate");
  const limitation = facts.flagIf("limitationMet");
  if (hasLimitation && limitation === undefined) missing.push("limitationMet");
  const refusals: readonly (readonly [boolean, string, Text])[] = [
    [
      ownerMatters && isOwner === false,
      "WHT.BO",
      text("收款方不是受益所有人", "The recipient is not the beneficial owner"),
    ],
    [
      facts.flagIf("principalPurpose") === true,
      "WHT.PPT",
      text("主要目的测试不通过", "The principal purpose test is failed"),
    ],
    [limitation === false, "WHT.LOB", text("不满足利益限制条款", "The limitation of benefits is not met")],
    [
      certificate === false,
      "WHT.CERTIFICATE",
      text(
        "没有税收居民身份证明；取得后三年内可申请退税",
        "No certificate of residence; a refund may be claimed within three years once there is one",
      ),
    ],
  ];
  const refused = refusals.filter(([no]) => no);
  const alternative = rate.value.toString();
  const whyNot = [...rows, ...refused.map(([, rule, reason]) => ({ alternative, rule, reason }))];
  if (refused.length > 0) return { rate: undefined, refused: true, whyNot, children: [...children, rate.trace] };
  if (missing.length > 0) return insufficient(ID, missing, [...children, rate.trace]);
  return { rate, whyNot, children };
}

const holding = (facts: Facts) => ({
  direct: facts.numberIf("holding"),
  indirect: facts.numberIf("indirectHolding"),
  months: facts.numberIf("holdingMonths"),
});

function toldRate(facts: Facts): Traced {
  const factor = facts.numberIf("baseFactor") ?? ONE;
  return traced(facts.number("treatyRate").times(factor), {
    rule: "fact:treatyRate",
    title: text("所给协定税率", "Treaty rate as told"),
    formula: "treatyRate * baseFactor",
    inputs: { treatyRate: facts.number("treatyRate"), baseFactor: factor },
    unit: "rate",
  });
}

export const CLAIM_CITES = [
  cite("国家税务总局公告 2019 年第 35 号", "3, 7", "2020-01-01"),
  doubtful("税收征收管理法", "51"),
];
