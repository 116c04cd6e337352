// The seconded employee: whose risk, whose authority, and five indicators.
import { decimal } from "./decimal.ts";
import { insufficient } from "./outcome.ts";
import { decided } from "./pe-verdict.ts";
import type { TaxRule } from "./rule.ts";
import { fact, maybe, output, text } from "./spec.ts";
import type { WhyNot } from "./trace.ts";

const INDICATORS = [
  [
    "paysManagementFee",
    "接收企业向派遣企业支付管理费或服务费性质款项",
    "The host pays the home entity a management or service fee",
  ],
  ["paysMoreThanCost", "支付金额超出人员的工资社保等费用", "The payment exceeds wages, social insurance and costs"],
  [
    "homeKeepsPart",
    "派遣企业未将款项全部付给人员而保留一部分",
    "The home entity keeps part instead of paying it all to the person",
  ],
  [
    "homeBearsSalaryUntaxed",
    "派遣企业负担的工资未全额缴纳个人所得税",
    "Wages borne by the home entity were not fully taxed",
  ],
  [
    "homeDecides",
    "派遣企业确定人数、资格、薪酬和工作地点",
    "The home entity decides number, qualification, pay and place",
  ],
] as const;

/** Bulletin 19 [2013]: who bears the risk of the work and assesses it, with five indicators; shareholder's rights are apart. */
export const secondmentPe: TaxRule = {
  id: "PE.SECONDMENT",
  title: text("派遣人员构成机构场所", "Secondment as an establishment"),
  inputs: [
    fact(
      "homeBearsRisk",
      "flag",
      "派遣企业是否承担工作结果的责任和风险",
      "Whether the home entity bears responsibility and risk of the work",
    ),
    maybe(
      "homeKeepsAuthority",
      "flag",
      "派遣企业是否考核评估并保有指挥权",
      "Whether the home entity assesses and keeps authority",
    ),
    maybe(
      "onlyShareholderRights",
      "flag",
      "是否仅为行使股东权利",
      "Whether the person only exercises a shareholder's rights",
    ),
    ...INDICATORS.map(([name, zh, en]) => maybe(name, "flag", zh, en)),
  ],
  outputs: [
    output("pe", "flag", "是否构成机构、场所", "Whether there is an establishment"),
    output("indicators", "count", "已具备的因素数", "Indicators present"),
  ],
  run(facts, law) {
    const least = law.params.need("CN.pe.secondmentIndicators");
    const present = INDICATORS.filter(([name]) => facts.flagIf(name) === true).length;
    const unknown = INDICATORS.filter(([name]) => facts.flagIf(name) === undefined).map(([name]) => name);
    const authority = facts.flagIf("homeKeepsAuthority");
    const clear = facts.flag("homeBearsRisk") || authority === true || least.value.lessThanOrEqualTo(present);
    const open = least.value.lessThanOrEqualTo(present + unknown.length);
    if (!clear && facts.flagIf("onlyShareholderRights") !== true && (open || authority === undefined))
      return insufficient("PE.SECONDMENT", [
        ...(authority === undefined ? ["homeKeepsAuthority"] : []),
        ...(open ? unknown : []),
      ]);
    const blocks: readonly [boolean, WhyNot["reason"]][] = [
      [
        facts.flagIf("onlyShareholderRights") ?? false,
        text("仅为行使股东权利", "Only a shareholder's rights are exercised"),
      ],
      [
        !clear,
        text(
          "派遣企业不担风险、不保有指挥权，且因素不足",
          "The home entity bears no risk, keeps no authority, and too few indicators are present",
        ),
      ],
    ];
    const pe = decided("PE.SECONDMENT", text("派遣人员构成机构场所", "Secondment as an establishment"), blocks, {
      formula: "(homeBearsRisk or homeKeepsAuthority or indicators >= least) and not onlyShareholderRights",
      inputs: { homeBearsRisk: facts.flag("homeBearsRisk"), indicators: decimal(present), least },
      article: "1",
      law: "国家税务总局公告 2013 年第 19 号",
    });
    return { values: { pe: pe.value, indicators: decimal(present) }, trace: pe.trace };
  },
};
