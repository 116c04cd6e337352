// A part of the model that turns about its pivot: the angle is asked for each frame and followed smoothly.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { Quaternion, Vector3 } from "three";
import type { Turning } from "../../assets/kit/anchors.ts";
import type { MirrorFrame } from "../../sim-server/protocol/frames.ts";
import { eased } from "./space.ts";
import { useWorld } from "./world.ts";

export type Turn = {
  readonly turning: Turning | undefined;
  /** Degrees along the turning's travel, or null to stay. */
  readonly angle: (frame: MirrorFrame) => number | null;
  /** How fast it follows: share of the gap per second. */
  readonly pace: number;
  readonly onStart?: () => void;
};

export function useTurn({ turning, angle, pace, onStart }: Turn): void {
  const { source, model } = useWorld();
  const node = turning ? model.part(turning.node) : null;
  const at = useRef<number | null>(null);
  const resting = useRef(true);
  const axis = useMemo(
    () => (turning ? new Vector3(turning.axis[0], turning.axis[2], -turning.axis[1]).normalize() : null),
    [turning],
  );
  const built = useMemo(() => node?.quaternion.clone() ?? null, [node]);
  const turned = useMemo(() => new Quaternion(), []);
  useFrame((_, deltaS) => {
    const frame = source.getFrame();
    if (!node || !axis || !built || !frame) return;
    const target = angle(frame);
    if (target === null) return;
    const from = at.current ?? target;
    const next = Math.abs(target - from) < 0.05 ? target : eased(from, target, pace, Math.min(deltaS, 0.1));
    const moving = Math.abs(target - from) > 2;
    if (moving && resting.current) onStart?.();
    resting.current = !moving;
    if (at.current === next) return;
    at.current = next;
    node.quaternion.copy(built).premultiply(turned.setFromAxisAngle(axis, (next * Math.PI) / 180));
  });
}
