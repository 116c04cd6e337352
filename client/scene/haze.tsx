// The air itself: thin distance haze in the open, thick and yellow-green for someone standing in the gas.
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { Color, FogExp2, Vector3 } from "three";
import { hazeAt } from "./cloud-placement.ts";
import { eased } from "./space.ts";
import { useWorld } from "./world.ts";

const CLEAR = new Color("#c9dbe8");
const GAS = new Color("#a3ab52");
const CLEAR_DENSITY = 0.0011;
const GAS_DENSITY = 0.26;

export function Haze() {
  const { source, stage } = useWorld();
  const scene = useThree((state) => state.scene);
  const fog = useMemo(() => new FogExp2(CLEAR.getHex(), CLEAR_DENSITY), []);
  const eye = useMemo(() => new Vector3(), []);
  useEffect(() => {
    scene.fog = fog;
    return () => {
      scene.fog = null;
    };
  }, [scene, fog]);
  useFrame(({ camera }, deltaS) => {
    const cloud = source.getFrame()?.cloud;
    eye.setFromMatrixPosition(camera.matrixWorld);
    // Above the layer the gas is seen from outside, not from within.
    const haze = cloud && eye.y < 3.2 ? hazeAt(cloud, stage, eye.x, -eye.z) : 0;
    fog.density = eased(fog.density, CLEAR_DENSITY + GAS_DENSITY * haze ** 1.2, 2, Math.min(deltaS, 0.1));
    fog.color.lerpColors(CLEAR, GAS, Math.min(1, (fog.density - CLEAR_DENSITY) * 30));
  });
  return null;
}
