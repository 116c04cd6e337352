// What an indirect transfer is taxed: the gain that belongs to China, class by class, and the interest of the seller.
import { addDays } from "./calendar.ts";
import { type Decimal, max, ONE, sum, ZERO } from "./decimal.ts";
import { bulletin7 } from "./indirect-transfer-factors.ts";
import { interestOf } from "./interest-charge.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { citLaw, citRegs, fact, maybe, output, text } from "./spec.ts";
import { specialRate } from "./special-interest.ts";
import { traced, type Value } from "./trace.ts";

/** In the order of article 2: an establishment's property first, then land, then shares. */
const CLASSES = ["establishment", "land", "equity"] as const;
const RATES = { establishment: "CN.cit.rate", land: "CN.wht.property", equity: "CN.wht.property" } as const;

export const indirectTaxRule: TaxRule = {
  id: "IT.TAX",
  title: text("间接转让中国应税财产的税款", "Tax on an indirect transfer of Chinese property"),
  inputs: [
    fact("prices", "numbers", "转让价款（可为多份合同）", "Prices, one or several contracts"),
    maybe("cost", "money", "股权净值", "Net cost of the shares"),
    maybe("assets", "list", "归属中国应税财产的比例", "The parts that belong to Chinese taxable property", {
      of: [
        fact("kind", "word", "机构场所财产、不动产或股权", "An establishment's property, land or equity", {
          choices: CLASSES,
        }),
        fact("share", "share", "价值比例", "Share of the value"),
        maybe("costShare", "share", "成本比例（默认同价值）", "Share of the cost; that of the value unless told"),
      ],
    }),
    maybe("fxRate", "number", "折合人民币汇率（默认 1）", "Renminbi for one unit; one unless told"),
  ],
  outputs: [
    output("price", "money", "价款合计", "Price in all"),
    output("gain", "money", "转让所得总额", "The whole gain"),
    output("attributed", "money", "归属中国的所得", "Gain that belongs to China"),
    output("taxForeign", "money", "税款（合同货币）", "Tax in the money of the contract"),
    output("tax", "money", "税款（人民币）", "Tax in renminbi"),
    output("tax.<kind>", "money", "该类财产税款（人民币）", "Tax on the class in renminbi"),
    output("attributedLocal", "money", "归属中国的所得（人民币）", "Gain that belongs to China, in renminbi"),
  ],
  run(facts, law) {
    const price = sum(facts.numbers("prices"));
    if (facts.numbers("prices").length === 0) return insufficient("IT.TAX", ["prices"]);
    const cost = facts.numberIf("cost");
    const assets = facts.list("assets");
    const priced = traced(price, {
      rule: "IT.TAX",
      title: text("价款合计", "Price in all"),
      formula: "sum(prices)",
      inputs: Object.fromEntries(facts.numbers("prices").map((one, at) => [`price${at + 1}`, one])),
    });
    if (!cost || assets.length === 0) return { values: { price }, trace: priced.trace };
    const fx = facts.numberIf("fxRate") ?? ONE;
    const values: Record<string, Value> = { price, gain: price.minus(cost) };
    const attributed: Decimal[] = [];
    const taxes = CLASSES.flatMap((kind) =>
      assets
        .filter((one) => one.word("kind") === kind)
        .map((one) => {
          const share = one.number("share");
          const gain = max(ZERO, price.times(share).minus(cost.times(one.numberIf("costShare") ?? share)));
          attributed.push(gain);
          const rate = law.params.need(RATES[kind]);
          return {
            kind,
            tax: traced(gain.times(rate.value).times(fx), {
              rule: "IT.TAX",
              title: text(`归属税款：${kind}`, `Tax on ${kind}`),
              formula: "(price * share - cost * costShare) * rate * fxRate",
              inputs: { price: priced, share, cost, rate, fxRate: fx },
              cites: [
                bulletin7("2"),
                ...(kind === "establishment" ? [citLaw("3(2)")] : [citLaw("3(3)"), citRegs("91")]),
              ],
            }),
          };
        }),
    );
    for (const { kind, tax } of taxes) {
      const before = values[`tax.${kind}`];
      values[`tax.${kind}`] = before === undefined ? tax.value : tax.value.plus(before as Decimal);
    }
    values["attributed"] = sum(attributed);
    values["attributedLocal"] = sum(attributed).times(fx);
    const total = traced(sum(taxes.map(({ tax }) => tax.value)), {
      rule: "IT.TAX",
      title: text("间接转让税款", "Tax on the indirect transfer"),
      formula: "sum over establishment, land, equity",
      inputs: Object.fromEntries(taxes.map(({ kind, tax }, at) => [`${kind}${at + 1}`, tax])),
      cites: [bulletin7("2")],
    });
    values["tax"] = total.value;
    values["taxForeign"] = total.value.dividedBy(fx);
    return { values, trace: total.trace };
  },
};

/** Articles 8 and 13: seven days to pay; then interest, cheaper for those who filed their papers in time. */
export const indirectInterestRule: TaxRule = {
  id: "IT.INTEREST",
  title: text("间接转让方补缴税款利息", "The seller's interest on an indirect transfer"),
  inputs: [
    fact("tax", "money", "应缴税款", "Tax due"),
    fact(
      "dutyOn",
      "day",
      "纳税义务发生日（合同生效且完成变更）",
      "Day of the duty: contract in force and shares changed",
    ),
    fact("paidOn", "day", "缴纳日", "Day of payment"),
    maybe("signedOn", "day", "合同签订日（报送过资料时需要）", "Day of signing; needed where papers were filed"),
    maybe("papersOn", "day", "报送资料日", "Day the papers were filed"),
    maybe("papersFiled", "flag", "曾报送资料", "Papers were filed at all"),
    maybe("baseRate", "rate", "同期贷款基准利率", "Loan base rate of the period"),
  ],
  outputs: [
    output("dueOn", "day", "申报缴纳期限", "Last day to file and pay"),
    output("papersInTime", "flag", "资料在签订后三十日内报送", "The papers came within thirty days of signing"),
    output("days", "days", "计息天数", "Days of interest"),
    output("rate", "rate", "利率", "Rate"),
    output("interest", "money", "利息", "Interest"),
  ],
  run(facts, law) {
    const papersOn = facts.dayIf("papersOn");
    const filed = facts.flagIf("papersFiled") ?? (papersOn === undefined ? undefined : true);
    if (filed === undefined || (filed && papersOn === undefined)) return insufficient("IT.INTEREST", ["papersOn"]);
    const signedOn = facts.dayIf("signedOn");
    if (papersOn !== undefined && signedOn === undefined) return insufficient("IT.INTEREST", ["signedOn"]);
    const dutyOn = facts.day("dutyOn");
    const paidOn = facts.day("paidOn");
    const dueOn = addDays(dutyOn, law.params.need("CN-INT.indirect.paymentDays").value.toNumber());
    const reportDays = law.params.need("CN-INT.indirect.reportDays").value.toNumber();
    const papersBy = signedOn === undefined ? undefined : addDays(signedOn, reportDays);
    const inTime = papersOn !== undefined && papersBy !== undefined && papersOn <= papersBy;
    const rate = specialRate(inTime || paidOn <= dueOn, facts.numberIf("baseRate"), law, paidOn);
    const yearDays = law.params.need("CN-INT.special.yearDays", paidOn);
    const { days, interest } = interestOf(
      facts.number("tax"),
      rate,
      { first: addDays(dueOn, 1), last: paidOn, yearDays },
      "IT.INTEREST",
    );
    const answer = traced(interest.value, {
      rule: "IT.INTEREST",
      title: text("转让方利息", "The seller's interest"),
      formula: "from the day after the last day to pay, to the day of payment",
      inputs: { interest, dutyOn, dueOn, papersInTime: inTime, ...(papersBy === undefined ? {} : { papersBy }) },
      cites: [bulletin7("8"), bulletin7("13"), citRegs("121"), citRegs("122")],
      whyNot: [
        {
          alternative: "0.0005 a day",
          rule: "CN.SURCHARGE",
          reason: text(
            "转让方适用第十三条利息，不加收滞纳金",
            "article 13 charges the seller interest, not the surcharge",
          ),
        },
      ],
    });
    return {
      values: { dueOn, papersInTime: inTime, days, rate: rate.value, interest: interest.value },
      trace: answer.trace,
    };
  },
};
