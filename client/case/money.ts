// Money and rates as people read them: short with the language's own units, or every digit.
import type { Language } from "../words/language.ts";

const UNITS = {
  zh: [
    { from: 1e8, by: 1e8, name: "亿" },
    { from: 1e4, by: 1e4, name: "万" },
  ],
  en: [
    { from: 1e9, by: 1e9, name: "bn" },
    { from: 1e6, by: 1e6, name: "m" },
    { from: 1e4, by: 1e3, name: "k" },
  ],
} as const;

const MINUS = "−";

/** Three figures are enough to compare by; the exact number stands where somebody asks for it. */
export function shortMoney(amount: string, language: Language): string {
  const value = Number(amount);
  if (!Number.isFinite(value)) return amount;
  const size = Math.abs(value);
  const unit = UNITS[language].find(({ from }) => size >= from);
  const shown = unit ? size / unit.by : size;
  const digits = shown >= 100 ? 0 : shown >= 10 ? 1 : 2;
  const text = withCommas(trimmed(shown.toFixed(digits)));
  return `${value < 0 && text !== "0" ? MINUS : ""}${text}${unit ? (language === "en" ? ` ${unit.name}` : unit.name) : ""}`;
}

/** Every digit, in groups of three, at most two behind the point; works on the text, so nothing is lost. */
export function fullMoney(amount: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!found) return amount;
  const [, sign = "", whole = "", part = ""] = found;
  const cents = part.slice(0, 2).replace(/0+$/, "");
  return `${sign ? MINUS : ""}${withCommas(whole)}${cents === "" ? "" : `.${cents}`}`;
}

/** A share of 1 as per cent; at most two decimals. */
export function percent(share: string | null): string {
  if (share === null) return "–";
  const value = Number(share);
  return Number.isFinite(value) ? `${trimmed((value * 100).toFixed(2))}%` : share;
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

function withCommas(text: string): string {
  const [whole = "", part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}
