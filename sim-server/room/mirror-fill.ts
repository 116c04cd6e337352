// Fills the synchronised mirror from a run; a field is touched only when it changed, so that only changes are sent.
import type { Run } from "../core/run.ts";
import type { Body } from "../core/state.ts";
import { personFrame, writePersonFrame } from "../core/views/mirror.ts";
import type { PersonFrame } from "../protocol/frames.ts";
import { type Mirror, Person, PropState } from "../protocol/mirror.ts";

const HAND_FIELDS = ["hlx", "hly", "hlz", "hrx", "hry", "hrz"] as const;
const PLAIN = [
  "name",
  "position",
  "figure",
  "simulated",
  "connected",
  "x",
  "y",
  "z",
  "yawDeg",
  "pitchDeg",
  "suit",
  "scba",
  "doing",
] as const satisfies readonly (keyof PersonFrame & keyof Person)[];

export type MirrorFill = (run: Run) => void;

export function openMirrorFill(mirror: Mirror): MirrorFill {
  const people = new Map<string, ShownPerson>();
  const props = new Map<string, ShownProp>();
  let wind = "";

  function showPerson(run: Run, body: Body): void {
    const { slot } = body;
    const shown = people.get(slot);
    const person = shown?.person ?? newPerson(mirror, slot);
    const before = shown?.frame;
    const frame = shown ? writePersonFrame(shown.spare, run, body) : personFrame(run, body);
    for (const field of PLAIN) if (before?.[field] !== frame[field]) assign(person, field, frame[field]);
    for (let at = 0; at < HAND_FIELDS.length; at += 1) {
      const field = HAND_FIELDS[at];
      const value = frame.hands?.[at] ?? 0;
      if (field && (before === undefined || (before.hands?.[at] ?? 0) !== value)) person[field] = value;
    }
    if (!shown || !before) people.set(slot, { person, frame, spare: { ...frame } });
    else {
      shown.frame = frame;
      shown.spare = before;
    }
  }

  function showProp(id: string, what: string, fraction: number): void {
    // Hundredths are finer than any eye; work on a valve would otherwise be sent ten times a second for longer.
    const hundredths = Math.round(fraction * 100);
    const kept = props.get(id);
    if (kept?.what === what && kept.hundredths === hundredths) return;
    props.set(id, { what, hundredths });
    const prop = mirror.props.get(id) ?? newProp(mirror, id);
    if (prop.state !== what) prop.state = what;
    prop.fraction = fraction;
  }

  return (run) => {
    const { state } = run;
    if (mirror.tick !== state.tick) mirror.tick = state.tick;
    if (mirror.phase !== state.phase) mirror.phase = state.phase;
    if (mirror.speed !== state.speed) mirror.speed = state.speed;
    // The wind sock is read in whole degrees and half metres a second; finer drift would be sent for nothing.
    const fromDeg = Math.round(state.wind.fromDeg) % 360;
    const speedMps = Math.round(state.wind.speedMps * 4) / 4;
    if (wind !== `${fromDeg} ${speedMps}`) {
      wind = `${fromDeg} ${speedMps}`;
      mirror.windFromDeg = fromDeg;
      mirror.windSpeedMps = speedMps;
    }
    for (const slot in state.bodies) {
      const body = state.bodies[slot];
      if (body) showPerson(run, body);
    }
    for (const id in state.props) {
      const prop = state.props[id];
      if (prop) showProp(id, prop.state, prop.fraction);
    }
    for (const id in state.doors) {
      const open = state.doors[id]?.open === true;
      showProp(id, open ? "open" : "closed", open ? 1 : 0);
    }
  };
}

/** What was last shown, and the frame before it, which the next one is written into. */
type ShownPerson = { readonly person: Person; frame: PersonFrame; spare: PersonFrame };
type ShownProp = { readonly what: string; readonly hundredths: number };

function newPerson(mirror: Mirror, slot: string): Person {
  const person = new Person();
  mirror.people.set(slot, person);
  return person;
}

function newProp(mirror: Mirror, id: string): PropState {
  const prop = new PropState();
  mirror.props.set(id, prop);
  return prop;
}

function assign<Field extends (typeof PLAIN)[number]>(person: Person, field: Field, value: Person[Field]): void {
  person[field] = value;
}
