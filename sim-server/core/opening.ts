// Opening: the first state of a run from scenario, seed, parameters and roster.
import type { Compiled } from "./compile.ts";
import { openDossier } from "./dossier/dossier-state.ts";
import { openCrowds } from "./hazard/crowd-opening.ts";
import { openExposure } from "./hazard/exposure.ts";
import { openBurning } from "./hazard/fire-opening.ts";
import { openAir, openField, openHead, openLeak } from "./hazard/gas-opening.ts";
import { stabilityFromWeather } from "./hazard/wind.ts";
import { openBody } from "./newcomer.ts";
import { openRandom } from "./random.ts";
import { openGases, withPresent } from "./room-gases.ts";
import type { Body, PropData, State } from "./state.ts";
import { openTrigger } from "./triggers.ts";

export type Opening = {
  seed: number;
  parameters: Readonly<Record<string, number>>;
  /** Slots held by players from the start, with their names; others are simulated until somebody joins. */
  players: Readonly<Record<string, string>>;
};

export function openState(compiled: Compiled, opening: Opening): State {
  const { scenario } = compiled;
  const { stage } = scenario;
  const set = chosen(compiled, opening.parameters);
  const wind = {
    fromDeg: set.get("windFromDeg") ?? scenario.weather.windFromDeg,
    speedMps: set.get("windSpeedMps") ?? scenario.weather.windSpeedMps,
    temperatureC: set.get("temperatureC") ?? scenario.weather.temperatureC,
  };
  const diameterMm = set.get("diameterMm");
  const stability = stabilityFromWeather(wind.speedMps, scenario.weather.sky);
  const bodies: Record<string, Body> = {};
  for (const { slot, spare } of compiled.slots)
    if (!spare || opening.players[slot] !== undefined) bodies[slot] = openBody(compiled, slot, opening.players[slot]);
  const all = <T>(ids: Iterable<string>, make: (id: string) => T): Record<string, T> =>
    Object.fromEntries([...ids].map((id) => [id, make(id)]));

  return {
    tick: 0,
    phase: "lobby",
    speed: 1,
    outcome: null,
    random: openRandom(opening.seed),
    wind,
    drift: [],
    bodies,
    props: all(Object.keys(stage.props), (id) => openProp(compiled, id)),
    doors: all(Object.keys(stage.doors), (id) => ({
      open: stage.doors[id]?.open ?? false,
      closeAt: 0,
      locked: stage.doors[id]?.locked ?? false,
    })),
    leaks: Object.fromEntries(
      Object.entries(scenario.hazards).map(([id, hazard]) => [
        id,
        openLeak(
          diameterMm === undefined ? hazard : { ...hazard, opening: { ...hazard.opening, diameterMm } },
          stage,
          wind.temperatureC,
        ),
      ]),
    ),
    air: withPresent(openAir(stage), scenario, compiled.gas.substance.id, wind.temperatureC + 273.15),
    blasts: [],
    gases: openGases(scenario, compiled.gas.substance.id),
    puffs: openField({ fromDeg: wind.fromDeg, speedMps: wind.speedMps, stability, terrain: stage.outdoors.terrain }),
    heads: all(
      Object.keys(stage.props).filter((id) => stage.props[id]?.kind === "gas-head"),
      (id) => openHead(compiled.gas.heads.get(id)),
    ),
    places: all(Object.keys(stage.places), () => ({ ppm: 0, peak: 0 })),
    peaks: {},
    populations: Object.fromEntries(
      Object.entries(scenario.populations).map(([id, group]) => [
        id,
        { remaining: group.people, orderedTick: -1, done: false, exposure: openExposure(), dead: 0, injured: 0 },
      ]),
    ),
    patients: {},
    burning: openBurning(scenario),
    crowds: openCrowds(compiled.crowd, scenario, opening.seed),
    casualties: { dead: 0, seriouslyInjured: 0, missing: 0, level: "none" },
    inbox: [],
    stagePhase: 0,
    injects: all(compiled.injects.keys(), () => ({ status: "pending" as const, tick: -1, trigger: openTrigger() })),
    events: all(compiled.events.keys(), openTrigger),
    decisions: all(compiled.decisions.keys(), () => ({
      opened: -1,
      due: -1,
      status: "open" as const,
      trigger: openTrigger(),
    })),
    probes: all(compiled.probes.keys(), () => ({ trigger: openTrigger(), asked: [] })),
    expected: [],
    tasks: all(
      compiled.tasks.map(({ task }) => task.id),
      () => ({ started: -1, status: "open" as const, tick: -1 }),
    ),
    duties: all(compiled.duties.keys(), () => ({ started: -1, status: "idle" as const })),
    violations: all(compiled.violations.keys(), () => false),
    behaviours: {},
    voices: {},
    sent: {},
    dossier: compiled.dossier && openDossier(compiled.dossier),
    facts: { count: 0, digest: [0x811c9dc5 | 0, 0x2545f491] },
  };
}

/** Parameters within their declared bounds, by what they set. */
function chosen(compiled: Compiled, parameters: Readonly<Record<string, number>>): Map<string, number> {
  const set = new Map<string, number>();
  for (const [id, parameter] of Object.entries(compiled.scenario.parameters)) {
    const value = parameters[id] ?? parameter.default;
    set.set(parameter.sets, Math.min(parameter.max, Math.max(parameter.min, value)));
  }
  return set;
}

function openProp(compiled: Compiled, id: string): PropData {
  const prop = compiled.scenario.stage.props[id];
  const base = { broken: false, jam: 0 };
  switch (prop?.kind) {
    case "valve":
      return {
        ...base,
        ...(prop.of === undefined ? { state: "closed", fraction: 0 } : { state: "open", fraction: 1 }),
      };
    case "switch":
      return { ...base, state: prop.startsOn ? "on" : "off", fraction: 0 };
    case "hatch":
      return { ...base, state: prop.startsOn ? "open" : "closed", fraction: 0 };
    case "barrier":
      return { ...base, state: "open", fraction: 0 };
    case "suit-rack":
    case "scba-rack":
      return { ...base, state: "idle", fraction: prop.count ?? 4 };
    default:
      return { ...base, state: "idle", fraction: 0 };
  }
}
