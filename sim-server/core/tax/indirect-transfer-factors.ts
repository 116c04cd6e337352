// The eight factors of Bulletin 7 of 2015, by which an indirect transfer is weighed as a whole.
import { decimal } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { insufficient } from "./outcome.ts";
import type { RuleAnswer } from "./rule.ts";
import { cite, text } from "./spec.ts";
import { type Trace, traced, type Value } from "./trace.ts";

export const bulletin7 = (article: string) => cite("国家税务总局公告 2015 年第 7 号", article, "2015-02-03");

/** Article 3: what the whole of the arrangement is weighed by. */
export const FACTORS = [
  ["mainValue", "股权主要价值来自中国应税财产", "The value comes mainly from Chinese taxable property"],
  ["mainAssets", "资产或收入主要来自中国", "Assets or income come mainly from China"],
  ["emptyFunctions", "企业架构与功能风险缺乏经济实质", "Structure, functions and risks lack substance"],
  ["shortLife", "股东、业务模式及架构存续时间短", "Shareholders, business and structure are short-lived"],
  ["noForeignTax", "境外未缴或少缴所得税", "Little or no income tax is paid abroad"],
  ["replaceable", "可由直接投资、直接转让替代", "Direct investment and direct transfer could have replaced it"],
  ["treatyBenefit", "取得协定待遇", "Treaty benefits are got by it"],
  ["otherFactors", "其他相关因素", "Other factors"],
] as const;

/** Article 3: the factors are facts, the weighing is a person's, who has to say what it came to. */
export function weighed(facts: Facts, values: Record<string, Value>, children: readonly Trace[]): RuleAnswer {
  const factors = facts.record("factors");
  const conclusion = facts.flagIf("noPurpose");
  if (!factors || conclusion === undefined)
    return insufficient(
      "IT.PURPOSE",
      [...(factors ? [] : ["factors"]), ...(conclusion === undefined ? ["noPurpose"] : [])],
      children,
    );
  const said = FACTORS.map(([name]) => [name, factors.flag(name)] as const);
  const against = said.filter(([, value]) => value).length;
  const { trace } = traced(conclusion, {
    rule: "IT.PURPOSE",
    title: text("综合判断", "Weighed as a whole"),
    formula: "the eight factors of article 3, weighed",
    inputs: { ...Object.fromEntries(said), against: String(against) },
    cites: [bulletin7("3")],
    children,
    whyNot: [
      {
        alternative: "fourTests",
        rule: "IT.PURPOSE",
        reason: text("第四条四项未同时符合", "the four conditions of article 4 are not all met"),
      },
    ],
  });
  return {
    values: { ...values, regime: "holistic", recharacterised: conclusion, against: decimal(against) },
    trace,
  };
}
