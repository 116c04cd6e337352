// The gas as steering eyes see it: concentrations on a net that is close over the site and wide around it.
import type { Stage } from "../../../scenarios/format/stage.ts";
import type { FieldFrame } from "../../protocol/frames.ts";
import type { Compiled } from "../compile.ts";
import { ppmAt, roomPpm, substanceOf } from "../hazard/gas.ts";
import { concentrationAt, type PuffField } from "../hazard/puff.ts";
import { ppmFromKgPerM3 } from "../hazard/substance.ts";
import type { Run } from "../run.ts";

const BREATHING_HEIGHT_M = 1.5;
/** Lines over the site stand this far apart, m, and this far around its bounds. */
const CLOSE_M = 2;
const APRON_M = 8;
/** Away from the site each gap is so much wider than the last, up to a share of the whole. */
const GROWTH = 1.3;
const WIDEST_SHARE = 1 / 32;
/** What lies around site and villages, as a share of their extent. */
const MARGIN_SHARE = 0.25;
/** Bytes step through five decades from 0.1 to 10,000 ppm. */
const LEVELS_PER_DECADE = 50;
const LOWEST_PPM = 0.1;
/** A puff further away than this many of its widths adds nothing the net could tell. */
const REACH_SIGMAS = 5;

type Span = readonly [number, number];
type Net = { readonly x: readonly number[]; readonly y: readonly number[] };

export function fieldFrame(run: Run): FieldFrame {
  const { x, y } = netOf(run.compiled);
  const rooms = indoorRooms(run.compiled.scenario.stage);
  const bytes: number[] = [];
  for (const north of y) {
    const near = puffsNear(run.state.puffs, north);
    for (const east of x) bytes.push(near.puffs.length === 0 ? 0 : levelOf(openAirPpm(run, near, east, north)));
  }
  for (const room of rooms) bytes.push(levelOf(roomPpm(run, room)));
  return { x, y, rooms, log: packed(bytes) };
}

/** Outdoors the truth behind any curtain; under a roof what would blow there, so that no contour stops at a wall. */
function openAirPpm(run: Run, near: PuffField, x: number, y: number): number {
  if (run.compiled.scenario.stage.rooms[run.compiled.map.roomAt(x, y)]?.indoor !== true) {
    return concentrationAt(near, x, y, BREATHING_HEIGHT_M) <= 0 ? 0 : ppmAt(run, x, y, BREATHING_HEIGHT_M);
  }
  const { molarMassKgPerMol } = substanceOf(run);
  const kelvin = run.state.wind.temperatureC + 273.15;
  return ppmFromKgPerM3(concentrationAt(near, x, y, BREATHING_HEIGHT_M), molarMassKgPerMol, kelvin);
}

function puffsNear(field: PuffField, north: number): PuffField {
  const reach = (puff: PuffField["puffs"][number]): number => puff.halfSpanM + REACH_SIGMAS * puff.sigmaYM;
  return { ...field, puffs: field.puffs.filter((puff) => Math.abs(puff.y - north) <= reach(puff)) };
}

const nets = new WeakMap<Compiled, Net>();

/** The same for all runs of a scenario, so it is laid once. */
function netOf(compiled: Compiled): Net {
  const kept = nets.get(compiled);
  if (kept) return kept;
  const { stage, populations } = compiled.scenario;
  const villages = Object.values(populations).flatMap(({ at }) => stage.places[at]?.at ?? []);
  const whole = (bounds: Span, marks: readonly number[]): Span => [
    Math.min(bounds[0], ...marks),
    Math.max(bounds[1], ...marks),
  ];
  const across = whole(
    stage.bounds.x,
    villages.map(({ x }) => x),
  );
  const up = whole(
    stage.bounds.y,
    villages.map(({ y }) => y),
  );
  const extent = Math.max(across[1] - across[0], up[1] - up[0]);
  const net = { x: lines(stage.bounds.x, across, extent), y: lines(stage.bounds.y, up, extent) };
  nets.set(compiled, net);
  return net;
}

/** Whole metres from one end to the other: evenly close over the site, then ever wider. */
function lines(site: Span, whole: Span, extentM: number): number[] {
  const margin = Math.max(3 * APRON_M, extentM * MARGIN_SHARE);
  const first = Math.floor(site[0] - APRON_M);
  const found: number[] = [];
  for (let at = first; at <= site[1] + APRON_M + CLOSE_M; at += CLOSE_M) found.push(at);
  const outward = (from: number, to: number, sign: 1 | -1): number[] => {
    const added: number[] = [];
    let gap = CLOSE_M;
    for (let at = from; sign * (to - at) > 0; ) {
      gap = Math.min(gap * GROWTH, Math.max(CLOSE_M, extentM * WIDEST_SHARE));
      at += sign * Math.round(gap);
      added.push(at);
    }
    return added;
  };
  const last = found.at(-1) ?? first;
  return [...outward(first, whole[0] - margin, -1).reverse(), ...found, ...outward(last, whole[1] + margin, 1)];
}

const indoorRooms = (stage: Stage): string[] =>
  Object.entries(stage.rooms).flatMap(([id, room]) => (room.indoor ? [id] : []));

const levelOf = (ppm: number): number =>
  ppm < LOWEST_PPM ? 0 : Math.min(250, 1 + Math.round(Math.log10(ppm / LOWEST_PPM) * LEVELS_PER_DECADE));

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
