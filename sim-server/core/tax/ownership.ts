// What a holder owns of each company in the end, through every chain and circle of holdings.
import { closedCircle, holdingsOf } from "./ftc-holding.ts";
import { openOwnership, sharesOfTop } from "./globe-ownership.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { fact, output, text } from "./spec.ts";
import { traced, type Value } from "./trace.ts";

/** Integrated ownership: the holder's row of (I - A)^-1, A being the direct holdings. */
export const ownership: TaxRule = {
  id: "OWNERSHIP",
  title: text("穿透持股比例", "Ownership through all chains"),
  inputs: [
    fact("holder", "word", "持有人", "Holder"),
    fact("links", "list", "直接持股", "Direct holdings", {
      of: [
        fact("holder", "word", "持有人", "Holder"),
        fact("held", "word", "被持有企业", "Company held"),
        fact("share", "share", "持股比例", "Share"),
      ],
    }),
  ],
  outputs: [output("share.<company>", "share", "穿透后的持股比例", "Share in the end")],
  run(facts) {
    const links = facts.list("links");
    const circle = closedCircle(
      holdingsOf(
        links.map((link) => ({ holder: link.word("holder"), held: link.word("held"), share: link.number("share") })),
      ),
    );
    if (circle.length > 0)
      return insufficient(
        "OWNERSHIP",
        circle.map((company) => `owner of ${company}`),
      );
    const own = openOwnership(
      links.map((link) => ({ parent: link.word("holder"), child: link.word("held"), share: link.number("share") })),
    );
    const shareOf = sharesOfTop(own, facts.word("holder"));
    const values: Record<string, Value> = {};
    for (const company of new Set(links.map((link) => link.word("held"))))
      values[`share.${company}`] = shareOf(company);
    const { trace } = traced(facts.word("holder"), {
      rule: "OWNERSHIP",
      title: text("穿透持股比例", "Ownership through all chains"),
      formula: "row of (I - A)^-1",
      inputs: values,
    });
    return { values, trace };
  },
};
