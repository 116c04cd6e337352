// The numbers a stage's model shares with the client, by the stage's model name.

import type { Screen, Sliding, Turning } from "../../assets/stages/chlorine-station-anchors.ts";
import * as chlorineStation from "../../assets/stages/chlorine-station-anchors.ts";

export type StageAnchors = {
  readonly turnings: Readonly<Record<string, Turning>>;
  readonly slidings: Readonly<Record<string, Sliding>>;
  readonly screens: Readonly<Record<string, Screen>>;
  readonly curtain: typeof chlorineStation.CURTAIN | null;
  readonly sun: { readonly towards: readonly [number, number, number]; readonly colour: string };
};

const NOTHING_MOVES: StageAnchors = {
  turnings: {},
  slidings: {},
  screens: {},
  curtain: null,
  sun: chlorineStation.SUN,
};

const STAGES: Readonly<Record<string, StageAnchors>> = {
  "chlorine-station": {
    turnings: chlorineStation.TURNINGS,
    slidings: chlorineStation.SLIDINGS,
    screens: chlorineStation.SCREENS,
    curtain: chlorineStation.CURTAIN,
    sun: chlorineStation.SUN,
  },
};

export const anchorsOf = (model: string): StageAnchors => STAGES[model] ?? NOTHING_MOVES;
