// Which foreign companies qualify for China's indirect credit: links of 20 %, sums of 20 %, so many tiers.
import { type Decimal, ZERO } from "./decimal.ts";

export type Link = { readonly holder: string; readonly held: string; readonly share: Decimal };
/** Holdings by holder and by company held. */
export type Holdings = {
  readonly below: ReadonlyMap<string, readonly Link[]>;
  readonly above: ReadonlyMap<string, readonly Link[]>;
};
export type Standing = {
  /** Direct holding and holdings through qualifying companies, multiplied along each chain and added up. */
  readonly total: Decimal;
  /** Tiers below the resident; undefined where the company does not qualify. */
  readonly tier: number | undefined;
  readonly reason: "qualifies" | "link" | "sum" | "tier" | "notHeld";
};

export const holdingsOf = (links: readonly Link[]): Holdings => ({
  below: Map.groupBy(links, ({ holder }) => holder),
  above: Map.groupBy(links, ({ held }) => held),
});

/** Companies that hold all of each other, so that nobody outside owns them: such holdings cannot stand. */
export function closedCircle({ above }: Holdings): readonly string[] {
  const whole = (links: readonly Link[]): boolean =>
    links.reduce((all, { share }) => all.plus(share), ZERO).greaterThanOrEqualTo(1);
  const inside = new Set([...above].flatMap(([held, links]) => (whole(links) ? [held] : [])));
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const company of inside)
      if (above.get(company)?.some(({ holder }) => !inside.has(holder))) {
        inside.delete(company);
        shrunk = true;
      }
  }
  return [...inside].toSorted();
}

/** Cai Shui [2009] 125 art. 6 and [2017] 84 art. 2; validity: chains that do not run in circles, as dividends do not. */
export function standings(
  resident: string,
  { below, above }: Holdings,
  least: Decimal,
  tiers: number,
): (company: string) => Standing {
  const tierOf = new Map<string, number>();
  const totals = new Map<string, Decimal>();
  const strong = ({ share }: Link): boolean => share.greaterThanOrEqualTo(least);
  const totalOf = (company: string): Decimal =>
    (above.get(company) ?? []).reduce((total, link) => {
      if (link.holder === resident) return total.plus(link.share);
      const tier = tierOf.get(link.holder);
      if (tier === undefined || tier === tiers || !strong(link)) return total;
      return total.plus((totals.get(link.holder) ?? ZERO).times(link.share));
    }, ZERO);
  let reached = new Set<string>([resident]);
  for (let tier = 1; tier <= tiers; tier += 1) {
    const found = new Set<string>();
    for (const holder of reached)
      for (const link of below.get(holder) ?? []) {
        const known = link.held === resident || tierOf.has(link.held);
        if (!known && strong(link) && totalOf(link.held).greaterThanOrEqualTo(least)) found.add(link.held);
      }
    for (const company of found) {
      tierOf.set(company, tier);
      totals.set(company, totalOf(company));
    }
    // A company that qualifies late may add to the sum of one that another holder reached before.
    for (const company of found)
      for (const { held } of below.get(company) ?? []) if (tierOf.has(held)) totals.set(held, totalOf(held));
    reached = new Set([...reached, ...found]);
  }
  return (company) => {
    const tier = tierOf.get(company);
    const total = totals.get(company) ?? totalOf(company);
    if (tier !== undefined) return { total, tier, reason: "qualifies" };
    const own = (above.get(company) ?? []).filter(strong);
    if (own.length === 0) return { total, tier, reason: "link" };
    if (own.some(({ holder }) => tierOf.get(holder) === tiers)) return { total, tier, reason: "tier" };
    const through = own.some(({ holder }) => holder === resident || tierOf.has(holder));
    return { total, tier, reason: through ? "sum" : "notHeld" };
  };
}
