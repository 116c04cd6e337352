// Fire, smoke and crowds as eyes and consoles are told of them: to a trainee only what is in sight.
import type { CrowdFrame, FireBoard, FireFrame, FlameFrame, SmokeFrame } from "../../protocol/fire-frames.ts";
import type { SelfView } from "../../protocol/views.ts";
import { heightM } from "../hazard/crowd-ground.ts";
import { groupOf } from "../hazard/crowd-people.ts";
import { roomOn } from "../hazard/crowd-run.ts";
import { densestPlaces } from "../hazard/crowd-summary.ts";
import { fireDiameterM, flameHeightM } from "../hazard/fire.ts";
import { CLEAR_M, heatPerMin, smokeOf } from "../hazard/room-smoke.ts";
import { type Run, TICKS } from "../run.ts";
import { distance } from "../stage-map.ts";
import type { Body } from "../state.ts";

/** An explosion is shown for so long, s; people of a crowd are told of within this distance, m. */
const BLAST_S = 30;
const CROWD_M = 60;

/** Rooms somebody can look into: one's own, and those beyond its open doors; null for those who see everything. */
function inSight(run: Run, slot: string | null): ReadonlySet<string> | null {
  if (slot === null) return null;
  const body = run.state.bodies[slot];
  const { doors, rooms } = run.compiled.scenario.stage;
  const side = (room: string): string => (rooms[room]?.indoor ? room : "");
  const mine = side(body?.room ?? "");
  const seen = new Set([mine]);
  for (const [id, { between }] of Object.entries(doors)) {
    if (!run.state.doors[id]?.open) continue;
    const [a, b] = [side(between[0]), side(between[1])];
    if (a === mine) seen.add(b);
    if (b === mine) seen.add(a);
  }
  return seen;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const sight = (value: number): number => (value < 2 ? tenth(value) : Math.round(value));

/** Smoke, flames and blasts; with a slot only of the rooms that person can look into. */
export function fireFrame(run: Run, slot: string | null = null): FireFrame | null {
  const plan = run.compiled.fire;
  const gasBlasts = run.state.blasts.filter(({ tick }) => run.state.tick <= tick + BLAST_S * TICKS);
  if (!plan) return gasBlasts.length > 0 ? { rooms: {}, flames: [], blasts: gasBlasts, water: [] } : null;
  const seen = inSight(run, slot);
  const rooms: Record<string, SmokeFrame> = {};
  for (const { id, heightM: ceilingM } of plan.building.rooms) {
    const smoke = seen === null || seen.has(id) ? smokeOf(run, id) : null;
    if (!smoke || (smoke.upper.sightM >= CLEAR_M && smoke.layerM > ceilingM - 0.15)) continue;
    rooms[id] = {
      layerM: tenth(smoke.layerM),
      upperSightM: sight(smoke.upper.sightM),
      lowerSightM: sight(smoke.lower.sightM),
      // Smoke seems lit from some 200 C and glows by itself towards 600 C.
      glow: Math.min(8, Math.max(0, Math.round(((smoke.upper.airC - 200) / 400) * 8))) / 8,
    };
  }
  return {
    rooms,
    flames: plan.fires.flatMap((one) => (seen === null || seen.has(one.fire.room) ? flameOf(run, one) : [])),
    blasts: [
      ...gasBlasts,
      ...plan.explosions.flatMap(([id, { at }]) => {
        const data = run.state.burning.explosions[id];
        if (!data || data.tick < 0 || run.state.tick > data.tick + BLAST_S * TICKS) return [];
        return [{ id, tick: data.tick, x: at.x, y: at.y, z: at.z, radiusM: data.reachM }];
      }),
    ],
    water: [
      ...plan.heads.flatMap(({ id, kind }, at) => {
        const valve = plan.fedBy.get(id);
        const wet = valve === undefined || (run.state.props[valve]?.fraction ?? 0) > 0.5;
        return kind === "sprinkler" && wet && (run.state.burning.heads?.actedS[at] ?? null) !== null ? [id] : [];
      }),
      ...plan.hoses.flatMap(({ prop }) => (run.state.props[prop]?.state === "spray" ? [prop] : [])),
    ],
  };
}

function flameOf(run: Run, { id, fire }: NonNullable<Run["compiled"]["fire"]>["fires"][number]): FlameFrame[] {
  const data = run.state.burning.fires[id];
  if (!data || data.status === "waiting") return [];
  const smoulders = data.status === "out";
  if (smoulders && data.flaresTick < 0) return [];
  // A fire that still grows covers as much of its bed as its share of the peak (a constant heat for an area).
  const share = smoulders ? 0.2 : Math.min(1, Math.max(0.05, data.releasedKw / Math.max(1, fire.peakKw)));
  const widthM = fireDiameterM(fire.areaM2 * share);
  const floorM = run.compiled.scenario.stage.rooms[fire.room]?.floorM ?? 0;
  return [
    {
      id,
      x: fire.at.x,
      y: fire.at.y,
      z: floorM + fire.at.z,
      heightM: smoulders ? 0 : Math.round(flameHeightM(data.releasedKw, widthM) * 5) / 5,
      widthM: Math.round(widthM * 5) / 5,
      smoulders,
      wetted: data.wetted,
    },
  ];
}

/** Everybody of the crowd in sight, packed; null where there is no crowd. */
export function crowdFrame(run: Run, slot: string | null = null): CrowdFrame | null {
  const data = run.state.crowds;
  const world = run.compiled.crowd?.world;
  if (!data || !world) return null;
  const seen = inSight(run, slot);
  const body = slot === null ? null : (run.state.bodies[slot] ?? null);
  const { crowd } = data;
  const { bounds } = run.compiled.scenario.stage;
  const { ground } = world.waysWith(crowd.shut);
  const people: number[] = [];
  crowd.ids.forEach((_, i) => {
    const mode = MODES[crowd.mode[i] ?? "out"];
    const layer = crowd.layer[i] ?? 0;
    const [x, y] = [crowd.x[i] ?? 0, crowd.y[i] ?? 0];
    const cells = ground.layers[layer];
    if (mode === undefined || !cells) return;
    if (body && !isSeen(run, seen, body, { x, y }, roomOn(run, x, y, layer))) return;
    const heading = (Math.atan2(crowd.facingX[i] ?? 0, crowd.facingY[i] ?? 1) * 180) / Math.PI;
    people.push(
      i,
      Math.max(0, Math.round((x - bounds.x[0]) * 10)),
      Math.max(0, Math.round((y - bounds.y[0]) * 10)),
      Math.round(heightM(cells, x, y) * 10),
      Math.round(((heading + 360) % 360) / 5) % 72,
      mode,
    );
  });
  return { tick: run.state.tick, people };
}

const MODES: Readonly<Record<string, number | undefined>> = { waiting: 0, walking: 1, down: 2, carried: 3 };

function isSeen(
  run: Run,
  seen: ReadonlySet<string> | null,
  body: Body,
  at: { x: number; y: number },
  room: string,
): boolean {
  if (seen && !seen.has(room)) return false;
  const sightM = Math.min(CROWD_M, smokeOf(run, room)?.head.sightM ?? CROWD_M);
  return distance(body, at) <= (sightM >= CLEAR_M ? CROWD_M : sightM + 1);
}

/** What one feels of a fire; null where nothing burns. */
export function feltFire(run: Run, body: Body): SelfView["fire"] {
  const smoke = smokeOf(run, body.room);
  if (!smoke) return null;
  const perMin = heatPerMin(run, body.room, body.x, body.y);
  const camera = run.compiled.scenario.positions[body.position]?.camera === true;
  return {
    sightM: sight(smoke.head.sightM),
    // By how soon it is unbearable: within a minute, ten, or an hour.
    heat: perMin > 1 ? "unbearable" : perMin > 0.1 ? "hot" : perMin > 0.015 ? "warm" : "none",
    cameraC: camera ? Math.round(Math.max(smoke.upper.airC, smoke.ceilingC) / 5) * 5 : null,
  };
}

/** The truth on the console's boards. */
export function fireBoard(run: Run): FireBoard | null {
  const { fire, crowd } = run.compiled;
  if (!fire && !crowd) return null;
  const { burning, crowds } = run.state;
  const densest = crowds ? densestPlaces(crowds.crowd)[0] : undefined;
  return {
    fires: (fire?.fires ?? []).map(({ id, fire: { room } }) => {
      const data = burning.fires[id];
      const state = data?.status === "out" && data.flaresTick >= 0 ? "smouldering" : (data?.status ?? "waiting");
      return { id, room, kw: Math.round(data?.releasedKw ?? 0), state };
    }),
    rooms: (fire?.building.rooms ?? []).flatMap(({ id }) => {
      const smoke = smokeOf(run, id);
      if (!smoke || (smoke.upper.airC < run.state.wind.temperatureC + 2 && smoke.head.sightM >= CLEAR_M)) return [];
      return [
        {
          room: id,
          layerM: tenth(smoke.layerM),
          upperC: Math.round(smoke.upper.airC),
          lowerC: Math.round(smoke.lower.airC),
          sightM: sight(smoke.head.sightM),
          coPpm: Math.round(smoke.head.coPpm),
          hfPpm: Math.round(smoke.head.hfPpm),
          dosePerMin: Math.round((smoke.head.gasPerMin + smoke.head.heatPerMin) * 1000) / 1000,
        },
      ];
    }),
    heads: (fire?.heads ?? []).map(({ id }, at) => ({
      head: id,
      acted: (burning.heads?.actedS[at] ?? null) !== null,
    })),
    crowds: Object.entries(crowds?.groups ?? {}).map(([id, group]) => {
      const mine = (crowds?.crowd.ids ?? []).flatMap((person, i) => (groupOf(person) === id ? [i] : []));
      const count = (holds: (i: number) => boolean): number => mine.filter(holds).length;
      const mode = (i: number) => crowds?.crowd.mode[i];
      return {
        id,
        inside: count((i) => mode(i) !== "out"),
        out: count((i) => mode(i) === "out"),
        down: count((i) => mode(i) === "down" || mode(i) === "carried"),
        dead: count((i) => crowds?.harm.condition[i] === "dead"),
        ordered: group.ordered,
      };
    }),
    densest: densest ? { x: densest.x, y: densest.y, perM2: Math.round(densest.perM2 * 10) / 10 } : null,
    explosions: (fire?.explosions ?? []).map(([id]) => ({
      id,
      gatheredKg: tenth(burning.explosions[id]?.massKg ?? 0),
      exploded: (burning.explosions[id]?.tick ?? -1) >= 0,
    })),
  };
}
