// Which way out somebody takes: of the exits known and not found shut the one that promises to be quickest.
import { readField } from "./crowd-field.ts";
import type { Crowd } from "./crowd-state.ts";
import type { CrowdWorld, Ways } from "./crowd-world.ts";

/** People per second and metre that an exit is taken to let pass (mean of the bottlenecks of Kretz and Seyfried). */
const EXPECTED_FLOW_PER_S_M = 1.85;
/** One changes one's mind only for a way that promises to take less than this share of the time. */
const CHANGE_SHARE = 0.75;
/** An exit so near is seen by whoever did not know it, and seen to be shut, m of walk. */
const SEEN_M = 10;
/** Those who know no exit follow people within this distance, m. */
const FOLLOW_M = 8;

const scratch = new Float64Array(2);

/** Looks round and picks an exit; -1 when none is known and nobody can be followed. */
export function chooseExit(world: CrowdWorld, ways: Ways, crowd: Crowd, i: number): number {
  const layer = crowd.layer[i] ?? 0;
  const x = crowd.x[i] ?? 0;
  const y = crowd.y[i] ?? 0;
  let best = -1;
  let bestS = Number.POSITIVE_INFINITY;
  let nowS = Number.POSITIVE_INFINITY;
  let shutInSight = 0;
  for (let exit = 0; exit < world.exits.length; exit += 1) {
    const bit = 1 << exit;
    const walkM = readField(ways.ground, ways.fieldOf(exit), layer, x, y, scratch);
    if (walkM < SEEN_M) {
      crowd.knows[i] = (crowd.knows[i] ?? 0) | bit;
      const isShut = crowd.shut.includes(world.exits[exit]?.id ?? "");
      if (isShut) shutInSight |= bit;
      crowd.barred[i] = isShut ? (crowd.barred[i] ?? 0) | bit : (crowd.barred[i] ?? 0) & ~bit;
    }
    if (
      walkM === Number.POSITIVE_INFINITY ||
      ((crowd.knows[i] ?? 0) & bit) === 0 ||
      ((crowd.barred[i] ?? 0) & bit) !== 0
    )
      continue;
    if (crowd.ordered[i] === exit) return exit;
    const takesS = Math.max(walkM / Math.max(0.1, crowd.paceMps[i] ?? 1), queueS(world, exit, walkM));
    if (crowd.goal[i] === exit) nowS = takesS;
    if (takesS < bestS) {
      bestS = takesS;
      best = exit;
    }
  }
  if (best < 0) {
    // Having found every way shut one tries again those that are out of sight.
    crowd.barred[i] = shutInSight;
    return followed(crowd, i);
  }
  const now = crowd.goal[i] ?? -1;
  return now >= 0 && bestS > nowS * CHANGE_SHARE ? now : best;
}

/** Walkers to each exit within so many metres of it, one row of bins an exit, summed up from the exit outwards. */
const QUEUE_BINS = 128;
let queues = new Int32Array(0);

/** Counts who walks to which exit and how far before it; once a tick, before anybody looks round. */
export function countQueues(world: CrowdWorld, crowd: Crowd): void {
  const size = world.exits.length * QUEUE_BINS;
  if (queues.length < size) queues = new Int32Array(size);
  queues.fill(0, 0, size);
  for (let i = 0; i < crowd.ids.length; i += 1) {
    const goal = crowd.goal[i] as number;
    if (goal < 0 || crowd.mode[i] !== "walking") continue;
    const bin = goal * QUEUE_BINS + Math.min(QUEUE_BINS - 1, Math.floor(crowd.walkM[i] as number));
    queues[bin] = (queues[bin] as number) + 1;
  }
  for (let bin = 0; bin < size; bin += 1)
    if (bin % QUEUE_BINS > 0) queues[bin] = (queues[bin] as number) + (queues[bin - 1] as number);
}

/** How long those who are nearer to an exit will take to pass it, s. */
function queueS(world: CrowdWorld, exit: number, walkM: number): number {
  const gate = world.exits[exit];
  if (!gate) return 0;
  const dx = gate.bx - gate.ax;
  const dy = gate.by - gate.ay;
  const bodies = Math.sqrt(dx * dx + dy * dy) * EXPECTED_FLOW_PER_S_M;
  const nearer = Math.min(QUEUE_BINS, Math.floor(walkM)) - 1;
  const before = nearer < 0 ? 0 : (queues[exit * QUEUE_BINS + nearer] as number);
  return before / Math.min(bodies, gate.flowLimitPerS ?? bodies);
}

/** The goal most of the walkers nearby share. */
function followed(crowd: Crowd, i: number): number {
  const votes: number[] = [];
  for (let j = 0; j < crowd.ids.length; j += 1) {
    const goal = crowd.goal[j] ?? -1;
    if (j === i || goal < 0 || crowd.mode[j] !== "walking" || crowd.layer[j] !== crowd.layer[i]) continue;
    if (((crowd.barred[i] ?? 0) & (1 << goal)) !== 0) continue;
    const dx = (crowd.x[j] ?? 0) - (crowd.x[i] ?? 0);
    const dy = (crowd.y[j] ?? 0) - (crowd.y[i] ?? 0);
    if (dx * dx + dy * dy < FOLLOW_M * FOLLOW_M) votes[goal] = (votes[goal] ?? 0) + 1;
  }
  let best = -1;
  let most = 0;
  for (let exit = 0; exit < votes.length; exit += 1)
    if ((votes[exit] ?? 0) > most) {
      most = votes[exit] ?? 0;
      best = exit;
    }
  return best;
}
