// How far someone sees from where the eyes are, in the rooms a fire has filled with smoke.
import type { FireFrame } from "../../sim-server/protocol/fire-frames.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";

/** Air one sees this far through shows no smoke. */
export const CLEAR_SIGHT_M = 30;

export type SmokeSight = { sightM: number; glow: number };
const answer: SmokeSight = { sightM: CLEAR_SIGHT_M, glow: 0 };

/** One record for all answers: read it before the next. Null where the air is clear. */
export function smokeAt(fire: FireFrame, stage: StageView, x: number, y: number, eyeM: number): SmokeSight | null {
  for (const id in fire.rooms) {
    const smoke = fire.rooms[id];
    const room = stage.rooms[id];
    if (!smoke || !room?.indoor || x < room.x[0] || x > room.x[1] || y < room.y[0] || y > room.y[1]) continue;
    const over = eyeM - (room.floorM ?? 0);
    if (over < 0 || over > room.heightM) continue;
    answer.sightM = over > smoke.layerM ? smoke.upperSightM : smoke.lowerSightM;
    answer.glow = over > smoke.layerM ? smoke.glow : smoke.glow * 0.4;
    return answer.sightM < CLEAR_SIGHT_M ? answer : null;
  }
  return null;
}
