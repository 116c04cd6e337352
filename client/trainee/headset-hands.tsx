// The trainee's hands in the headset: controllers or bare hands, each with a ray; what they point at is decided elsewhere.
import { useXRInputSourceStateContext, XRHandModel } from "@react-three/xr";
import { Suspense, useEffect, useRef, useState } from "react";
import type { Group, Object3D } from "three";
import { HeldDetector, OwnHand, useGloveColour } from "./headset-things.tsx";
import { useSettings } from "./settings.ts";

export type HandPointer = {
  readonly hand: XRHandedness;
  readonly source: XRInputSource;
  /** Stands where the ray begins and looks along it (-z). */
  readonly ray: Group;
  readonly stick: () => { x: number; y: number };
};

/** The pointers of this session, kept by the hands themselves. */
export const pointers = new Set<HandPointer>();

export const pointerOf = (hand: "left" | "right"): HandPointer | null => {
  for (const pointer of pointers) if (pointer.hand === hand) return pointer;
  return null;
};

export function HeadsetController() {
  const state = useXRInputSourceStateContext("controller");
  const ray = useRef<Group>(null);
  useEffect(() => {
    if (!ray.current) return;
    const pointer: HandPointer = {
      hand: state.inputSource.handedness,
      source: state.inputSource,
      ray: ray.current,
      stick: () => {
        const stick = state.gamepad["xr-standard-thumbstick"];
        return { x: stick?.xAxis ?? 0, y: stick?.yAxis ?? 0 };
      },
    };
    pointers.add(pointer);
    return () => {
      pointers.delete(pointer);
    };
  }, [state]);
  return (
    <>
      <group ref={ray} />
      <Held side={state.inputSource.handedness} inFist />
    </>
  );
}

const NO_STICK = () => ({ x: 0, y: 0 });

export function HandFree() {
  const state = useXRInputSourceStateContext();
  const ray = useRef<Group>(null);
  useEffect(() => {
    if (!ray.current) return;
    const source = state.inputSource;
    const pointer: HandPointer = { hand: source.handedness, source, ray: ray.current, stick: NO_STICK };
    pointers.add(pointer);
    return () => {
      pointers.delete(pointer);
    };
  }, [state]);
  return (
    <>
      <group ref={ray} />
      {state.type === "hand" ? (
        <>
          <Suspense>
            <TrackedHand />
          </Suspense>
          <Held side={state.inputSource.handedness} />
        </>
      ) : null}
    </>
  );
}

/** What is seen of a hand: the hand itself where a controller hides it, and what it carries. */
function Held({ side, inFist = false }: { side: XRHandedness; inFist?: boolean }) {
  const carries = useSettings((settings) => settings.hand !== side);
  if (side === "none") return null;
  return (
    <>
      {inFist ? <OwnHand side={side} /> : null}
      {carries ? <HeldDetector side={side} /> : null}
    </>
  );
}

function TrackedHand() {
  const [hand, setHand] = useState<Object3D | null>(null);
  useGloveColour(hand);
  return <XRHandModel ref={setHand} />;
}
