// What bars the way: an arm that stands when it is open, tape that is drawn in, a cover that is lifted.
import { useFold } from "./folding.ts";
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Barrier({ id }: { id: string }) {
  const { stage, model, hear } = useWorld();
  const turning = model.anchors.turnings[id];
  const at = stage.props[id]?.at;
  const loud = stage.props[id]?.kind === "hatch";
  useTurn({
    turning,
    pace: 1.6,
    angle: (frame) => {
      const prop = propOf(frame, id);
      return prop && turning ? (prop.state === "open" ? turning.toDeg : turning.fromDeg) : null;
    },
    onStart: () => loud && at && hear({ name: "door", at }),
  });
  useFold(id, model.anchors.foldings[id]);
  return null;
}
