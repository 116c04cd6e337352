// Aiming: which thing a ray from the mouse, the eye or a hand is on, told to the play store only when it changes.
import {
  actionsNow,
  type Hit,
  personTarget,
  pick,
  type Ray,
  reaches,
  type Sight,
  type Target,
  targetsOf,
} from "./targets.ts";
import type { TraineeRun } from "./trainee-run.ts";

/** How often people's boxes and the possible acts are worked out anew. */
const FRESH_MS = 200;

export type Aiming = {
  readonly at: (ray: Ray, nowMs: number) => Hit | null;
  readonly show: (hit: Hit | null, nowMs: number) => void;
};

export function openAiming(trainee: TraineeRun): Aiming {
  let still: Target[] | null = null;
  let sight: Sight | null = null;
  let freshAtMs = Number.NEGATIVE_INFINITY;
  let shownAtMs = Number.NEGATIVE_INFINITY;

  const look = (nowMs: number): Sight | null => {
    const { briefing } = trainee.run.getState();
    const ground = trainee.ground();
    if (!briefing || !ground) return null;
    still ??= targetsOf(briefing.stage);
    if (sight && nowMs - freshAtMs < FRESH_MS) return sight;
    freshAtMs = nowMs;
    const people = trainee.line.source.getFrame()?.people ?? {};
    const others = Object.entries(people)
      .filter(([slot]) => slot !== briefing.slot)
      .map(([slot, person]) => {
        const post = briefing.roster.find((row) => row.slot === slot)?.positionTitle ?? { zh: "", en: "" };
        const title = person.name ? { zh: person.name, en: person.name } : post;
        return personTarget(slot, title, person.x, person.y);
      });
    sight = { targets: [...still, ...others], ground, isOpen: trainee.isOpen };
    return sight;
  };

  return {
    at: (ray, nowMs) => {
      const seen = look(nowMs);
      return seen ? pick(ray, seen) : null;
    },
    show: (hit, nowMs) => {
      const { play, run, line, body } = trainee;
      const { aim } = play.getState();
      if (!hit) {
        if (aim) play.setState({ aim: null });
        return;
      }
      const near = reaches(body, hit.target);
      if (aim?.target.id === hit.target.id && aim.near === near && nowMs - shownAtMs < FRESH_MS) return;
      const { briefing, self } = run.getState();
      const frame = line.source.getFrame();
      if (!briefing || !frame) return;
      shownAtMs = nowMs;
      const actions = actionsNow(hit.target, briefing.stage, frame, self);
      const same = aim?.target.id === hit.target.id && aim.near === near && aim.actions.join() === actions.join();
      if (!same) play.setState({ aim: { target: hit.target, near, actions } });
    },
  };
}
