// A rotary switch on a control box: a quarter turn is on.
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Switch({ id }: { id: string }) {
  const { stage, model, hear } = useWorld();
  const turning = model.anchors.turnings[id];
  const at = stage.props[id]?.at;
  useTurn({
    turning,
    pace: 18,
    angle: (frame) => {
      const prop = propOf(frame, id);
      return prop && turning ? (prop.state === "on" ? turning.toDeg : turning.fromDeg) : null;
    },
    onStart: () => at && hear({ name: "click", at }),
  });
  return null;
}
