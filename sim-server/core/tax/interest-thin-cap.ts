// China's thin capitalisation: interest to related lenders beyond a debt to equity ratio is not deductible.
import { type Decimal, decimal, max, min, ONE, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, citLaw, citRegs, doubtful, fact, maybe, output, text } from "./spec.ts";
import { traced } from "./trace.ts";

const ID = "INTEREST.THINCAP";

/** CIT Law art. 46; disallowed = interest x (1 - standard / actual), both ratios of monthly averages over the year. */
export const thinCapitalisation: TaxRule = {
  id: ID,
  title: text("资本弱化", "Thin capitalisation"),
  inputs: [
    fact("interest", "money", "年度实际支付给全部关联方的利息", "Interest paid to all related lenders in the year"),
    fact("months", "list", "各月平均关联债权投资与权益投资", "Monthly averages of related debt and equity", {
      of: [
        fact("debt", "money", "关联债权投资月平均", "Related debt, average of the month"),
        fact("equity", "money", "所有者权益月平均", "Owners' equity, average of the month"),
        maybe("paidInAndReserve", "money", "实收资本与资本公积之和", "Paid-in capital with capital reserve"),
        maybe("paidIn", "money", "实收资本", "Paid-in capital"),
        maybe("count", "count", "相同的月数（默认 1）", "How many months were alike (1 unless told)"),
      ],
    }),
    maybe(
      "marketInterest",
      "money",
      "按金融企业同期同类贷款利率计算的利息（默认不限）",
      "The same interest at banks' rate for like loans (no cap unless told)",
    ),
    maybe("financial", "flag", "是否金融企业（默认否）", "Whether it is a financial enterprise (no unless told)"),
    maybe("standard", "number", "标准比例（默认取自法律）", "Standard ratio (from the law unless told)"),
    maybe("specialFile", "flag", "是否有同期资料证明符合独立交易", "Whether a special file shows arm's length"),
    maybe(
      "lenderBurdenNotLower",
      "flag",
      "实际税负是否不高于境内关联方",
      "Whether its effective burden is not above the domestic lender's",
    ),
  ],
  outputs: [
    output("actual", "number", "关联债资比例", "Actual ratio"),
    output("disallowed", "money", "不得扣除的利息", "Interest that is not deductible"),
    output("deductible", "money", "可扣除的利息", "Interest that is deductible"),
  ],
  run(facts, law) {
    const told = facts.numberIf("standard");
    const name = facts.flagIf("financial") === true ? "CN.interest.ratioFinancial" : "CN.interest.ratio";
    const standard = told === undefined ? law.params.need(name) : given(told);
    const months = facts.list("months");
    if (months.length === 0) return insufficient(ID, ["months"]);
    const debt = sum(months.map((month) => month.number("debt").times(month.numberIf("count") ?? ONE)));
    const equity = sum(months.map((month) => equityOf(month).times(month.numberIf("count") ?? ONE)));
    const interest = facts.number("interest");
    const allowed = min(interest, facts.numberIf("marketInterest") ?? interest);
    const excused = facts.flagIf("specialFile") === true || facts.flagIf("lenderBurdenNotLower") === true;
    const within = debt.lessThanOrEqualTo(equity.times(standard.value));
    const actual = equity.greaterThan(0) ? debt.dividedBy(equity) : undefined;
    const share = excused || within ? ONE : actual === undefined ? ZERO : standard.value.dividedBy(actual);
    const disallowed = traced(interest.minus(allowed.times(share)), {
      rule: ID,
      title: text("不得扣除的关联方利息", "Interest to related lenders that is not deductible"),
      formula: "interest - allowed * min(1, standard * equity / debt)",
      inputs: { interest, allowed, standard, debt, equity },
      unit: "money",
      cites: [
        citLaw("46"),
        citRegs("38"),
        cite("财税〔2008〕121 号", "1-2", "2008-01-01"),
        doubtful("国税发〔2009〕2 号", "85-89"),
      ],
      exception: excused ? "arm's length shown or burden not lower" : within ? "within the ratio" : undefined,
    });
    return {
      values: {
        ...(actual === undefined ? {} : { actual }),
        disallowed: disallowed.value,
        deductible: interest.minus(disallowed.value),
      },
      trace: disallowed.trace,
    };
  },
};

/** Equity, or paid-in capital with reserve if that is more, or paid-in capital if that is more still. */
const equityOf = (month: Facts): Decimal =>
  max(
    month.number("equity"),
    month.numberIf("paidInAndReserve") ?? month.number("equity"),
    month.numberIf("paidIn") ?? decimal(0),
  );

const given = (value: Decimal) =>
  traced(value, {
    rule: "fact:standard",
    title: text("所给标准比例", "Standard as told"),
    formula: "standard",
    inputs: {},
  });
