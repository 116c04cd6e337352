// Who is the beneficial owner of a dividend, interest or royalty from China: safe harbours first, then adverse factors.
import { decimal } from "./decimal.ts";
import type { FactSpec, Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { type Insufficient, insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, fact, maybe, output, text } from "./spec.ts";
import { type Text, type Traced, traced } from "./trace.ts";

const ID = "WHT.BO";
const SINCE = "2018-04-01";
const LAW = "国家税务总局公告 2018 年第 9 号";

/** The facts about an owner; `WHT` is told the same ones. */
export const OWNER_FACTS: readonly FactSpec[] = [
  maybe("kind", "word", "申请人身份", "What the recipient is", {
    choices: ["company", "government", "listed", "individual"],
  }),
  maybe("ownedWhollyBy", "word", "由谁直接或间接持有 100% 股份", "Who owns 100 % of it, directly or indirectly", {
    choices: ["government", "listed", "individual", "company", "several"],
  }),
  maybe("ownerIsBeneficial", "flag", "该 100% 持有人本身是否符合条件", "Whether that owner itself meets the test"),
  maybe("ownerSameCountry", "flag", "该持有人是否为同一国居民", "Whether that owner is resident in the same country"),
  maybe(
    "ownerEqualTreaty",
    "flag",
    "该持有人及中间层能否享受同等或更优待遇",
    "Whether it and every middle tier would get the same or better treaty rate",
  ),
  maybe(
    "onPaymentShare",
    "share",
    "12 个月内有义务或实际转付的比例",
    "Share paid or due to be paid on within 12 months",
  ),
  maybe("substance", "flag", "是否从事实质性经营活动", "Whether it carries on substantive business"),
  maybe("lowTaxed", "flag", "居民国是否不征税或税负极低", "Whether the income is untaxed or taxed very low there"),
  maybe("backToBackLoan", "flag", "是否存在背对背贷款", "Whether there is a back-to-back loan"),
  maybe("backToBackLicence", "flag", "是否存在背对背许可", "Whether there is a back-to-back licence"),
];

export const beneficialOwner: TaxRule = {
  id: ID,
  title: text("受益所有人", "Beneficial owner"),
  inputs: [
    fact("income", "word", "所得种类", "Kind of income", { choices: ["dividend", "interest", "royalty"] }),
    ...OWNER_FACTS,
  ],
  outputs: [
    output("beneficialOwner", "flag", "是否受益所有人", "Whether it is the beneficial owner"),
    output(
      "basis",
      "word",
      "依据：安全港、同国或同等待遇、无不利因素、不利因素",
      "Basis: safeHarbour, ownerRule, noAdverseFactor or adverseFactor",
    ),
    output("adverse", "count", "不利因素数", "Adverse factors"),
  ],
  run(facts, law) {
    const found = decideOwner(facts, facts.word("income"), law);
    if ("insufficientEvidence" in found) return found;
    const { owner, basis, adverse } = found;
    return { values: { beneficialOwner: owner.value, basis, adverse: decimal(adverse) }, trace: owner.trace };
  },
};

type Decided = { readonly owner: Traced<boolean>; readonly basis: string; readonly adverse: number };

/** Bulletin 9 [2018]: articles 3 and 4 shelter dividends only; article 2 lists what speaks against the recipient. */
export function decideOwner(facts: Facts, income: string, law: Law): Decided | Insufficient {
  const sheltered = income === "dividend" ? shelter(facts) : undefined;
  if (sheltered) return decided(true, sheltered.basis, sheltered.article, [], {});
  const limit = law.params.need("CN.bo.onPaymentShare");
  const paidOn = facts.numberIf("onPaymentShare");
  const substance = facts.flagIf("substance");
  const factors: readonly (readonly [string, boolean | undefined, Text])[] = [
    [
      "onPaymentShare",
      paidOn?.greaterThan(limit.value),
      text("12 个月内转付超过 50%", "More than 50 % is paid on within 12 months"),
    ],
    [
      "substance",
      substance === undefined ? undefined : !substance,
      text("没有实质性经营活动", "No substantive business"),
    ],
    ...(income === "interest"
      ? ([["backToBackLoan", facts.flagIf("backToBackLoan"), text("背对背贷款", "Back-to-back loan")]] as const)
      : []),
    ...(income === "royalty"
      ? ([
          ["backToBackLicence", facts.flagIf("backToBackLicence"), text("背对背许可", "Back-to-back licence")],
        ] as const)
      : []),
  ];
  const against = factors.filter(([, present]) => present === true);
  const unknown = factors.filter(([, present]) => present === undefined).map(([name]) => name);
  const low = facts.flagIf("lowTaxed") === true ? 1 : 0;
  if (against.length === 0 && unknown.length > 0) return insufficient(ID, unknown, [limit.trace]);
  return decided(
    against.length === 0,
    against.length === 0 ? "noAdverseFactor" : "adverseFactor",
    "2",
    [
      ...against.map(([, , reason]) => reason),
      ...(low
        ? [text("居民国不征税或税负极低（单独不足以否定）", "Untaxed or taxed very low (not enough alone)")]
        : []),
    ],
    { limit, ...(paidOn === undefined ? {} : { onPaymentShare: paidOn }) },
  );
}

function decided(
  yes: boolean,
  basis: string,
  article: string,
  reasons: readonly Text[],
  inputs: Readonly<Record<string, Traced | Traced["value"]>>,
): Decided {
  const owner = traced(yes, {
    rule: ID,
    title: text("受益所有人", "Beneficial owner"),
    formula: "a safe harbour (dividends only), else no decisive adverse factor",
    inputs,
    cites: [cite(LAW, article, SINCE)],
    exception: basis === "safeHarbour" || basis === "ownerRule" ? basis : undefined,
    whyNot: yes ? [] : reasons.map((reason) => ({ alternative: "beneficialOwner", rule: ID, reason })),
  });
  return { owner, basis, adverse: reasons.length };
}

const SHELTERED: readonly (string | undefined)[] = ["government", "listed", "individual"];

function shelter(facts: Facts): { basis: string; article: string } | undefined {
  const owner = facts.wordIf("ownedWhollyBy");
  if (SHELTERED.includes(facts.wordIf("kind")) || SHELTERED.includes(owner))
    return { basis: "safeHarbour", article: "4" };
  const alike = facts.flagIf("ownerSameCountry") === true || facts.flagIf("ownerEqualTreaty") === true;
  return owner === "company" && facts.flagIf("ownerIsBeneficial") === true && alike
    ? { basis: "ownerRule", article: "3" }
    : undefined;
}
