// A veil before the eyes: shut for a moment around a hop, narrowed and tinted when the body suffers. It never moves.
import { useFrame } from "@react-three/fiber";
import { XRSpace } from "@react-three/xr";
import { type RefObject, useMemo, useRef } from "react";
import { Color, DoubleSide, type Mesh, ShaderMaterial, SphereGeometry } from "three";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import { eased } from "../scene/space.ts";
import type { TraineeRun } from "./trainee-run.ts";

const BLINK_MS = 160;
const VERTEX =
  "varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }";
const FRAGMENT = /* glsl */ `
uniform float shut; uniform float narrow; uniform vec3 tint;
varying vec3 way;
void main() {
  float aside = 1.0 - clamp(-normalize(way).z, 0.0, 1.0);
  float edge = smoothstep(1.0 - narrow * 0.85, 1.15 - narrow * 0.5, aside + 0.12);
  gl_FragColor = vec4(tint * (1.0 - shut), max(shut, edge * narrow));
}`;
const NARROW: Readonly<Record<SelfView["symptoms"], number>> = {
  well: 0,
  irritated: 0.45,
  impaired: 0.8,
  collapsed: 1,
  dead: 1,
};

export function Veil({ trainee, closedAtMs }: { trainee: TraineeRun; closedAtMs: RefObject<number> }) {
  const mesh = useRef<Mesh>(null);
  const geometry = useMemo(() => new SphereGeometry(0.4, 24, 16), []);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: VERTEX,
        fragmentShader: FRAGMENT,
        uniforms: { shut: { value: 0 }, narrow: { value: 0 }, tint: { value: new Color("#26300f") } },
        transparent: true,
        depthTest: false,
        depthWrite: false,
        side: DoubleSide,
      }),
    [],
  );
  useFrame((_, deltaS) => {
    const { shut, narrow } = material.uniforms;
    if (!mesh.current || !shut || !narrow) return;
    const since = performance.now() - closedAtMs.current;
    shut.value = Math.max(0, 1 - since / BLINK_MS);
    const symptoms = trainee.run.getState().self?.symptoms ?? "well";
    narrow.value = eased(narrow.value, NARROW[symptoms], 1.2, Math.min(deltaS, 0.1));
    mesh.current.visible = shut.value > 0.01 || narrow.value > 0.02;
  });
  return (
    <XRSpace space="viewer">
      <mesh ref={mesh} geometry={geometry} material={material} renderOrder={30} frustumCulled={false} visible={false} />
    </XRSpace>
  );
}
