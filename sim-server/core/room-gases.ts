// The other gases of rooms: what flammable or suffocating gas lies where, moved by the same doors, layers and fans.
import type { AirGas } from "../../scenarios/format/air.ts";
import type { Scenario } from "../../scenarios/format/scenario.ts";
import { cellAt, cellsOf } from "./air-cells.ts";
import { type RoomAirState, stepRoomAir } from "./hazard/room-air.ts";
import { kgPerM3FromPpm, SUBSTANCES, type SubstanceId } from "./hazard/substance.ts";
import { type Run, TICKS } from "./run.ts";

/** Oxygen in fresh air, per cent by volume. */
export const FRESH_OXYGEN_PERCENT = 20.9;

/** Cubic metres of each gas in each cell, in the order of the cells; of oxygen what is missing. */
export type RoomGases = Partial<Record<AirGas, number[]>>;

const layer = (numbers: readonly number[], at: number): number => numbers[at] ?? numbers.at(-1) ?? 0;

/** What an author says is there at the start, m3 in each cell. */
function presentM3(scenario: Scenario, gas: AirGas): number[] {
  const seen = new Map<string, number>();
  return cellsOf(scenario.stage).map((cell) => {
    const at = seen.get(cell.room) ?? 0;
    seen.set(cell.room, at + 1);
    return scenario.air
      .filter((entry) => entry.gas === gas && entry.room === cell.room)
      .reduce((sum, { ppm, percent }) => {
        if (percent && gas === "oxygen")
          return sum + ((FRESH_OXYGEN_PERCENT - layer(percent, at)) / 100) * cell.volumeM3;
        const share = percent ? layer(percent, at) / 100 : ppm ? layer(ppm, at) / 1e6 : 0;
        return sum + share * cell.volumeM3;
      }, 0);
  });
}

/** The gases at the start; the one that is the drill's toxic substance goes into the rooms' own air instead. */
export function openGases(scenario: Scenario, toxic: string): RoomGases {
  const gases: RoomGases = {};
  for (const { gas } of scenario.air) if (gas !== toxic) gases[gas] ??= presentM3(scenario, gas);
  return gases;
}

/** The rooms' air with what of the toxic substance lies there from the start, at a temperature in kelvin. */
export function withPresent(air: RoomAirState, scenario: Scenario, toxic: SubstanceId, kelvin: number): RoomAirState {
  if (!scenario.air.some(({ gas }) => gas === toxic)) return air;
  const density = kgPerM3FromPpm(1e6, SUBSTANCES[toxic].molarMassKgPerMol, kelvin);
  const present = presentM3(scenario, toxic as AirGas);
  return { ...air, rooms: air.rooms.map((room, at) => ({ ...room, massKg: (present[at] ?? 0) * density })) };
}

/** What is given off in this second, m3 by cell. */
export function givenOffM3(run: Run, gas: string): Record<string, number> {
  const given: Record<string, number> = {};
  for (const entry of run.compiled.scenario.air) {
    const since = run.state.tick / TICKS - entry.starts;
    if (entry.gas !== gas || since < 0) continue;
    const valve = entry.from === undefined ? undefined : run.compiled.devices.valveOf.get(entry.from);
    const open = valve === undefined ? 1 : (run.state.props[valve]?.fraction ?? 1);
    const floorM = run.compiled.scenario.stage.rooms[entry.room]?.floorM ?? 0;
    const cell = cellAt(run.compiled.cells.get(entry.room) ?? [], floorM + entry.heightM);
    const litres = (entry.litresPerMin / 60) * open + (since < 1 ? entry.atOnceL : 0);
    if (cell && litres > 0) given[cell.id] = (given[cell.id] ?? 0) + litres / 1000;
  }
  return given;
}

/** One second: every gas goes where the air goes. `moved` is the rooms' air of this second, with its openings and fans. */
export function stepGases(run: Run, moved: RoomAirState): void {
  for (const gas of Object.keys(run.state.gases) as AirGas[]) {
    const amounts = run.state.gases[gas];
    if (!amounts) continue;
    const rooms = moved.rooms.map((room, at) => ({ ...room, massKg: amounts[at] ?? 0 }));
    const step = stepRoomAir({ ...moved, rooms }, 1, givenOffM3(run, gas));
    run.state.gases[gas] = step.air.rooms.map(({ massKg }) => massKg);
  }
}
