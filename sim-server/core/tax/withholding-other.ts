// What is not taxed on the gross: income of an establishment, services, and gains a treaty leaves to the other state.
import { max, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { type Insufficient, insufficient } from "./outcome.ts";
import type { RuleAnswer } from "./rule.ts";
import { cite, citLaw, citRegs, doubtful, text } from "./spec.ts";
import { traced } from "./trace.ts";
import type { Claim } from "./withholding-claim.ts";

/** Nothing is withheld between residents: the recipient is assessed on all it earns. */
export function atHome(facts: Facts): RuleAnswer {
  const gross = facts.number("gross");
  const none = traced(ZERO, {
    rule: "WHT.RESIDENT",
    title: text("居民企业之间的支付不扣缴", "Nothing is withheld between residents"),
    formula: "0",
    inputs: { gross },
    unit: "money",
    cites: [citLaw("3(1)")],
  });
  return { values: { tax: ZERO, rate: ZERO, regime: "exempt", base: gross, excess: ZERO }, trace: none.trace };
}

/** CIT Law art. 3(2): income effectively connected with an establishment is taxed net at the full rate. */
export function netBasis(facts: Facts, law: Law): RuleAnswer {
  const payer = facts.wordIf("payer") ?? "CN";
  const rate = law.params.number(`${payer}.cit.rate`);
  if (rate === undefined) return insufficient("WHT", [`law:${payer}.cit.rate`]);
  const expenses = facts.numberIf("expenses");
  if (expenses === undefined) return insufficient("WHT", ["expenses"], [rate.trace]);
  const gross = facts.number("gross");
  const tax = traced(max(gross.minus(expenses), ZERO).times(rate.value), {
    rule: "WHT.NET",
    title: text("与机构有实际联系的所得按净额征税", "Income connected with an establishment is taxed net"),
    formula: "max(gross - expenses, 0) * rate",
    inputs: { gross, expenses, rate },
    unit: "money",
    cites: [citLaw("3(2)"), citLaw("4")],
    whyNot: [
      {
        alternative: "withholding",
        rule: "WHT.NET",
        reason: text("所得与机构有实际联系", "The income is effectively connected with an establishment"),
      },
    ],
  });
  return { values: { tax: tax.value, rate: rate.value, regime: "netBasis", excess: ZERO }, trace: tax.trace };
}

/** Services: nothing if performed abroad; performed here, taxed on deemed profit. A flat domestic rate comes first. */
export function serviceTax(facts: Facts, law: Law): RuleAnswer | undefined {
  const payer = facts.wordIf("payer") ?? "CN";
  if (facts.has("domesticRate") || law.params.number(`${payer}.wht.service`) !== undefined) return undefined;
  const here = facts.flagIf("performedHere");
  if (here === undefined) return insufficient("WHT", ["performedHere"]);
  const gross = facts.number("gross");
  if (!here) {
    const none = traced(ZERO, {
      rule: "WHT.SERVICE",
      title: text("境外提供的劳务不属来源于境内的所得", "A service performed abroad is not income from here"),
      formula: "0",
      inputs: { gross },
      unit: "money",
      cites: [citRegs("7(2)")],
    });
    return { values: { tax: ZERO, rate: ZERO, regime: "exempt", base: gross, excess: ZERO }, trace: none.trace };
  }
  const deemed = facts.numberIf("deemedRate");
  const rate = law.params.number(`${payer}.cit.rate`);
  if (deemed === undefined || rate === undefined) return insufficient("WHT", ["deemedRate"]);
  const tax = traced(gross.times(deemed).times(rate.value), {
    rule: "WHT.SERVICE",
    title: text("境内劳务按核定利润征税", "A service performed here is taxed on deemed profit"),
    formula: "gross * deemedRate * rate",
    inputs: { gross, deemedRate: deemed, rate },
    unit: "money",
    cites: [cite("国税发〔2010〕19 号", "4-5", "2010-02-20")],
  });
  const effective = deemed.times(rate.value);
  return {
    values: { tax: tax.value, rate: effective, regime: "deemedProfit", base: gross, excess: ZERO },
    trace: tax.trace,
  };
}

/** A treaty's article on gains: shares below the holding, in a company not rich in land, are the other state's. */
export function propertyShelter(facts: Facts, law: Law): Claim | Insufficient | undefined {
  const recipient = facts.wordIf("recipient");
  const treaty = recipient === undefined ? undefined : law.treaty(facts.wordIf("payer") ?? "CN", recipient);
  const least = law.params.number(`${treaty?.id}.gains.holding`);
  const land = law.params.number(`${treaty?.id}.gains.immovable`);
  const none: Claim = { rate: undefined, whyNot: [], children: [] };
  if (least === undefined || land === undefined || facts.wordIf("sub") !== "shares") return none;
  const holding = facts.numberIf("holding");
  const immovable = facts.numberIf("immovableShare");
  const missing = [
    ...(holding === undefined ? ["holding"] : []),
    ...(immovable === undefined ? ["immovableShare"] : []),
    ...(facts.flagIf("certificate") === undefined ? ["certificate"] : []),
  ];
  if (holding === undefined || immovable === undefined || missing.length > 0) return insufficient("WHT", missing);
  const refused = facts.flagIf("certificate") === false || facts.flagIf("principalPurpose") === true;
  if (refused || holding.greaterThanOrEqualTo(least.value) || immovable.greaterThan(land.value)) return none;
  const rate = traced(ZERO, {
    rule: "WHT.GAINS",
    title: text("协定规定仅由居民国征税的股权转让", "Gains on shares that only the residence state may tax"),
    formula: "0 if holding < least and immovable <= land",
    inputs: { holding, least, immovableShare: immovable, land },
    unit: "rate",
    cites: [doubtful("税收协定", "13")],
  });
  return { rate, whyNot: [], children: [] };
}
