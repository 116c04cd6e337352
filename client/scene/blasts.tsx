// An explosion: a ball of fire that grows to the reach of its flame within half a second and is gone in two.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { CustomBlending, IcosahedronGeometry, Mesh, OneFactor, OneMinusSrcAlphaFactor, ShaderMaterial } from "three";
import { NOISE } from "./shader-noise.ts";
import { useWorld } from "./world.ts";

const TICKS_PER_S = 10;
const LASTS_S = 2.2;
const VERTEX = /* glsl */ `
uniform float age; varying vec3 way; varying vec3 eye;
${NOISE}
void main() {
  way = normalize(position);
  float rough = fbm3(way * 2.6 + vec3(0.0, -age * 1.5, age));
  vec4 world = modelMatrix * vec4(position * (0.75 + 0.5 * rough), 1.0);
  eye = normalize(cameraPosition - world.xyz);
  gl_Position = projectionMatrix * viewMatrix * world;
}`;
const FRAGMENT = /* glsl */ `
uniform float age; varying vec3 way; varying vec3 eye;
${NOISE}
void main() {
  float churn = fbm3(way * 4.0 + vec3(0.0, -age * 2.2, age * 1.3));
  float heat = clamp(1.5 * churn + 0.55 - age * 0.9, 0.0, 1.4);
  vec3 colour = mix(vec3(0.05, 0.045, 0.04), vec3(1.6, 0.45, 0.06), smoothstep(0.2, 0.6, heat));
  colour = mix(colour, vec3(3.0, 2.2, 1.1), smoothstep(0.7, 1.2, heat));
  float rim = smoothstep(0.0, 0.55, abs(dot(eye, way)));
  float alpha = rim * smoothstep(0.1, 0.5, churn + 0.35) * (1.0 - smoothstep(0.55, 1.0, age / ${LASTS_S.toFixed(1)}));
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(colour * alpha, alpha * 0.85);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

export function Blasts() {
  const { source } = useWorld();
  const begun = useRef<{ id: string; tick: number; atS: number } | null>(null);
  const mesh = useMemo(() => {
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
      uniforms: { age: { value: 0 } },
    });
    const made = new Mesh(new IcosahedronGeometry(1, 5), material);
    made.frustumCulled = false;
    made.visible = false;
    made.renderOrder = 7;
    return made;
  }, []);
  useFrame(({ clock }) => {
    const frame = source.getFrame();
    const blasts = frame?.fire?.blasts;
    const blast = blasts?.[blasts.length - 1];
    const age = mesh.material.uniforms["age"];
    mesh.visible = false;
    if (!frame || !blast || !age) return;
    if (begun.current?.id !== blast.id || begun.current.tick !== blast.tick)
      begun.current = {
        id: blast.id,
        tick: blast.tick,
        atS: clock.elapsedTime - (frame.tick - blast.tick) / TICKS_PER_S,
      };
    const sinceS = clock.elapsedTime - begun.current.atS;
    if (sinceS < 0 || sinceS > LASTS_S) return;
    age.value = sinceS;
    mesh.visible = true;
    mesh.position.set(blast.x, blast.z + sinceS * 0.6, -blast.y);
    mesh.scale.setScalar(Math.max(0.2, blast.radiusM * (1 - Math.exp(-sinceS * 7))));
  });
  return <primitive object={mesh} />;
}
