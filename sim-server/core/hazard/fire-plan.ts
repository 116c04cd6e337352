// The fires of a scenario made ready: its stage as a two-zone building, its fires, and the heads under its ceilings.
import type { Explosion, Fire } from "../../../scenarios/format/fire.ts";
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { Room, Stage } from "../../../scenarios/format/stage.ts";
import { type FireCurve, GROWTH_KW_PER_S2 } from "./fire.ts";
import { fuelOf } from "./fuels.ts";
import type { Head } from "./sprinkler-heads.ts";
import { type Lining, planZones, ZONE_OUTDOORS, type ZoneBuilding, type ZoneParts } from "./zone-plan.ts";

export type PlannedFire = {
  readonly id: string;
  readonly fire: Fire;
  readonly at: number;
  readonly curve: FireCurve;
  readonly hfYield: number;
};
export type FirePlan = {
  readonly building: ZoneBuilding;
  /** In the order of the building's fires. */
  readonly fires: readonly PlannedFire[];
  /** Where a room stands among the building's rooms. */
  readonly roomAt: ReadonlyMap<string, number>;
  /** The door, or the room whose vent or fan it is, of each of the building's doors, holes and fans. */
  readonly doors: readonly (string | null)[];
  readonly vents: readonly { readonly room: string; readonly switchProp: string | null }[];
  readonly fans: readonly string[];
  readonly heads: readonly Head[];
  /** Heads' water valves, where they have one, and hoses by the room they cover. */
  readonly fedBy: ReadonlyMap<string, string>;
  readonly hoses: readonly { readonly prop: string; readonly room: string; readonly waterKgPerS: number }[];
  readonly extinguishers: ReadonlySet<string>;
  readonly explosions: readonly (readonly [id: string, explosion: Explosion])[];
};

/** Seconds of a step of the zones: every second tick. */
export const ZONE_STEP_S = 0.2;
/** Oxygen by mass below which flames go out, as CFAST takes it by default (15 % by volume near enough). */
const OXYGEN_LIMIT = 0.15;
const HUMIDITY = 0.5;
const DOOR_COEFFICIENT = 0.7;
/** Cracks that make an air change an hour at 10 Pa: v = 0.7 sqrt(2 dp / rho) = 2.9 m/s. */
const LEAK_MPS = 2.9;
const NOZZLE_KG_PER_S = 6.5;

/** Sources: EN ISO 10456 table 3; panels are two steel sheets round mineral wool. */
const LININGS: Readonly<Record<Room["lining"], Lining>> = {
  concrete: lining(1.6, 2300, 1000, 0.15),
  brick: lining(0.7, 1700, 1000, 0.12),
  gypsum: lining(0.16, 790, 900, 0.016),
  "steel-panel": lining(0.04, 120, 1030, 0.08),
};

function lining(conductivityWPerMK: number, densityKgPerM3: number, heatJPerKgK: number, thicknessM: number): Lining {
  return { conductivityWPerMK, densityKgPerM3, heatJPerKgK, thicknessM, emissivity: 0.9 };
}

/** Null where nothing can burn or blow up. */
export function planFire(scenario: Scenario): FirePlan | null {
  const { stage, fires, explosions } = scenario;
  if (Object.keys(fires).length === 0 && Object.keys(explosions).length === 0) return null;
  const props = Object.entries(stage.props);
  const building = planZones(partsOf(scenario));
  const indoor = (room: string | undefined): string => (room !== undefined && stage.rooms[room]?.indoor ? room : "");
  const roomUnder = (at: { x: number; y: number }): string =>
    Object.entries(stage.rooms).find(
      ([, { indoor: inside, x, y }]) => inside && at.x >= x[0] && at.x <= x[1] && at.y >= y[0] && at.y <= y[1],
    )?.[0] ?? "";
  return {
    building,
    fires: building.fires.flatMap(({ id, curve }, at) => {
      const fire = fires[id];
      return fire ? [{ id, fire, at, curve, hfYield: fuelOf(fire).hfYield }] : [];
    }),
    roomAt: new Map(building.rooms.map(({ id }, at) => [id, at])),
    doors: building.doors.map(({ id }) => (stage.doors[id] ? id : null)),
    vents: building.holes.map(({ lower }) => ({ room: lower, switchProp: ventSwitch(stage, lower) })),
    fans: building.fans.map(({ id }) => id),
    heads: props.flatMap(([id, prop]): Head[] => {
      const kind = ({ sprinkler: "sprinkler", "smoke-detector": "smoke", "heat-detector": "heat" } as const)[
        prop.kind as "sprinkler"
      ];
      const room = indoor(prop.of) || roomUnder(prop.at);
      if (kind === undefined || room === "") return [];
      return [
        {
          id,
          room,
          kind,
          radiusM: Math.max(0.2, nearestFireM(fires, room, prop.at)),
          ratingK: (prop.ratingC ?? 68) + 273.15,
          rti: prop.rti ?? 100,
          sprayMmPerS: prop.sprayMmPerS ?? 0.13,
        },
      ];
    }),
    fedBy: new Map(props.flatMap(([id, { fedBy }]) => (fedBy === undefined ? [] : [[id, fedBy]]))),
    hoses: props.flatMap(([prop, { kind, of, waterKgPerS }]) =>
      kind === "hose" ? [{ prop, room: of ?? "", waterKgPerS: waterKgPerS ?? NOZZLE_KG_PER_S }] : [],
    ),
    extinguishers: new Set(props.flatMap(([id, { kind }]) => (kind === "extinguisher" ? [id] : []))),
    explosions: Object.entries(explosions),
  };
}

const ventSwitch = ({ props }: Stage, room: string): string | null =>
  Object.entries(props).find(([, { kind, does, of }]) => kind === "switch" && does === "vent" && of === room)?.[0] ??
  null;

function nearestFireM(fires: Scenario["fires"], room: string, at: { x: number; y: number }): number {
  const gaps = Object.values(fires)
    .filter((fire) => fire.room === room)
    .map((fire) => Math.sqrt((fire.at.x - at.x) ** 2 + (fire.at.y - at.y) ** 2));
  return gaps.length === 0 ? 5 : Math.min(...gaps);
}

function partsOf({ stage, fires, weather }: Scenario): ZoneParts {
  const indoor = Object.entries(stage.rooms).filter(([, { indoor: inside }]) => inside);
  const name = (room: string): string => (stage.rooms[room]?.indoor ? room : ZONE_OUTDOORS);
  const floorOf = (room: string): number => (stage.rooms[room]?.indoor ? (stage.rooms[room]?.floorM ?? 0) : -1000);
  return {
    rooms: indoor.map(([id, room]) => {
      const [widthM, depthM] = [room.x[1] - room.x[0], room.y[1] - room.y[0]];
      // A stairwell is one space from its foot to the ceiling over its head.
      const heightM = room.heightM + (room.stair ? (room.topM ?? room.floorM) - room.floorM : 0);
      const made = LININGS[room.lining];
      const leakM2 = (room.leakageAirChangesPerHour * widthM * depthM * heightM) / 3600 / LEAK_MPS;
      return {
        id,
        widthM,
        depthM,
        heightM,
        floorM: room.floorM,
        ceiling: made,
        walls: made,
        floor: LININGS.concrete,
        leakM2: Math.max(0.002, leakM2),
        mixed: room.stair !== undefined,
      };
    }),
    doors: Object.entries(stage.doors).flatMap(([id, door]) => {
      const [a, b] = door.between.map(name);
      if (a === undefined || b === undefined || a === b) return [];
      const sill = Math.max(floorOf(door.between[0]), floorOf(door.between[1]));
      const base = a === ZONE_OUTDOORS ? floorOf(door.between[1]) : floorOf(door.between[0]);
      const sillM = sill - base;
      return [{ id, a, b, widthM: door.widthM, sillM, headM: sillM + door.heightM, coefficient: DOOR_COEFFICIENT }];
    }),
    holes: indoor.flatMap(([id, { roofVentM2 }]) =>
      roofVentM2 > 0
        ? [{ id: `vent of ${id}`, upper: ZONE_OUTDOORS, lower: id, areaM2: roofVentM2, shape: "square" as const }]
        : [],
    ),
    fans: Object.entries(stage.props).flatMap(([id, { kind, does, of, flowM3ps }]) =>
      kind === "switch" && does === "extract" && of !== undefined && stage.rooms[of]?.indoor
        ? [
            {
              id,
              from: of,
              to: ZONE_OUTDOORS,
              flowM3PerS: flowM3ps ?? 1,
              intakeM: (stage.rooms[of]?.heightM ?? 3) * 0.9,
              outletM: 3,
              weakensAtPa: 200,
              stopsAtPa: 300,
            },
          ]
        : [],
    ),
    fires: Object.entries(fires).map(([id, fire]) => ({
      id,
      room: fire.room,
      baseM: fire.at.z,
      areaM2: fire.areaM2,
      place: fire.beside,
      curve: curveOf(fire),
      fuel: fuelOf(fire),
    })),
    ambientK: weather.temperatureC + 273.15,
    humidity: HUMIDITY,
    oxygenLimit: OXYGEN_LIMIT,
    stepS: ZONE_STEP_S,
  };
}

function curveOf({ growth, curve, peakKw }: Fire): FireCurve {
  if (curve) return { kind: "table", timesS: curve.map(({ after }) => after), heatKw: curve.map(({ kw }) => kw) };
  const kwPerS2 = typeof growth === "string" ? GROWTH_KW_PER_S2[growth] : (growth?.kwPerS2 ?? GROWTH_KW_PER_S2.medium);
  return { kind: "growth", kwPerS2, peakKw, startS: 0 };
}
