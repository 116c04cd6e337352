// A valve's handwheel: as many degrees closed as the mirror says.
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Valve({ id }: { id: string }) {
  const { stage, model, hear } = useWorld();
  const turning = model.anchors.turnings[id];
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
