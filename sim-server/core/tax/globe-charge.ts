// Who charges the top-up tax of one entity: parents under the income inclusion rule, then what is left for the UTPR.
import { type Decimal, max, ONE, sum, ZERO } from "./decimal.ts";
import { model, text } from "./globe-law.ts";
import { controls, type Ownership, sharesIn, sharesOfTop } from "./globe-ownership.ts";
import { type Traced, traced, type WhyNot } from "./trace.ts";

/** standard; minority: 30 % or less is held by the top; investment: a fund's own pool; jv: joint venture. */
export const KINDS = ["standard", "minority", "investment", "jv", "excluded"] as const;
export type Kind = (typeof KINDS)[number];

export type Seat = { readonly id: string; readonly jurisdiction: string; readonly kind: Kind };
export type IirOf = (jurisdiction: string) => { readonly inForce: boolean; readonly domestic: boolean };

export type Parents = {
  readonly upe: string;
  /** The share of the ultimate parent in an entity, along every chain. */
  readonly upeShare: (id: string) => Decimal;
  /** Partially owned parents: more than 20 % of their profit belongs to outsiders. */
  readonly pope: ReadonlySet<string>;
  /** The parents that have to apply the income inclusion rule, whoever the low-taxed entity is. */
  readonly applying: readonly Seat[];
  readonly whyNot: ReadonlyMap<string, WhyNot>;
};

/** Finds who has to apply the rule: the top, else the highest below it; a partially owned parent always. */
export function findParents(
  own: Ownership,
  seats: readonly Seat[],
  upe: string,
  iir: IirOf,
  popeOutside: Decimal,
): Parents {
  const upeShare = sharesOfTop(own, upe);
  const able = seats.filter(
    ({ id, kind, jurisdiction }) =>
      kind !== "investment" &&
      kind !== "jv" &&
      kind !== "excluded" &&
      own.children(id).length > 0 &&
      iir(jurisdiction).inForce,
  );
  const top = able.find(({ id }) => id === upe);
  const popes = able.filter(({ id }) => id !== upe && ONE.minus(upeShare(id)).greaterThan(popeOutside));
  const pope = new Set(popes.map(({ id }) => id));
  const whyNot = new Map<string, WhyNot>();
  const applying = able.filter((seat) => {
    if (seat.id === upe) return true;
    const above = pope.has(seat.id)
      ? popes.find(({ id }) => id !== seat.id && ownsAll(own, id, seat.id))
      : (top ?? able.find(({ id }) => id !== seat.id && !pope.has(id) && controls(own, id, seat.id)));
    if (above) whyNot.set(seat.id, higher(seat.id, above.id));
    return above === undefined;
  });
  return { upe, upeShare, pope, applying, whyNot };
}

const ownsAll = (own: Ownership, holder: string, held: string): boolean =>
  (sharesIn(own, held, new Set([holder])).get(holder) ?? ZERO).greaterThanOrEqualTo(ONE);

const higher = (id: string, above: string): WhyNot => ({
  alternative: `iir.${id}`,
  rule: "GLOBE.IIR",
  reason: text(`上层母公司 ${above} 已适用收入纳入规则`, `${above} above it has to apply the rule already`),
});

export type Charge = {
  readonly id: string;
  /** Charged by parent, the share of the top-up tax and the amount. */
  readonly iir: readonly { readonly parent: string; readonly share: Decimal; readonly amount: Traced }[];
  readonly utpr: Decimal;
  /** Nobody's: the part of outsiders that no rule reaches. */
  readonly uncollected: Decimal;
};

/** Splits one entity's top-up tax after its own country took its part. */
export function chargeOf(own: Ownership, seat: Seat, residual: Decimal, parents: Parents, iir: IirOf): Charge {
  if (residual.isZero()) return { id: seat.id, iir: [], utpr: ZERO, uncollected: ZERO };
  const fits = parents.applying.filter(
    ({ jurisdiction }) => jurisdiction !== seat.jurisdiction || iir(jurisdiction).domestic,
  );
  const stops = new Set(fits.map(({ id }) => id));
  const shares = stops.has(seat.id) ? new Map([[seat.id, ONE]]) : sharesIn(own, seat.id, stops);
  const charged = fits.flatMap(({ id }) => {
    const share = shares.get(id) ?? ZERO;
    return share.isZero() ? [] : [{ parent: id, share, amount: amountOf(id, seat.id, share, residual) }];
  });
  const total = sum(charged.map(({ amount }) => amount.value));
  const open = seat.id === parents.upe ? ONE : (shares.get(parents.upe) ?? ZERO);
  const covered = stops.has(seat.id) || stops.has(parents.upe) || open.isZero();
  const basis = seat.kind === "jv" ? residual.times(parents.upeShare(seat.id)) : residual;
  const utpr = covered ? ZERO : max(ZERO, basis.minus(total));
  return { id: seat.id, iir: charged, utpr, uncollected: residual.minus(total).minus(utpr) };
}

const amountOf = (parent: string, entity: string, share: Decimal, residual: Decimal): Traced =>
  traced(share.times(residual), {
    rule: "GLOBE.IIR",
    title: text(`${parent} 就 ${entity} 缴纳的收入纳入税额`, `Income inclusion of ${parent} for ${entity}`),
    formula: "share after what parents below charge * top-up tax",
    inputs: { share, topUp: residual },
    cites: [model("2.1"), model("2.2"), model("2.3")],
  });
