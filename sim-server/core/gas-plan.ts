// The gas of a scenario made ready: its substance, the levels that make a place hot or clear, and every detector's kind.
import type { Scenario } from "../../scenarios/format/scenario.ts";
import type { DetectorGas } from "../../scenarios/format/substance.ts";
import { DETECTOR_KINDS, type DetectorKind } from "./hazard/detector.ts";
import { SUBSTANCES, type Substance } from "./hazard/substance.ts";
import { clearBelowPpm, hotFromPpm } from "./hazard/zone-levels.ts";

export type GasPlan = {
  substance: Substance;
  /** The hot zone begins at this concentration, ppm; a place is clear below that one. */
  hotPpm: number;
  clearPpm: number;
  /** Hand-held detectors by position and fixed heads by prop. */
  worn: Map<string, DetectorKind>;
  heads: Map<string, DetectorKind>;
};

/** What a scenario says of its gas, filled up with what is published; chlorine's numbers where nothing leaks. */
export function planGas({
  hazards,
  positions,
  stage,
  air = [],
}: Pick<Scenario, "hazards" | "positions" | "stage"> & Partial<Pick<Scenario, "air">>): GasPlan {
  const lying = air.find(({ gas }) => gas === "hydrogen-sulfide");
  const releases = [
    ...Object.values(hazards),
    ...(lying ? [{ ...lying, substance: "hydrogen-sulfide" as const }] : []),
  ];
  const substance = SUBSTANCES[releases[0]?.substance ?? "chlorine"];
  const lowest = (key: "hotPpm" | "clearPpm", published: number): number => {
    const said = releases.flatMap((release) => release[key] ?? []);
    return said.length > 0 ? Math.min(...said) : published;
  };
  return {
    substance,
    hotPpm: lowest("hotPpm", hotFromPpm(substance.guidelines)),
    clearPpm: lowest("clearPpm", clearBelowPpm(substance.guidelines)),
    worn: new Map(
      Object.entries(positions).flatMap(([id, { detector }]): [string, DetectorKind][] => {
        if (detector === false) return [];
        const { gas, ...more } = detector === true ? { gas: undefined } : detector;
        return [[id, kindOf(gas ?? substance.id, more)]];
      }),
    ),
    heads: new Map(
      Object.entries(stage.props).flatMap(([id, prop]): [string, DetectorKind][] =>
        prop.kind === "gas-head" ? [[id, kindOf(prop.substance ?? substance.id, prop)]] : [],
      ),
    ),
  };
}

type Authored = { rangePpm?: number | undefined; alarmPpm?: [number, number] | undefined };

function kindOf(gas: DetectorGas, { rangePpm, alarmPpm }: Authored): DetectorKind {
  const kind = DETECTOR_KINDS[gas];
  const [lowPpm, highPpm] = alarmPpm ?? [kind.lowPpm, kind.highPpm];
  return { ...kind, rangePpm: rangePpm ?? kind.rangePpm, lowPpm, highPpm };
}

/** What of the gas around a detector its cell answers to: all of its own gas, none of another. */
export const seenPpm = ({ substance }: GasPlan, kind: DetectorKind, ppm: number): number =>
  kind.gas === substance.id ? ppm : 0;
