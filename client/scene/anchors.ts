// The numbers of stages that are built by hand, by the stage's model name; any other stage works out its own.

import type { StageAnchors } from "../../assets/kit/anchors.ts";
import * as chlorineStation from "../../assets/stages/chlorine-station-anchors.ts";

const STAGES: Readonly<Record<string, StageAnchors>> = {
  "chlorine-station": {
    turnings: chlorineStation.TURNINGS,
    slidings: chlorineStation.SLIDINGS,
    foldings: {},
    screens: chlorineStation.SCREENS,
    plates: [],
    curtain: chlorineStation.CURTAIN,
    sun: chlorineStation.SUN,
  },
};

export const handBuilt = (model: string): StageAnchors | null => STAGES[model] ?? null;
