import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHAIN_START, canonicalJson, chainOn, GENESIS, type Link, linkSha256, verifyLinks } from "./chain.ts";

function chainOf(texts: readonly string[]): Link[] {
  const links: Link[] = [];
  for (const text of texts) links.push(chainOn(links.at(-1) ?? CHAIN_START, text));
  return links;
}

const TEXTS = ["a", "b", "c", "d"].map((word) => canonicalJson({ word }));

describe("canonical text", () => {
  test("has sorted keys and no white space, whatever the order of writing", () => {
    expect(canonicalJson({ b: 1, a: [true, null, { d: "é", c: 0.1 }] })).toBe(
      '{"a":[true,null,{"c":0.1,"d":"é"}],"b":1}',
    );
  });

  test("reads back as the same value and writes out as the same text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test.each([
    ["a not-a-number", Number.NaN],
    ["an infinity", { value: Number.POSITIVE_INFINITY }],
    ["a date", { at: new Date(0) }],
    ["a function", { run: () => 1 }],
    ["an undefined array item", [undefined]],
    ["a big integer", 1n],
  ])("refuses %s, which JSON would change or drop", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test("refuses endless depth instead of running out of stack", () => {
    let nested: unknown = 0;
    for (let depth = 0; depth < 50_000; depth += 1) nested = [nested];
    expect(() => canonicalJson(nested)).toThrow(/nested 100 deep/);
  });
});

describe("the chain", () => {
  test("agrees with the operating system's own sha256sum", () => {
    const [line] = execFileSync("sha256sum", { input: `${GENESIS}{"word":"a"}`, encoding: "utf8" }).split(" ");
    expect(linkSha256(GENESIS, '{"word":"a"}')).toBe(line);
  });

  test("is whole when every link follows the one before", () => {
    const links = chainOf(TEXTS);
    expect(verifyLinks(links)).toEqual({ ok: true, entries: 4, sha256: links[3]?.sha256 });
  });

  test("of nothing is whole and starts at the beginning", () => {
    expect(verifyLinks([])).toEqual({ ok: true, entries: 0, sha256: GENESIS });
  });

  const [first, second, third, fourth] = chainOf(TEXTS) as [Link, Link, Link, Link];
  test.each<[string, Link[], number, string]>([
    ["a changed text", [first, { ...second, text: '{"word":"x"}' }, third, fourth], 1, "altered"],
    [
      "a changed text with its own hash made good",
      [first, { ...second, text: "{}", sha256: linkSha256(second.prev, "{}") }, third, fourth],
      2,
      "unlinked",
    ],
    ["a link left out", [first, third, fourth], 1, "missing"],
    ["a link left out and the rest renumbered", [first, { ...third, seq: 1 }, { ...fourth, seq: 2 }], 1, "unlinked"],
    ["two links swapped", [first, third, second, fourth], 1, "missing"],
    ["the first link left out", [second, third, fourth], 0, "missing"],
    ["a link said twice", [first, second, second, third], 2, "missing"],
  ])("shows %s", (_, links, firstBadSeq, why) => {
    expect(verifyLinks(links)).toEqual({ ok: false, firstBadSeq, why });
  });

  test("shows any single changed character of any link", () => {
    const links = chainOf(TEXTS);
    fc.assert(
      fc.property(fc.nat(3), fc.nat(200), fc.constantFrom("prev", "sha256", "text"), (at, position, part) => {
        const link = links[at] as Link;
        const place = position % link[part].length;
        const other = link[part][place] === "0" ? "1" : "0";
        const changed = { ...link, [part]: link[part].slice(0, place) + other + link[part].slice(place + 1) };
        expect(verifyLinks(links.with(at, changed)).ok).toBe(false);
      }),
    );
  });
});
