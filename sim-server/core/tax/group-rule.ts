// The rule that asks for the tax of a whole group, so that a case file can.
import { GROUP_FACTS, groupOf } from "./group.ts";
import { recompute } from "./group-tax.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { output, text } from "./spec.ts";
import type { Value } from "./trace.ts";

export const groupTax: TaxRule = {
  id: "GROUP",
  title: text("集团整体税负", "Tax of a whole group"),
  inputs: GROUP_FACTS,
  outputs: [
    output("total", "money", "合计（扣除补助）", "All tax, less cash grants"),
    output("total.<country>", "money", "该国税款（扣除补助）", "Tax of the country, less its cash grants"),
    output("incomeTax.<country>", "money", "该国所得税", "Income tax of the country"),
    output("withheld.<country>", "money", "该国预提税", "Tax withheld in the country"),
    output("topUp.<country>", "money", "该国征收的补足税", "Top-up tax the country collects"),
    output("cfc.<country>", "money", "受控外国企业补税", "Tax on controlled foreign companies"),
    output("etr.<country>", "rate", "该国实际税率", "Effective rate of the country"),
    output("tax.<entity>", "money", "实体所得税", "Income tax of the entity"),
    output("wht.<flow>", "money", "流量预提税", "Tax withheld from the flow"),
  ],
  run(facts, law) {
    const reading = groupOf(facts);
    if ("missing" in reading) return insufficient("GROUP", reading.missing);
    if ("problems" in reading)
      return insufficient(
        "GROUP",
        reading.problems.map(({ path }) => path.join(".")),
      );
    const result = recompute(reading.group, law);
    const missing = result.missing.filter((name) => name !== "revenuesEur");
    if (missing.length > 0) return insufficient("GROUP", missing, [result.total.trace]);
    const values: Record<string, Value> = { total: result.total.value };
    for (const { id, total, incomeTax, withheld, topUp, cfc, etr } of result.countries)
      Object.assign(values, {
        [`total.${id}`]: total.value,
        [`incomeTax.${id}`]: incomeTax,
        [`withheld.${id}`]: withheld,
        [`topUp.${id}`]: topUp,
        [`cfc.${id}`]: cfc,
        ...(etr ? { [`etr.${id}`]: etr } : {}),
      });
    for (const { entity, tax } of result.entities) if (tax) values[`tax.${entity.id}`] = tax.value;
    for (const { flow, tax } of result.flows) if (tax) values[`wht.${flow.id}`] = tax.value;
    return { values, trace: result.total.trace };
  },
};
