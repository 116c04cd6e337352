// What came of it: result and score, with the bounds a score must keep.

import { extensions } from "./activity.ts";
import { type Check, isJson, members, number, text, truth } from "./check.ts";
import { duration } from "./time.ts";

const scoreMembers = members({ optional: { scaled: number, raw: number, min: number, max: number } });

const score: Check = (value, path, findings) => {
  scoreMembers(value, path, findings);
  if (!isJson(value)) return;
  const { scaled, raw, min, max } = value as { scaled?: number; raw?: number; min?: number; max?: number };
  if (scaled !== undefined && (scaled < -1 || scaled > 1)) findings.push(`${path}.scaled: must lie from -1 to 1`);
  if (min !== undefined && max !== undefined && min >= max) findings.push(`${path}.min: must be below max`);
  if (raw !== undefined && min !== undefined && raw < min) findings.push(`${path}.raw: must not be below min`);
  if (raw !== undefined && max !== undefined && raw > max) findings.push(`${path}.raw: must not be above max`);
};

export const result: Check = members({
  optional: { score, success: truth, completion: truth, response: text, duration, extensions },
});
