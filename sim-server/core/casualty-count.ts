// Counting casualties as the law counts them: who is dead, seriously or lightly injured, and the accident's grade now.
import type { Casualty } from "./casualty.ts";
import { startFindings } from "./casualty-vitals.ts";
import { accidentLevel } from "./health.ts";
import { startTag } from "./triage.ts";

export type CasualtyCount = { dead: number; seriouslyInjured: number; lightlyInjured: number; level: string };

/**
 * Dead, or by the tag that the vital signs call for: red and yellow count as serious, green as light injuries
 * (assumption: the legal list of serious injuries is settled in hospital). The grade is that of Decree 493 art. 3.
 */
export function countCasualties(casualties: readonly Casualty[]): CasualtyCount {
  const count = { dead: 0, seriouslyInjured: 0, lightlyInjured: 0 };
  for (const casualty of casualties) {
    if (casualty.diedTick >= 0) count.dead += 1;
    else if (startTag(startFindings(casualty)).tag === "green") count.lightlyInjured += 1;
    else count.seriouslyInjured += 1;
  }
  return { ...count, level: accidentLevel(count.dead, count.seriouslyInjured) };
}
