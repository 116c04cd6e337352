// Keeps the trainee's body true: placed where the room says, held where the room holds it, told ten times a second.
import { useFrame } from "@react-three/fiber";
import { useRef } from "react";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import { rest } from "./body.ts";
import type { TraineeRun } from "./trainee-run.ts";

/** Nearer than this the room's place and ours differ only by what is still on its way. */
const CLOSE_M = 0.6;

export function BodyDriver({ trainee }: { trainee: TraineeRun }) {
  const seen = useRef<SelfView | null>(null);
  useFrame((_, deltaS) => {
    const { body, line, run } = trainee;
    const { self, briefing } = run.getState();
    const mine = briefing ? line.source.getFrame()?.people[briefing.slot] : undefined;
    if (!mine) return;
    const far = (mine.x - body.x) ** 2 + (mine.y - body.y) ** 2;
    if (!body.placed) {
      body.x = mine.x;
      body.y = mine.y;
      body.z = mine.z;
      body.yawDeg = mine.yawDeg;
      body.placed = true;
    } else if (self && self !== seen.current && self.held) {
      body.x = self.held.x;
      body.y = self.held.y;
      body.z = self.held.z;
      body.strideM = 0;
    } else if (mine.doing === "collapsed" && far > CLOSE_M) {
      body.x = mine.x;
      body.y = mine.y;
      body.z = mine.z;
    }
    seen.current = self;
    rest(body, Math.min(deltaS, 0.25));
    trainee.tellPose(performance.now());
  }, -40);
  return null;
}

/** Whether the trainee may move: the run goes on and the body is able. */
export function mayMove(trainee: TraineeRun): boolean {
  const { phase, self } = trainee.run.getState();
  return phase === "running" && self?.symptoms !== "collapsed" && self?.symptoms !== "dead";
}
