// The rule that asks who charges top-up tax that is already worked out.
import { type Decimal, sum, ZERO } from "./decimal.ts";
import { type Charge, chargeOf, findParents, KINDS, type Kind, type Seat } from "./globe-charge.ts";
import { model, text } from "./globe-law.ts";
import { openOwnership, unsound } from "./globe-ownership.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { fact, maybe, output } from "./spec.ts";
import { traced, type Value } from "./trace.ts";

export const chargeRule: TaxRule = {
  id: "GLOBE.IIR",
  title: text("收入纳入规则：由哪一层母公司缴纳", "Income inclusion: which parent is charged"),
  inputs: [
    fact("upe", "word", "最终母公司", "Ultimate parent entity"),
    fact("entities", "list", "成员实体", "Constituent entities", {
      of: [
        fact("id", "word", "实体代号", "Name of the entity"),
        fact("jurisdiction", "word", "所在辖区", "Jurisdiction"),
        maybe(
          "topUp",
          "money",
          "国内补足税后的补足税（默认无）",
          "Top-up tax after the domestic one; none unless told",
        ),
        maybe("kind", "word", "类别（默认标准）", "Kind; standard unless told", { choices: KINDS }),
      ],
    }),
    fact("ownership", "list", "持股", "Holdings", {
      of: [
        fact("parent", "word", "持有方", "Holder"),
        fact("child", "word", "被持有方", "Held"),
        fact("share", "share", "利润权益比例", "Share in profits"),
      ],
    }),
    fact("jurisdictions", "list", "实施收入纳入规则的辖区", "Jurisdictions that apply an income inclusion rule", {
      of: [
        fact("id", "word", "辖区代码", "Code of the jurisdiction"),
        maybe("iirDomestic", "flag", "及于本辖区实体", "It reaches entities at home"),
      ],
    }),
  ],
  outputs: [
    output("iir", "money", "收入纳入税额合计", "Charged to parents in all"),
    output("iir.<entity>", "money", "该母公司税额", "Charged to the parent"),
    output(
      "share.<parent>.<entity>",
      "share",
      "应分摊比例（抵减后）",
      "Share of the parent in the entity's top-up, after offset",
    ),
    output("utpr", "money", "留给低税利润规则", "Left for the UTPR"),
    output("uncollected", "money", "外部持股部分无人征收", "Outsiders' part that nobody collects"),
    output("pope.<entity>", "flag", "部分持股母公司", "A partially owned parent"),
  ],
  run(facts, law) {
    const entities = facts.list("entities");
    const seats: readonly Seat[] = entities.map((one) => ({
      id: one.word("id"),
      jurisdiction: one.word("jurisdiction"),
      kind: kindOf(one.wordIf("kind")),
    }));
    const own = openOwnership(
      facts.list("ownership").map((one) => ({
        parent: one.word("parent"),
        child: one.word("child"),
        share: one.number("share"),
      })),
    );
    const upe = facts.word("upe");
    const doubtful = unsound(
      own,
      seats.map(({ id }) => id).filter((id) => id !== upe),
    );
    if (doubtful.length > 0)
      return insufficient(
        "GLOBE.IIR",
        doubtful.map((id) => `ownership.${id}`),
      );
    const applying = new Map(
      facts.list("jurisdictions").map((one) => [one.word("id"), one.flagIf("iirDomestic") ?? false]),
    );
    const iir = (id: string) => ({ inForce: applying.has(id), domestic: applying.get(id) ?? false });
    const outside = law.params.need("GLOBE.popeOutside");
    const parents = findParents(own, seats, upe, iir, outside.value);
    const charges = seats.map((seat, at) => chargeOf(own, seat, entities[at]?.numberIf("topUp") ?? ZERO, parents, iir));
    const values: Record<string, Value> = {};
    const byParent = new Map<string, Decimal>(parents.applying.map(({ id }) => [id, ZERO]));
    for (const { id, iir: parts } of charges)
      for (const { parent, share, amount } of parts) {
        byParent.set(parent, amount.value.plus(byParent.get(parent) ?? ZERO));
        values[`share.${parent}.${id}`] = share;
      }
    for (const [parent, amount] of byParent) values[`iir.${parent}`] = amount;
    for (const { id } of parents.applying) values[`pope.${id}`] = parents.pope.has(id);
    const total = (of: (charge: Charge) => Decimal): Decimal => sum(charges.map(of));
    const all = traced(sum([...byParent.values()]), {
      rule: "GLOBE.IIR",
      title: text("收入纳入税额合计", "Charged to parents in all"),
      formula: "sum over parents of share after offset * top-up tax",
      inputs: { popeOutside: outside, ...Object.fromEntries([...byParent].map(([id, amount]) => [id, amount])) },
      cites: [model("2.1"), model("2.2"), model("2.3")],
      children: charges.flatMap(({ iir: parts }) => parts.map(({ amount }) => amount.trace)),
      whyNot: [...parents.whyNot.values()],
    });
    values["iir"] = all.value;
    values["utpr"] = total(({ utpr }) => utpr);
    values["uncollected"] = total(({ uncollected }) => uncollected);
    return { values, trace: all.trace };
  },
};

const kindOf = (word: string | undefined): Kind => KINDS.find((kind) => kind === word) ?? "standard";
