// The trainee in the headset: moves, points, presses; tablet in the other hand, cards in front, captions below.
import { useXR } from "@react-three/xr";
import { useCallback, useRef } from "react";
import { HeadsetBoards } from "./headset-boards.tsx";
import { HeadsetMoves } from "./headset-moves.tsx";
import type { TraineeRun } from "./trainee-run.ts";
import { Veil } from "./veil.tsx";

export function Headset({ trainee }: { trainee: TraineeRun }) {
  const session = useXR((xr) => xr.session);
  const closedAtMs = useRef(0);
  const blink = useCallback(() => {
    closedAtMs.current = performance.now();
  }, []);
  return (
    <>
      <HeadsetMoves trainee={trainee} blink={blink} />
      {session ? <HeadsetBoards trainee={trainee} session={session} /> : null}
      {session ? <Veil trainee={trainee} closedAtMs={closedAtMs} /> : null}
    </>
  );
}
