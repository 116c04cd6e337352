// Listens for the trainee: alarms, leaks, fans, water, steps and breath follow the mirror, and all are subtitled.
import { useFrame } from "@react-three/fiber";
import { useRef } from "react";
import { isSounding } from "../scene/siren.tsx";
import type { Hearing, Place3 } from "./hearing.ts";
import { caption } from "./subtitles.tsx";
import type { TraineeRun } from "./trainee-run.ts";
import { word } from "./words.ts";

const LISTEN_S = 0.2;
const STRIDE_M = 0.75;
/** How far each sound carries over the noise of the works, metres; farther it is neither played nor subtitled. */
const CARRIES_M: Readonly<Record<string, number>> = {
  siren: 400,
  "gas-alarm": 40,
  "leak-hiss": 12,
  fan: 18,
  water: 22,
};

export function Ears({ trainee, hearing }: { trainee: TraineeRun; hearing: Hearing }) {
  const since = useRef(0);
  const stepped = useRef(0);
  const sounding = useRef(new Set<string>());
  useFrame((_, deltaS) => {
    const { body } = trainee;
    if (body.walkedM - stepped.current > STRIDE_M) {
      stepped.current = body.walkedM;
      hearing.once("step", null);
    }
    since.current += deltaS;
    if (since.current < LISTEN_S) return;
    since.current = 0;
    hearing.listen({ x: body.x, y: body.y, z: body.z + body.eyeM }, body.yawDeg);
    attend(trainee, hearing, sounding.current);
  });
  return null;
}

function attend(trainee: TraineeRun, hearing: Hearing, sounding: Set<string>): void {
  const frame = trainee.line.source.getFrame();
  const { briefing, self } = trainee.run.getState();
  if (!frame || !briefing) return;
  const { body } = trainee;
  const hold = (name: string, key: string, at: Place3 | null, level: number) => {
    const near = !at || Math.abs(at.x - body.x) + Math.abs(at.y - body.y) < (CARRIES_M[name] ?? 15);
    const loud = near && frame.phase === "running" ? level : 0;
    hearing.hold(name, key, at, loud);
    if (loud > 0 && !sounding.has(key)) {
      sounding.add(key);
      const words = word(`sound.${name}`);
      if (words !== `sound.${name}`) caption(`sound-${name}`, "", words);
    } else if (loud === 0) sounding.delete(key);
  };
  for (const id in briefing.stage.props) {
    const prop = briefing.stage.props[id];
    const state = frame.props[id];
    if (!prop || !state) continue;
    if (prop.kind === "siren") hold("siren", id, prop.at, isSounding(state.state) ? 0.7 : 0);
    if (prop.kind === "gas-head") hold("gas-alarm", id, prop.at, state.state === "alarm" ? 0.4 : 0);
    if (prop.does === "extract" || prop.does === "scrub") hold("fan", id, prop.at, state.state === "on" ? 0.35 : 0);
    if (prop.does === "water-curtain") hold("water", id, prop.at, state.fraction > 0.1 ? 0.5 : 0);
    if (prop.kind === "monitor") hold("water", id, prop.at, state.state === "idle" ? 0 : 0.6);
  }
  const jet = frame.cloud.jets[0];
  hold("leak-hiss", "leak", jet ?? null, jet ? 0.3 + 0.5 * jet.strength : 0);
  hold("breath", "breath", null, self?.scba ? 0.35 : 0);
  hold("low-air", "low-air", null, self?.airLow ? 0.5 : 0);
  hold("detector", "detector", null, (self?.detector?.alarm ?? 0) > 0 || self?.meter?.alarm ? 0.25 : 0);
  const coughing = self?.symptoms === "irritated" || self?.symptoms === "impaired";
  hold("cough", "cough", null, coughing ? 0.4 : 0);
}
