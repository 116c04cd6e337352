// Language maps: RFC 5646 tags to texts; and which text a reader's Accept-Language asks for.
import { type Check, fulfils, isJson, type Json } from "./check.ts";

// langtag, privateuse and the irregular grandfathered tags of RFC 5646 2.1.
const TAG =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de))$/i;

export const languageTag: Check = fulfils(
  "an RFC 5646 language tag",
  (value) => typeof value === "string" && TAG.test(value),
);

export const languageMap: Check = (value, path, findings) => {
  if (!isJson(value)) {
    findings.push(`${path}: must be an object of texts by language`);
    return;
  }
  for (const [tag, text] of Object.entries(value)) {
    if (!TAG.test(tag)) findings.push(`${path}: "${tag}" is not an RFC 5646 language tag`);
    if (typeof text !== "string") findings.push(`${path}.${tag}: must be a string`);
  }
};

/** The tags of an Accept-Language header, most wanted first. */
export function wantedLanguages(header: string | undefined): readonly string[] {
  return (header ?? "")
    .split(",")
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight.slice(2)), index };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ tag }) => tag);
}

/** The one entry of a language map that fits best: same tag, then same language, then the first there is. */
export function inLanguage(map: Json, wanted: readonly string[]): Json {
  const tags = Object.keys(map);
  const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
  for (const want of wanted) {
    const found =
      tags.find((tag) => tag.toLowerCase() === want) ??
      tags.find((tag) => tag.toLowerCase().startsWith(`${want}-`)) ??
      tags.find((tag) => primary(tag) === primary(want));
    if (found !== undefined) return { [found]: map[found] };
  }
  const [first] = tags;
  return first === undefined ? {} : { [first]: map[first] };
}
