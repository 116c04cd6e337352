// The trainee in the headset: moves, points, presses; tablet in the other hand, cards in front, captions below.
import { useXR } from "@react-three/xr";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { HeadsetBoards } from "./headset-boards.tsx";
import { openFloorHold } from "./headset-hop.ts";
import { HeadsetMoves } from "./headset-moves.tsx";
import type { TraineeRun } from "./trainee-run.ts";
import { Veil } from "./veil.tsx";

export function Headset({ trainee }: { trainee: TraineeRun }) {
  const session = useXR((xr) => xr.session);
  const away = useXR((xr) => xr.session !== undefined && xr.visibilityState !== "visible");
  const floor = useMemo(openFloorHold, []);
  const closedAtMs = useRef(0);
  const blink = useCallback(() => {
    closedAtMs.current = performance.now();
  }, []);
  useEffect(() => {
    trainee.play.setState({ away });
    floor.pointer = null;
  }, [trainee, away, floor]);
  return (
    <>
      <HeadsetMoves trainee={trainee} floor={floor} blink={blink} />
      {session ? <HeadsetBoards trainee={trainee} session={session} floor={floor} /> : null}
      {session ? <Veil trainee={trainee} closedAtMs={closedAtMs} /> : null}
    </>
  );
}
