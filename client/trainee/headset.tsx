// Placeholder replaced below.
import type { TraineeRun } from "./trainee-run.ts";
export function Headset(_: { trainee: TraineeRun }) {
  return null;
}
