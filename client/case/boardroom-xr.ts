// The headset's session in the boardroom: one store, with hands and controllers that only point; acts are decided elsewhere.
import { createXRStore } from "@react-three/xr";
import { CaseHand } from "./headset-hand.tsx";

export const boardroomXr = createXRStore({
  emulate: false,
  offerSession: false,
  baseAssetPath: new URL("/xr-profiles/", globalThis.location.origin).href,
  defaultControllerProfileId: "meta-quest-touch-plus",
  controller: CaseHand,
  hand: CaseHand,
  gaze: false,
  screenInput: false,
  transientPointer: CaseHand,
});
