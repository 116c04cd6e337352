// The air itself: thin distance haze in the open, yellow-green for someone in the gas, soot for someone in the smoke.
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { Color, FogExp2, Vector3 } from "three";
import { hazeAt } from "./cloud-placement.ts";
import { smokeAt } from "./smoke-sight.ts";
import { eased } from "./space.ts";
import { useWorld } from "./world.ts";

const CLEAR = new Color("#c9dbe8");
const GAS = new Color("#a3ab52");
const CLEAR_DENSITY = 0.0011;
const GAS_DENSITY = 0.26;
const SOOT = new Color("#2f2b28");
const LIT_SOOT = new Color("#7a3d17");
/** Contrast falls to 2 % at the distance one sees: the root of ln 50, for fog that goes by the square. */
const SIGHT = 1.98;

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
  const tint = useMemo(() => new Color(), []);
  useFrame(({ camera }, deltaS) => {
    const frame = source.getFrame();
    const cloud = frame?.cloud;
    eye.setFromMatrixPosition(camera.matrixWorld);
    const smoke = frame?.fire ? smokeAt(frame.fire, stage, eye.x, -eye.z, eye.y) : null;
    // Above the layer the gas is seen from outside, not from within.
    const haze = cloud && eye.y < 3.2 ? hazeAt(cloud, stage, eye.x, -eye.z) : 0;
    const gas = GAS_DENSITY * haze ** 1.2;
    const soot = smoke ? SIGHT / Math.max(0.4, smoke.sightM) : 0;
    fog.density = eased(fog.density, CLEAR_DENSITY + Math.max(gas, soot), 2, Math.min(deltaS, 0.1));
    if (smoke && soot > gas) tint.lerpColors(SOOT, LIT_SOOT, smoke.glow);
    else tint.copy(GAS);
    fog.color.lerpColors(CLEAR, tint, Math.min(1, (fog.density - CLEAR_DENSITY) * 30));
  });
  return null;
}
