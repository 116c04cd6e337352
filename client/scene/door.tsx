// A door: its leaf, single or one of a pair, or its shutter, open or closed as the mirror says.
import { useFold } from "./folding.ts";
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Door({ id }: { id: string }) {
  const { stage, model, hear } = useWorld();
  const { turnings, foldings } = model.anchors;
  const leaves = turnings[id] ? [id] : [`${id}-l`, `${id}-r`];
  const at = stage.doors[id]?.at;
  useFold(id, foldings[id], () => at && hear({ name: "door", at }));
  if (foldings[id]) return null;
  return leaves.map((leaf, index) => <Leaf key={leaf} door={id} leaf={leaf} loud={index === 0} />);
}

function Leaf({ door, leaf, loud }: { door: string; leaf: string; loud: boolean }) {
  const { stage, model, hear } = useWorld();
  const turning = model.anchors.turnings[leaf];
  const at = stage.doors[door]?.at;
  useTurn({
    turning,
    pace: 5,
    angle: (frame) => {
      const prop = propOf(frame, door);
      return prop && turning ? (prop.state === "open" ? turning.toDeg : turning.fromDeg) : null;
    },
    onStart: () => loud && at && hear({ name: "door", at }),
  });
  return null;
}
