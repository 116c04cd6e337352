// The wind sock: points where the wind goes, and lifts with its speed.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { Euler, Quaternion } from "three";
import { eased, turnBetween } from "./space.ts";
import { useWorld } from "./world.ts";

/** Wind speed at which a sock streams out level, m/s. */
const LEVEL_AT_MPS = 7.5;

export function WindSock({ id }: { id: string }) {
  const { source, model } = useWorld();
  const node = model.part(model.anchors.turnings[id]?.node ?? "");
  const built = useMemo(() => node?.quaternion.clone() ?? null, [node]);
  const euler = useMemo(() => new Euler(0, 0, 0, "YXZ"), []);
  const turned = useMemo(() => new Quaternion(), []);
  const heading = useRef<number | null>(null);
  useFrame(({ clock }, deltaS) => {
    const frame = source.getFrame();
    if (!node || !built || !frame) return;
    const target = frame.windFromDeg + 180;
    const from = heading.current ?? target;
    heading.current = from + eased(0, turnBetween(from, target), 1.5, Math.min(deltaS, 0.1));
    const t = clock.elapsedTime;
    const sway = Math.sin(t * 1.3) * 4 + Math.sin(t * 3.1) * 2;
    const lift = Math.min(1, frame.windSpeedMps / LEVEL_AT_MPS);
    const droopDeg = (1 - lift) * 62 + Math.sin(t * 2.2) * 3;
    euler.set((-droopDeg * Math.PI) / 180, (-(heading.current + sway) * Math.PI) / 180, 0);
    node.quaternion.copy(built).premultiply(turned.setFromEuler(euler));
  });
  return null;
}
