// When two statements say the same (xAPI 2.3.1): what the store itself sets and how things are written do not count.
import { isGroup } from "./form/actor.ts";
import { isJson, type Json } from "./form/check.ts";
import { comparableDuration, momentMs, utc } from "./form/time.ts";

/** Set by the store, or about the transport of what is attached: never part of the comparison. */
const NOT_COMPARED = new Set(["id", "authority", "stored", "version", "timestamp"]);
const DEFAULT_TYPES = new Set(["Agent", "Activity"]);

/** Whether two statements with one id may stand for each other. */
export function sameStatement(one: Json, other: Json): boolean {
  if (comparableText(one) !== comparableText(other)) return false;
  const [a, b] = [momentMs(one["timestamp"]), momentMs(other["timestamp"])];
  return a === undefined || b === undefined || a === b;
}

function comparableText(statement: Json): string {
  const rest = Object.fromEntries(Object.entries(statement).filter(([name]) => !NOT_COMPARED.has(name)));
  return JSON.stringify(comparable(rest, "statement"));
}

function comparable(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item, ""));
  if (!isJson(value)) {
    if (name === "duration" && typeof value === "string") return comparableDuration(value);
    if (name === "timestamp") return utc(momentMs(value) ?? 0);
    return value;
  }
  // Extensions are the sender's own and are compared to the letter, but for the order of their members.
  if (name === "extensions") return ordered(value, (member) => comparableExtension(member));
  const entries = Object.entries(value).filter(([key, member]) => {
    if (key === "definition" && typeof value["id"] === "string") return false;
    return !(key === "objectType" && DEFAULT_TYPES.has(String(member))) && key !== "fileUrl";
  });
  const made = ordered(Object.fromEntries(entries), (member, key) => comparable(member, key));
  if (isGroup(value) && Array.isArray(value["member"])) {
    const members = value["member"].map((member) => JSON.stringify(comparable(member, "")));
    return { ...made, member: members.sort() };
  }
  return name === "contextActivities" ? ordered(made, (member) => (Array.isArray(member) ? member : [member])) : made;
}

const comparableExtension = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(comparableExtension);
  return isJson(value) ? ordered(value, comparableExtension) : value;
};

const ordered = (json: Json, each: (member: unknown, key: string) => unknown): Json =>
  Object.fromEntries(
    Object.keys(json)
      .sort()
      .map((key) => [key, each(json[key], key)]),
  );
