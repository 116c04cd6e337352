// What is heard: sounds synthesised when the page opens, placed in the room by Web Audio; nothing is downloaded.
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

type Synthesis = (sampleRate: number) => Float32Array;

const MODULES = import.meta.glob<Record<string, unknown>>(["../../assets/sounds/*.ts", "!**/*.test.ts"], {
  eager: true,
});

/** Our names for what is heard, and the words by which a synthesised sound is known. */
const KNOWN_BY: Readonly<Record<string, RegExp>> = {
  "gas-alarm": /gas-?alarm/i,
  siren: /siren/i,
  "leak-hiss": /hiss|leak/i,
  fan: /fan/i,
  water: /water|pump|spray/i,
  breath: /breath/i,
  squelch: /squelch/i,
  valve: /valve/i,
  door: /door/i,
  phone: /phone|ring/i,
  click: /click|button/i,
  detector: /detector|beep/i,
  step: /step/i,
  "low-air": /whistle|low-?air/i,
  cough: /cough/i,
};

const SOUNDS = new Map<string, Synthesis>();
for (const [path, module] of Object.entries(MODULES)) {
  for (const [name, made] of Object.entries(module)) {
    if (typeof made !== "function" || made.length > 1) continue;
    const known = Object.entries(KNOWN_BY).find(([, pattern]) => pattern.test(name) || pattern.test(path));
    if (known && !SOUNDS.has(known[0])) SOUNDS.set(known[0], made as Synthesis);
  }
}

const QUIET_S = 0.15;

export function openHearing(): Hearing {
  let context: AudioContext | null = null;
  let master: GainNode | null = null;
  const buffers = new Map<string, AudioBuffer>();
  const held = new Map<string, { source: AudioBufferSourceNode; gain: GainNode }>();

  const buffer = (name: string): AudioBuffer | null => {
    const known = buffers.get(name);
    if (known) return known;
    const synthesis = SOUNDS.get(name);
    if (!context || !synthesis) return null;
    const samples = synthesis(context.sampleRate);
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
