// Tax by country as bars, before and after a plan: income tax, tax withheld and top-up tax, each with its own pattern.
import type { Language } from "../words/language.ts";
import { fullMoney, percent, shortMoney } from "./money.ts";
import "./tax-bars.css";

/** Amounts are decimal text in the group's currency; null where facts are missing. */
export type CountryBar = {
  readonly id: string;
  readonly name: string;
  readonly incomeTax: string;
  readonly withheld: string;
  readonly topUp: string;
  readonly total: string;
  readonly etr: string | null;
  readonly missing: boolean;
};
export type BarWords = {
  readonly title: string;
  readonly incomeTax: string;
  readonly withheld: string;
  readonly topUp: string;
  readonly before: string;
  readonly total: string;
  readonly etr: string;
  readonly missing: string;
  readonly why: string;
};
type Totals = { readonly total: string; readonly etr: string | null };
type Props = {
  now: readonly CountryBar[];
  before: readonly CountryBar[];
  totals: { readonly now: Totals; readonly before: Totals };
  words: BarWords;
  language: Language;
  /** Walks to the trace of a country's total, or of the group's where null; without it nothing can be pressed. */
  onWhy?: (country: string | null) => void;
};

const PARTS = ["incomeTax", "withheld", "topUp"] as const;
const size = (amount: string): number => Math.max(0, Number(amount) || 0);

export function TaxBars({ now, before, totals, words, language, onWhy }: Props) {
  const known = new Map(before.map((bar) => [bar.id, bar]));
  const ids = [...new Set([...now, ...before].map(({ id }) => id))];
  const most = Math.max(1, ...[...now, ...before].map((bar) => PARTS.reduce((sum, part) => sum + size(bar[part]), 0)));
  return (
    <section className="bars" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <ul className="bars-legend">
          {PARTS.map((part) => (
            <li key={part}>
              <i className={`bar-${part}`} /> {words[part]}
            </li>
          ))}
          <li>
            <i className="bar-before" /> {words.before}
          </li>
        </ul>
        <button
          type="button"
          className="bars-total"
          data-id="why-total"
          disabled={!onWhy}
          onClick={() => onWhy?.(null)}
          title={onWhy ? words.why : undefined}
        >
          {words.total} <b className="clock">{shortMoney(totals.now.total, language)}</b>
          <Change from={totals.before.total} to={totals.now.total} language={language} />
          <span>
            {words.etr} <b className="clock">{percent(totals.now.etr)}</b>
          </span>
        </button>
      </header>
      <ul className="bars-rows">
        {ids.map((id) => {
          const bar = now.find((one) => one.id === id);
          const old = known.get(id);
          const shown = bar ?? old;
          if (!shown) return null;
          return (
            <li key={id}>
              <button
                type="button"
                data-id={`why-${id}`}
                disabled={!onWhy}
                onClick={() => onWhy?.(id)}
                title={onWhy ? words.why : undefined}
              >
                <span className="bars-name">
                  <b>{id}</b> {shown.name}
                </span>
                <span className="bars-track" aria-hidden="true">
                  <Parts bar={bar} most={most} />
                  {old ? (
                    <i
                      className="bar-before"
                      style={{ width: `${(100 * PARTS.reduce((sum, part) => sum + size(old[part]), 0)) / most}%` }}
                    />
                  ) : null}
                </span>
                <span className="bars-value clock" title={fullMoney(bar?.total ?? "0")}>
                  {shortMoney(bar?.total ?? "0", language)}
                  <Change from={old?.total ?? "0"} to={bar?.total ?? "0"} language={language} />
                </span>
                <span className="bars-etr clock">
                  {bar?.missing ? (
                    <em className="tone-warn">? {words.missing}</em>
                  ) : (
                    <>
                      {percent(bar?.etr ?? null)}
                      {old && bar && old.etr !== bar.etr ? <s>{percent(old.etr)}</s> : null}
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Parts({ bar, most }: { bar: CountryBar | undefined; most: number }) {
  if (!bar) return null;
  return PARTS.map((part) => (
    <i key={part} className={`bar-${part}`} style={{ width: `${(100 * size(bar[part])) / most}%` }} />
  ));
}

/** What changed, with a sign and an arrow, so that colour is never the only word. */
function Change({ from, to, language }: { from: string; to: string; language: Language }) {
  const change = Number(to) - Number(from);
  if (!Number.isFinite(change) || Math.abs(change) < 0.005) return null;
  const less = change < 0;
  return (
    <small className={`clock ${less ? "tone-safe" : "tone-warn"}`}>
      {less ? "▼" : "▲"} {shortMoney(String(Math.abs(change)), language)}
    </small>
  );
}
