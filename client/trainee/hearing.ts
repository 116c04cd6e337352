// What is heard: sounds synthesised when the page opens, placed in the room by Web Audio; nothing is downloaded.
import { SOUNDS, type SoundName } from "../../assets/sounds/sounds.ts";

export type Place3 = { readonly x: number; readonly y: number; readonly z: number };
export type Hearing = {
  /** Sound may only start after a person's gesture. */
  readonly wake: (volume: number) => void;
  readonly setVolume: (volume: number) => void;
  readonly listen: (at: Place3, headingDeg: number) => void;
  readonly once: (name: string, at: Place3 | null) => void;
  /** A lasting sound at a place (or within the head): level 0 stops it. */
  readonly hold: (name: string, key: string, at: Place3 | null, level: number) => void;
  readonly message: (channel: string) => void;
};

/** What a thing of the scene sounds like, by the name the scene calls it. */
const MADE_OF: Readonly<Record<string, SoundName>> = {
  "gas-alarm": "gas-alarm",
  siren: "evacuation-siren",
  "leak-hiss": "leak-hiss",
  fan: "fan",
  water: "pump",
  breath: "mask-breath",
  squelch: "squelch-open",
  valve: "valve-squeak",
  door: "door-metal",
  phone: "phone-ring",
  click: "button-click",
  detector: "detector-beep",
  "low-air": "air-whistle",
  cough: "cough",
  step: "footstep",
};

const QUIET_S = 0.15;

export function openHearing(): Hearing {
  let context: AudioContext | null = null;
  let master: GainNode | null = null;
  const buffers = new Map<string, AudioBuffer>();
  const held = new Map<string, { source: AudioBufferSourceNode; gain: GainNode }>();

  const buffer = (name: string): AudioBuffer | null => {
    const known = buffers.get(name);
    if (known) return known;
    const sound = MADE_OF[name];
    if (!context || !sound) return null;
    const samples = SOUNDS[sound].make(context.sampleRate);
    const made = context.createBuffer(1, samples.length, context.sampleRate);
    made.getChannelData(0).set(samples);
    buffers.set(name, made);
    return made;
  };

  const start = (name: string, at: Place3 | null, loop: boolean, level: number) => {
    const sound = buffer(name);
    if (!context || !master || !sound) return null;
    const source = context.createBufferSource();
    source.buffer = sound;
    source.loop = loop;
    const gain = context.createGain();
    gain.gain.value = level;
    source.connect(gain);
    if (at) {
      const panner = new PannerNode(context, {
        panningModel: "HRTF",
        distanceModel: "inverse",
        refDistance: 2.5,
        rolloffFactor: 1.1,
      });
      panner.positionX.value = at.x;
      panner.positionY.value = at.z;
      panner.positionZ.value = -at.y;
      gain.connect(panner).connect(master);
    } else gain.connect(master);
    source.start();
    return { source, gain };
  };

  return {
    wake: (volume) => {
      context ??= new AudioContext();
      if (!master) {
        master = context.createGain();
        master.connect(context.destination);
      }
      master.gain.value = volume;
      void context.resume();
    },
    setVolume: (volume) => {
      if (context && master) master.gain.setTargetAtTime(volume, context.currentTime, QUIET_S);
    },
    listen: (at, headingDeg) => {
      if (!context) return;
      const { listener } = context;
      const heading = (headingDeg * Math.PI) / 180;
      listener.positionX.value = at.x;
      listener.positionY.value = at.z;
      listener.positionZ.value = -at.y;
      listener.forwardX.value = Math.sin(heading);
      listener.forwardY.value = 0;
      listener.forwardZ.value = -Math.cos(heading);
    },
    once: (name, at) => void start(name, at, false, 0.8),
    hold: (name, key, at, level) => {
      const playing = held.get(key);
      if (level <= 0.01) {
        if (!playing || !context) return;
        playing.gain.gain.setTargetAtTime(0, context.currentTime, QUIET_S);
        playing.source.stop(context.currentTime + QUIET_S * 5);
        held.delete(key);
        return;
      }
      if (playing && context) playing.gain.gain.setTargetAtTime(level, context.currentTime, QUIET_S);
      const begun = playing ?? start(name, at, true, level);
      if (begun) held.set(key, begun);
    },
    message: (channel) => {
      const sound = channel === "phone" ? "phone" : channel === "radio" ? "squelch" : "click";
      start(sound, null, false, 0.5);
    },
  };
}
