// A run sampled for the evaluator: what an eye saw, what bodies took, and what the boards said, second by second.
import type { CrowdFrame, FireFrame } from "./fire-frames.ts";
import type { CloudFrame, FieldFrame, PersonFrame, PropFrame } from "./frames.ts";
import type { BoardFrame, BodyFrame } from "./views.ts";

/** One frame per second, only what changed since the frame before. */
export type ReplayFrame = {
  tick: number;
  people: Record<string, Partial<PersonFrame>>;
  props: Record<string, PropFrame>;
  wind?: [fromDeg: number, speedMps: number];
  cloud?: CloudFrame;
  fire?: FireFrame;
  crowd?: CrowdFrame;
  field?: FieldFrame;
  bodies: Record<string, BodyFrame>;
  /** What the console's boards said at that second. */
  board?: Partial<BoardFrame>;
};
