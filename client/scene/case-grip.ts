// What the ray of a mouse or hand is on, and what it holds: kept for the scene to draw and for the page to act on.
import { type Object3D, type Raycaster, Vector3 } from "three";
import { type Pick, pickOf } from "./case-view.ts";

export type Grip = {
  /** The entity in hand. */
  held: string | null;
  /** Where the entity in hand is, in the scene's coordinates. */
  at: Vector3 | null;
  /** How far from the ray's beginning the entity in hand is carried. */
  farM: number;
  pointed: Pick | null;
};

export const openGrip = (): Grip => ({ held: null, at: null, farM: 0, pointed: null });

/** Pads and pins count before cards while something is in hand: the card in hand is always under the ray. */
export function lookAlong(caster: Raycaster, root: Object3D, grip: Grip): { pick: Pick | null; farM: number } {
  const hits = caster.intersectObject(root, true);
  for (const hit of hits) {
    const pick = pickOf(hit.object.userData);
    if (!pick || (grip.held !== null && pick.kind !== "place")) continue;
    return { pick, farM: hit.distance };
  }
  return { pick: null, farM: 0 };
}

export function carry(caster: Raycaster, grip: Grip): void {
  grip.at = caster.ray.at(grip.farM, grip.at ?? new Vector3());
}
