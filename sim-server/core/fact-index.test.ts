import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../scenarios/format/facts.ts";
import { addFact, firstTick, indexFacts, openIndex } from "./fact-index.ts";

const kinds = ["said", "operated", "entered"] as const;
const fact = fc
  .record({ kind: fc.constantFrom(...kinds), of: fc.constantFrom("a", "b", "c"), by: fc.constantFrom("x", "y") })
  .map((one): Omit<Fact, "tick"> => one as unknown as Omit<Fact, "tick">);
/** Facts in the order of their ticks, as a run makes them. */
const course = fc.array(fc.tuple(fact, fc.nat(50)), { maxLength: 40 }).map((list) => {
  let tick = 0;
  return list.map(([one, wait]): Fact => {
    tick += wait;
    return { ...one, tick } as Fact;
  });
});
const tally = () => ({ count: 0, digest: [1, 2] as [number, number] });

describe("the index of facts", () => {
  test("answers as a search through all facts would", () => {
    fc.assert(
      fc.property(course, (facts) => {
        const index = indexFacts(facts);
        expect(index.all).toEqual(facts);
        for (const kind of kinds) {
          const same = facts.filter((one) => one.kind === kind);
          expect(index.byKind.get(kind) ?? []).toEqual(same);
          for (const of of ["a", "b", "c"])
            expect(firstTick(index, kind, of)).toBe(same.find((one) => one.of === of)?.tick);
        }
      }),
    );
  });

  test("gives conditions each fact's fields and its time in seconds", () => {
    const index = indexFacts([{ tick: 25, by: "x", kind: "measured", of: "p", ppm: 0.4, clear: true } as Fact]);
    const map = index.cel.get("measured")?.[0];
    expect([map?.get("at"), map?.get("ppm"), map?.get("clear"), map?.get("by"), map?.get("of")]).toEqual([
      2.5,
      0.4,
      true,
      "x",
      "p",
    ]);
  });

  test("is the same built at once or fact by fact, and after JSON", () => {
    fc.assert(
      fc.property(course, (facts) => {
        const grown = openIndex();
        for (const one of facts) addFact(grown, one);
        expect(grown).toEqual(indexFacts(JSON.parse(JSON.stringify(facts))));
      }),
    );
  });
});

describe("the digest of facts", () => {
  const digestOf = (facts: readonly Fact[]) => {
    const sum = tally();
    const index = openIndex();
    for (const one of facts) addFact(index, one, sum);
    return sum;
  };

  test("counts them and differs when one of them differs, is left out, or changes places with another", () => {
    fc.assert(
      fc.property(course, fc.nat(), fc.nat(), (facts, i, j) => {
        fc.pre(facts.length >= 2);
        const [a, b] = [i % facts.length, j % facts.length];
        const whole = digestOf(facts);
        expect(whole.count).toBe(facts.length);
        expect(digestOf(facts)).toEqual(whole);
        const changed = facts.map((one, at) => (at === a ? { ...one, by: `${one.by}!` } : one)) as Fact[];
        expect(digestOf(changed).digest).not.toEqual(whole.digest);
        expect(digestOf(facts.filter((_, at) => at !== a)).digest).not.toEqual(whole.digest);
        const swapped = [...facts];
        [swapped[a], swapped[b]] = [facts[b] as Fact, facts[a] as Fact];
        if (JSON.stringify(swapped) !== JSON.stringify(facts))
          expect(digestOf(swapped).digest).not.toEqual(whole.digest);
      }),
    );
  });
});
