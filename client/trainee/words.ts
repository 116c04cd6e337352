// The trainee's words and the reader's choice among an author's, also where there is no React (canvas, sound).
import i18next from "i18next";
import type { Text } from "../../sim-server/protocol/words.ts";
import { trainee as en } from "../words/en/trainee.ts";
import { addWords } from "../words/language.ts";
import { trainee as zh } from "../words/zh/trainee.ts";

let added = false;

export function addTraineeWords(): void {
  if (added) return;
  added = true;
  addWords("trainee", { zh, en });
}

export const word = (key: string, values: Record<string, string | number> = {}): string =>
  i18next.t(key, { ns: "trainee", ...values });

export const read = (text: Text): string => (i18next.language === "en" ? text.en : text.zh) || text.zh;

/** Exercise time as mm:ss. */
export function clock(ticks: number): string {
  const seconds = Math.max(0, Math.floor(ticks / 10));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
