// The fixed place of business and the dependent agent: two tables of facts.
import { ZERO } from "./decimal.ts";
import { insufficient } from "./outcome.ts";
import { decided } from "./pe-verdict.ts";
import type { TaxRule } from "./rule.ts";
import { fact, maybe, output, text } from "./spec.ts";
import type { WhyNot } from "./trace.ts";

const PE = output("pe", "flag", "是否构成常设机构", "Whether there is a permanent establishment");
const COUNTRIES = [
  maybe("source", "word", "所在国（默认 CN）", "Where the activity is (CN unless told)"),
  maybe("residence", "word", "企业的居民国", "Where the enterprise is resident"),
];

export const fixedPlacePe: TaxRule = {
  id: "PE.FIXED",
  title: text("固定场所型常设机构", "Fixed-place permanent establishment"),
  inputs: [
    fact("place", "flag", "是否有营业场所", "Whether there is a place of business"),
    fact("atDisposal", "flag", "场所是否由企业支配", "Whether the place is at the enterprise's disposal"),
    maybe("durationDays", "days", "使用天数", "Days it is used"),
    maybe("minimumDays", "days", "视为固定的最短天数（默认不要求）", "Least days to be fixed (none unless told)"),
    fact(
      "onlyPreparatory",
      "flag",
      "是否仅为准备性或辅助性活动",
      "Whether all activities are preparatory or auxiliary",
    ),
  ],
  outputs: [PE],
  run(facts) {
    const minimum = facts.numberIf("minimumDays") ?? ZERO;
    const duration = facts.numberIf("durationDays");
    if (duration === undefined && minimum.greaterThan(0) && facts.flag("place"))
      return insufficient("PE.FIXED", ["durationDays"]);
    const blocks: readonly [boolean, WhyNot["reason"]][] = [
      [!facts.flag("place"), text("没有营业场所", "There is no place of business")],
      [!facts.flag("atDisposal"), text("场所不由企业支配", "The place is not at its disposal")],
      [duration?.lessThan(minimum) ?? false, text("场所不够固定持久", "The place does not last long enough")],
      [facts.flag("onlyPreparatory"), text("仅为准备性或辅助性活动", "Activities are only preparatory or auxiliary")],
    ];
    const pe = decided("PE.FIXED", text("固定场所型常设机构", "Fixed-place permanent establishment"), blocks, {
      formula: "place and atDisposal and days >= minimum and not onlyPreparatory",
      inputs: {
        place: facts.flag("place"),
        atDisposal: facts.flag("atDisposal"),
        onlyPreparatory: facts.flag("onlyPreparatory"),
        minimumDays: minimum,
        ...(duration === undefined ? {} : { durationDays: duration }),
      },
      article: "5(1), 5(4)",
    });
    return { values: { pe: pe.value }, trace: pe.trace };
  },
};

export const agentPe: TaxRule = {
  id: "PE.AGENT",
  title: text("代理型常设机构", "Agency permanent establishment"),
  inputs: [
    ...COUNTRIES,
    maybe(
      "clause",
      "word",
      "协定代理条款（默认取自协定）",
      "The treaty's agency clause (from the treaty unless told)",
      {
        choices: ["oecd2010", "beps7"],
      },
    ),
    fact(
      "habituallyConcludes",
      "flag",
      "是否经常以企业名义订立合同",
      "Whether the agent habitually concludes contracts for the enterprise",
    ),
    maybe(
      "principalRole",
      "flag",
      "是否在订约中起主要作用",
      "Whether the agent plays the principal role leading to contracts",
    ),
    fact(
      "independent",
      "flag",
      "是否独立地按常规营业",
      "Whether the agent is independent and acts in its ordinary course",
    ),
    maybe(
      "almostOnlyForRelated",
      "flag",
      "是否几乎只为关联企业工作",
      "Whether the agent works almost only for related enterprises",
    ),
    maybe(
      "onlyPreparatory",
      "flag",
      "是否仅为准备性或辅助性活动",
      "Whether all activities are preparatory or auxiliary",
    ),
  ],
  outputs: [PE],
  run(facts, law) {
    const treaty = law.treaty(facts.wordIf("source") ?? "CN", facts.wordIf("residence") ?? "");
    const told = facts.wordIf("clause");
    const clause = told ?? law.params.word(`${treaty?.id}.pe.agent`)?.value;
    if (clause === undefined) return insufficient("PE.AGENT", ["clause"]);
    const concludes = facts.flag("habituallyConcludes");
    const role = facts.flagIf("principalRole");
    const tied = facts.flagIf("almostOnlyForRelated");
    if (clause === "beps7" && !concludes && role === undefined) return insufficient("PE.AGENT", ["principalRole"]);
    if (facts.flag("independent") && tied === undefined) return insufficient("PE.AGENT", ["almostOnlyForRelated"]);
    const acts = concludes || (clause === "beps7" && role === true);
    const blocks: readonly [boolean, WhyNot["reason"]][] = [
      [
        !acts,
        text(
          "代理人不经常订立合同，也不起新条款所称的主要作用",
          "The agent neither concludes contracts nor, under a newer clause, leads to them",
        ),
      ],
      [
        facts.flag("independent") && tied !== true,
        text("独立代理人按常规营业", "An independent agent in its ordinary course"),
      ],
      [
        facts.flagIf("onlyPreparatory") ?? false,
        text("仅为准备性或辅助性活动", "Activities are only preparatory or auxiliary"),
      ],
    ];
    const pe = decided("PE.AGENT", text("代理型常设机构", "Agency permanent establishment"), blocks, {
      formula:
        "(concludes or (beps7 and principalRole)) and not (independent and not almostOnlyForRelated) and not onlyPreparatory",
      inputs: {
        clause,
        habituallyConcludes: concludes,
        independent: facts.flag("independent"),
        ...(role === undefined ? {} : { principalRole: role }),
        ...(tied === undefined ? {} : { almostOnlyForRelated: tied }),
      },
      article: "5(5), 5(6)",
    });
    return { values: { pe: pe.value }, trace: pe.trace };
  },
};
