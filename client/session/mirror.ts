// One way to read what every eye may see: a live room, a console and a replay all answer with the same frame.
import type { CrowdFrame, FireFrame } from "../../sim-server/protocol/fire-frames.ts";
import type { CloudFrame, MirrorFrame, PersonFrame, PropFrame } from "../../sim-server/protocol/frames.ts";
import type { Mirror, Person } from "../../sim-server/protocol/mirror.ts";

export type MirrorSource = {
  readonly getFrame: () => MirrorFrame | null;
  /** Calls back after each change; returns how to stop. A frame is a new object after each change, its parts may not be. */
  readonly subscribe: (listener: () => void) => () => void;
};

export type MirrorFeed = MirrorSource & {
  readonly takeState: (state: Mirror) => void;
  readonly takeCloud: (cloud: CloudFrame) => void;
  readonly takeFire: (fire: FireFrame) => void;
  readonly takeCrowd: (crowd: CrowdFrame) => void;
};

const CLEAR_AIR: CloudFrame = { rooms: {}, puffs: [], jets: [] };

/** A source fed by a room's patches; records are kept and refilled, so a steady run makes no garbage per person. */
export function openMirrorFeed(): MirrorFeed {
  let frame: MirrorFrame | null = null;
  const listeners = new Set<() => void>();
  const publish = (next: MirrorFrame) => {
    frame = next;
    for (const listener of listeners) listener();
  };
  return {
    getFrame: () => frame,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeState: (state) => {
      if (!state.people || !state.props) return;
      publish({
        tick: state.tick,
        phase: state.phase,
        speed: state.speed,
        windFromDeg: state.windFromDeg,
        windSpeedMps: state.windSpeedMps,
        people: readPeople(state, frame?.people ?? {}),
        props: readProps(state, frame?.props ?? {}),
        cloud: frame?.cloud ?? CLEAR_AIR,
        ...(frame?.fire ? { fire: frame.fire } : {}),
        ...(frame?.crowd ? { crowd: frame.crowd } : {}),
      });
    },
    takeCloud: (cloud) => {
      if (frame) publish({ ...frame, cloud });
    },
    takeFire: (fire) => {
      if (frame) publish({ ...frame, fire });
    },
    takeCrowd: (crowd) => {
      if (frame) publish({ ...frame, crowd });
    },
  };
}

function readPeople(state: Mirror, kept: Record<string, PersonFrame>): Record<string, PersonFrame> {
  const people: Record<string, PersonFrame> = {};
  state.people.forEach((person: Person, slot: string) => {
    const record = kept[slot] ?? blankPerson();
    fillPerson(record, person);
    people[slot] = record;
  });
  return people;
}

function readProps(state: Mirror, kept: Record<string, PropFrame>): Record<string, PropFrame> {
  const props: Record<string, PropFrame> = {};
  state.props.forEach((prop: PropFrame, id: string) => {
    const record = kept[id] ?? { state: "idle", fraction: 0 };
    record.state = prop.state;
    record.fraction = prop.fraction;
    props[id] = record;
  });
  return props;
}

const blankPerson = (): PersonFrame => ({
  name: "",
  position: "",
  figure: "operator-m",
  simulated: false,
  connected: false,
  x: 0,
  y: 0,
  z: 0,
  yawDeg: 0,
  pitchDeg: 0,
  hands: null,
  suit: false,
  scba: false,
  doing: "stand",
});

function fillPerson(into: PersonFrame, from: Person): void {
  into.name = from.name;
  into.position = from.position;
  into.figure = from.figure;
  into.simulated = from.simulated;
  into.connected = from.connected;
  into.x = from.x;
  into.y = from.y;
  into.z = from.z;
  into.yawDeg = from.yawDeg;
  into.pitchDeg = from.pitchDeg;
  into.suit = from.suit;
  into.scba = from.scba;
  into.doing = from.doing;
  // Quantised zero is not exactly zero: hands nearer than 3 cm to the head mean "not tracked".
  const tracked = Math.abs(from.hlx) + Math.abs(from.hly) + Math.abs(from.hlz) > 0.1;
  into.hands = tracked ? [from.hlx, from.hly, from.hlz, from.hrx, from.hry, from.hrz] : null;
}
