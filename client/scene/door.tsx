// A door's leaf, single or one of a pair: open or closed as the mirror says.
import { anchorsOf } from "./anchors.ts";
import { useTurn } from "./turning.ts";
import { propOf, useWorld } from "./world.ts";

export function Door({ id }: { id: string }) {
  const { stage } = useWorld();
  const { turnings } = anchorsOf(stage.model);
  const leaves = turnings[id] ? [id] : [`${id}-l`, `${id}-r`];
  return leaves.map((leaf, index) => <Leaf key={leaf} door={id} leaf={leaf} loud={index === 0} />);
}

function Leaf({ door, leaf, loud }: { door: string; leaf: string; loud: boolean }) {
  const { stage, hear } = useWorld();
  const turning = anchorsOf(stage.model).turnings[leaf];
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
