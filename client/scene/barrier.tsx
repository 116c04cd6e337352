// The barrier arm at a gate: up is open.
import { anchorsOf } from "./anchors.ts";
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Barrier({ id }: { id: string }) {
  const { stage } = useWorld();
  const turning = anchorsOf(stage.model).turnings[id];
  useTurn({
    turning,
    pace: 1.6,
    angle: (frame) => {
      const prop = propOf(frame, id);
      return prop && turning ? (prop.state === "open" ? turning.toDeg : turning.fromDeg) : null;
    },
  });
  return null;
}
