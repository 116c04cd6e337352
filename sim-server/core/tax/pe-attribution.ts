// Profit of an establishment in China: by its books, or deemed on onshore revenue, on cost, or on expenses.
import { decimal, max, min, ONE } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

const ID = "PE.ATTRIBUTION";
const DEEMED = cite("国税发〔2010〕19 号", "4-5", "2010-02-20");

/** Guo Shui Fa [2010] 19: 15-30 % for projects, design and consulting, 30-50 % for management, 15 % or more else. */
export const peAttribution: TaxRule = {
  id: ID,
  title: text("常设机构利润归属与核定", "Profit of an establishment"),
  inputs: [
    fact(
      "method",
      "word",
      "方法：账簿、按收入核定、按成本或按经费换算",
      "By books, deemed on revenue, or grossed up from cost or expenses",
      {
        choices: ["books", "deemed", "cost"],
      },
    ),
    maybe("revenue", "money", "全部劳务收入（不含税）", "All service revenue, without VAT"),
    maybe("onshoreShare", "share", "境内工作占比（默认全部）", "Share of the work done onshore (all unless told)"),
    maybe("onshoreRevenue", "money", "境内劳务收入（如已划分）", "Onshore revenue, where it is already split"),
    maybe(
      "contractPrice",
      "money",
      "销售并安装合同总价（未列明劳务价款时）",
      "Price of a sale with installation that states no service price",
    ),
    maybe("expenses", "money", "归属于该机构的费用", "Expenses of the establishment"),
    maybe("cost", "money", "成本费用", "Cost and expenses"),
    maybe("activity", "word", "劳务种类", "Kind of service", { choices: ["project", "management", "other"] }),
    maybe("deemedRate", "rate", "税务机关核定的利润率", "Deemed profit rate set by the authority"),
    maybe(
      "higherShown",
      "flag",
      "是否有根据认为实际利润率明显高于标准（默认否）",
      "Whether there are grounds for a profit clearly above the band (no unless told)",
    ),
  ],
  outputs: [
    output("onshoreRevenue", "money", "境内收入", "Onshore revenue"),
    output("deemedRate", "rate", "适用的核定利润率", "Deemed rate applied"),
    output("taxable", "money", "应纳税所得额", "Taxable income"),
    output("tax", "money", "企业所得税", "Corporate income tax"),
  ],
  run(facts, law) {
    const method = facts.word("method");
    const rate = law.params.need("CN.cit.rate");
    const deemed = method === "books" ? undefined : deemedRate(facts, law);
    if (deemed && "missing" in deemed) return insufficient(ID, deemed.missing);
    const onshore = method === "cost" ? grossedUp(facts, deemed?.found) : onshoreRevenue(facts, law);
    if ("missing" in onshore) return insufficient(ID, onshore.missing);
    const expenses = facts.numberIf("expenses");
    if (method === "books" && expenses === undefined) return insufficient(ID, ["expenses"]);
    const revenue = onshore.found;
    const taxable = deemed
      ? traced(revenue.value.times(deemed.found.value), {
          rule: "PE.ATTRIBUTION.TAXABLE",
          title: text("核定应纳税所得额", "Deemed taxable income"),
          formula: "onshoreRevenue * deemedRate",
          inputs: { onshoreRevenue: revenue, deemedRate: deemed.found },
          unit: "money",
          cites: [DEEMED],
        })
      : traced(max(revenue.value.minus(expenses ?? 0), decimal(0)), {
          rule: "PE.ATTRIBUTION.TAXABLE",
          title: text("按账簿计算的应纳税所得额", "Taxable income by the books"),
          formula: "max(onshoreRevenue - expenses, 0)",
          inputs: { onshoreRevenue: revenue, expenses: expenses ?? decimal(0) },
          unit: "money",
          cites: [doubtful("税收协定", "7")],
        });
    const tax = traced(taxable.value.times(rate.value), {
      rule: ID,
      title: text("常设机构企业所得税", "Tax of the establishment"),
      formula: "taxable * rate",
      inputs: { taxable, rate },
      unit: "money",
    });
    return {
      values: {
        onshoreRevenue: revenue.value,
        ...(deemed ? { deemedRate: deemed.found.value } : {}),
        taxable: taxable.value,
        tax: tax.value,
      },
      trace: tax.trace,
    };
  },
};

type Found = { readonly found: Traced } | { readonly missing: readonly string[] };

/** A rate outside the band of its activity is brought to the nearer bound, and the trace says so. */
function deemedRate(facts: Facts, law: Law): Found {
  const told = facts.numberIf("deemedRate");
  if (told === undefined) return { missing: ["deemedRate"] };
  const activity = facts.wordIf("activity") ?? "other";
  const least = law.params.need(`CN.pe.deemedMin.${activity}`);
  const most = law.params.number(`CN.pe.deemedMax.${activity}`);
  const top = facts.flagIf("higherShown") === true ? ONE : (most?.value ?? ONE);
  const used = min(max(told, least.value), top);
  return {
    found: traced(used, {
      rule: "PE.ATTRIBUTION.RATE",
      title: text("核定利润率", "Deemed profit rate"),
      formula: "min(max(told, least), top)",
      inputs: { told, least, top, ...(most ? { most } : {}) },
      unit: "rate",
      cites: [DEEMED],
      exception: used.equals(told) ? undefined : "outside the band",
    }),
  };
}

function onshoreRevenue(facts: Facts, law: Law): Found {
  const split = facts.numberIf("onshoreRevenue");
  const contract = facts.numberIf("contractPrice");
  const title = text("境内收入", "Onshore revenue");
  if (split !== undefined)
    return { found: traced(split, { rule: "PE.ATTRIBUTION.ONSHORE", title, formula: "onshoreRevenue", inputs: {} }) };
  const share = facts.numberIf("onshoreShare") ?? ONE;
  const revenue = facts.numberIf("revenue");
  if (revenue === undefined && contract === undefined) return { missing: ["revenue"] };
  if (revenue !== undefined && contract === undefined)
    return {
      found: traced(revenue.times(share), {
        rule: "PE.ATTRIBUTION.ONSHORE",
        title,
        formula: "revenue * onshoreShare",
        inputs: { revenue, onshoreShare: share },
        unit: "money",
        cites: [cite("国税发〔2010〕19 号", "7", "2010-02-20")],
      }),
    };
  const least = law.params.need("CN.pe.serviceShareOfContract");
  const service = max((contract ?? decimal(0)).times(least.value), revenue ?? decimal(0));
  return {
    found: traced(service.times(share), {
      rule: "PE.ATTRIBUTION.ONSHORE",
      title,
      formula: "max(contractPrice * least, revenue) * onshoreShare",
      inputs: { contractPrice: contract ?? decimal(0), least, onshoreShare: share },
      unit: "money",
      cites: [cite("国税发〔2010〕19 号", "6", "2010-02-20")],
      exception: "no service price stated",
    }),
  };
}

function grossedUp(facts: Facts, rate: Traced | undefined): Found {
  const cost = facts.numberIf("cost");
  if (cost === undefined || rate === undefined) return { missing: ["cost"] };
  return {
    found: traced(cost.dividedBy(ONE.minus(rate.value)), {
      rule: "PE.ATTRIBUTION.ONSHORE",
      title: text("由成本换算的收入", "Revenue grossed up from cost"),
      formula: "cost / (1 - deemedRate)",
      inputs: { cost, deemedRate: rate },
      unit: "money",
      cites: [doubtful("国税发〔2010〕19 号", "4(2)")],
    }),
  };
}
