// The mirror: what any eye in the run may see, synchronised to every client.
import { type SchemaType, schema, t } from "@colyseus/schema";

export const Person = schema(
  {
    name: t.string().default(""),
    position: t.string().default(""),
    figure: t.string().default("operator-m"),
    simulated: t.boolean().default(false),
    connected: t.boolean().default(false),
    x: t.quantized({ min: -512, max: 512 }),
    y: t.quantized({ min: -512, max: 512 }),
    z: t.quantized({ min: -8, max: 56 }),
    yawDeg: t.quantized({ min: -360, max: 360 }),
    pitchDeg: t.quantized({ min: -90, max: 90 }),
    /** Left hand then right hand, metres from the head; zero when unknown. */
    hlx: t.quantized({ min: -3, max: 3, bits: 8 }),
    hly: t.quantized({ min: -3, max: 3, bits: 8 }),
    hlz: t.quantized({ min: -3, max: 3, bits: 8 }),
    hrx: t.quantized({ min: -3, max: 3, bits: 8 }),
    hry: t.quantized({ min: -3, max: 3, bits: 8 }),
    hrz: t.quantized({ min: -3, max: 3, bits: 8 }),
    suit: t.boolean().default(false),
    scba: t.boolean().default(false),
    /** stand, walk, work, cough, collapsed, radio */
    doing: t.string().default("stand"),
  },
  "Person",
);
export type Person = SchemaType<typeof Person>;

export const PropState = schema(
  {
    /** open, closed, on, off, turned, submerged, idle, curtain, leak, alarm */
    state: t.string().default("idle"),
    /** How far: a valve's opening, work done on it, items left on a rack (0..1 or a count). */
    fraction: t.quantized({ min: 0, max: 64 }),
  },
  "PropState",
);
export type PropState = SchemaType<typeof PropState>;

export const Mirror = schema(
  {
    tick: t.uint32().default(0),
    phase: t.string<"lobby" | "running" | "paused" | "ended">().default("lobby"),
    speed: t.float32().default(1),
    /** What the wind sock shows. */
    windFromDeg: t.quantized({ min: 0, max: 360 }),
    windSpeedMps: t.quantized({ min: 0, max: 32, bits: 8 }),
    people: t.map(Person),
    props: t.map(PropState),
  },
  "Mirror",
);
export type Mirror = SchemaType<typeof Mirror>;
