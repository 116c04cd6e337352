// What fights and finds a fire: hose reels, sprinkler heads, detectors under the ceiling.
import { put } from "../kit/model.ts";
import { box, drum, lathe, torus } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { at, chain } from "../kit/space.ts";
import { rod, tube } from "../kit/sweep.ts";
import { hoseCoil } from "../parts/safety.ts";
import { type Building, modelRoomAt } from "./building.ts";
import { mountOf, post } from "./mounting.ts";
import type { SiteProp } from "./plan.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

/** A hose reel in its red cabinet on the wall, or on a stand. */
export const hoseReel: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  post(mount, 0.5, 0.6);
  const back = chain(mount.where, at(0, 0, 0));
  put(mount.m, box(0.72, 0.24, 0.86, 0.02), "safety-red", chain(back, at(0, -0.12, 0)));
  put(mount.m, box(0.62, 0.01, 0.74, 0.004), "white", chain(back, at(0, -0.243, 0)));
  hoseCoil(mount.m, chain(back, at(0, -0.25, 0)));
  label(mount.m, "hydrant", 0.24, chain(back, at(0, -0.246, 0.58)));
};

/** A sprinkler head hanging from its pipe under the ceiling. */
export const sprinkler: Build = (b, _id, prop) => {
  const { x, y, z } = prop.at;
  const { model: m } = modelRoomAt(b, x, y, z);
  put(m, rod([x, y, z], [x, y, z + 0.2], 0.014, 8), "safety-red");
  put(
    m,
    tube(
      [
        [x - 0.9, y, z + 0.2],
        [x + 0.9, y, z + 0.2],
      ],
      0.024,
      10,
      0.05,
    ),
    "safety-red",
  );
  put(
    m,
    lathe(
      [
        [0, -0.05],
        [0.045, -0.048],
        [0.045, -0.043],
        [0.006, -0.04],
        [0.006, -0.01],
        [0.02, 0],
        [0.02, 0.03],
      ],
      14,
    ),
    "brass",
    at(x, y, z),
  );
  put(m, rod([x - 0.014, y, z - 0.04], [x - 0.018, y, z], 0.004, 5), "brass");
};

/** A round detector head on its base; a ring tells heat from smoke. */
export const ceilingDetector: Build = (b, _id, prop) => {
  const { x, y, z } = prop.at;
  const { model: m } = modelRoomAt(b, x, y, z);
  put(
    m,
    lathe(
      [
        [0, -0.05],
        [0.03, -0.05],
        [0.048, -0.02],
        [0.055, 0],
        [0.055, 0.012],
        [0, 0.012],
      ],
      22,
    ),
    "white",
    at(x, y, z),
  );
  if (prop.kind === "heat-detector") put(m, torus(0.045, 0.006, 20, 6), "safety-red", at(x, y, z - 0.025));
  put(m, drum(0.006, 0.004, 8), "safety-red", at(x + 0.03, y, z - 0.046));
};
