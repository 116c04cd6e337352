// The siren's lamp: flashes twice a second while the alarm is on.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { AdditiveBlending, type Sprite, SpriteMaterial } from "three";
import { glowTexture } from "./glow.ts";
import { scenePoint } from "./space.ts";
import { propOf, useWorld } from "./world.ts";

const FLASHES_PER_S = 2;

export function Siren({ id }: { id: string }) {
  const { source, stage } = useWorld();
  const sprite = useRef<Sprite>(null);
  const at = stage.props[id]?.at;
  const material = useMemo(
    () =>
      new SpriteMaterial({
        map: glowTexture(),
        color: "#ff5a2a",
        blending: AdditiveBlending,
        depthWrite: false,
        transparent: true,
      }),
    [],
  );
  useFrame(({ clock }) => {
    if (!sprite.current) return;
    const on = isSounding(propOf(source.getFrame(), id)?.state);
    const phase = (clock.elapsedTime * FLASHES_PER_S) % 1;
    sprite.current.visible = on && phase < 0.5;
  });
  if (!at) return null;
  const place = scenePoint({ x: at.x - 0.15, y: at.y, z: at.z + 0.12 });
  return <sprite ref={sprite} position={place} scale={1.5} visible={false} material={material} />;
}

export const isSounding = (state: string | undefined): boolean => state === "on" || state === "alarm";
