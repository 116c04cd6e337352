// Fire, smoke and crowds as conditions may ask about them.
import type { World } from "./conditions.ts";
import { groupOf } from "./hazard/crowd-people.ts";
import { CLEAR_M, smokeOf } from "./hazard/room-smoke.ts";
import type { Run } from "./run.ts";
import type { Body } from "./state.ts";

type Answers =
  | "fireKw"
  | "burning"
  | "smokeLayerM"
  | "upperC"
  | "visibilityM"
  | "coPpm"
  | "hfPpm"
  | "flammableKg"
  | "crowdInside"
  | "crowdOut"
  | "crowdDown"
  | "carrying";

export function fireWorldOf(run: Run, of: (position: string) => Body[]): Pick<World, Answers> {
  const { state } = run;
  const { rooms } = run.compiled.scenario.stage;
  const inCrowd = (id: string, counts: (mode: string) => boolean): number => {
    const crowd = state.crowds?.crowd;
    return crowd?.ids.filter((person, i) => groupOf(person) === id && counts(crowd.mode[i] ?? "out")).length ?? 0;
  };
  return {
    fireKw: (id) => state.burning.fires[id]?.releasedKw ?? 0,
    burning: (id) => state.burning.fires[id]?.status === "burning",
    smokeLayerM: (room) => smokeOf(run, room)?.layerM ?? rooms[room]?.heightM ?? 0,
    upperC: (room) => smokeOf(run, room)?.upper.airC ?? state.wind.temperatureC,
    visibilityM: (room) => smokeOf(run, room)?.head.sightM ?? CLEAR_M,
    coPpm: (room) => smokeOf(run, room)?.head.coPpm ?? 0,
    hfPpm: (room) => smokeOf(run, room)?.head.hfPpm ?? 0,
    flammableKg: (id) => state.burning.explosions[id]?.massKg ?? 0,
    crowdInside: (id) => inCrowd(id, (mode) => mode !== "out"),
    crowdOut: (id) => inCrowd(id, (mode) => mode === "out"),
    crowdDown: (id) => inCrowd(id, (mode) => mode === "down" || mode === "carried"),
    carrying: (position) => of(position).some(({ carries }) => carries !== null),
  };
}
