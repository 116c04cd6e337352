// A part of the model that rolls up or folds away: shut at its full size, open at what is left of it.
import { useFrame } from "@react-three/fiber";
import { useRef } from "react";
import type { Folding } from "../../assets/kit/anchors.ts";
import { eased } from "./space.ts";
import { propOf, useWorld } from "./world.ts";

/** Share of the way closed in a second. */
const PACE = 1.8;

export function useFold(id: string, folding: Folding | undefined, onStart?: () => void): void {
  const { source, model } = useWorld();
  const node = folding ? model.part(folding.node) : null;
  const at = useRef<number | null>(null);
  useFrame((_, deltaS) => {
    const prop = propOf(source.getFrame(), id);
    if (!node || !folding || !prop) return;
    const target = prop.state === "open" ? 1 : 0;
    const from = at.current ?? target;
    const next = Math.abs(target - from) < 0.002 ? target : eased(from, target, PACE, Math.min(deltaS, 0.1));
    if (at.current === next) return;
    if (from === 1 - target && next !== from) onStart?.();
    at.current = next;
    const [east, north, up] = folding.open;
    node.scale.set(1 + (east - 1) * next, 1 + (up - 1) * next, 1 + (north - 1) * next);
  });
}
