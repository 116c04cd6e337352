// Fills the synchronised mirror from a run; a field is touched only when it changed, so that only changes are sent.
import type { Run } from "../core/run.ts";
import { personFrame, propFrames } from "../core/views/mirror.ts";
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
  const people = new Map<string, PersonFrame>();
  const props = new Map<string, string>();
  let wind = "";
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
    for (const body of Object.values(state.bodies)) {
      const frame = personFrame(run, body);
      const kept = people.get(body.slot);
      people.set(body.slot, frame);
      const person = mirror.people.get(body.slot) ?? newPerson(mirror, body.slot);
      for (const field of PLAIN) if (kept?.[field] !== frame[field]) assign(person, field, frame);
      HAND_FIELDS.forEach((field, at) => {
        const value = frame.hands?.[at] ?? 0;
        if (kept === undefined || (kept.hands?.[at] ?? 0) !== value) person[field] = value;
      });
    }
    for (const [id, { state: what, fraction }] of Object.entries(propFrames(run))) {
      // Hundredths are finer than any eye; work on a valve would otherwise be sent ten times a second for longer.
      const text = `${what} ${Math.round(fraction * 100)}`;
      if (props.get(id) === text) continue;
      props.set(id, text);
      const prop = mirror.props.get(id) ?? newProp(mirror, id);
      if (prop.state !== what) prop.state = what;
      prop.fraction = fraction;
    }
  };
}

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

function assign<Field extends (typeof PLAIN)[number]>(person: Person, field: Field, frame: PersonFrame): void {
  Object.assign(person, { [field]: frame[field] });
}
