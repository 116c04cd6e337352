// An instrument of several cells, four-gas or PID: what each cell takes for its gas, and how it goes blind.
import { type Alarm, alarmAt, type Detector, openDetector, readingPpm, stepDetector, tubeDelayS } from "./detector.ts";

/** The air at the inlet: gases in ppm by volume, oxygen in per cent. */
export type SampledAir = {
  readonly ppm: Readonly<Record<string, number>>;
  readonly oxygenPercent: number;
  /** Vapour that poisons catalytic beads (silicones, lead), ppm. */
  readonly beadPoisonPpm?: number;
};

/** Lower explosive limits, ppm by volume (methane 5.0, propane 2.1, butane 1.8, hydrogen 4.0, ammonia 15 per cent). */
export const LOWER_LIMIT_PPM: Readonly<Record<string, number>> = {
  methane: 50000,
  propane: 21000,
  butane: 18000,
  hydrogen: 40000,
  ammonia: 150000,
  "carbon-monoxide": 125000,
};
/** What a bead set to methane must be multiplied with to tell the truth (usual tables of makers, not opened by us). */
export const BEAD_FACTORS: Readonly<Record<string, number>> = {
  methane: 1,
  propane: 1.6,
  butane: 2,
  hydrogen: 1.1,
  ammonia: 0.8,
};
/** Ionisation energies, eV (NIST Chemistry WebBook): a lamp ionises what lies below its own energy. */
export const IONISATION_EV: Readonly<Record<string, number>> = {
  benzene: 9.24,
  toluene: 8.83,
  acetone: 9.7,
  ammonia: 10.07,
  hexane: 10.13,
  "hydrogen-sulfide": 10.46,
  propane: 10.94,
  chlorine: 11.48,
  "sulfur-dioxide": 12.35,
  methane: 12.61,
  "hydrogen-cyanide": 13.6,
  "carbon-monoxide": 14.01,
};
/** What a 10.6 eV PID set to isobutylene must be multiplied with (usual tables of makers, not opened by us). */
export const PID_FACTORS: Readonly<Record<string, number>> = {
  benzene: 0.53,
  toluene: 0.5,
  acetone: 1.1,
  ammonia: 9.7,
  hexane: 4.3,
  "hydrogen-sulfide": 3.3,
};
/**
 * Share of a foreign gas that an electrochemical cell takes for its own; below zero it hides its own gas. Typical of
 * data sheets, which differ by maker and age: an assumption.
 */
const CROSS_SENSITIVITY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "carbon-monoxide": { hydrogen: 0.4, "hydrogen-sulfide": 0.02 },
  "hydrogen-sulfide": { "sulfur-dioxide": 0.15, chlorine: -0.2, "hydrogen-cyanide": 0.01 },
  chlorine: { "hydrogen-sulfide": -0.05, "sulfur-dioxide": -0.02 },
  ammonia: { "hydrogen-sulfide": 0.8, chlorine: -0.5 },
  "sulfur-dioxide": { chlorine: -0.25, "hydrogen-cyanide": 0.3 },
  "hydrogen-cyanide": { "hydrogen-sulfide": 0.1, "sulfur-dioxide": 0.6 },
};

export type Cell = {
  readonly id: string;
  readonly senses: "toxic" | "explosive" | "oxygen" | "vapour";
  /** For a toxic cell its gas. */
  readonly gas: string;
  readonly unit: "ppm" | "percent-lel" | "percent";
  readonly range: number;
  readonly t90S: number;
  /** Alarm levels in the cell's unit; an oxygen cell warns below the first and above the second. */
  readonly low: number;
  readonly high: number;
};

const toxic = (gas: string, range: number, t90S: number, low: number, high: number): Cell => ({
  id: gas,
  senses: "toxic",
  gas,
  unit: "ppm",
  range,
  t90S,
  low,
  high,
});
/** The usual four gases, with the alarm levels of Industrial Scientific; ranges and times of usual cells. */
export const FOUR_GAS: readonly Cell[] = [
  { id: "oxygen", senses: "oxygen", gas: "oxygen", unit: "percent", range: 30, t90S: 15, low: 19.5, high: 23.5 },
  { id: "explosive", senses: "explosive", gas: "", unit: "percent-lel", range: 100, t90S: 15, low: 10, high: 20 },
  toxic("carbon-monoxide", 1000, 20, 35, 70),
  toxic("hydrogen-sulfide", 100, 20, 10, 20),
];
export const PID: readonly Cell[] = [
  { id: "vapour", senses: "vapour", gas: "", unit: "ppm", range: 10000, t90S: 3, low: 100, high: 200 },
];

type CellState = {
  readonly detector: Detector;
  /** Share of its first sensitivity that is left. */
  readonly health: number;
  /** Kept from the moment the cell was beyond its range until it is cleared: a bead in rich gas falls back to zero. */
  readonly wasOver: boolean;
};
export type Instrument = {
  readonly cells: readonly Cell[];
  readonly tubeM: number;
  readonly states: readonly CellState[];
};
export type Reading = {
  readonly cell: string;
  readonly shows: number;
  readonly isOverRange: boolean;
  readonly alarm: Alarm;
};

const LAMP_EV = 10.6;
const FRESH_OXYGEN_PERCENT = 20.9;
/** Beads burn gas: below this they read less and less (10 per cent by makers' manuals). */
const BEAD_OXYGEN_PERCENT = 10;
/** Half of a bead's sensitivity is lost in so many ppm minutes of poison (assumption). */
const HALF_POISON_PPM_MIN = 500;
/** Far beyond its range a toxic cell is overloaded and loses a hundredth of its sensitivity a minute (assumption). */
const OVERLOAD_RANGES = 5;
const OVERLOAD_PER_MIN = 0.01;

const kindOf = (cell: Cell, tubeM: number) => ({
  gas: cell.gas,
  t90S: cell.t90S,
  delayS: tubeM > 0 ? tubeDelayS(tubeM) : 0,
  rangePpm: cell.range,
  lowPpm: cell.low,
  highPpm: cell.high,
});

/** Switched on in fresh air, with a sampling tube if it has one. */
export const openInstrument = (cells: readonly Cell[], tubeM = 0): Instrument => ({
  cells,
  tubeM,
  states: cells.map((cell) => ({ detector: openDetector(kindOf(cell, tubeM)), health: 1, wasOver: false })),
});

/** What a cell makes of the air before lag and damping, in its own unit; oxygen as the loss from fresh air. */
export function apparent(cell: Cell, air: SampledAir): number {
  const gases = Object.keys(air.ppm).sort();
  const sum = (share: (gas: string) => number): number =>
    Math.max(
      0,
      gases.reduce((total, gas) => total + (air.ppm[gas] ?? 0) * share(gas), 0),
    );
  switch (cell.senses) {
    case "oxygen":
      return FRESH_OXYGEN_PERCENT - air.oxygenPercent;
    case "explosive": {
      const lel = sum((gas) => 100 / ((LOWER_LIMIT_PPM[gas] ?? Number.POSITIVE_INFINITY) * (BEAD_FACTORS[gas] ?? 1)));
      return lel * Math.min(1, air.oxygenPercent / BEAD_OXYGEN_PERCENT);
    }
    case "vapour":
      return sum((gas) =>
        (IONISATION_EV[gas] ?? Number.POSITIVE_INFINITY) < LAMP_EV ? 1 / (PID_FACTORS[gas] ?? 1) : 0,
      );
    case "toxic":
      return sum((gas) => (gas === cell.gas ? 1 : (CROSS_SENSITIVITY[cell.gas]?.[gas] ?? 0)));
  }
}

/** Moves the instrument on by `dtS` seconds (shorter than a sixteenth of its tube's delay). */
export const stepInstrument = (instrument: Instrument, air: SampledAir, dtS: number): Instrument => ({
  ...instrument,
  states: instrument.states.map((state, at) => {
    const cell = instrument.cells[at];
    if (!cell) return state;
    const seen = apparent(cell, air);
    const minutes = dtS / 60;
    const poison =
      cell.senses === "explosive" ? 0.5 ** (((air.beadPoisonPpm ?? 0) * minutes) / HALF_POISON_PPM_MIN) : 1;
    const overload =
      cell.senses === "toxic" && seen > OVERLOAD_RANGES * cell.range ? 1 - OVERLOAD_PER_MIN * minutes : 1;
    const health = state.health * poison * overload;
    const kind = kindOf(cell, instrument.tubeM);
    const detector = stepDetector(state.detector, kind, seen * health, dtS);
    return { detector, health, wasOver: state.wasOver || detector.cellPpm > cell.range };
  }),
});

/** What the display shows; once beyond its range a cell says so until it is cleared in fresh air. */
export const readInstrument = (instrument: Instrument): Reading[] =>
  instrument.cells.map((cell, at) => {
    const state = instrument.states[at];
    const seen = state?.detector.cellPpm ?? 0;
    if (cell.senses === "oxygen") {
      const shows = Math.min(cell.range, Math.max(0, FRESH_OXYGEN_PERCENT - seen));
      return {
        cell: cell.id,
        shows,
        isOverRange: false,
        alarm: shows < cell.low || shows > cell.high ? "high" : "none",
      };
    }
    const kind = kindOf(cell, instrument.tubeM);
    const isOverRange = state?.wasOver ?? false;
    const shows = isOverRange ? cell.range : state ? readingPpm(state.detector, kind) : 0;
    return { cell: cell.id, shows, isOverRange, alarm: alarmAt(kind, shows) };
  });

/** Clears what was beyond its range; done in gas that is still there it comes back at once. */
export const clearInstrument = (instrument: Instrument): Instrument => ({
  ...instrument,
  states: instrument.states.map((state) => ({ ...state, wasOver: false })),
});
