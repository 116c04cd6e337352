// Any scenario's site from its stage file alone: the model, and the numbers the client turns, folds and writes by.
import type { StageAnchors } from "../kit/anchors.ts";
import type { Stage } from "../kit/stage.ts";
import { openBuilding } from "./building.ts";
import { doors } from "./doors.ts";
import { pumpingStation } from "./dressing/confined-space.ts";
import { restaurant } from "./dressing/restaurant-lpg.ts";
import type { Dressing } from "./dressing.ts";
import { furnish } from "./furnish.ts";
import { ground } from "./ground.ts";
import type { SitePlan } from "./plan.ts";
import { shadeRoom } from "./shade.ts";
import { shell } from "./shell.ts";
import { SITE_DAYLIGHT, SITE_SUN } from "./sun.ts";

/** Stages that show more than their file says, by their model's name. */
const DRESSINGS: Readonly<Record<string, Dressing>> = {
  "confined-space": pumpingStation,
  "restaurant-lpg": restaurant,
};

export interface Site {
  readonly stage: Stage;
  readonly anchors: StageAnchors;
}

/** `shaded` lays soft shade on the surfaces, for a stage that gets no light maps. */
export function siteOf(plan: SitePlan, shaded: boolean): Site {
  const b = openBuilding(plan);
  const dressing = DRESSINGS[plan.model];
  shell(b, dressing?.shell ?? {});
  doors(b);
  furnish(b);
  dressing?.dress?.(b);
  ground(b, dressing?.ground ?? {}, SITE_DAYLIGHT);
  if (shaded) for (const room of b.rooms.values()) shadeRoom(plan, room);
  return {
    stage: { name: plan.model, rooms: [...b.rooms.values(), b.open], clear: b.clear },
    anchors: {
      turnings: b.turnings,
      slidings: b.slidings,
      foldings: b.foldings,
      screens: b.screens,
      plates: b.plates,
      curtain: null,
      sun: SITE_SUN,
    },
  };
}
