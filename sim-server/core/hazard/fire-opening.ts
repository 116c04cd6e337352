// What fires and explosions start from: nothing burns, and vapour that is there from the start lies unlit.
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { Burning } from "./fire-data.ts";
import { openFire } from "./fire-run.ts";

export const openBurning = ({ fires, explosions }: Pick<Scenario, "fires" | "explosions">): Burning => ({
  fires: Object.fromEntries(Object.keys(fires).map((id) => [id, openFire()])),
  zones: null,
  heads: null,
  flashed: [],
  filled: {},
  explosions: Object.fromEntries(
    Object.entries(explosions).map(([id, { massKg = 0 }]) => [
      id,
      { massKg, gathering: false, tick: -1, burningKg: 0, reachM: 0 },
    ]),
  ),
});
