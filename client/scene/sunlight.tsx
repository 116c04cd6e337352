// The sun: lights what carries no baked light, and a whole stage without light maps, with shadows taken once.
import { useThree } from "@react-three/fiber";
import { useLayoutEffect, useMemo } from "react";
import { DirectionalLight, HemisphereLight } from "three";
import { useWorld } from "./world.ts";

/** How far around the buildings shadows are taken, metres. */
const SHADOW_M = 34;
const SHADOW_PX = 2048;

export function SunLight() {
  const { stage, model } = useWorld();
  const gl = useThree((state) => state.gl);
  const { towards, colour } = model.anchors.sun;
  const middle = useMemo(() => {
    const rooms = Object.values(stage.rooms).filter((room) => room.indoor);
    const along = (side: "x" | "y") =>
      rooms.length === 0
        ? (stage.bounds[side][0] + stage.bounds[side][1]) / 2
        : rooms.reduce((sum, room) => sum + room[side][0] + room[side][1], 0) / rooms.length / 2;
    return [along("x"), along("y")] as const;
  }, [stage]);
  const light = useMemo(() => {
    const made = new DirectionalLight(colour, model.sunlit ? 2.3 : 1.1);
    const [x, y] = model.sunlit ? middle : [0, 0];
    made.position.set(x + towards[0] * 60, towards[2] * 60, -(y + towards[1] * 60));
    made.target.position.set(x, 0, -y);
    made.target.updateMatrixWorld();
    if (!model.sunlit) return made;
    made.castShadow = true;
    made.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    Object.assign(made.shadow.camera, {
      left: -SHADOW_M,
      right: SHADOW_M,
      top: SHADOW_M,
      bottom: -SHADOW_M,
      near: 1,
      far: 140,
    });
    made.shadow.bias = -0.0004;
    made.shadow.normalBias = 0.03;
    return made;
  }, [model, middle, towards, colour]);
  useLayoutEffect(() => {
    if (!model.sunlit) return;
    gl.shadowMap.enabled = true;
    gl.shadowMap.autoUpdate = false;
    gl.shadowMap.needsUpdate = true;
    return () => {
      gl.shadowMap.enabled = false;
      light.dispose();
    };
  }, [gl, light, model]);
  const sky = useMemo(() => (model.sunlit ? new HemisphereLight("#dde8f4", "#d6cfc2", 0.95) : null), [model]);
  return (
    <>
      <primitive object={light} />
      {sky ? <primitive object={sky} /> : null}
    </>
  );
}
