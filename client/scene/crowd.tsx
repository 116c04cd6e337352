// A crowd of up to two hundred and more: one set of small figures that a shader walks, and the shadows under them.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import {
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  ShaderMaterial,
  UniformsLib,
  UniformsUtils,
} from "three";
import type { CrowdFrame } from "../../sim-server/protocol/fire-frames.ts";
import { crowdFigure, HIP_M, SHOULDER_M } from "./crowd-figure.ts";
import { type CrowdPlaces, MOST_PEOPLE, openCrowdPlaces } from "./crowd-places.ts";
import { shadowTexture } from "./glow.ts";
import { useWorld } from "./world.ts";

const VERTEX = /* glsl */ `
attribute vec2 limb; attribute vec4 place; attribute vec4 body;
varying vec3 lit; varying vec3 cloth;
#include <fog_pars_vertex>
float chance(float n) { return fract(sin(n * 78.233 + body.w * 37.719) * 43758.5453); }
vec3 dyed(float which) {
  if (which < 0.5) {
    float pick = chance(1.0);
    vec3 c = mix(vec3(0.09, 0.13, 0.22), vec3(0.35, 0.36, 0.38), step(0.3, pick));
    c = mix(c, vec3(0.42, 0.12, 0.1), step(0.55, pick));
    c = mix(c, vec3(0.16, 0.28, 0.2), step(0.68, pick));
    c = mix(c, vec3(0.62, 0.58, 0.48), step(0.8, pick));
    return c * (0.75 + 0.5 * chance(2.0));
  }
  if (which < 1.5) return mix(vec3(0.05, 0.06, 0.09), vec3(0.2, 0.18, 0.15), chance(3.0));
  if (which < 2.5) return vec3(0.55, 0.36, 0.26) * (0.8 + 0.3 * chance(4.0));
  if (which < 3.5) return vec3(0.02, 0.018, 0.017) + 0.12 * step(0.86, chance(5.0));
  return vec3(0.03);
}
void main() {
  vec3 p = position;
  vec3 n = normal;
  float pace = body.y;
  float stride = body.z * 4.4;
  float going = clamp(pace / 0.5, 0.0, 1.0);
  float swing = 0.0;
  float pivot = ${HIP_M.toFixed(2)};
  if (limb.x > 0.5 && limb.x < 2.5) {
    swing = sin(stride + (limb.x > 1.5 ? 3.14159 : 0.0)) * 0.62 * going * clamp(0.6 + pace * 0.3, 0.0, 1.25);
    float knee = max(0.0, sin(stride + (limb.x > 1.5 ? 3.14159 : 0.0) - 1.2)) * 0.7 * going * smoothstep(0.5, 0.3, p.y);
    swing += -knee * 0.0;
    float k = knee * clamp(pace, 0.4, 1.4);
    float below = max(0.0, 0.47 - p.y);
    p.z -= below * sin(k);
    p.y += below * (1.0 - cos(k));
  } else if (limb.x > 2.5) {
    pivot = ${SHOULDER_M.toFixed(2)};
    swing = sin(stride + (limb.x > 3.5 ? 0.0 : 3.14159)) * 0.5 * going + 0.04;
    // Whoever lies has the arms a little out.
    p.x += sign(p.x) * body.x * max(0.0, 1.4 - p.y) * 0.45;
  }
  float s = sin(-swing);
  float c = cos(-swing);
  float y = p.y - pivot;
  p = vec3(p.x, pivot + y * c - p.z * s, y * s + p.z * c);
  n = vec3(n.x, n.y * c - n.z * s, n.y * s + n.z * c);
  p.y += abs(sin(stride)) * 0.03 * going;
  p *= 0.93 + 0.12 * chance(6.0);
  float fall = body.x * 1.5708;
  float fs = sin(-fall);
  float fc = cos(-fall);
  p = vec3(p.x, p.y * fc - p.z * fs + body.x * 0.14, p.y * fs + p.z * fc);
  n = vec3(n.x, n.y * fc - n.z * fs, n.y * fs + n.z * fc);
  float turn = place.w;
  float ts = sin(turn);
  float tc = cos(turn);
  p = vec3(p.x * tc + p.z * ts, p.y, -p.x * ts + p.z * tc);
  n = vec3(n.x * tc + n.z * ts, n.y, -n.x * ts + n.z * tc);
  float sky = 0.5 + 0.5 * n.y;
  float sun = max(0.0, dot(n, normalize(vec3(-0.52, 0.654, 0.55))));
  lit = vec3(0.42, 0.44, 0.47) * (0.45 + 0.75 * sky) + vec3(0.6, 0.56, 0.48) * sun * 0.75;
  cloth = dyed(limb.y);
  vec4 mvPosition = viewMatrix * vec4(p + place.xyz, 1.0);
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}`;
const FRAGMENT = /* glsl */ `
varying vec3 lit; varying vec3 cloth;
#include <common>
#include <fog_pars_fragment>
void main() {
  gl_FragColor = vec4(cloth * lit * 1.15, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
  #include <fog_fragment>
}`;

export function Crowd() {
  const { source, stage } = useWorld();
  const places = useMemo(() => openCrowdPlaces(stage), [stage]);
  const drawn = useMemo(crowdMesh, []);
  const told = useRef<CrowdFrame | null>(null);
  useFrame((_, deltaS) => {
    const crowd = source.getFrame()?.crowd ?? null;
    if (crowd && crowd !== told.current) {
      told.current = crowd;
      places.tell(crowd, performance.now());
    }
    places.advance(Math.min(deltaS, 0.2));
    show(drawn, places);
  });
  return (
    <>
      <primitive object={drawn.mesh} />
      <primitive object={drawn.shadows} />
    </>
  );
}

type Drawn = ReturnType<typeof crowdMesh>;

function show({ geometry, place, body, shadows, matrix }: Drawn, places: CrowdPlaces): void {
  const { at, body: told, who, count } = places;
  geometry.instanceCount = count;
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [at[i * 4] ?? 0, at[i * 4 + 1] ?? 0, at[i * 4 + 2] ?? 0];
    // The figure looks to +z: compass heading 180.
    place.setXYZW(i, x, y, z, Math.PI - ((at[i * 4 + 3] ?? 0) * Math.PI) / 180);
    body.setXYZW(
      i,
      told[i * 3] ?? 0,
      told[i * 3 + 1] ?? 0,
      told[i * 3 + 2] ?? 0,
      (((who[i] ?? 0) * 0.6180339) % 1) * 100,
    );
    matrix.makeTranslation(x, y + 0.022, z);
    shadows.setMatrixAt(i, matrix);
  }
  shadows.count = count;
  place.needsUpdate = body.needsUpdate = shadows.instanceMatrix.needsUpdate = true;
}

function crowdMesh() {
  const figure = crowdFigure();
  const geometry = new InstancedBufferGeometry();
  for (const name of ["position", "normal", "limb"]) geometry.setAttribute(name, figure.getAttribute(name));
  const place = new InstancedBufferAttribute(new Float32Array(MOST_PEOPLE * 4), 4).setUsage(DynamicDrawUsage);
  const body = new InstancedBufferAttribute(new Float32Array(MOST_PEOPLE * 4), 4).setUsage(DynamicDrawUsage);
  geometry.setAttribute("place", place);
  geometry.setAttribute("body", body);
  geometry.instanceCount = 0;
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    fog: true,
    uniforms: UniformsUtils.clone(UniformsLib.fog),
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  const dark = new MeshBasicMaterial({ map: shadowTexture(), transparent: true, depthWrite: false, toneMapped: false });
  const shadows = new InstancedMesh(new PlaneGeometry(0.9, 0.9).rotateX(-Math.PI / 2), dark, MOST_PEOPLE);
  shadows.frustumCulled = false;
  shadows.renderOrder = 1;
  shadows.count = 0;
  const matrix = new Matrix4();
  return {
    geometry,
    material,
    mesh,
    shadows,
    matrix,
    place: place as InstancedBufferAttribute,
    body: body as InstancedBufferAttribute,
  };
}
