// The sides that may be asked to rate, in the order they are offered.
import type { RaterSource } from "../../sim-server/protocol/assessment.ts";

export const RATER_SOURCES_SHOWN: readonly RaterSource[] = [
  "superior",
  "served",
  "third-party",
  "peer",
  "self",
  "evaluator",
];
