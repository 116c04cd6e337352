// The trainee's hands in the headset: controllers or bare hands, each with a ray; what they point at is decided elsewhere.
import { useXRInputSourceStateContext, XRControllerModel, XRHandModel } from "@react-three/xr";
import { Suspense, useEffect, useRef } from "react";
import type { Group } from "three";

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
      <Suspense>
        <XRControllerModel />
      </Suspense>
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
        <Suspense>
          <XRHandModel />
        </Suspense>
      ) : null}
    </>
  );
}
