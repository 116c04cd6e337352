// Presses in the headset: a trigger or pinch let go where it began uses what is pointed at; the other hand opens the tablet.
import { useEffect } from "react";
import type { Board } from "./board.ts";
import { pointerOf } from "./headset-hands.tsx";
import type { FloorHold } from "./headset-hop.ts";
import type { PanelButton } from "./panel.ts";
import { closePage, openPage } from "./play-store.ts";
import { useSettings } from "./settings.ts";
import type { Target } from "./targets.ts";
import type { TraineeRun } from "./trainee-run.ts";

export type Pointed = {
  readonly board: Board | null;
  readonly button: PanelButton | null;
  readonly target: Target | null;
};
export const NOTHING: Pointed = { board: null, button: null, target: null };

export function usePresses(
  trainee: TraineeRun,
  session: XRSession,
  pointed: { readonly current: Pointed },
  floor: FloorHold,
): void {
  useEffect(() => {
    let begun: Pointed | null = null;
    const isMain = (source: XRInputSource) => {
      const main = pointerOf(useSettings.getState().hand);
      return main === null || main.source.handedness === source.handedness;
    };
    const press = (event: XRInputSourceEvent) => {
      if (isMain(event.inputSource)) {
        begun = pointed.current;
        const free = begun.board === null && begun.target === null;
        floor.pointer = free ? pointerOf(useSettings.getState().hand) : null;
        floor.sinceMs = performance.now();
        return;
      }
      const { page } = trainee.play.getState();
      if (page) closePage(trainee.play);
      else openPage(trainee.play, "tasks");
    };
    const release = (event: XRInputSourceEvent) => {
      if (!isMain(event.inputSource) || !begun) return;
      const { button, target } = pointed.current;
      if (button && button.id === begun.button?.id) {
        buzz(event.inputSource);
        button.press();
      } else if (target && target.id === begun.target?.id) {
        buzz(event.inputSource);
        trainee.reachFor(target);
      }
      begun = null;
      floor.pointer = null;
    };
    session.addEventListener("selectstart", press);
    session.addEventListener("selectend", release);
    return () => {
      session.removeEventListener("selectstart", press);
      session.removeEventListener("selectend", release);
      floor.pointer = null;
    };
  }, [trainee, session, pointed, floor]);
}

function buzz(source: XRInputSource): void {
  const actuator = source.gamepad?.hapticActuators?.[0];
  if (actuator && "pulse" in actuator) void actuator.pulse(0.5, 40);
}
