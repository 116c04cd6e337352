// A camera that goes with one person: through their eyes, or over their shoulder without looking through walls.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { Vector3 } from "three";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { openMotion, type Shown } from "./person-motion.ts";
import { eased, headingTurn, turnBetween } from "./space.ts";

const EYE_M = 1.62;
/** How far behind and above the followed person the camera keeps, metres. */
const BEHIND_M = 3.1;
const ABOVE_M = 2.2;
/** A wall is kept this far away, so that it is never cut open. */
const WALL_M = 0.3;

type Watched = { readonly kind: "follow" | "eyes"; readonly slot: string };

export function PersonCamera({ source, stage, view }: { source: MirrorSource; stage: StageView; view: Watched }) {
  const motion = useMemo(openMotion, []);
  const shown = useMemo<Shown>(() => ({ x: 0, y: 0, z: 0, yawDeg: 0, pitchDeg: 0, speedMps: 0 }), []);
  const place = useMemo(() => ({ x: 0, y: 0, z: 0 }), []);
  const goal = useMemo(() => new Vector3(), []);
  const target = useMemo(() => new Vector3(), []);
  const told = useRef(-1);
  const heading = useRef<number | null>(null);
  useFrame(({ camera }, deltaS) => {
    const frame = source.getFrame();
    const person = frame?.people[view.slot];
    if (!frame || !person) return;
    const nowMs = performance.now();
    if (frame.tick !== told.current) {
      told.current = frame.tick;
      motion.tell(person, nowMs);
    }
    motion.show(nowMs, shown);
    const lying = person.doing === "collapsed";
    if (view.kind === "eyes") {
      camera.position.set(shown.x, shown.z + (lying ? 0.35 : EYE_M), -shown.y);
      camera.rotation.set((shown.pitchDeg * Math.PI) / 180, headingTurn(shown.yawDeg), 0, "YXZ");
      return;
    }
    // A head turns quicker than a shoulder camera should: the view swings after it.
    const first = heading.current === null;
    const from = heading.current ?? shown.yawDeg;
    heading.current = from + eased(0, turnBetween(from, shown.yawDeg), 1.6, Math.min(deltaS, 0.1));
    behind(stage, shown, (heading.current * Math.PI) / 180, place);
    goal.set(place.x, place.z, -place.y);
    const jumped = camera.position.distanceToSquared(goal) > 100;
    camera.position.lerp(goal, first || jumped ? 1 : 1 - Math.exp(-5 * deltaS));
    camera.lookAt(target.set(shown.x, shown.z + (lying ? 0.4 : 1.25), -shown.y));
  });
  return null;
}

type Place = { x: number; y: number; z: number };

/** Behind a person as far as the room they stand in allows; out of doors, not inside a building. */
export function behind(stage: StageView, person: Readonly<Place>, headingRad: number, into: Place): Place {
  into.x = person.x - Math.sin(headingRad) * BEHIND_M;
  into.y = person.y - Math.cos(headingRad) * BEHIND_M;
  into.z = person.z + ABOVE_M;
  for (const id in stage.rooms) {
    const room = stage.rooms[id];
    if (!room?.indoor) continue;
    if (holds(room, person, 0)) {
      into.x = Math.min(room.x[1] - WALL_M, Math.max(room.x[0] + WALL_M, into.x));
      into.y = Math.min(room.y[1] - WALL_M, Math.max(room.y[0] + WALL_M, into.y));
      into.z = Math.min(into.z, room.heightM - WALL_M);
      return into;
    }
    if (holds(room, into, WALL_M)) {
      // Straight above the person's own back rather than in the next building.
      into.x = person.x - Math.sin(headingRad) * 0.4;
      into.y = person.y - Math.cos(headingRad) * 0.4;
      into.z = person.z + 3.4;
      return into;
    }
  }
  return into;
}

type Plan = StageView["rooms"][string];
const holds = (room: Plan, { x, y }: { readonly x: number; readonly y: number }, rim: number): boolean =>
  x > room.x[0] - rim && x < room.x[1] + rim && y > room.y[0] - rim && y < room.y[1] + rim;
