// The trainee inside the stage: the same scene for screen and headset, with the trainee's own body in it.
import type { XRStore } from "@react-three/xr";
import { XR } from "@react-three/xr";
import { use, useEffect, useMemo } from "react";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { loadStage } from "../scene/stage-model.ts";
import { StageScene } from "../scene/stage-scene.tsx";
import { SunLight } from "../scene/sunlight.tsx";
import { type World, WorldContext } from "../scene/world.ts";
import { BodyDriver } from "./body-driver.tsx";
import { DesktopControls } from "./desktop-controls.tsx";
import { Ears } from "./ears.tsx";
import { Headset } from "./headset.tsx";
import type { Hearing } from "./hearing.ts";
import { HoverMarker } from "./hover-marker.tsx";
import type { TraineeRun } from "./trainee-run.ts";
import { read } from "./words.ts";

type SceneProps = {
  trainee: TraineeRun;
  stage: StageView;
  xr: XRStore;
  hearing: Hearing;
  language: string;
  onReady: () => void;
};

export function TraineeScene({ trainee, stage, xr, hearing, language, onReady }: SceneProps) {
  const model = use(loadStage(stage));
  const briefing = trainee.run((run) => run.briefing);
  const slot = briefing?.slot ?? null;
  useEffect(onReady, [onReady]);
  const world = useMemo<World>(
    () => ({
      source: trainee.line.source,
      stage,
      model,
      ownSlot: slot,
      self: () => trainee.run.getState().self,
      say: read,
      hear: ({ name, at }) => hearing.once(name, at),
    }),
    [trainee, stage, model, slot, hearing],
  );
  const titles = useMemo(() => {
    const rows = briefing?.roster.map((row) => [
      row.slot,
      language === "en" ? row.positionTitle.en : row.positionTitle.zh,
    ]);
    return Object.fromEntries(rows ?? []) as Record<string, string>;
  }, [briefing, language]);
  return (
    <XR store={xr}>
      <WorldContext.Provider value={world}>
        <BodyDriver trainee={trainee} />
        <DesktopControls trainee={trainee} />
        <Headset trainee={trainee} />
        <StageScene titles={titles} />
        <SunLight />
        <HoverMarker trainee={trainee} />
        <Ears trainee={trainee} hearing={hearing} />
      </WorldContext.Provider>
    </XR>
  );
}
