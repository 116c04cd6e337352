// The trainee's page: opens the line, shows the gate, then the site on screen or in the headset.
import { createXRStore } from "@react-three/xr";
import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { InboxItem } from "../../sim-server/protocol/views.ts";
import { CanvasRoot } from "../scene/canvas-root.tsx";
import type { Line } from "../session/connect.ts";
import type { Attached } from "../session/run-store.ts";
import { useLanguage } from "../words/language.ts";
import { EndOfLine, Gate } from "./gate.tsx";
import { HandFree, HeadsetController } from "./headset-hands.tsx";
import { type Hearing, openHearing } from "./hearing.ts";
import { Hud } from "./hud.tsx";
import { expose } from "./probe.ts";
import { useSettings } from "./settings.ts";
import { useSpokenMessages } from "./subtitles.tsx";
import { openTraineeRun, type TraineeRun } from "./trainee-run.ts";
import { TraineeScene } from "./trainee-scene.tsx";
import { addTraineeWords, read } from "./words.ts";
import "./trainee.css";

const xr = createXRStore({
  emulate: false,
  offerSession: false,
  baseAssetPath: new URL("/xr-profiles/", globalThis.location.origin).href,
  defaultControllerProfileId: "meta-quest-touch-plus",
  controller: HeadsetController,
  hand: HandFree,
  gaze: false,
  screenInput: false,
  transientPointer: HandFree,
});

export default function TraineePage({ line, attached }: { line: Line; attached: Attached }) {
  addTraineeWords();
  const hearing = useMemo(openHearing, []);
  const trainee = useMemo(() => openTraineeRun(line, attached), [line, attached]);
  useEffect(() => useSettings.subscribe(({ volume }) => hearing.setVolume(volume)), [hearing]);
  return <Site trainee={trainee} hearing={hearing} />;
}

function Site({ trainee, hearing }: { trainee: TraineeRun; hearing: Hearing }) {
  const language = useLanguage();
  const stage = trainee.run((run) => run.briefing?.stage ?? null);
  const entered = trainee.play((play) => play.entered);
  const [ready, setReady] = useState(false);
  const headset = useHeadsetSupport();
  const onReady = useCallback(() => setReady(true), []);
  const onMessage = useCallback((item: InboxItem) => hearing.message(item.channel), [hearing]);
  useSpokenMessages(trainee, onMessage);
  const onRenderer = useCallback(
    (...drawn: Parameters<NonNullable<React.ComponentProps<typeof CanvasRoot>["onRenderer"]>>) =>
      expose(trainee, xr, ...drawn),
    [trainee],
  );
  const wake = useCallback(() => hearing.wake(useSettings.getState().volume), [hearing]);
  const enterVr = useCallback(() => xr.enterVR(), []);
  return (
    <div className="play" data-ready={ready}>
      {stage ? (
        <CanvasRoot label={read(stage.title)} onRenderer={onRenderer}>
          <Suspense>
            <TraineeScene
              trainee={trainee}
              stage={stage}
              xr={xr}
              hearing={hearing}
              language={language}
              onReady={onReady}
            />
          </Suspense>
        </CanvasRoot>
      ) : null}
      {entered ? <Hud trainee={trainee} enterVr={headset ? enterVr : null} /> : null}
      {entered ? null : <Gate trainee={trainee} ready={ready} headset={headset} enterVr={enterVr} wake={wake} />}
      <EndOfLine trainee={trainee} />
    </div>
  );
}

function useHeadsetSupport(): boolean {
  const [supported, setSupported] = useState(false);
  useEffect(() => {
    if (!navigator.xr) return;
    let wanted = true;
    navigator.xr.isSessionSupported("immersive-vr").then(
      (able) => wanted && setSupported(able),
      () => setSupported(false),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return supported;
}
