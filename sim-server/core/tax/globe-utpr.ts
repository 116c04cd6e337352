// How the undertaxed profits amount is shared: half by staff, half by tangible assets, among countries that apply it.
import { type Decimal, ONE, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { manual, model, text } from "./globe-law.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { Answered, TaxRule } from "./rule.ts";
import { type Traced, traced } from "./trace.ts";

export type UtprCountry = {
  readonly id: string;
  readonly employees: Decimal;
  readonly tangibleAssets: Decimal;
  /** An amount allocated in an earlier year has not yet led to an equal additional cash tax. */
  readonly priorUnpaid: boolean;
};
export type UtprShare = { readonly id: string; readonly share: Traced; readonly amount: Decimal };

/** Undefined where neither staff nor assets tell anybody apart. */
export function shareUtpr(amount: Decimal, all: readonly UtprCountry[], law: Law): readonly UtprShare[] | undefined {
  const paid = all.filter(({ priorUnpaid }) => !priorUnpaid);
  const taking = paid.length > 0 ? paid : all;
  const employees = sum(taking.map((one) => one.employees));
  const assets = sum(taking.map((one) => one.tangibleAssets));
  if (employees.isZero() && assets.isZero()) return undefined;
  const staffWeight = law.params.need("GLOBE.utprStaffWeight");
  const assetWeight = law.params.need("GLOBE.utprAssetWeight");
  const weighsStaff = employees.isZero() ? ZERO : staffWeight.value;
  const weighsAssets = assets.isZero() ? ZERO : assetWeight.value;
  const staffWhole = employees.isZero() ? ONE : employees;
  const assetsWhole = assets.isZero() ? ONE : assets;
  const whole = weighsStaff.plus(weighsAssets).times(staffWhole).times(assetsWhole);
  return all.map((one) => {
    const takes = taking.includes(one);
    const part = weighsStaff
      .times(one.employees)
      .times(assetsWhole)
      .plus(weighsAssets.times(one.tangibleAssets).times(staffWhole));
    const value = takes ? part.dividedBy(whole) : ZERO;
    const share = traced(value, {
      rule: "GLOBE.UTPR",
      title: text(`${one.id} 的低税利润规则比例`, `UTPR percentage of ${one.id}`),
      formula: "staffWeight * employees / allEmployees + assetWeight * tangibleAssets / allTangibleAssets",
      inputs: {
        employees: one.employees,
        allEmployees: employees,
        tangibleAssets: one.tangibleAssets,
        allTangibleAssets: assets,
        staffWeight,
        assetWeight,
      },
      cites: [model("2.6.1"), manual("MTT62320"), ...(takes ? [] : [model("2.6.3"), manual("MTT62350")])],
      exception: takes ? undefined : "an earlier year's amount is still unpaid: no share, and not counted in the sums",
    });
    return { id: one.id, share, amount: takes ? part.times(amount).dividedBy(whole) : ZERO };
  });
}

export const utprRule: TaxRule = {
  id: "GLOBE.UTPR",
  title: text("低税利润规则的分摊", "Sharing the undertaxed profits amount"),
  inputs: [
    { name: "amount", unit: "money", says: text("待分摊的低税利润补足税", "UTPR top-up tax to share") },
    {
      name: "jurisdictions",
      unit: "list",
      says: text("实施低税利润规则的辖区", "Jurisdictions that apply the rule"),
      of: [
        { name: "id", unit: "word", says: text("辖区代码", "Code of the jurisdiction") },
        { name: "employees", unit: "count", says: text("员工人数", "Number of employees") },
        { name: "tangibleAssets", unit: "money", says: text("有形资产净值", "Tangible assets, net book value") },
        {
          name: "priorUnpaid",
          unit: "flag",
          optional: true,
          says: text("以前年度分摊额尚未缴足", "An earlier year's amount is still unpaid"),
        },
        {
          name: "taxRate",
          unit: "rate",
          optional: true,
          says: text("拒绝扣除所用的税率", "Rate at which a denied deduction is taxed"),
        },
      ],
    },
  ],
  outputs: [
    { name: "share.<jurisdiction>", unit: "share", says: text("分摊比例", "Share") },
    { name: "amount.<jurisdiction>", unit: "money", says: text("分摊税额", "Amount") },
    { name: "deniedDeduction.<jurisdiction>", unit: "money", says: text("拒绝扣除额", "Deduction denied") },
  ],
  run(facts, law) {
    const amount = facts.number("amount");
    const countries = facts.list("jurisdictions");
    const shares = shareUtpr(amount, countries.map(countryOf), law);
    if (!shares) return insufficient("GLOBE.UTPR", ["jurisdictions.employees", "jurisdictions.tangibleAssets"]);
    const values: Record<string, Decimal> = {};
    shares.forEach(({ id, share, amount: part }, index) => {
      values[`share.${id}`] = share.value;
      values[`amount.${id}`] = part;
      const rate = countries[index]?.numberIf("taxRate");
      if (rate?.greaterThan(0)) values[`deniedDeduction.${id}`] = part.dividedBy(rate);
    });
    const all = traced(sum(shares.map(({ amount: part }) => part)), {
      rule: "GLOBE.UTPR",
      title: text("已分摊的低税利润补足税", "UTPR top-up tax shared out"),
      formula: "sum(amount * share)",
      inputs: Object.fromEntries(shares.map(({ id, share }) => [id, share])),
      cites: [model("2.6"), manual("MTT62320")],
    });
    return { values, trace: all.trace } satisfies Answered;
  },
};

const countryOf = (facts: Facts): UtprCountry => ({
  id: facts.word("id"),
  employees: facts.number("employees"),
  tangibleAssets: facts.number("tangibleAssets"),
  priorUnpaid: facts.flagIf("priorUnpaid") ?? false,
});
