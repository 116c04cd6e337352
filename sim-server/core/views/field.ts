// The gas as steering eyes see it: concentrations at breathing height on a net over site and surroundings, packed small.
import type { Stage } from "../../../scenarios/format/stage.ts";
import type { FieldFrame } from "../../protocol/frames.ts";
import { roomPpm } from "../hazard/gas.ts";
import type { Run } from "../run.ts";
import { netOf } from "./field-net.ts";
import { LOWEST_PPM, sampledLogs } from "./field-sampling.ts";

/** Bytes step through five decades from 0.1 to 10,000 ppm. */
const LEVELS_PER_DECADE = 50;

export function fieldFrame(run: Run): FieldFrame {
  const { x, y } = netOf(run.compiled);
  const rooms = indoorRooms(run.compiled.scenario.stage);
  const bytes = [...sampledLogs(run, { x, y })].map(levelOf);
  for (const room of rooms) bytes.push(levelOf(Math.log10(roomPpm(run, room))));
  return { x, y, rooms, log: packed(bytes) };
}

const indoorRooms = (stage: Stage): string[] =>
  Object.entries(stage.rooms).flatMap(([id, room]) => (room.indoor ? [id] : []));

const levelOf = (log: number): number =>
  10 ** log < LOWEST_PPM ? 0 : Math.min(250, 1 + Math.round((log - Math.log10(LOWEST_PPM)) * LEVELS_PER_DECADE));

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

/** Two digits a byte; zeros, which are most of a field, as 00 and their number. */
export function packed(bytes: readonly number[]): string {
  let text = "";
  let zeros = 0;
  const flush = (): void => {
    for (; zeros > 0; zeros -= Math.min(zeros, 255)) text += `00${hex(Math.min(zeros, 255))}`;
  };
  for (const byte of bytes) {
    if (byte === 0) zeros += 1;
    else {
      flush();
      text += hex(byte);
    }
  }
  flush();
  return text;
}
