// The boardroom with a case on its table: everything there is to see, and the rays that take entities up and drop them.
import { useMemo, useRef } from "react";
import { Group } from "three";
import { CaseBars } from "./case-bars.tsx";
import { CaseChart } from "./case-chart.tsx";
import { CaseGlobe } from "./case-globe.tsx";
import type { Grip } from "./case-grip.ts";
import { CaseRoom } from "./case-room.tsx";
import { CaseScreen } from "./case-screen.tsx";
import { BOARD_TURN, type BoardView } from "./case-view.ts";

export type BoardroomProps = { view: BoardView; grip: Grip };

export function CaseBoardroom({ view, grip }: BoardroomProps) {
  const board = useRef<Group>(null);
  const turned = useMemo(() => {
    const group = new Group();
    group.name = "board";
    group.rotation.y = BOARD_TURN;
    return group;
  }, []);
  return (
    <>
      <CaseRoom />
      <CaseScreen lines={view.screen} />
      <primitive object={turned} ref={board}>
        <CaseGlobe view={view} />
        <CaseChart view={view} grip={grip} />
        <CaseBars view={view} grip={grip} />
      </primitive>
    </>
  );
}
