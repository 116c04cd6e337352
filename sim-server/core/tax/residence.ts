// Where a company is resident: where it was set up, where it is effectively managed, or either, as the law asks.
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { citLaw, maybe, output, text } from "./spec.ts";
import { traced } from "./trace.ts";

const ID = "RESIDENCE";

/** CIT Law art. 2 for China; the test of other jurisdictions is the parameter `residence.test`. */
export const residence: TaxRule = {
  id: ID,
  title: text("居民企业认定", "Corporate residence"),
  inputs: [
    maybe("jurisdiction", "word", "在何辖区判定（默认 CN）", "The jurisdiction that asks (CN unless told)"),
    maybe("registeredIn", "word", "注册地", "Where the company was set up"),
    maybe("effectiveManagementIn", "word", "实际管理机构所在地", "Where it is effectively managed"),
    maybe(
      "hasEstablishment",
      "flag",
      "非居民是否在当地设有机构、场所",
      "Whether a non-resident has an establishment there",
    ),
  ],
  outputs: [
    output("resident", "flag", "是否居民企业", "Whether it is resident"),
    output(
      "taxedOn",
      "word",
      "征税范围：worldwide、establishment 或 source",
      "Taxed on: worldwide, establishment or source",
    ),
  ],
  run(facts, law) {
    const jurisdiction = facts.wordIf("jurisdiction") ?? "CN";
    const test = law.params.word(`${jurisdiction}.residence.test`);
    if (test === undefined) return insufficient(ID, [`law:${jurisdiction}.residence.test`]);
    const registered = facts.wordIf("registeredIn");
    const managed = facts.wordIf("effectiveManagementIn");
    const asked = { registeredIn: test.value !== "management", effectiveManagementIn: test.value !== "incorporation" };
    const here =
      (asked.registeredIn && registered === jurisdiction) || (asked.effectiveManagementIn && managed === jurisdiction);
    const missing = [
      ...(asked.registeredIn && registered === undefined ? ["registeredIn"] : []),
      ...(asked.effectiveManagementIn && managed === undefined ? ["effectiveManagementIn"] : []),
    ];
    if (!here && missing.length > 0) return insufficient(ID, missing, [test.trace]);
    const establishment = facts.flagIf("hasEstablishment");
    const taxedOn = here ? "worldwide" : establishment === true ? "establishment" : "source";
    const result = traced(here, {
      rule: ID,
      title: text("居民企业认定", "Corporate residence"),
      formula: "registeredIn == jurisdiction or effectiveManagementIn == jurisdiction, as the test asks",
      inputs: {
        jurisdiction,
        test,
        ...(registered === undefined ? {} : { registeredIn: registered }),
        ...(managed === undefined ? {} : { effectiveManagementIn: managed }),
      },
      cites: jurisdiction === "CN" ? [citLaw("2"), citLaw("3")] : [],
      whyNot: here
        ? []
        : [
            {
              alternative: "worldwide",
              rule: ID,
              reason: text("既未在此注册，实际管理机构也不在此", "Neither set up nor effectively managed here"),
            },
          ],
    });
    return { values: { resident: here, taxedOn }, trace: result.trace };
  },
};
