// Who is in the crowd: ages with their paces, places inside rooms, premovement times, drawn from the seed.
import { nextRandom, openRandom, type RandomState } from "../random.ts";
import { BODY_RADIUS_M } from "./crowd-movers.ts";
import { drawNormal, drawPremovementS, type Premovement } from "./crowd-premovement.ts";

/** Level walking paces by age, least and most, m/s (RiMEA 4 test 7, after Weidmann 1993). */
export const AGE_PACES_MPS = {
  child: [0.58, 1.61],
  adult: [1.41, 1.54],
  elder: [0.68, 1.41],
  aged: [0.46, 0.76],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type AgeGroup = keyof typeof AGE_PACES_MPS;
/** Pace of a mixed public, m/s, mean and deviation (Weidmann 1993), kept within two and a half deviations. */
const PUBLIC_PACE_MPS = { mean: 1.34, deviation: 0.26 } as const;

/** What somebody needs to get out: nothing, an arm to lean on, or to be carried. */
export type Need = "none" | "arm" | "carrying";
export type CrowdPerson = {
  readonly id: string;
  readonly floor: string;
  readonly x: number;
  readonly y: number;
  readonly paceMps: number;
  readonly radiusM: number;
  /** Between the alarm and setting off, s. */
  readonly premovementS: number;
  /** Those of one group leave together. */
  readonly group?: string;
  /** Exits known beforehand; left out, all of them. */
  readonly knows?: readonly string[];
  readonly need?: Need;
};
export type CrowdGroup = {
  readonly id: string;
  readonly count: number;
  readonly floor: string;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Left out, the mixed public. */
  readonly age?: AgeGroup;
  readonly paceMps?: readonly [least: number, most: number];
  readonly premovement: Premovement;
  readonly staysTogether?: boolean;
  readonly knows?: readonly string[];
  readonly need?: Need;
};

/** The people of a group, spread over their room without touching; each is drawn from the seed and the own name. */
export function peopleOf(group: CrowdGroup, seed: number): CrowdPerson[] {
  const placing = openRandom(seedOf(seed, group.id));
  const places = placesIn(group, placing);
  return places.map(([x, y], index) => {
    const id = `${group.id}-${index + 1}`;
    const random = openRandom(seedOf(seed, id));
    return {
      id,
      floor: group.floor,
      x,
      y,
      paceMps: drawPaceMps(group, random),
      radiusM: BODY_RADIUS_M,
      premovementS: drawPremovementS(group.premovement, random),
      ...(group.staysTogether ? { group: group.id } : {}),
      ...(group.knows ? { knows: group.knows } : {}),
      ...(group.need ? { need: group.need } : {}),
    };
  });
}

function drawPaceMps(group: CrowdGroup, random: RandomState): number {
  const range = group.paceMps ?? (group.age ? AGE_PACES_MPS[group.age] : null);
  if (range) return range[0] + (range[1] - range[0]) * nextRandom(random);
  const { mean, deviation } = PUBLIC_PACE_MPS;
  return mean + deviation * Math.min(2.5, Math.max(-2.5, drawNormal(random)));
}

/** A grid as wide as the room allows, each person shifted a little within the own square. */
function placesIn(group: CrowdGroup, random: RandomState): [number, number][] {
  const [x0, x1] = group.x;
  const [y0, y1] = group.y;
  const columns = Math.max(1, Math.round(Math.sqrt((group.count * (x1 - x0)) / Math.max(1e-6, y1 - y0))));
  const rows = Math.ceil(group.count / columns);
  const [stepX, stepY] = [(x1 - x0) / columns, (y1 - y0) / rows];
  const shift = (stepM: number): number => (nextRandom(random) - 0.5) * Math.max(0, stepM - 2 * BODY_RADIUS_M - 0.04);
  const places: [number, number][] = [];
  for (let index = 0; index < group.count; index += 1)
    places.push([
      x0 + ((index % columns) + 0.5) * stepX + shift(stepX),
      y0 + (Math.floor(index / columns) + 0.5) * stepY + shift(stepY),
    ]);
  return places;
}

/** A seed of one's own: the run's seed and every letter of a name mixed (FNV-1a), so that nobody's draws depend on others. */
function seedOf(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** The group somebody belongs to, read from the name. */
export const groupOf = (person: string): string => person.slice(0, person.lastIndexOf("-"));
