// The people of a rehearsed unit: names, posts, classes, and a skill for each capability that practice raises.
import { nextRandom, openRandom, type RandomState } from "../../core/random.ts";

export type Trainee = {
  readonly name: string;
  readonly cohort: number;
  /** Leads a shift rather than working hands-on. */
  readonly leads: boolean;
  /** Where the person stands before any practice, logits over the average newcomer. */
  readonly base: number;
  /** How far the person learns, logits, and in how many runs the most of it. */
  readonly gain: number;
  readonly talents: Map<string, number>;
  runs: number;
};

export type Chance = {
  uniform(): number;
  normal(): number;
  below(bound: number): number;
};

export function openChance(seed: number): Chance {
  const state: RandomState = openRandom(seed);
  const uniform = (): number => nextRandom(state);
  return {
    uniform,
    // Box and Muller.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below: (bound) => Math.floor(uniform() * bound),
  };
}

const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎",
];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华建国志文宇浩然欣怡子轩梓涵思远晓东海燕春梅立新永康"];

/** Three in ten lead a shift; classes are filled in order. */
export function openPeople(count: number, cohortSize: number, chance: Chance): Trainee[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    let name = "";
    do {
      const pick = (from: readonly string[]): string => from[chance.below(from.length)] ?? "";
      name = pick(SURNAMES) + pick(GIVEN) + (chance.uniform() < 0.75 ? pick(GIVEN) : "");
    } while (taken.has(name));
    taken.add(name);
    return {
      name,
      cohort: Math.floor(at / cohortSize),
      leads: chance.uniform() < 0.34,
      base: chance.normal() * 0.9,
      gain: 0.6 + chance.uniform() * 1.2,
      talents: new Map(),
      runs: 0,
    };
  });
}

/** The person's true skill now, in one capability or in general. */
export function skillOf(person: Trainee, capability: string | null, chance: Chance): number {
  const learned = person.gain * (1 - Math.exp(-person.runs / 3));
  if (capability === null) return person.base + learned;
  let talent = person.talents.get(capability);
  if (talent === undefined) {
    talent = chance.normal() * 0.5;
    person.talents.set(capability, talent);
  }
  return person.base + learned + talent;
}
