// What a tick of a crowd costs, against the real time of a tick and against a game crowd in the same run.
import { createFindNearestPolyResult, DEFAULT_QUERY_FILTER, findNearestPoly, type Vec3 } from "navcat";
import { generateSoloNavMesh, crowd as peer } from "navcat/blocks";
import { stepCrowd } from "../../sim-server/core/hazard/crowd.ts";
import { raiseAlarm } from "../../sim-server/core/hazard/crowd-orders.ts";
import { peopleOf } from "../../sim-server/core/hazard/crowd-people.ts";
import type { CrowdPlan } from "../../sim-server/core/hazard/crowd-plan.ts";
import { openCrowd } from "../../sim-server/core/hazard/crowd-state.ts";
import { openCrowdWorld } from "../../sim-server/core/hazard/crowd-world.ts";

/** A hall of 40 by 30 m, halved by a wall with a gap, with four exits of 1.2 m. */
const HALL: CrowdPlan = {
  floors: [
    {
      id: "hall",
      zM: 0,
      outline: [
        [0, 0],
        [40, 0],
        [40, 30],
        [0, 30],
      ],
    },
  ],
  stairs: [],
  walls: [
    { floor: "hall", from: [20, 0], to: [20, 12] },
    { floor: "hall", from: [20, 18], to: [20, 30] },
  ],
  doors: [],
  exits: [
    { id: "west", floor: "hall", from: [0, 14], to: [0, 15.2] },
    { id: "east", floor: "hall", from: [40, 14], to: [40, 15.2] },
    { id: "south", floor: "hall", from: [10, 0], to: [11.2, 0] },
    { id: "north", floor: "hall", from: [30, 30], to: [31.2, 30] },
  ],
};
/** Ticks measured: thirty seconds from the alarm, when all walk and most queue. */
const TICKS = 300;

const share = (timesMs: number[], of: number): number =>
  [...timesMs].sort((a, b) => a - b)[Math.min(timesMs.length - 1, Math.floor(timesMs.length * of))] ?? 0;

export function crowdRows(): [string, string][] {
  const rows: [string, string][] = [];
  for (const count of [200, 500]) {
    ticksMs(count);
    const own = ticksMs(count);
    const game = peerTicksMs(count);
    const mean = own.reduce((sum, ms) => sum + ms, 0) / own.length;
    const text = `${share(own, 0.5).toFixed(2)} ms a tick (mean ${mean.toFixed(2)}, p99 ${share(own, 0.99).toFixed(2)})`;
    rows.push([`crowd of ${count} leaving a hall`, `${text}, ${Math.round(100 / mean)} times real time`]);
    const perAgent = (ms: number): string => ((ms / count) * 1000).toFixed(2);
    rows.push([
      `the same against a game crowd (navcat), microseconds a person and tick`,
      `ours ${perAgent(share(own, 0.5))}, theirs ${perAgent(share(game, 0.5))}`,
    ]);
  }
  const startedMs = performance.now();
  openCrowdWorld(HALL, 1).waysWith([]).fieldOf(0);
  rows.push(["ground of 1,200 m2 and one way out", `${Math.round(performance.now() - startedMs)} ms, once`]);
  return rows;
}

function people(count: number): ReturnType<typeof peopleOf> {
  const group = { id: "p", count, floor: "hall", x: [1, 39], y: [1, 29] } as const;
  return peopleOf({ ...group, premovement: { kind: "fixed", afterS: 0 } }, 1);
}

function ticksMs(count: number): number[] {
  const world = openCrowdWorld(HALL, count);
  const crowd = openCrowd(world, people(count));
  raiseAlarm(crowd);
  stepCrowd(world, crowd);
  return Array.from({ length: TICKS }, () => {
    const startedMs = performance.now();
    stepCrowd(world, crowd);
    return performance.now() - startedMs;
  });
}

/** The same number of people sent to the same four exits by the steering crowd of the library, on a plain floor. */
function peerTicksMs(count: number): number[] {
  const { navMesh } = generateSoloNavMesh(
    { positions: [0, 0, 0, 40, 0, 0, 40, 0, 30, 0, 0, 30], indices: [0, 2, 1, 0, 3, 2] },
    {
      cellSize: 0.2,
      cellHeight: 0.1,
      walkableRadiusWorld: 0.2,
      walkableRadiusVoxels: 1,
      walkableClimbWorld: 0.4,
      walkableClimbVoxels: 4,
      walkableHeightWorld: 1.9,
      walkableHeightVoxels: 19,
      walkableSlopeAngleDegrees: 50,
      borderSize: 0,
      minRegionArea: 2,
      mergeRegionArea: 20,
      maxSimplificationError: 1,
      maxEdgeLength: 60,
      maxVerticesPerPoly: 6,
      detailSampleDistance: 1.2,
      detailSampleMaxError: 0.1,
    },
  );
  const crowd = peer.create(0.3);
  const goals: Vec3[] = HALL.exits.map((exit) => [
    Math.min(39.5, Math.max(0.5, (exit.from[0] + exit.to[0]) / 2)),
    0,
    Math.min(29.5, Math.max(0.5, (exit.from[1] + exit.to[1]) / 2)),
  ]);
  people(count).forEach((person, at) => {
    const id = peer.addAgent(crowd, navMesh, [person.x, 0, person.y], {
      radius: 0.175,
      height: 1.8,
      maxAcceleration: 8,
      maxSpeed: person.paceMps,
      collisionQueryRange: 1.6,
      separationWeight: 0.5,
      updateFlags: peer.CrowdUpdateFlags.OBSTACLE_AVOIDANCE | peer.CrowdUpdateFlags.SEPARATION,
      queryFilter: DEFAULT_QUERY_FILTER,
    });
    const near = findNearestPoly(
      createFindNearestPolyResult(),
      navMesh,
      goals[at % 4] ?? [1, 0, 1],
      [2, 2, 2],
      DEFAULT_QUERY_FILTER,
    );
    peer.requestMoveTarget(crowd, id, near.nodeRef, near.position);
  });
  return Array.from({ length: TICKS }, () => {
    const startedMs = performance.now();
    peer.update(crowd, navMesh, 0.1);
    return performance.now() - startedMs;
  });
}
