// What hands may do for somebody who is down: lift and lay down, treat, and give a triage tag.

/** Each with the seconds it takes one able person. */
export const CARE_WORK_S = {
  carry: 4,
  "lay-down": 2,
  airway: 6,
  bleeding: 15,
  oxygen: 10,
  "chest-decompression": 20,
  antidote: 15,
  decontamination: 40,
  "tag-green": 3,
  "tag-yellow": 3,
  "tag-red": 3,
  "tag-black": 3,
} as const;
export type Care = keyof typeof CARE_WORK_S;
export const CARES = Object.keys(CARE_WORK_S) as [Care, ...Care[]];
