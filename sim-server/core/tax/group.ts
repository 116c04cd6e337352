// A multinational as the engine sees it: entities, holdings, flows and facts, read once from plain data.
import type { Decimal } from "./decimal.ts";
import { ZERO } from "./decimal.ts";
import { type FactSpec, type Facts, factsOf, type Held, type InputProblem, readFacts } from "./facts.ts";
import { closedCircle, type Holdings, holdingsOf, type Link } from "./ftc-holding.ts";
import { KINDS, type Kind } from "./globe-charge.ts";
import { fact, maybe } from "./spec.ts";
import { PAYMENT_FACTS } from "./withholding-facts.ts";

/** Amounts are in the group's currency. */
export type Entity = {
  readonly id: string;
  readonly jurisdiction: string;
  readonly management: string | undefined;
  readonly regime: string | undefined;
  /** The rate an agreed incentive leaves, in place of the law's; lost with the move out of the jurisdiction that gave it. */
  readonly rate: Decimal | undefined;
  readonly rateIn: string | undefined;
  /** Deductions beyond expense, such as the extra deduction for research: less taxable income, the same profit. */
  readonly extraDeduction: Decimal | undefined;
  /** Cash grants and qualified refundable credits: income under GloBE, not taxed at home. */
  readonly grant: Decimal | undefined;
  /** Profit before the flows of the group. */
  readonly profit: Decimal;
  readonly payroll: Decimal | undefined;
  readonly assets: Decimal | undefined;
  readonly staff: Decimal | undefined;
  readonly ebitda: Decimal | undefined;
  readonly relatedDebt: Decimal | undefined;
  readonly equity: Decimal | undefined;
  readonly activeIncome: boolean | undefined;
  readonly kind: Kind;
};
const FLOWS = ["dividend", "interest", "royalty", "service", "goods"] as const;
type FlowKind = (typeof FLOWS)[number];
export type Flow = {
  readonly id: string;
  readonly kind: FlowKind;
  readonly from: Entity;
  readonly to: Entity;
  readonly amount: Decimal;
  readonly armsLength: Decimal | undefined;
  readonly months: Decimal | undefined;
  readonly holding: Decimal;
  /** What withholding is told; undefined for goods and for payments at home. */
  readonly payment: Facts | undefined;
};
export type Group = {
  readonly upe: string;
  readonly currency: string;
  readonly overallCredit: boolean;
  readonly revenuesEur: readonly Decimal[] | undefined;
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
  readonly holdings: Holdings;
  readonly flows: readonly Flow[];
};

const RECEIVER = ["certificate", "beneficialOwner", "owner", "limitationMet"] as const;
const OWN = PAYMENT_FACTS.filter(({ name }) => !["income", "gross", "payer", "recipient", "holding"].includes(name));

export const GROUP_FACTS: readonly FactSpec[] = [
  fact("upe", "word", "最终母公司", "Ultimate parent"),
  maybe("currency", "word", "集团货币（默认 CNY）", "Currency of the group (CNY unless told)"),
  maybe("overallCredit", "flag", "中国抵免是否不分国（默认否）", "Whether China's credit is overall (no unless told)"),
  maybe("revenuesEur", "numbers", "前四年合并收入（欧元）", "Consolidated revenue of the four years before, EUR"),
  fact("entities", "list", "实体", "Entities", {
    of: [
      fact("id", "word", "代号", "Name"),
      fact("jurisdiction", "word", "注册地", "Where it was set up"),
      maybe("management", "word", "实际管理机构所在地", "Where it is effectively managed"),
      maybe("regime", "word", "优惠制度", "Preferential regime"),
      maybe("rate", "rate", "约定优惠后的税率", "Rate an agreed incentive leaves"),
      maybe(
        "rateIn",
        "word",
        "约定税率所在辖区（默认所在地）",
        "Jurisdiction that agreed the rate (wherever it is unless told)",
      ),
      maybe("extraDeduction", "money", "加计扣除额", "Deduction beyond expense"),
      maybe("grant", "money", "现金补助或合格可退还抵免", "Cash grant or qualified refundable credit"),
      fact("profit", "money", "集团内流量之前的利润", "Profit before the flows of the group"),
      maybe("payroll", "money", "合格工资", "Eligible payroll"),
      maybe("assets", "money", "合格有形资产", "Eligible tangible assets"),
      maybe("staff", "count", "员工人数", "Employees"),
      maybe("ebitda", "money", "税法口径 EBITDA", "Tax EBITDA"),
      maybe("relatedDebt", "money", "关联债权投资年平均", "Related debt, average of the year"),
      maybe("equity", "money", "所有者权益年平均", "Equity, average of the year"),
      maybe("activeIncome", "flag", "是否主要为积极所得", "Whether its income is mainly active"),
      maybe("kind", "word", "GloBE 类别", "Kind under GloBE", { choices: KINDS }),
      ...OWN.filter(({ name }) => RECEIVER.some((one) => one === name)),
    ],
  }),
  fact("links", "list", "直接持股", "Direct holdings", {
    of: [
      fact("holder", "word", "持有人", "Holder"),
      fact("held", "word", "被持有企业", "Company held"),
      fact("share", "share", "持股比例", "Share"),
    ],
  }),
  maybe("flows", "list", "流量", "Flows", {
    of: [
      fact("id", "word", "代号", "Name"),
      fact("kind", "word", "种类", "Kind", { choices: FLOWS }),
      fact("from", "word", "支付方", "Payer"),
      fact("to", "word", "收款方", "Receiver"),
      fact("amount", "money", "金额", "Amount"),
      ...OWN,
    ],
  }),
];

export type GroupReading =
  | { readonly group: Group }
  | { readonly missing: readonly string[] }
  | { readonly problems: readonly InputProblem[] };

export function readGroup(data: unknown): GroupReading {
  const reading = readFacts(GROUP_FACTS, data);
  return "facts" in reading ? groupOf(reading.facts) : reading;
}

export function groupOf(facts: Facts): GroupReading {
  const problems: InputProblem[] = [];
  const told = new Map(facts.list("entities").map((one) => [one.word("id"), one]));
  const entities = new Map([...told].map(([id, one]) => [id, entityOf(one)]));
  const links = facts.list("links").map((one) => ({
    holder: one.word("holder"),
    held: one.word("held"),
    share: one.number("share"),
  }));
  const held = new Map(links.map(({ holder, held, share }) => [`${holder} ${held}`, share]));
  const flows = facts.list("flows").flatMap((one, index): Flow[] => {
    const from = entities.get(one.word("from"));
    const to = entities.get(one.word("to"));
    const receiver = told.get(one.word("to"));
    if (from && to && receiver) return [flowOf(one, from, to, receiver, held.get(`${to.id} ${from.id}`) ?? ZERO)];
    const name = from ? "to" : "from";
    const sentence = { zh: `没有实体 ${one.word(name)}`, en: `there is no entity ${one.word(name)}` };
    problems.push({ path: ["flows", index, name], sentence });
    return [];
  });
  if (!entities.has(facts.word("upe")))
    problems.push({
      path: ["upe"],
      sentence: { zh: "最终母公司不在实体之中", en: "the parent is not among the entities" },
    });
  const holdings = holdingsOf(links);
  const circle = closedCircle(holdings).join(", ");
  if (circle !== "")
    problems.push({
      path: ["links"],
      sentence: {
        zh: `${circle} 相互全资持有，没有外部持有人`,
        en: `${circle} hold all of each other, so nobody owns them`,
      },
    });
  if (problems.length > 0) return { problems };
  return {
    group: {
      upe: facts.word("upe"),
      currency: facts.wordIf("currency") ?? "CNY",
      overallCredit: facts.flagIf("overallCredit") ?? false,
      revenuesEur: facts.has("revenuesEur") ? facts.numbers("revenuesEur") : undefined,
      entities: [...entities.values()],
      links,
      holdings,
      flows,
    },
  };
}

const entityOf = (one: Facts): Entity => ({
  id: one.word("id"),
  jurisdiction: one.word("jurisdiction"),
  management: one.wordIf("management"),
  regime: one.wordIf("regime"),
  rate: one.numberIf("rate"),
  rateIn: one.wordIf("rateIn"),
  extraDeduction: one.numberIf("extraDeduction"),
  grant: one.numberIf("grant"),
  profit: one.number("profit"),
  payroll: one.numberIf("payroll"),
  assets: one.numberIf("assets"),
  staff: one.numberIf("staff"),
  ebitda: one.numberIf("ebitda"),
  relatedDebt: one.numberIf("relatedDebt"),
  equity: one.numberIf("equity"),
  activeIncome: one.flagIf("activeIncome"),
  kind: KINDS.find((kind) => kind === one.wordIf("kind")) ?? "standard",
});

/** A flow says what differs; certificate and ownership of the income are the receiver's unless the flow says so. */
function flowOf(one: Facts, from: Entity, to: Entity, receiver: Facts, holding: Decimal): Flow {
  const kind = FLOWS.find((kind) => kind === one.word("kind")) ?? "goods";
  const abroad = from.jurisdiction !== to.jurisdiction && kind !== "goods";
  const held = new Map<string, Held>();
  for (const { name } of OWN) {
    const value = one.held(name) ?? (RECEIVER.some((own) => own === name) ? receiver.held(name) : undefined);
    if (value !== undefined) held.set(name, value);
  }
  held.set("income", kind);
  held.set("gross", one.number("amount"));
  held.set("payer", from.jurisdiction);
  held.set("recipient", to.jurisdiction);
  held.set("holding", holding);
  if (!held.has("related")) held.set("related", true);
  return {
    id: one.word("id"),
    kind,
    from,
    to,
    amount: one.number("amount"),
    armsLength: one.numberIf("armsLength"),
    months: one.numberIf("holdingMonths"),
    holding,
    payment: abroad ? factsOf(held) : undefined,
  };
}
