// The gas: one instanced set of world-up billboards, low, yellow-green and thick where the simulation says so.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import {
  Color,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  PlaneGeometry,
  ShaderMaterial,
  type Texture,
} from "three";
import type { CloudFrame } from "../../sim-server/protocol/frames.ts";
import { placeCloud, SPOT_STRIDE, SPOTS } from "./cloud-placement.ts";
import { useWorld } from "./world.ts";

const VERTEX = /* glsl */ `
attribute vec4 place; attribute vec3 look;
uniform float time;
varying vec2 cell; varying float thick; varying float height; varying float near;
void main() {
  float turn = look.y + time * look.z;
  vec2 corner = mat2(cos(turn), sin(turn), -sin(turn), cos(turn)) * position.xy;
  vec3 centre = place.xyz + vec3(sin(time * 0.31 + look.y) * 0.18, sin(time * 0.43 + look.y * 2.0) * 0.06, cos(time * 0.27 + look.y) * 0.18);
  vec3 toEye = cameraPosition - centre;
  vec3 side = normalize(vec3(toEye.z, 0.0, -toEye.x) + vec3(0.0001, 0.0, 0.0));
  vec3 world = centre + side * corner.x * place.w * 2.0 + vec3(0.0, 1.0, 0.0) * corner.y * place.w * 1.5;
  float tile = floor(mod(look.y * 7.0, 4.0));
  cell = (uv + vec2(mod(tile, 2.0), floor(tile / 2.0))) * 0.5;
  thick = look.x;
  height = world.y;
  near = smoothstep(0.35, 1.6, length(toEye));
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}`;
const FRAGMENT = /* glsl */ `
uniform sampler2D smoke; uniform vec3 tint;
varying vec2 cell; varying float thick; varying float height; varying float near;
void main() {
  vec4 puff = texture2D(smoke, cell);
  float alpha = puff.a * thick * near * 0.6 * smoothstep(0.0, 0.25, height);
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(tint * (0.5 + 0.55 * puff.r), alpha);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

/** Metres a spot may drift between two clouds; farther, it fades out and in instead of flying. */
const DRIFT_M = 5;

export function GasCloud({ smoke }: { smoke: Texture }) {
  const { source, stage } = useWorld();
  const drawn = useMemo(() => cloudMesh(smoke), [smoke]);
  const target = useMemo(() => new Float32Array(SPOTS * SPOT_STRIDE), []);
  const seen = useRef<CloudFrame | null>(null);
  useFrame((_, deltaS) => {
    const cloud = source.getFrame()?.cloud ?? null;
    if (cloud && cloud !== seen.current) {
      seen.current = cloud;
      placeCloud(cloud, stage, target);
    }
    const time = drawn.material.uniforms["time"];
    if (time) time.value += deltaS;
    follow(target, drawn.place, drawn.look, Math.min(deltaS, 0.1));
  });
  return <mesh geometry={drawn.geometry} material={drawn.material} frustumCulled={false} renderOrder={5} />;
}

function follow(target: Float32Array, place: InstancedBufferAttribute, look: InstancedBufferAttribute, deltaS: number) {
  const close = 1 - Math.exp(-1.8 * deltaS);
  for (let spot = 0; spot < SPOTS; spot++) {
    const base = spot * SPOT_STRIDE;
    const x = target[base] ?? 0;
    const y = target[base + 2] ?? 0;
    const z = -(target[base + 1] ?? 0);
    const opacity = target[base + 4] ?? 0;
    const shown = look.getX(spot);
    const far = Math.abs(place.getX(spot) - x) + Math.abs(place.getZ(spot) - z) > DRIFT_M;
    if (shown < 0.005 || !far) {
      const step = shown < 0.005 ? 1 : close;
      place.setX(spot, place.getX(spot) + (x - place.getX(spot)) * step);
      place.setY(spot, place.getY(spot) + (y - place.getY(spot)) * step);
      place.setZ(spot, place.getZ(spot) + (z - place.getZ(spot)) * step);
      place.setW(spot, place.getW(spot) + ((target[base + 3] ?? 1) - place.getW(spot)) * step);
      look.setX(spot, shown + (opacity - shown) * close);
    } else {
      look.setX(spot, shown - shown * Math.min(1, close * 3));
    }
  }
  place.needsUpdate = true;
  look.needsUpdate = true;
}

function cloudMesh(smoke: Texture) {
  const plane = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = plane.index;
  geometry.setAttribute("position", plane.getAttribute("position"));
  geometry.setAttribute("uv", plane.getAttribute("uv"));
  const place = new InstancedBufferAttribute(new Float32Array(SPOTS * 4), 4).setUsage(DynamicDrawUsage);
  const looks = Float32Array.from(
    { length: SPOTS * 3 },
    (_, i) => [0, i * 1.7, (((i * 37) % 100) / 100 - 0.5) * 0.24][i % 3] ?? 0,
  );
  const look = new InstancedBufferAttribute(looks, 3).setUsage(DynamicDrawUsage);
  geometry.setAttribute("place", place);
  geometry.setAttribute("look", look);
  geometry.instanceCount = SPOTS;
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    uniforms: { time: { value: 0 }, smoke: { value: smoke }, tint: { value: new Color("#aab53a") } },
  });
  return { geometry, material, place: place as InstancedBufferAttribute, look: look as InstancedBufferAttribute };
}
