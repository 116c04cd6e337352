// The crowds of a run: who is told to leave, how they walk through doors and smoke, who falls, and what is known of it.
import type { CrowdEntry } from "../../../scenarios/format/crowd.ts";
import { pushDoor } from "../doors.ts";
import { addCasualties } from "../health.ts";
import { able, emitFact, type Run, TICKS } from "../run.ts";
import { distance } from "../stage-map.ts";
import { stepCrowd } from "./crowd.ts";
import { harmCrowd } from "./crowd-harm.ts";
import { isHelpless } from "./crowd-lift.ts";
import { raiseAlarm } from "./crowd-orders.ts";
import { groupOf } from "./crowd-people.ts";
import { exitIndex } from "./crowd-state.ts";
import { densestPlaces } from "./crowd-summary.ts";
import type { CrowdData } from "./fire-data.ts";
import { roomPpm, substanceOf } from "./gas.ts";
import { heatPerMin, isSmoky, smokeOf } from "./room-smoke.ts";

const CRUSH_PER_M2 = 5;
const STILL_IN: ReadonlySet<string> = new Set(["waiting", "walking", "carried"]);
/** People notice smoke once it hangs below this share of the ceiling (assumption). */
const SEEN_SHARE = 0.8;
/** Somebody lying is found from this near, or as far as the smoke lets one see, m. */
const FOUND_M = 4;

/** The room somebody of a layer is in: layers are floors first and then stairs. */
export function roomOn(run: Run, x: number, y: number, layer: number): string {
  const plan = run.compiled.crowd?.world.plan;
  const stair = plan?.stairs[layer - (plan?.floors.length ?? 0)];
  return stair?.id ?? run.compiled.map.roomAt(x, y, plan?.floors[layer]?.zM ?? 0);
}

/** One tick of everybody who is no trainee. */
export function stepCrowds(run: Run): void {
  const plan = run.compiled.crowd;
  const data = run.state.crowds;
  if (!plan || !data) return;
  const { crowd } = data;
  carryAlong(run, data);
  const roomAt = (x: number, y: number, layer: number): string => roomOn(run, x, y, layer);
  const smoky = run.state.burning.zones !== null;
  const around = smoky
    ? {
        extinctionPerM: (x: number, y: number, layer: number) =>
          smokeOf(run, roomAt(x, y, layer))?.head.extinctionPerM ?? 0,
      }
    : null;
  for (const event of stepCrowd(plan.world, crowd, around))
    if (event.kind === "set-off") setOff(run, data, groupOf(event.of));
  const gassed = Object.keys(run.compiled.scenario.hazards).length > 0;
  if (smoky || gassed) {
    const air = {
      substance: gassed ? substanceOf(run) : null,
      ppm: (x: number, y: number, layer: number): number => roomPpm(run, roomAt(x, y, layer)),
      irritation: (x: number, y: number, layer: number): number =>
        smokeOf(run, roomAt(x, y, layer))?.head.irritation ?? 0,
      fireDosePerS: (x: number, y: number, layer: number): number => {
        const room = roomAt(x, y, layer);
        const gas = smokeOf(run, room)?.head.gasPerMin ?? 0;
        return (gas + heatPerMin(run, room, x, y)) / 60;
      },
    };
    for (const { of, to } of harmCrowd(data.harm, crowd, air))
      if (to === "collapsed" || to === "dead") overcome(run, data, of, to);
  }
  if (run.state.tick % 5 === 0) openDoors(run, data);
  if (run.state.tick % TICKS !== 7) return;
  for (const [id, entry] of plan.groups) lookAfter(run, data, id, entry);
  findLying(run, data);
  const fullest = densestPlaces(crowd)[0];
  if (!data.crushed && fullest && fullest.perM2 >= CRUSH_PER_M2) {
    data.crushed = true;
    emitFact(run, "world", "crowd-crush", roomAt(fullest.x, fullest.y, fullest.layer), {
      people: Math.round(fullest.perM2 * 2.25),
      perM2: Math.round(fullest.perM2 * 10) / 10,
    });
  }
}

function setOff(run: Run, data: CrowdData, id: string): void {
  const group = data.groups[id];
  if (!group || group.setOff) return;
  group.setOff = true;
  const people = data.crowd.ids.filter((person) => groupOf(person) === id).length;
  emitFact(run, "world", "crowd-set-off", id, { people });
}

/** Whoever falls counts as seriously injured; whoever dies of it no longer does. */
export function overcome(run: Run, data: CrowdData, of: string, to: "collapsed" | "dead"): void {
  const at = data.crowd.ids.indexOf(of);
  const room = roomOn(run, data.crowd.x[at] ?? 0, data.crowd.y[at] ?? 0, data.crowd.layer[at] ?? 0);
  const before = (run.index.byKind.get("person-overcome") ?? []).some((fact) => fact.of === of);
  emitFact(run, "world", "person-overcome", of, { crowd: groupOf(of), room, to });
  if (to === "collapsed") addCasualties(run, { seriouslyInjured: 1 });
  else addCasualties(run, before ? { dead: 1, seriouslyInjured: -1 } : { dead: 1 });
}

/** People who come to a shut door push it open; it falls shut behind the last. */
function openDoors(run: Run, { crowd }: CrowdData): void {
  for (const { id, x, y, reachM } of run.compiled.crowd?.doors ?? []) {
    const door = run.state.doors[id];
    if (!door || door.locked || (door.open && door.closeAt === 0)) continue;
    const near = (i: number): boolean => {
      const [dx, dy] = [(crowd.x[i] ?? 0) - x, (crowd.y[i] ?? 0) - y];
      return dx * dx + dy * dy <= reachM * reachM;
    };
    if (crowd.mode.some((mode, i) => mode === "walking" && near(i))) pushDoor(run, id);
  }
}

/** Whether a group is told or sees for itself, and whether all of it that can walk is out. */
function lookAfter(run: Run, data: CrowdData, id: string, entry: CrowdEntry): void {
  const group = data.groups[id];
  if (!group || group.done) return;
  const { crowd } = data;
  const mine = crowd.ids.flatMap((person, i) => (groupOf(person) === id ? [i] : []));
  const told = !group.ordered && run.compiled.crowdOrders.get(id)?.() === true;
  const sees =
    entry.notices &&
    group.orderedTick < 0 &&
    mine.some((i) => seesFire(run, roomOn(run, crowd.x[i] ?? 0, crowd.y[i] ?? 0, crowd.layer[i] ?? 0)));
  if (told) {
    group.ordered = true;
    emitFact(run, "world", "crowd-ordered", id, { people: mine.length });
  }
  if ((told || sees) && group.orderedTick < 0) {
    group.orderedTick = run.state.tick;
    raiseAlarm(crowd);
    for (const i of mine) crowd.premovementTicks[i] = crowd.tick - crowd.alarmTick + (data.drawnTicks[i] ?? 0);
  }
  if (told && entry.evacuation.by !== undefined && run.compiled.crowd) {
    const exit = exitIndex(run.compiled.crowd.world, entry.evacuation.by);
    for (const i of mine) {
      crowd.ordered[i] = exit;
      crowd.knows[i] = (crowd.knows[i] ?? 0) | (1 << exit);
    }
  }
  if (group.orderedTick < 0 || mine.some((i) => STILL_IN.has(crowd.mode[i] ?? "out"))) return;
  group.done = true;
  emitFact(run, "world", "crowd-evacuated", id, {
    out: mine.filter((i) => crowd.mode[i] === "out").length,
    down: mine.filter((i) => crowd.mode[i] !== "out").length,
    seconds: (run.state.tick - group.orderedTick) / TICKS,
  });
}

/** Smoke at head height or well down from the ceiling, or a fire in the room that can no longer be overlooked. */
function seesFire(run: Run, room: string): boolean {
  const smoke = smokeOf(run, room);
  if (isSmoky(run, room)) return true;
  if (smoke && smoke.layerM < SEEN_SHARE * smoke.heightM && smoke.upper.sightM < 10) return true;
  return (run.compiled.fire?.fires ?? []).some(
    ({ id, fire }) => fire.room === room && (run.state.burning.fires[id]?.releasedKw ?? 0) > 100,
  );
}

function findLying(run: Run, data: CrowdData): void {
  const { crowd, found } = data;
  crowd.mode.forEach((_, i) => {
    const person = crowd.ids[i] ?? "";
    if (!isHelpless(crowd, i) || found.includes(person)) return;
    const at = { x: crowd.x[i] ?? 0, y: crowd.y[i] ?? 0 };
    const room = roomOn(run, at.x, at.y, crowd.layer[i] ?? 0);
    const sightM = Math.max(1, Math.min(FOUND_M, smokeOf(run, room)?.head.sightM ?? FOUND_M));
    const finder = run.compiled.slots
      .flatMap(({ slot }) => run.state.bodies[slot] ?? [])
      .find((body) => able(body) && body.room === room && distance(body, at) <= sightM);
    if (!finder) return;
    found.push(person);
    emitFact(run, finder.slot, "person-found", person, { crowd: groupOf(person), room });
  });
}

/** Whoever is carried goes where the bearer goes, and is out once the bearer stands in the open. */
function carryAlong(run: Run, { crowd }: CrowdData): void {
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    if (!body || body.carries === null) continue;
    const i = crowd.ids.indexOf(body.carries);
    if (i < 0 || !able(body)) {
      if (i >= 0) crowd.mode[i] = "down";
      body.carries = null;
      continue;
    }
    crowd.mode[i] = "carried";
    crowd.x[i] = body.x;
    crowd.y[i] = body.y;
    if (run.compiled.scenario.stage.rooms[body.room]?.indoor) {
      const floor = run.compiled.crowd?.groups.length === 0 ? 0 : layerOf(run, body.room, crowd.layer[i] ?? 0);
      crowd.layer[i] = floor;
      continue;
    }
    crowd.mode[i] = "out";
    crowd.leftTick[i] = run.state.tick - TICKS * 3;
    emitFact(run, slot, "person-rescued", body.carries, { crowd: groupOf(body.carries), to: body.room });
    body.carries = null;
  }
}

/** The floor or stair a room is, by its number; where it is neither, the one before. */
function layerOf(run: Run, room: string, before: number): number {
  const plan = run.compiled.crowd?.world.plan;
  const stage = run.compiled.scenario.stage.rooms[room];
  if (!plan || !stage) return before;
  const stair = plan.stairs.findIndex(({ id }) => id === room);
  if (stair >= 0) return plan.floors.length + stair;
  const floor = plan.floors.findIndex(({ zM }) => Math.abs(zM - stage.floorM) < 0.02);
  return floor < 0 ? before : floor;
}
