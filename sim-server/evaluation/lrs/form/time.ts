// Moments and durations as xAPI writes them: ISO 8601 and RFC 3339; kept and compared in UTC and hundredths of a second.
import { type Check, fulfils } from "./check.ts";

const MOMENT =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;
const DURATION =
  /^P(?:\d+(?:\.\d+)?W|(?=.)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?)$/;

/** Milliseconds since 1970, or nothing for what is no moment. An unknown local offset (-00:00) is refused (xAPI 4.5). */
export function momentMs(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const [whole, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] =
    MOMENT.exec(value) ?? [];
  if (whole === undefined || /^-00(:?00)?$/.test(zone)) return undefined;
  const ms = fraction.padEnd(3, "0").slice(0, 3);
  const offset = /^z$/i.test(zone) ? "Z" : `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}`;
  // A leap second counts as the last moment of its minute.
  const seconds = second === "60" ? "59" : second;
  const parsed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${seconds}.${ms}${offset}`);
  if (Number.isNaN(parsed) || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  return parsed;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const utc = (ms: number): string => new Date(ms).toISOString();

export const moment: Check = fulfils("an ISO 8601 moment", (value) => momentMs(value) !== undefined);
export const duration: Check = fulfils(
  "an ISO 8601 duration",
  (value) => typeof value === "string" && DURATION.test(value),
);

/** Durations are compared to the hundredth of a second; what is finer is cut off, never rounded (xAPI 2.0, 4.2.7). */
export const comparableDuration = (value: string): string =>
  value.replace(/(\d+)\.(\d+)S$/, (_all, whole: string, part: string) => {
    const hundredths = part.slice(0, 2).replace(/0+$/, "");
    return hundredths === "" ? `${whole}S` : `${whole}.${hundredths}S`;
  });
