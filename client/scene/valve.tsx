// A valve's handwheel: as many degrees closed as the mirror says.
import { anchorsOf } from "./anchors.ts";
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Valve({ id }: { id: string }) {
  const { stage, hear } = useWorld();
  const turning = anchorsOf(stage.model).turnings[id];
  const at = stage.props[id]?.at;
  useTurn({
    turning,
    pace: 4,
    angle: (frame) => {
      const prop = propOf(frame, id);
      return prop && turning ? (1 - Math.min(1, Math.max(0, prop.fraction))) * turning.toDeg : null;
    },
    onStart: () => at && hear({ name: "valve", at }),
  });
  return null;
}
