// Which foreign companies qualify for China's indirect credit: links of 20 %, sums of 20 %, so many tiers.
import { type Decimal, ZERO } from "./decimal.ts";

export type Link = { readonly holder: string; readonly held: string; readonly share: Decimal };
export type Standing = {
  /** Direct holding and holdings through qualifying companies, multiplied along each chain and added up. */
  readonly total: Decimal;
  /** Tiers below the resident; undefined where the company does not qualify. */
  readonly tier: number | undefined;
  readonly reason: "qualifies" | "link" | "sum" | "tier" | "notHeld";
};

/** Cai Shui [2009] 125 art. 6 and [2017] 84 art. 2; validity: chains that do not run in circles, as dividends do not. */
export function standings(
  resident: string,
  links: readonly Link[],
  least: Decimal,
  tiers: number,
): ReadonlyMap<string, Standing> {
  const held = [...new Set(links.map((link) => link.held))];
  const tierOf = new Map<string, number>();
  const totals = new Map<string, Decimal>();
  const strong = links.filter(({ share }) => share.greaterThanOrEqualTo(least));
  const totalOf = (company: string): Decimal =>
    links.reduce((total, { holder, held, share }) => {
      if (held !== company) return total;
      if (holder === resident) return total.plus(share);
      const counts = tierOf.has(holder) && tierOf.get(holder) !== tiers && share.greaterThanOrEqualTo(least);
      return counts ? total.plus((totals.get(holder) ?? ZERO).times(share)) : total;
    }, ZERO);
  for (let tier = 1; tier <= tiers; tier += 1) {
    const found: string[] = [];
    for (const company of held) {
      if (tierOf.has(company) || company === resident) continue;
      const reached = strong.some(
        ({ holder, held }) => held === company && (tier === 1 ? holder === resident : tierOf.has(holder)),
      );
      if (reached && totalOf(company).greaterThanOrEqualTo(least)) found.push(company);
    }
    for (const company of found) {
      tierOf.set(company, tier);
      totals.set(company, totalOf(company));
    }
    // A company of a lower tier may add to one above it in the list, never to its own holders.
    for (const company of tierOf.keys()) totals.set(company, totalOf(company));
  }
  return new Map(held.map((company) => [company, standingOf(company)]));

  function standingOf(company: string): Standing {
    const tier = tierOf.get(company);
    const total = totals.get(company) ?? totalOf(company);
    if (tier !== undefined) return { total, tier, reason: "qualifies" };
    const own = strong.filter((link) => link.held === company);
    if (own.length === 0) return { total, tier, reason: "link" };
    if (own.some(({ holder }) => tierOf.get(holder) === tiers)) return { total, tier, reason: "tier" };
    const through = own.some(({ holder }) => holder === resident || tierOf.has(holder));
    return { total, tier, reason: through ? "sum" : "notHeld" };
  }
}
