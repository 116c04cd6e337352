// A one-ton container: rolled on its cradle to the gas side, or lifted over and lowered into the alkali pool.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { CatmullRomCurve3, type Vector3 } from "three";
import { eased, scenePoint } from "./space.ts";
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Container({ id }: { id: string }) {
  const { model } = useWorld();
  const turning = model.anchors.turnings[id];
  useTurn({
    turning,
    pace: 1.2,
    angle: (frame) => {
      const prop = propOf(frame, id);
      if (!prop || !turning) return null;
      return prop.state === "turned" ? turning.toDeg : turning.toDeg * Math.min(1, prop.fraction) * 0.96;
    },
  });
  useLift(id);
  return null;
}

/** The way from the cradle to the pool, followed while the hoist works and to the end once it has. */
function useLift(id: string): void {
  const { source, stage, model } = useWorld();
  const anchors = model.anchors;
  const node = model.part(anchors.turnings[id]?.node ?? "");
  const trolley = model.part(anchors.slidings["hoist"]?.node ?? "");
  const hoist = Object.entries(stage.props).find(([, prop]) => prop.kind === "hoist" && prop.of === id)?.[0];
  const pool = Object.values(stage.props).find((prop) => prop.kind === "pool");
  const gone = useRef(0);
  const way = useMemo(() => {
    if (!node || !hoist || !pool) return null;
    const from = node.position.clone();
    const to = scenePoint({ x: pool.at.x, y: pool.at.y, z: -0.35 });
    const over = (point: Vector3) => point.clone().setY(2.1);
    return new CatmullRomCurve3([from, over(from), over(to), to], false, "catmullrom", 0.1);
  }, [node, hoist, pool]);
  useFrame((_, deltaS) => {
    const frame = source.getFrame();
    if (!frame || !way || !node || !hoist) return;
    const target = propOf(frame, id)?.state === "submerged" ? 1 : Math.min(0.9, propOf(frame, hoist)?.fraction ?? 0);
    if (Math.abs(target - gone.current) < 0.0005) return;
    gone.current = eased(gone.current, target, 0.8, Math.min(deltaS, 0.1));
    way.getPoint(gone.current, node.position);
    if (trolley) trolley.position.x = node.position.x;
  });
}
