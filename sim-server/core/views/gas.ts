// The gas of a drill as consoles and desks name it: its title and the guideline levels its contours are drawn at.
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { GasBriefing } from "../../protocol/briefing.ts";
import type { Text } from "../../protocol/words.ts";
import { AEGL_MINUTES, type AeglMinutes, GUIDELINES, TOXIC_GASES, type ToxicGas } from "../hazard/toxicity.ts";

const TITLES: Readonly<Record<ToxicGas, Text>> = {
  chlorine: { zh: "氯气", en: "Chlorine" },
  ammonia: { zh: "氨气", en: "Ammonia" },
  "hydrogen-sulfide": { zh: "硫化氢", en: "Hydrogen sulfide" },
  "carbon-monoxide": { zh: "一氧化碳", en: "Carbon monoxide" },
  "hydrogen-chloride": { zh: "氯化氢", en: "Hydrogen chloride" },
  "hydrogen-fluoride": { zh: "氟化氢", en: "Hydrogen fluoride" },
  "hydrogen-cyanide": { zh: "氰化氢", en: "Hydrogen cyanide" },
  "sulfur-dioxide": { zh: "二氧化硫", en: "Sulfur dioxide" },
  "nitrogen-dioxide": { zh: "二氧化氮", en: "Nitrogen dioxide" },
};
/** The one-hour levels, as the console's own bands are (`aeglBandNow`). */
const EXPOSURE_MIN: AeglMinutes = 60;

/** The first release's gas; null where nothing leaks or no guideline levels are held for what does. */
export function gasBriefing(scenario: Pick<Scenario, "hazards">): GasBriefing | null {
  const asked = Object.values(scenario.hazards)[0]?.substance;
  const id = TOXIC_GASES.find((gas) => gas === asked);
  const guidelines = id === undefined ? null : GUIDELINES[id];
  if (id === undefined || guidelines === null) return null;
  const at = AEGL_MINUTES.indexOf(EXPOSURE_MIN);
  const levels = ([1, 2, 3] as const).flatMap((band) => {
    const ppm = guidelines.aeglPpm[band]?.[at] ?? null;
    return ppm === null ? [] : [{ band, ppm }];
  });
  return { id, title: TITLES[id], exposureMin: EXPOSURE_MIN, levels, source: guidelines.source };
}
