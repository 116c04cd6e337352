// The decontamination line: lanes that must be set up, take their time for each person, and work off a queue.

export type Lane = { readonly kind: "walking" | "lying"; busyUntilTick: number; washing: string };
export type DecontaminationLine = {
  readyTick: number;
  readonly lanes: Lane[];
  /** Those who wait, the urgent first and then as they came. */
  readonly queue: { id: string; lies: boolean; isUrgent: boolean }[];
  washed: string[];
  readonly waterLPerMinPerLane: number;
  waterL: number;
};

/**
 * Time under the water, s: three minutes for those who wash themselves (SBCCOM guidelines for mass decontamination,
 * 2000, upper end of 0.5 to 3 minutes); eight for one washed lying by two helpers (assumption), undressing included.
 */
export const WASH_S = { walking: 180, lying: 480 } as const;
const TICKS = 10;

export const openDecontamination = (
  lanes: { readonly walking: number; readonly lying: number },
  readyS: number,
  waterL: number,
  waterLPerMinPerLane = 60,
): DecontaminationLine => ({
  readyTick: Math.round(readyS * TICKS),
  lanes: [
    ...Array.from({ length: lanes.walking }, (): Lane => ({ kind: "walking", busyUntilTick: -1, washing: "" })),
    ...Array.from({ length: lanes.lying }, (): Lane => ({ kind: "lying", busyUntilTick: -1, washing: "" })),
  ],
  queue: [],
  washed: [],
  waterLPerMinPerLane,
  waterL,
});

/** People an hour that the line can take at most. */
export const throughputPerHour = (line: DecontaminationLine): { walking: number; lying: number } => {
  const lanes = (kind: Lane["kind"]): number => line.lanes.filter((lane) => lane.kind === kind).length;
  return { walking: (lanes("walking") * 3600) / WASH_S.walking, lying: (lanes("lying") * 3600) / WASH_S.lying };
};

/** Queues somebody once; the urgent stand before the others. */
export function queueUp(line: DecontaminationLine, id: string, lies: boolean, isUrgent: boolean): void {
  if (line.washed.includes(id) || line.queue.some((other) => other.id === id)) return;
  if (line.lanes.some(({ washing }) => washing === id)) return;
  const at = isUrgent ? line.queue.findIndex((other) => !other.isUrgent) : -1;
  line.queue.splice(at < 0 ? line.queue.length : at, 0, { id, lies, isUrgent });
}

/** One tick; returns who has come out clean. A lane without water stands still. */
export function stepDecontamination(line: DecontaminationLine, tick: number): string[] {
  const clean: string[] = [];
  if (tick < line.readyTick) return clean;
  for (const lane of line.lanes) {
    if (lane.washing !== "") {
      const needL = line.waterLPerMinPerLane / 60 / TICKS;
      if (line.waterL < needL) {
        lane.busyUntilTick += 1;
        continue;
      }
      line.waterL -= needL;
      if (tick < lane.busyUntilTick) continue;
      clean.push(lane.washing);
      line.washed.push(lane.washing);
      lane.washing = "";
    }
    const next = line.queue.findIndex(({ lies }) => lies === (lane.kind === "lying"));
    const [person] = next < 0 ? [] : line.queue.splice(next, 1);
    if (!person) continue;
    lane.washing = person.id;
    lane.busyUntilTick = tick + WASH_S[lane.kind] * TICKS;
  }
  return clean;
}
