// The air at a point of the stage, as lungs and instruments meet it: toxic gas, flammable gas and oxygen.
import { type AirCell, cellAt } from "./air-cells.ts";
import { LOWER_LIMIT_PPM, type SampledAir } from "./hazard/detector-instrument.ts";
import { ppmAt, roomCells } from "./hazard/gas.ts";
import { FRESH_OXYGEN_PERCENT } from "./room-gases.ts";
import type { Run } from "./run.ts";

/** The air at a point, as an instrument meets it: in a room its layer's, outdoors fresh but for the drill's cloud. */
export function airAt(run: Run, x: number, y: number, z: number): SampledAir {
  const room = run.compiled.map.roomAt(x, y, z);
  const cell = cellAt(roomCells(run, room), z);
  return airOf(run, cell, { [run.compiled.gas.substance.id]: ppmAt(run, x, y, z) });
}

function airOf(run: Run, cell: AirCell | undefined, known: Record<string, number>): SampledAir {
  const ppm = { ...known };
  let oxygenPercent = FRESH_OXYGEN_PERCENT;
  let others = Object.values(known).reduce((sum, one) => sum + one, 0);
  const at = cell ? run.state.air.rooms.findIndex(({ id }) => id === cell.id) : -1;
  if (cell && at >= 0)
    for (const [gas, amounts] of Object.entries(run.state.gases)) {
      const share = (amounts[at] ?? 0) / cell.volumeM3;
      if (gas === "oxygen") oxygenPercent -= share * 100;
      else {
        ppm[gas] = share * 1e6;
        others += share * 1e6;
      }
    }
  return { ppm, oxygenPercent: Math.max(0, oxygenPercent * (1 - Math.min(1, others / 1e6))) };
}

/** Flammable gas as a share of the lower limit, per cent, all gases added (Le Chatelier). */
export const lowerLimitPercent = (air: SampledAir): number =>
  Object.entries(air.ppm).reduce((sum, [gas, ppm]) => {
    const lower = gas === "hydrogen-sulfide" ? 40000 : LOWER_LIMIT_PPM[gas];
    return lower === undefined ? sum : sum + (100 * ppm) / lower;
  }, 0);

/** A room's air where people stand in it: its lowest layer. */
export function roomAir(run: Run, room: string): SampledAir {
  const stage = run.compiled.scenario.stage.rooms[room];
  const [x, y] = stage ? [(stage.x[0] + stage.x[1]) / 2, (stage.y[0] + stage.y[1]) / 2] : [0, 0];
  return airAt(run, x, y, (stage?.floorM ?? 0) + 0.01);
}
