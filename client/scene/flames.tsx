// Fire to be seen: flames as tall as the simulation says, their smoke and a few embers, in one set of billboards.
import { useFrame } from "@react-three/fiber";
import { useMemo } from "react";
import {
  CustomBlending,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PlaneGeometry,
  PointLight,
  ShaderMaterial,
} from "three";
import type { FlameFrame } from "../../sim-server/protocol/fire-frames.ts";
import { NOISE } from "./shader-noise.ts";
import { eased } from "./space.ts";
import { useWorld } from "./world.ts";

const MOST_FLAMES = 10;
/** Billboards a fire: tongues of flame, puffs of its smoke, embers. */
const TONGUES = 7;
const PUFFS = 6;
const EMBERS = 10;
const EACH = TONGUES + PUFFS + EMBERS;
const COUNT = MOST_FLAMES * EACH;
const PACE = 2.2;

const VERTEX = /* glsl */ `
attribute vec3 base; attribute vec4 body; attribute vec2 part;
uniform float time;
varying vec2 spot; varying float kind; varying float seed; varying vec4 fire; varying float age;
float chance(float n) { return fract(sin(n * 127.1 + part.y * 311.7) * 43758.5453); }
void main() {
  spot = uv; kind = part.x; seed = part.y; fire = body; age = 0.0;
  float high = body.x; float wide = body.y;
  vec3 centre = base;
  vec2 size = vec2(0.0);
  if (kind < 0.5) {
    float turn = seed * 6.283;
    float off = wide * 0.34 * sqrt(chance(1.0));
    centre += vec3(cos(turn) * off, 0.0, sin(turn) * off);
    float flicker = 0.72 + 0.4 * sin(time * (5.0 + 4.0 * chance(2.0)) + seed * 40.0) * 0.5 + 0.2 * sin(time * 11.0 + seed * 91.0);
    size = vec2(max(0.25, wide * (0.5 + 0.3 * chance(3.0))), high * (0.75 + 0.6 * chance(4.0)) * flicker * 1.25);
    centre.y += size.y * 0.5 - 0.04;
  } else if (kind < 1.5) {
    float life = 2.6 + chance(1.0) * 1.6;
    age = fract(time / life + chance(2.0));
    float climb = max(high, 0.4) * 0.75 + age * (1.4 + 1.2 * chance(3.0));
    centre += vec3(cos(seed * 40.0 + age * 2.0) * wide * 0.4, climb, sin(seed * 40.0 + age * 2.0) * wide * 0.4);
    size = vec2(max(0.35, wide * 0.75) * (0.6 + 1.2 * age));
  } else {
    float life = 0.9 + chance(1.0) * 1.1;
    age = fract(time / life + chance(2.0));
    centre += vec3((chance(3.0) - 0.5) * wide + sin(time * 3.0 + seed * 50.0) * 0.12 * age, high * 0.3 + age * (high * 0.9 + 0.5), (chance(4.0) - 0.5) * wide);
    size = vec2(0.028 * (1.0 - age * 0.6));
  }
  if (high + body.w < 0.02) size = vec2(0.0);
  vec3 toEye = cameraPosition - centre;
  vec3 side = normalize(vec3(toEye.z, 0.0, -toEye.x) + vec3(0.0001, 0.0, 0.0));
  vec3 world = centre + side * position.x * size.x + vec3(0.0, 1.0, 0.0) * position.y * size.y;
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}`;
const FRAGMENT = /* glsl */ `
uniform float time;
varying vec2 spot; varying float kind; varying float seed; varying vec4 fire; varying float age;
${NOISE}
void main() {
  vec4 shade = vec4(0.0);
  if (kind < 0.5) {
    float rise = time * (1.6 + 0.5 * seed);
    vec3 p = vec3(spot.x * 1.9 + seed * 17.0, spot.y * 1.5 - rise, seed * 31.0 + time * 0.3);
    float lick = fbm3(p);
    float fine = fbm3(p * 2.7 + vec3(0.0, -rise, 0.0));
    float bend = (lick - 0.5) * 0.9 * spot.y + (fine - 0.5) * 0.25;
    float across = abs(spot.x - 0.5 + bend) * 2.0;
    float taper = mix(0.8, 0.06, pow(spot.y, 0.7));
    float body = 1.0 - smoothstep(0.0, taper + 0.12, across);
    float heat = body * (1.15 - spot.y) * (0.3 + 1.15 * fine) * smoothstep(0.0, 0.1, spot.y);
    heat *= 1.0 - 0.75 * fire.z * smoothstep(0.1, 0.9, spot.y);
    vec3 colour = mix(vec3(0.32, 0.025, 0.0), vec3(0.86, 0.17, 0.008), smoothstep(0.06, 0.3, heat));
    colour = mix(colour, vec3(1.0, 0.46, 0.06), smoothstep(0.25, 0.55, heat));
    colour = mix(colour, vec3(1.0, 0.78, 0.32), smoothstep(0.5, 0.9, heat));
    float alpha = smoothstep(0.03, 0.42, heat) * 0.82;
    shade = vec4(colour * alpha, alpha * 0.85);
  } else if (kind < 1.5) {
    vec2 c = spot - 0.5;
    float round = smoothstep(0.5, 0.1, length(c));
    float wisp = fbm3(vec3(spot * 3.0 + seed * 13.0, age * 2.0 + seed * 7.0));
    float alpha = round * wisp * 0.8 * smoothstep(0.0, 0.12, age) * (1.0 - age);
    vec3 colour = mix(vec3(0.16, 0.07, 0.03), vec3(0.055, 0.05, 0.047), smoothstep(0.0, 0.35, age + fire.w * 0.5));
    colour = mix(colour, vec3(0.75, 0.76, 0.77), fire.z * 0.7);
    shade = vec4(colour * alpha, alpha);
  } else {
    float dot = smoothstep(0.5, 0.1, length(spot - 0.5)) * (1.0 - age) * (1.0 - fire.w);
    shade = vec4(vec3(1.0, 0.5, 0.12) * dot, dot * 0.5);
  }
  if (shade.a < 0.004) discard;
  gl_FragColor = shade;
  #include <colorspace_fragment>
}`;

type Shown = {
  id: string;
  x: number;
  y: number;
  z: number;
  heightM: number;
  widthM: number;
  wet: number;
  smoke: number;
};

export function Flames() {
  const { source } = useWorld();
  const drawn = useMemo(flamesMesh, []);
  const shown = useMemo(
    () =>
      Array.from(
        { length: MOST_FLAMES },
        (): Shown => ({ id: "", x: 0, y: 0, z: 0, heightM: 0, widthM: 0, wet: 0, smoke: 0 }),
      ),
    [],
  );
  const light = useMemo(() => {
    const made = new PointLight("#ff9a4a", 0, 26, 1.6);
    made.position.set(0, 1, 0);
    return made;
  }, []);
  useFrame(({ clock }, deltaS) => {
    const flames = source.getFrame()?.fire?.flames;
    const stepS = Math.min(deltaS, 0.1);
    let strongest: Shown | null = null;
    let anything = false;
    for (const now of shown) {
      const told = now.id === "" ? undefined : byId(flames, now.id);
      follow(now, told, stepS);
      if (now.heightM + now.smoke > 0.02) anything = true;
      if (now.heightM > 0.05 && (!strongest || now.heightM > strongest.heightM)) strongest = now;
    }
    for (let i = 0; flames && i < flames.length; i++) {
      const flame = flames[i];
      if (flame && !isShown(shown, flame.id)) take(shown, flame);
    }
    for (let i = 0; i < shown.length; i++) setFlame(drawn, i, shown[i]);
    drawn.base.needsUpdate = drawn.body.needsUpdate = true;
    const time = drawn.material.uniforms["time"];
    if (time) time.value += stepS;
    drawn.mesh.visible = anything;
    const flicker = 0.85 + 0.15 * Math.sin(clock.elapsedTime * 9) * Math.sin(clock.elapsedTime * 5.3);
    light.intensity = strongest ? Math.min(160, 14 * strongest.heightM * Math.max(0.6, strongest.widthM)) * flicker : 0;
    if (strongest) light.position.set(strongest.x, strongest.z + Math.min(2.2, strongest.heightM * 0.6), -strongest.y);
  });
  return (
    <>
      <primitive object={drawn.mesh} />
      <primitive object={light} />
    </>
  );
}

function byId(flames: readonly FlameFrame[] | undefined, id: string): FlameFrame | undefined {
  if (flames) for (const flame of flames) if (flame.id === id) return flame;
  return undefined;
}

function isShown(shown: readonly Shown[], id: string): boolean {
  for (const now of shown) if (now.id === id) return true;
  return false;
}

function take(shown: readonly Shown[], flame: FlameFrame): void {
  for (const free of shown) {
    if (free.id !== "") continue;
    free.id = flame.id;
    free.widthM = flame.widthM;
    free.heightM = free.wet = free.smoke = 0;
    return;
  }
}

function follow(now: Shown, told: FlameFrame | undefined, stepS: number): void {
  now.heightM = eased(now.heightM, told && !told.smoulders ? told.heightM : 0, PACE, stepS);
  now.widthM = eased(now.widthM, told?.widthM ?? now.widthM, PACE, stepS);
  now.wet = eased(now.wet, told?.wetted ? 1 : 0, PACE, stepS);
  now.smoke = eased(now.smoke, told?.smoulders ? 1 : 0, PACE, stepS);
  if (told) {
    now.x = told.x;
    now.y = told.y;
    now.z = told.z;
  } else if (now.heightM + now.smoke < 0.01) now.id = "";
}

type Drawn = ReturnType<typeof flamesMesh>;

function setFlame(drawn: Drawn, i: number, now: Shown | undefined): void {
  for (let k = 0; k < EACH; k++) {
    const at = i * EACH + k;
    drawn.base.setXYZ(at, now?.x ?? 0, now?.z ?? 0, -(now?.y ?? 0));
    drawn.body.setXYZW(at, now?.heightM ?? 0, now?.widthM ?? 0, now?.wet ?? 0, now?.smoke ?? 0);
  }
}

function flamesMesh() {
  const plane = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = plane.index;
  geometry.setAttribute("position", plane.getAttribute("position"));
  geometry.setAttribute("uv", plane.getAttribute("uv"));
  const base = new InstancedBufferAttribute(new Float32Array(COUNT * 3), 3).setUsage(DynamicDrawUsage);
  const body = new InstancedBufferAttribute(new Float32Array(COUNT * 4), 4).setUsage(DynamicDrawUsage);
  const parts = Float32Array.from({ length: COUNT * 2 }, (_, i) => {
    const k = Math.floor(i / 2) % EACH;
    // Smoke lies behind the tongues, so it is drawn first.
    const kind = k < PUFFS ? 1 : k < PUFFS + TONGUES ? 0 : 2;
    return i % 2 === 0 ? kind : (Math.floor(i / 2) * 0.6180339) % 1;
  });
  geometry.setAttribute("base", base);
  geometry.setAttribute("body", body);
  geometry.setAttribute("part", new InstancedBufferAttribute(parts, 2));
  geometry.instanceCount = COUNT;
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    uniforms: { time: { value: 0 } },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 5;
  return { geometry, material, mesh, base: base as InstancedBufferAttribute, body: body as InstancedBufferAttribute };
}
