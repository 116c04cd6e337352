// A hand in the boardroom: a controller or bare hand with a ray, kept where the headset's acts can find it.
import { DefaultXRController, useXRInputSourceStateContext, XRHandModel } from "@react-three/xr";
import { Suspense, useEffect, useRef } from "react";
import type { Group } from "three";
import { pointers } from "../trainee/headset-hands.tsx";

const NO_STICK = () => ({ x: 0, y: 0 });

export function CaseHand() {
  const state = useXRInputSourceStateContext();
  const ray = useRef<Group>(null);
  useEffect(() => {
    if (!ray.current) return;
    const { inputSource } = state;
    const pointer = { hand: inputSource.handedness, source: inputSource, ray: ray.current, stick: NO_STICK };
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
      {state.type === "controller" ? (
        <Suspense>
          <DefaultXRController rayPointer={false} grabPointer={false} />
        </Suspense>
      ) : null}
    </>
  );
}
