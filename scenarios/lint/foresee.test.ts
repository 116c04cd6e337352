import fc from "fast-check";
import { expect, test } from "vitest";
import { ANY, between, bool, canBeFalse, canBeTrue } from "./abstract-value.ts";
import { foresee, type Outlook } from "./foresee.ts";

type World = { happened: Record<string, boolean>; elapsed: number };
type Condition = { text: string; holds: (world: World) => boolean };

const THINGS = ["a", "b", "c"] as const;
const thing = fc.constantFrom(...THINGS);
const { condition } = fc.letrec<{ condition: Condition; atom: Condition }>((tie) => ({
  atom: fc.oneof(
    thing.map((id): Condition => ({ text: `met('${id}')`, holds: (world) => world.happened[id] === true })),
    fc
      .integer({ min: 0, max: 900 })
      .map((s): Condition => ({ text: `elapsed > seconds(${s})`, holds: (world) => world.elapsed > s })),
    fc
      .integer({ min: 0, max: 900 })
      .map((s): Condition => ({ text: `elapsed + 10.0 <= ${s}.0`, holds: (world) => world.elapsed + 10 <= s })),
    fc.boolean().map((value): Condition => ({ text: String(value), holds: () => value })),
  ),
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("atom"),
    tie("condition").map((one): Condition => ({ text: `!(${one.text})`, holds: (world) => !one.holds(world) })),
    fc.tuple(tie("condition"), tie("condition"), fc.boolean()).map(
      ([left, right, and]): Condition => ({
        text: `(${left.text}) ${and ? "&&" : "||"} (${right.text})`,
        holds: (world) => (and ? left.holds(world) && right.holds(world) : left.holds(world) || right.holds(world)),
      }),
    ),
  ),
}));

test("what is true in any possible world was foreseen, and what is false as well", () => {
  const possible = fc.uniqueArray(thing);
  const worlds = fc.array(
    fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), elapsed: fc.integer({ min: 0, max: 600 }) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(condition, possible, worlds, ({ text, holds }, can, many) => {
      const outlook: Outlook = {
        variable: (name) => (name === "elapsed" ? between(0, 600) : ANY),
        quantity: (name, [id = ""], [number = ANY]) => (name === "met" ? bool(can.some((one) => one === id)) : number),
      };
      const foreseen = foresee(text, outlook);
      for (const { elapsed, ...said } of many) {
        const happened = Object.fromEntries(THINGS.map((id) => [id, said[id] && can.includes(id)]));
        const held = holds({ happened, elapsed });
        expect({ text, ok: held ? canBeTrue(foreseen) : canBeFalse(foreseen) }).toEqual({ text, ok: true });
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("a thing that cannot happen is not foreseen, in a list or alone", () => {
  const nothing: Outlook = {
    variable: () => between(0, 0),
    quantity: (name) => (name === "facts" ? { is: "list", some: false, item: ANY } : bool(false)),
  };
  expect(canBeTrue(foresee("facts('said').exists(f, f.of == 'x')", nothing))).toBe(false);
  expect(canBeTrue(foresee("size(facts('said')) > 0", nothing))).toBe(false);
  expect(canBeTrue(foresee("met('a') || !met('b') && met('c')", nothing))).toBe(false);
  expect(canBeFalse(foresee("facts('said').all(f, f.of == 'x')", nothing))).toBe(false);
});
