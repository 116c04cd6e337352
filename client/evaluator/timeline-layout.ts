// What lies on the timeline and where: lanes of marks, close marks gathered into one, the exposure as a curve.
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import type { Track } from "./replay-track.ts";

export const TIMELINE_LANES = ["injects", "expected", "done", "talk"] as const;
export type TimelineLane = (typeof TIMELINE_LANES)[number];
type Look = "plain" | "good" | "bad" | "warn";
export type Point = { readonly entry: LogEntry; readonly look: Look };
export type Cluster = {
  readonly x: number;
  readonly tick: number;
  readonly look: Look;
  readonly points: readonly Point[];
};

const PLACED: Record<string, [TimelineLane, Look]> = {
  "inject-released": ["injects", "plain"],
  "inject-skipped": ["injects", "warn"],
  "event-happened": ["injects", "warn"],
  "expected-action-met": ["expected", "good"],
  "expected-action-missed": ["expected", "bad"],
  "duty-met": ["expected", "good"],
  "duty-expired": ["expected", "bad"],
  "task-met": ["done", "good"],
  "task-overdue": ["done", "bad"],
  "violation-committed": ["done", "bad"],
  "standing-broken": ["done", "bad"],
  said: ["talk", "plain"],
  told: ["talk", "plain"],
  ordered: ["talk", "plain"],
  "report-sent": ["talk", "good"],
  decided: ["talk", "plain"],
};
const WORST: readonly Look[] = ["plain", "good", "warn", "bad"];

export function pointsOf(facts: readonly LogEntry[]): Record<TimelineLane, readonly Point[]> {
  const lanes: Record<TimelineLane, Point[]> = { injects: [], expected: [], done: [], talk: [] };
  for (const entry of facts) {
    const [lane, look] = PLACED[entry.kind] ?? [];
    if (lane && look) lanes[lane].push({ entry, look: entry.detail["late"] === true ? "warn" : look });
  }
  return lanes;
}

/** Marks nearer than `nearPx` become one, which looks as bad as its worst and leads to its first. */
export function clustered(points: readonly Point[], widthPx: number, ticks: number, nearPx = 11): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const point of [...points].sort((a, b) => a.entry.tick - b.entry.tick)) {
    const x = ticks === 0 ? 0 : (point.entry.tick / ticks) * widthPx;
    const last = clusters.at(-1);
    if (last && x - last.x < nearPx) {
      const look = WORST.indexOf(point.look) > WORST.indexOf(last.look) ? point.look : last.look;
      clusters[clusters.length - 1] = { ...last, look, points: [...last.points, point] };
    } else clusters.push({ x, tick: point.entry.tick, look: point.look, points: [point] });
  }
  return clusters;
}

/** The worst concentration anyone stood in, second by second: height 0 at 0.1 ppm, 1 at 1,000 ppm. */
export function exposureCurve(track: Track, widthPx: number, heightPx: number): { path: string; peakPpm: number } {
  let peakPpm = 0;
  const points = track.moments.map(({ frame, bodies }) => {
    const ppm = Math.max(0, ...Object.values(bodies).map((body) => body.ppm));
    peakPpm = Math.max(peakPpm, ppm);
    const height = ppm <= 0.1 ? 0 : Math.min(1, (Math.log10(ppm) + 1) / 4);
    const x = track.durationTicks === 0 ? 0 : (frame.tick / track.durationTicks) * widthPx;
    return `${x.toFixed(1)} ${(heightPx - height * heightPx).toFixed(1)}`;
  });
  const path = points.length === 0 ? "" : `M0 ${heightPx}L${points.join("L")}L${widthPx} ${heightPx}Z`;
  return { path, peakPpm };
}

/** Marks of whole minutes, as many as fit. */
export function minuteMarks(ticks: number, widthPx: number): readonly { minute: number; x: number }[] {
  const minutes = Math.floor(ticks / 600);
  const step = [1, 2, 5, 10, 20, 30, 60].find((each) => (widthPx / Math.max(1, ticks)) * each * 600 >= 44) ?? 60;
  const marks = [];
  for (let minute = 0; minute <= minutes; minute += step) marks.push({ minute, x: ((minute * 600) / ticks) * widthPx });
  return marks;
}
