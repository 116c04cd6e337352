// What the boardroom shows of a case, and where in the room: metres seen from the head of the table.
import { Vector3 } from "three";
import type { Chart } from "../case/chart.ts";
import type { CountryBar } from "../case/tax-bars.tsx";

export type BoardView = {
  readonly chart: Chart;
  readonly now: readonly CountryBar[];
  readonly before: readonly CountryBar[];
  /** All jurisdictions an entity may stand in. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** Where the entity in hand may go. */
  readonly open: ReadonlySet<string>;
  readonly chosen: string | null;
  /** Lines for the screen on the far wall: the first large. */
  readonly screen: readonly { readonly text: string; readonly value: string }[];
  readonly money: (amount: string) => string;
};

/**
 * A frame in which x is to the viewer's right, y up and z towards the viewer, who stands at the head of the table and
 * looks along it: world x is minus this z.
 */
export const BOARD_TURN = -Math.PI / 2;
export const VIEWER = { eyeM: 1.6, z: 2.72 } as const;
export const CHART_AT = { y: 2.02, z: 0.62, width: 2.6, height: 1.16, mostMetresPerPx: 0.0027 } as const;
export const GLOBE_AT = { y: 1.11, z: 0, radius: 0.29 } as const;
export const BARS_AT = { z: 0.86, halfWidth: 0.84, mostHighM: 0.3 } as const;

/** A direction on a globe of radius 1 whose north is y and whose longitude 0 looks towards z. */
export function onGlobe(longitudeDeg: number, latitudeDeg: number, into = new Vector3()): Vector3 {
  const [lon, lat] = [(longitudeDeg * Math.PI) / 180, (latitudeDeg * Math.PI) / 180];
  return into.set(Math.cos(lat) * Math.sin(lon), Math.sin(lat), Math.cos(lat) * Math.cos(lon));
}

/** Where a country's plate stands along the table's end. */
export function plateX(index: number, count: number): number {
  const gap = Math.min(0.27, (2 * BARS_AT.halfWidth) / Math.max(1, count - 1));
  return (index - (count - 1) / 2) * gap;
}

/** Marks a mesh as something a ray may take up, choose or drop on. */
export type Pick = { readonly kind: "entity" | "flow" | "place"; readonly id: string };
export const pickOf = (data: Record<string, unknown>): Pick | null => (data["pick"] as Pick | undefined) ?? null;
