// Indirect transfers of Chinese property (Bulletin 7 of 2015): whether the deal counts as a direct one.
import type { Facts } from "./facts.ts";
import { bulletin7, FACTORS, weighed } from "./indirect-transfer-factors.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { RuleAnswer, TaxRule } from "./rule.ts";
import { fact, maybe, output, text } from "./spec.ts";
import { type Trace, type Traced, traced, type Value } from "./trace.ts";

export const purposeRule: TaxRule = {
  id: "IT.PURPOSE",
  title: text("间接转让的合理商业目的", "Business purpose of an indirect transfer"),
  inputs: [
    maybe(
      "valueShare",
      "share",
      "股权价值来自中国应税财产的比例",
      "Share of the value that comes from Chinese taxable property",
    ),
    maybe(
      "assetShare",
      "share",
      "转让前一年内资产（不含现金）来自中国的最高比例",
      "Highest share of assets without cash in China in the year before",
    ),
    maybe(
      "incomeShare",
      "share",
      "转让前一年内收入来自中国的最高比例",
      "Highest share of income from China in the year before",
    ),
    maybe(
      "limitedFunctions",
      "flag",
      "中间企业功能与风险有限",
      "The companies between carry out limited functions and bear limited risks",
    ),
    maybe("foreignTax", "money", "境外就本次转让应缴所得税", "Income tax due abroad on this transfer"),
    maybe("chinaTax", "money", "直接转让在中国可能的税负", "Chinese tax a direct transfer could bear"),
    maybe(
      "listed",
      "flag",
      "公开市场买卖同一上市公司股权（默认否）",
      "Bought and sold on a public market; no unless told",
    ),
    maybe(
      "treatyExempts",
      "flag",
      "直接转让依协定免税（默认否）",
      "A treaty would exempt a direct transfer; no unless told",
    ),
    maybe("reorganisation", "record", "集团内重组", "Reorganisation inside the group", {
      of: [
        fact(
          "holding",
          "share",
          "转让方与受让方间的股权比例",
          "Holding between transferor and transferee, or of both by one",
        ),
        fact("landShare", "share", "股权价值来自中国不动产的比例", "Share of the value from Chinese real estate"),
        fact("equityOnly", "flag", "对价全部为本企业或控股企业股权", "Paid wholly in equity"),
        fact("laterTaxLower", "flag", "再次转让的中国税负会减少", "Chinese tax on a later transfer would be lower"),
      ],
    }),
    maybe("factors", "record", "八项因素（是表示不利）", "The eight factors; yes speaks against the taxpayer", {
      of: FACTORS.map(([name, zh, en]) => fact(name, "flag", zh, en)),
    }),
    maybe("noPurpose", "flag", "整体判断：不具有合理商业目的", "Weighed as a whole: no reasonable business purpose"),
  ],
  outputs: [
    output("regime", "word", "适用规则", "What decides: listed, treaty, reorganisation, fourTests or holistic"),
    output("recharacterised", "flag", "视为直接转让", "It counts as a direct transfer"),
    output("test1", "flag", "价值测试", "Value test"),
    output("test2", "flag", "资产或收入测试", "Assets or income test"),
    output("test3", "flag", "功能风险测试", "Functions and risks test"),
    output("test4", "flag", "境外税负测试", "Foreign tax test"),
    output("against", "count", "不利因素数", "Factors that speak against"),
  ],
  run(facts, law) {
    const harbour = safeHarbour(facts, law);
    if (harbour) return harbour;
    const tests = fourTests(facts, law);
    const known = tests.flatMap(({ result }) => (result ? [result] : []));
    const failed = known.some(({ value }) => !value);
    const missing = tests.flatMap(({ result, needs }) => (result ? [] : needs));
    if (!failed && missing.length > 0)
      return insufficient(
        "IT.PURPOSE",
        missing,
        known.map(({ trace }) => trace),
      );
    const values: Record<string, Value> = {};
    tests.forEach(({ result }, at) => {
      if (result) values[`test${at + 1}`] = result.value;
    });
    const traces = known.map(({ trace }) => trace);
    return failed ? weighed(facts, values, traces) : deemed(values, traces);
  },
};

/** Articles 5 and 6: where the bulletin does not apply. */
function safeHarbour(facts: Facts, law: Law): RuleAnswer | undefined {
  if (facts.flagIf("listed")) return spared("listed", "5(1)", {});
  if (facts.flagIf("treatyExempts")) return spared("treaty", "5(2)", {});
  const plan = facts.record("reorganisation");
  if (!plan) return undefined;
  const landRich = plan.number("landShare").greaterThan(law.params.need("CN-INT.indirect.landRich").value);
  const least = law.params.need(`CN-INT.indirect.${landRich ? "reorganisationLand" : "reorganisation"}`);
  const enough = plan.number("holding").greaterThanOrEqualTo(least.value);
  if (!enough || !plan.flag("equityOnly") || plan.flag("laterTaxLower")) return undefined;
  return spared("reorganisation", "6", { holding: plan.number("holding"), least, landShare: plan.number("landShare") });
}

function spared(regime: string, article: string, inputs: Readonly<Record<string, Value | Traced<Value>>>): RuleAnswer {
  const { trace } = traced(false, {
    rule: "IT.PURPOSE",
    title: text("视为直接转让", "It counts as a direct transfer"),
    formula: `safe harbour: ${regime}`,
    inputs,
    cites: [bulletin7(article)],
    exception: regime,
  });
  return { values: { regime, recharacterised: false }, trace };
}

type Test = { readonly result: Traced<boolean> | undefined; readonly needs: readonly string[] };

/** Article 4: all four together leave no room for a business purpose. */
function fourTests(facts: Facts, law: Law): readonly Test[] {
  const valueLeast = law.params.need("CN-INT.indirect.valueShare");
  const assetLeast = law.params.need("CN-INT.indirect.assetShare");
  const value = facts.numberIf("valueShare");
  const assets = facts.numberIf("assetShare");
  const income = facts.numberIf("incomeShare");
  const limited = facts.flagIf("limitedFunctions");
  const foreignTax = facts.numberIf("foreignTax");
  const chinaTax = facts.numberIf("chinaTax");
  const step = (
    result: boolean,
    article: string,
    formula: string,
    inputs: Traced["trace"]["inputs"],
  ): Traced<boolean> =>
    traced(result, {
      rule: "IT.PURPOSE",
      title: text(`第四条第（${article}）项`, `Article 4 (${article})`),
      formula,
      inputs,
      cites: [bulletin7(`4(${article})`)],
    });
  const least = (one: typeof assets): boolean => one?.greaterThanOrEqualTo(assetLeast.value) ?? false;
  const second = least(assets) || least(income);
  const shown = (one: { toString(): string } | undefined): string => one?.toString() ?? "unknown";
  return [
    {
      result:
        value &&
        step(value.greaterThanOrEqualTo(valueLeast.value), "1", "valueShare >= least", {
          valueShare: shown(value),
          least: shown(valueLeast.value),
        }),
      needs: ["valueShare"],
    },
    {
      result:
        second || (assets && income)
          ? step(second, "2", "assetShare >= least or incomeShare >= least", {
              assetShare: shown(assets),
              incomeShare: shown(income),
              least: shown(assetLeast.value),
            })
          : undefined,
      needs: [...(assets ? [] : ["assetShare"]), ...(income ? [] : ["incomeShare"])],
    },
    {
      result:
        limited === undefined
          ? undefined
          : step(limited, "3", "limitedFunctions", { limitedFunctions: shown(limited) }),
      needs: ["limitedFunctions"],
    },
    {
      result:
        foreignTax &&
        chinaTax &&
        step(foreignTax.lessThan(chinaTax), "4", "foreignTax < chinaTax", {
          foreignTax: shown(foreignTax),
          chinaTax: shown(chinaTax),
        }),
      needs: [...(foreignTax ? [] : ["foreignTax"]), ...(chinaTax ? [] : ["chinaTax"])],
    },
  ];
}

function deemed(values: Record<string, Value>, children: readonly Trace[]): RuleAnswer {
  const { trace } = traced(true, {
    rule: "IT.PURPOSE",
    title: text("直接认定不具有合理商业目的", "Deemed without business purpose"),
    formula: "test1 and test2 and test3 and test4",
    inputs: values,
    cites: [bulletin7("4"), bulletin7("1")],
    children,
  });
  return { values: { ...values, regime: "fourTests", recharacterised: true }, trace };
}
