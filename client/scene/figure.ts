// A person's body on screen: a clone of a built figure with its clips, crossfaded by what the person does.
import { type AnimationAction, AnimationMixer, Group, LoopOnce, type Object3D } from "three";
import { clone } from "three/examples/jsm/utils/SkeletonUtils.js";
import { CLIP_TABLE, type ClipName } from "../../assets/people/clip-table.ts";
import type { PersonFrame } from "../../sim-server/protocol/frames.ts";
import { isMesh, type LoadedModel } from "./built-assets.ts";
import type { Shown } from "./person-motion.ts";
import { trackBody } from "./tracked-body.ts";

/** The figure file for a person: what is worn hides who wears it. */
export function figureOf(person: Pick<PersonFrame, "figure" | "suit" | "scba">): string {
  if (person.suit) return "responder";
  if (person.scba) return "scba";
  return person.figure;
}

export function clipOf(doing: string, speedMps: number, low: boolean): ClipName {
  if (doing === "collapsed") return "collapse";
  if (speedMps > 2.2) return "run";
  if (speedMps > 0.15) return "walk";
  switch (doing) {
    case "work":
      return low ? "work-crouch" : "work-stand";
    case "cough":
      return "cough";
    case "radio":
      return "talk-radio";
    default:
      return "idle";
  }
}

export type Figure = {
  readonly root: Object3D;
  readonly play: (clip: ClipName) => void;
  /** Moves the clip on, then head and arms to where they are told to be. */
  readonly advance: (deltaS: number, shown: Shown, person: Readonly<PersonFrame>) => void;
  readonly dispose: () => void;
};

const FADE_S = 0.25;
export function openFigure(loaded: LoadedModel): Figure {
  const root = new Group();
  const body = clone(loaded.scene);
  body.traverse((part) => {
    // A skinned mesh is culled by its rest pose: figures are few, drawing them always is cheaper than being wrong.
    if (isMesh(part)) part.frustumCulled = false;
  });
  root.add(body);
  const mixer = new AnimationMixer(body);
  const tracked = trackBody(body);
  const actions = new Map<string, AnimationAction>(
    loaded.animations.map((clip) => [clip.name, mixer.clipAction(clip)]),
  );
  for (const [name, facts] of Object.entries(CLIP_TABLE)) {
    const action = facts.loops ? undefined : actions.get(name);
    if (!action) continue;
    action.setLoop(LoopOnce, 1);
    action.clampWhenFinished = true;
  }
  let playing: ClipName | null = null;
  let action: AnimationAction | undefined;
  return {
    root,
    play: (clip) => {
      if (clip === playing) return;
      const next = actions.get(clip) ?? actions.get("idle");
      playing = clip;
      if (!next || next === action) return;
      next.reset().play();
      if (action) action.crossFadeTo(next, FADE_S, false);
      action = next;
    },
    advance: (deltaS, shown, person) => {
      const stride = playing ? CLIP_TABLE[playing].groundSpeedMps : 0;
      if (action) action.timeScale = stride > 0 ? Math.min(1.8, Math.max(0.5, shown.speedMps / stride)) : 1;
      tracked.release();
      mixer.update(deltaS);
      tracked.follow(person, person.simulated ? 0 : shown.pitchDeg, Math.min(deltaS, 0.1));
    },
    dispose: () => {
      mixer.stopAllAction();
      mixer.uncacheRoot(body);
      root.removeFromParent();
    },
  };
}
