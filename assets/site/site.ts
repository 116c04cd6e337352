// Any scenario's site from its stage file alone: the model, and the numbers the client turns, folds and writes by.
import type { StageAnchors } from "../kit/anchors.ts";
import type { Daylight } from "../kit/bake.ts";
import type { Stage } from "../kit/stage.ts";
import { openBuilding } from "./building.ts";
import { doors } from "./doors.ts";
import { DRESSINGS } from "./dressings.ts";
import { furnish } from "./furnish.ts";
import { ground } from "./ground.ts";
import type { SitePlan } from "./plan.ts";
import { shadeRoom } from "./shade.ts";
import { shell } from "./shell.ts";

export const SITE_SUN = { towards: [-0.52, -0.55, 0.654], colour: "#fff1dc" } as const;
/** Irradiance over pi: what a white surface facing the sun, or the open sky, sends back. */
export const SITE_DAYLIGHT: Daylight = { towards: SITE_SUN.towards, sun: [1.8, 1.6, 1.28], sky: [0.31, 0.39, 0.53] };

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
