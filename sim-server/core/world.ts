// The live world as conditions may ask about it.
import { airAt, lowerLimitPercent, roomAir } from "./air-at.ts";
import type { World } from "./conditions.ts";
import { dossierWorld } from "./dossier/dossier-world.ts";
import { fireWorldOf } from "./fire-world.ts";
import { minutesOfAir } from "./gear.ts";
import { CONDITIONS } from "./hazard/exposure.ts";
import { ppmAt, roomPpm } from "./hazard/gas.ts";
import { isProtected, type Run } from "./run.ts";
import type { Body } from "./state.ts";

/** Half the width of the sector that counts as downwind, degrees. */
const SECTOR_DEG = 30;

/** Answers conditions from the state of one run. */
export function worldOf(run: Run): World {
  const { state } = run;
  const dossier = dossierWorld(run);
  const { stage } = run.compiled.scenario;
  const bodies = (): Body[] => run.compiled.slots.flatMap(({ slot }) => state.bodies[slot] ?? []);
  const of = (position: string): Body[] =>
    bodies().filter((body) => body.position === position || body.slot === position);
  const inRoom = (room: string): Body[] =>
    bodies().filter((body) => (room === "hot-zone" ? body.hot : body.room === room));
  const point = (where: string) => stage.places[where]?.at ?? stage.props[where]?.at;
  const ppm = (where: string): number => {
    if (stage.rooms[where]?.indoor) return roomPpm(run, where);
    const at = point(where);
    if (!at) return 0;
    return stage.rooms[run.compiled.map.roomAt(at.x, at.y, at.z)]?.indoor
      ? ppmAt(run, at.x, at.y, at.z)
      : ppmAt(run, at.x, at.y);
  };
  const air = (where: string) => {
    const at = point(where);
    return at ? airAt(run, at.x, at.y, at.z) : roomAir(run, where);
  };
  return {
    isOpen: (id) => state.doors[id]?.open ?? state.props[id]?.state === "open",
    isOn: (id) => state.props[id]?.state === "on",
    valveFraction: (id) => state.props[id]?.fraction ?? 0,
    leaking: (id) => {
      const leak = state.leaks[id];
      return leak?.started === true && !leak.stopped;
    },
    releaseKgPerS: (id) => state.leaks[id]?.kgPerS ?? 0,
    releasedKg: (id) => state.leaks[id]?.releasedKg ?? 0,
    ppm,
    peakPpm: (where) => Math.max(state.places[where]?.peak ?? state.peaks[where] ?? 0, ppm(where)),
    oxygenPercent: (where) => air(where).oxygenPercent,
    lelPercent: (where) => lowerLimitPercent(air(where)),
    downwind: (where) => {
      const hazard = Object.values(run.compiled.scenario.hazards)[0];
      const source = hazard ? stage.props[hazard.from]?.at : undefined;
      const at = point(where);
      if (!source || !at) return false;
      const bearing = (Math.atan2(at.x - source.x, at.y - source.y) * 180) / Math.PI;
      const away = Math.abs(((bearing - (state.wind.fromDeg + 180) + 900) % 360) - 180);
      return away <= SECTOR_DEG;
    },
    remaining: (id) => Math.ceil(state.populations[id]?.remaining ?? 0),
    ...fireWorldOf(run, of),
    airMin: (position) => {
      const wearers = of(position).filter((body) => body.air !== null);
      return wearers.length === 0 ? 0 : Math.min(...wearers.map(minutesOfAir));
    },
    protectedIn: (room) => inRoom(room).filter(isProtected).length,
    peopleIn: (room) => inRoom(room).length,
    worst: (position) => {
      const rungs = of(position).map((body) => CONDITIONS.indexOf(body.condition));
      return CONDITIONS[Math.max(0, ...rungs)] ?? "well";
    },
    entityIn: dossier.entityIn,
    amountOf: dossier.amountOf,
    factOf: dossier.factOf,
    taxIn: dossier.taxIn,
    flagged: dossier.flagged,
    variable: (name) => {
      switch (name) {
        case "windSpeedMps":
          return state.wind.speedMps;
        case "windFromDeg":
          return state.wind.fromDeg;
        case "temperatureC":
          return state.wind.temperatureC;
        case "dead":
          return state.casualties.dead;
        case "seriouslyInjured":
          return state.casualties.seriouslyInjured;
        case "missing":
          return state.casualties.missing;
        case "groupTax":
          return dossier.groupTax();
        case "accidentLevel":
          return state.casualties.level;
      }
    },
  };
}
