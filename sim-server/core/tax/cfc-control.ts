// Who controls a foreign company: holdings along every chain, a middle tier above half counted as whole.
import { Decimal, ONE, ZERO } from "./decimal.ts";
import type { Link } from "./ftc-holding.ts";

export type Shares = {
  /** For the test of control: a middle holder of more than half counts as if it held all. */
  readonly counted: Decimal;
  /** For the inclusion: plain products. */
  readonly economic: Decimal;
};

/** Shares of one holder in a company over all chains; a chain never passes a company twice. */
export function sharesIn(holder: string, company: string, links: readonly Link[], whole: Decimal): Shares {
  const walk = (from: string, counted: Decimal, economic: Decimal, passed: readonly string[]): Shares =>
    links.reduce<Shares>(
      (found, link) => {
        if (link.holder !== from || passed.includes(link.held)) return found;
        const middle = from !== holder;
        const next = counted.times(middle && link.share.greaterThan(whole) ? ONE : link.share);
        const plain = economic.times(link.share);
        if (link.held === company) return { counted: found.counted.plus(next), economic: found.economic.plus(plain) };
        const below = walk(link.held, next, plain, [...passed, link.held]);
        return { counted: found.counted.plus(below.counted), economic: found.economic.plus(below.economic) };
      },
      { counted: ZERO, economic: ZERO },
    );
  const { counted, economic } = walk(holder, ONE, ONE, [holder]);
  return { counted: Decimal.min(counted, ONE), economic };
}
