// Bargaining: the other side gives way by a share of the gap each round, never past its limit; good evidence moves it.
import type { RefusalCode } from "../../protocol/refusals.ts";
import { emitFact, type Run, tell } from "../run.ts";
import { type Decimal, decimal, parseDecimal } from "../tax/decimal.ts";
import { dossierOf } from "./group-outcome.ts";
import { spend } from "./reading-room.ts";

export function negotiate(
  run: Run,
  by: string,
  asked: { negotiation: string; amount: string; evidence: readonly string[] },
): RefusalCode | null {
  const { plan, state } = dossierOf(run);
  const terms = plan.dossier.negotiations[asked.negotiation];
  const talks = state.negotiations[asked.negotiation];
  if (!terms || !talks) return "unknown";
  if (talks.status === "closed") return "not-open";
  if (talks.status !== "open") return "already-done";
  const offer = parseDecimal(asked.amount);
  const { opening, limit: least, concession, rounds } = terms.counterpart;
  if (!offer || offer.lessThan(terms.range.min) || offer.greaterThan(terms.range.max)) return "not-allowed";
  if (!asked.evidence.every((key) => state.pinned.includes(key))) return "not-pinned";
  if (!spend(run, terms.hoursPerRound)) return "no-hours";

  const fresh = terms.arguments.filter(
    ({ id, passages }) => !talks.used.includes(id) && passages.every((key) => asked.evidence.includes(key)),
  );
  talks.used.push(...fresh.map(({ id }) => id));
  talks.round += 1;
  const upwards = decimal(least).greaterThanOrEqualTo(opening);
  const limit = terms.arguments
    .filter(({ id }) => talks.used.includes(id))
    .reduce((sum, { moves }) => (upwards ? sum.plus(moves) : sum.minus(moves)), decimal(least));
  const taken = upwards ? offer.lessThanOrEqualTo(limit) : offer.greaterThanOrEqualTo(limit);
  const counter = taken ? offer : nearer(decimal(talks.asks), offer, limit, concession, upwards);
  talks.asks = counter.toString();
  talks.offers.push({
    tick: run.state.tick,
    by,
    amount: offer.toString(),
    counter: talks.asks,
    argument: fresh[0]?.id ?? null,
  });
  emitFact(run, by, "negotiation-offer", asked.negotiation, {
    amount: offer.toString(),
    counter: talks.asks,
    round: talks.round,
    arguments: fresh.map(({ id }) => id).join(" "),
    hours: terms.hoursPerRound,
  });
  if (taken) agree(run, by, asked.negotiation, offer);
  else if (talks.round >= rounds) breakOff(run, by, asked.negotiation);
  else {
    const said = fresh[0]?.reply ?? terms.replies.counter;
    answer(run, by, terms.with, { zh: `${said.zh}（${talks.asks}）`, en: `${said.en} (${talks.asks})` });
  }
  return null;
}

/** A share of the gap towards the offer, never past the limit; whole cents. */
function nearer(asks: Decimal, offer: Decimal, limit: Decimal, concession: number, upwards: boolean): Decimal {
  const next = asks.plus(offer.minus(asks).times(String(concession))).toDecimalPlaces(4);
  const past = upwards ? next.greaterThan(limit) : next.lessThan(limit);
  return past ? limit : next;
}

function agree(run: Run, by: string, id: string, amount: Decimal): void {
  const { plan, state } = dossierOf(run);
  const terms = plan.dossier.negotiations[id];
  const talks = state.negotiations[id];
  if (!terms || !talks) return;
  talks.status = "agreed";
  talks.agreed = amount.toString();
  const [full, none] = [decimal(terms.worth.full), decimal(terms.worth.none)];
  const way = full.minus(none);
  const share = way.isZero() ? 1 : amount.minus(none).dividedBy(way).toNumber();
  emitFact(run, by, "negotiation-agreed", id, {
    amount: talks.agreed,
    value: amount.toNumber(),
    share: Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000,
  });
  answer(run, by, terms.with, terms.replies.agreed);
}

function breakOff(run: Run, by: string, id: string): void {
  const { plan, state } = dossierOf(run);
  const terms = plan.dossier.negotiations[id];
  const talks = state.negotiations[id];
  if (!terms || !talks) return;
  talks.status = "broken";
  emitFact(run, by, "negotiation-broken", id, {});
  answer(run, by, terms.with, terms.replies.broken);
}

export function walkAway(run: Run, by: string, id: string): RefusalCode | null {
  const status = dossierOf(run).state.negotiations[id]?.status;
  if (status === undefined) return "unknown";
  if (status !== "open") return status === "closed" ? "not-open" : "already-done";
  breakOff(run, by, id);
  return null;
}

const answer = (run: Run, to: string, from: string, text: { zh: string; en: string }): void =>
  tell(run, to, { channel: "phone", from, text });
