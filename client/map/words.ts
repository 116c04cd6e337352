// Brings the map's words; names the eight winds.
import { map as en } from "../words/en/map.ts";
import { addWords } from "../words/language.ts";
import { map as zh } from "../words/zh/map.ts";

addWords("map", { zh, en });

const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

/** Which of the eight winds blows from a bearing. */
export function windOf(fromDeg: number): (typeof WINDS)[number] {
  const sector = Math.round((((fromDeg % 360) + 360) % 360) / 45) % 8;
  return WINDS[sector] ?? "n";
}
