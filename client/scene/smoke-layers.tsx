// Smoke under the ceilings: one box a room from the layer's underside up, as dark as its visibility says.
import { useFrame } from "@react-three/fiber";
import { useMemo } from "react";
import {
  BoxGeometry,
  DoubleSide,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from "three";
import type { SmokeFrame } from "../../sim-server/protocol/fire-frames.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { NOISE } from "./shader-noise.ts";
import { CLEAR_SIGHT_M } from "./smoke-sight.ts";
import { eased } from "./space.ts";
import { useWorld } from "./world.ts";

const MOST_ROOMS = 24;

/** Contrast falls to 2 % at the distance one sees: ln 50. */
const EXTINCTION = 3.9;
const PACE = 1.6;
/** Inside the walls by this much, so that smoke and plaster never share a plane. */
const INSET_M = 0.03;

const VERTEX = /* glsl */ `
attribute vec3 low; attribute vec3 size; attribute vec2 look;
varying vec3 at; varying vec3 boxLow; varying vec3 boxHigh; varying vec2 kind;
void main() {
  at = low + (position + 0.5) * size;
  boxLow = low; boxHigh = low + size; kind = look;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}`;
const FRAGMENT = /* glsl */ `
uniform float time;
varying vec3 at; varying vec3 boxLow; varying vec3 boxHigh; varying vec2 kind;
${NOISE}
void main() {
  bool within = all(greaterThan(cameraPosition, boxLow)) && all(lessThan(cameraPosition, boxHigh));
  if (within == gl_FrontFacing) discard;
  vec3 way = normalize(at - cameraPosition);
  vec3 inv = 1.0 / (way + vec3(1e-5));
  vec3 a = (boxLow - cameraPosition) * inv;
  vec3 b = (boxHigh - cameraPosition) * inv;
  vec3 near = min(a, b);
  vec3 far = max(a, b);
  float enter = max(0.0, max(near.x, max(near.y, near.z)));
  float leave = min(far.x, min(far.y, far.z));
  vec3 entry = cameraPosition + way * (enter + 0.05);
  float under = clamp((entry.y - boxLow.y) / 0.35, 0.0, 1.0);
  float churn = fbm3(vec3(entry.xz * 0.7, entry.y * 0.9 - time * 0.12) + vec3(time * 0.07, 0.0, 0.0));
  float thick = max(0.0, leave - enter) * kind.x * (0.2 + 1.6 * churn) * mix(0.75, 1.0, under);
  float alpha = 1.0 - exp(-thick);
  if (alpha < 0.004) discard;
  vec3 soot = mix(vec3(0.016, 0.014, 0.013), vec3(0.075, 0.07, 0.066), churn * exp(-thick * 0.35));
  soot += vec3(0.95, 0.3, 0.06) * kind.y * kind.y * (0.05 + 0.4 * churn * churn);
  gl_FragColor = vec4(soot, alpha);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

type Shown = { layerM: number; perM: number; glow: number };

export function SmokeLayers() {
  const { source, stage } = useWorld();
  const rooms = useMemo(
    () =>
      Object.entries(stage.rooms)
        .filter(([, room]) => room.indoor)
        .slice(0, MOST_ROOMS),
    [stage],
  );
  const drawn = useMemo(layersMesh, []);
  const shown = useMemo(() => rooms.map(([, room]): Shown => ({ layerM: room.heightM, perM: 0, glow: 0 })), [rooms]);
  useFrame((_, deltaS) => {
    const told = source.getFrame()?.fire?.rooms;
    const stepS = Math.min(deltaS, 0.1);
    let count = 0;
    for (let i = 0; i < rooms.length; i++) {
      const entry = rooms[i];
      const now = shown[i];
      if (!entry || !now) continue;
      follow(now, told?.[entry[0]], entry[1].heightM, stepS);
      if (now.perM < 0.01 || entry[1].heightM - now.layerM < 0.05) continue;
      setLayer(drawn, count, entry[1], now);
      count += 1;
    }
    drawn.geometry.instanceCount = count;
    drawn.mesh.visible = count > 0;
    if (count === 0) return;
    drawn.low.needsUpdate = drawn.size.needsUpdate = drawn.look.needsUpdate = true;
    const time = drawn.material.uniforms["time"];
    if (time) time.value += stepS;
  });
  return <primitive object={drawn.mesh} />;
}

function follow(now: Shown, told: SmokeFrame | undefined, heightM: number, stepS: number): void {
  const perM = told && told.upperSightM < CLEAR_SIGHT_M ? EXTINCTION / Math.max(0.3, told.upperSightM) : 0;
  now.layerM = eased(now.layerM, told?.layerM ?? heightM, PACE, stepS);
  now.perM = eased(now.perM, perM, PACE, stepS);
  now.glow = eased(now.glow, told?.glow ?? 0, PACE, stepS);
}

type Layers = ReturnType<typeof layersMesh>;

function setLayer(drawn: Layers, i: number, room: StageView["rooms"][string], now: Shown): void {
  const floor = room.floorM ?? 0;
  drawn.low.setXYZ(i, room.x[0] + INSET_M, floor + now.layerM, -room.y[1] + INSET_M);
  drawn.size.setXYZ(
    i,
    room.x[1] - room.x[0] - INSET_M * 2,
    room.heightM - now.layerM - INSET_M,
    room.y[1] - room.y[0] - INSET_M * 2,
  );
  drawn.look.setXY(i, now.perM, now.glow);
}

function layersMesh() {
  const cube = new BoxGeometry(1, 1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = cube.index;
  geometry.setAttribute("position", cube.getAttribute("position"));
  const attribute = (name: string, width: number): InstancedBufferAttribute => {
    const made = new InstancedBufferAttribute(new Float32Array(MOST_ROOMS * width), width);
    made.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, made);
    return made;
  };
  const [low, size, look] = [attribute("low", 3), attribute("size", 3), attribute("look", 2)];
  geometry.instanceCount = 0;
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    forceSinglePass: true,
    uniforms: { time: { value: 0 } },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 4;
  return { geometry, material, mesh, low, size, look };
}
