// The chlorine station of the Qingyuan waterworks, put together from its rooms, its yard and the country around.
import type { Daylight } from "../kit/bake.ts";
import { openModel } from "../kit/model.ts";
import { hash } from "../kit/noise.ts";
import { openRoom, type Stage } from "../kit/stage.ts";
import { fields, hills, house, skyDome } from "../parts/landscape.ts";
import { farTree, tree } from "../parts/trees.ts";
import { chlorineRoom } from "./chlorine-station/chlorine-room.ts";
import { controlRoom } from "./chlorine-station/control-room.ts";
import { doors } from "./chlorine-station/doorways.ts";
import { dosingRoom } from "./chlorine-station/dosing-room.ts";
import { controlShell, hallOutside, hallShell } from "./chlorine-station/shell.ts";
import { yard } from "./chlorine-station/yard.ts";
import { SUN } from "./chlorine-station-anchors.ts";

/** Irradiance over pi: what a white surface facing the sun, or the open sky, sends back. */
export const DAYLIGHT: Daylight = { towards: SUN.towards, sun: [1.8, 1.6, 1.28], sky: [0.31, 0.39, 0.53] };

const TREES = [
  [-28, 26, 7.5],
  [-19, 27.5, 6.2],
  [-31, 2, 6.8],
  [-25, -4, 7.8],
  [-29, -13, 6.4],
  [-18, -19, 7.6],
  [-6, -21, 6.6],
  [6, -22.5, 7.4],
  [15, -18, 6.2],
  [34, -4, 7.2],
  [35, 19, 6.8],
  [33, 27, 7.6],
  [-15, 21.5, 5.6],
  [-1, 28, 6.6],
] as const;

export function chlorineStation(): Stage {
  const clear = openModel();
  const rooms = {
    chlorine: openRoom("chlorine-room"),
    dosing: openRoom("dosing-room"),
    control: openRoom("control-room"),
    yard: openRoom("yard", true),
  };
  hallShell(rooms.chlorine, rooms.dosing, clear);
  hallOutside(rooms.yard);
  controlShell(rooms.control, rooms.yard, clear);
  doors(rooms.chlorine, rooms.yard);
  chlorineRoom(rooms.chlorine, clear);
  dosingRoom(rooms.dosing, clear);
  controlRoom(rooms.control, clear);
  yard(rooms.yard, clear);
  for (const [i, [x, y, height]] of TREES.entries()) tree(rooms.yard.model, clear, x, y, height, i + 3, DAYLIGHT);
  surroundings(clear);
  return { name: "chlorine-station", rooms: Object.values(rooms), clear };
}

function surroundings(clear: Stage["clear"]): void {
  fields(clear, [-34, -26, 40, 32], DAYLIGHT);
  for (let i = 0; i < 42; i++) {
    const [along, aside] = [(hash(i, 1, 41) - 0.5) * 260, (hash(i, 2, 41) - 0.5) * 150];
    const [x, y] = [460 + along * 0.64 + aside * 0.77, -386 + along * 0.77 - aside * 0.64];
    house(
      clear,
      x,
      y,
      9 + hash(i, 3, 41) * 5,
      7 + hash(i, 4, 41) * 3,
      1 + Math.floor(hash(i, 5, 41) * 2.4),
      hash(i, 6, 41) * 30 - 15,
      i,
      DAYLIGHT,
    );
    farTree(clear, x + 11, y + 7, 6 + hash(i, 7, 41) * 5, i, DAYLIGHT);
    if (i % 2) farTree(clear, x - 10, y - 9, 6 + hash(i, 8, 41) * 5, i + 80, DAYLIGHT);
  }
  for (let i = 0; i < 90; i++) {
    const a = hash(i, 1, 43) * 2 * Math.PI;
    const r = 85 + hash(i, 2, 43) ** 1.4 * 560;
    const [x, y] = [Math.cos(a) * r, Math.sin(a) * r];
    farTree(clear, x, y, 6 + hash(i, 3, 43) * 6, i + 200, DAYLIGHT);
  }
  hills(clear, 2300, DAYLIGHT);
  skyDome(clear, 3200);
}
