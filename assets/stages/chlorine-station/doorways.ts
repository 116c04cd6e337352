import { at, chain, facing, turned } from "../../kit/space.ts";
import { moving, type Room } from "../../kit/stage.ts";
import { doorFrame, doorLeaf, type LeafSpec } from "../../parts/door.ts";
import { WALL } from "../../parts/four-walls.ts";
import { TURNINGS } from "../chlorine-station-anchors.ts";

/** The leaves take the yard's light: one side of each looks out of its room. */
export function doors(chlorine: Room, yard: Room): void {
  const leaf = (room: Room, id: keyof typeof TURNINGS, yaw: number, spec: LeafSpec): void => {
    const { node, pivot } = TURNINGS[id];
    const model = moving(room, node, pivot);
    const where = chain(at(pivot[0], pivot[1], pivot[2]), turned(yaw, "z"));
    doorLeaf(model, where, spec);
  };
  leaf(yard, "west-door-l", -90, { width: 0.95, height: 2.5, paint: "door-blue", inside: 1 });
  leaf(yard, "west-door-r", 90, { width: 0.95, height: 2.5, paint: "door-blue", inside: -1 });
  leaf(yard, "inner-door", 90, { width: 1, height: 2.1, paint: "door-steel", inside: 1 });
  leaf(yard, "south-door", 0, { width: 1.2, height: 2.2, paint: "door-blue", inside: 1 });
  leaf(yard, "control-door", 0, { width: 1, height: 2.1, paint: "door-steel", inside: 1 });
  doorFrame(yard.model, facing(-WALL / 2, 4, 0, 270), 1.9, 2.5, WALL);
  doorFrame(chlorine.model, facing(10, 3.5, 0, 270), 1, 2.1, WALL);
  doorFrame(yard.model, facing(12.5, -WALL / 2, 0, 180), 1.2, 2.2, WALL);
  doorFrame(yard.model, facing(-10.5, 10 - WALL / 2, 0, 180), 1, 2.1, WALL);
}
