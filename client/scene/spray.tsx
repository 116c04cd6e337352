// Water in the air: the monitor's jet or fan, and the fixed curtain; every drop flies by itself on the graphics card.
import { useFrame } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import {
  Color,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Mesh,
  PlaneGeometry,
  ShaderMaterial,
  Vector3,
} from "three";
import type { PropView } from "../../sim-server/protocol/frames.ts";
import { eased, type PlanPoint } from "./space.ts";
import { propOf, useWorld } from "./world.ts";

const DROPS = 260;
const VERTEX = /* glsl */ `
attribute vec3 start; attribute vec3 speed; attribute vec2 life;
uniform float time; uniform float strength;
varying vec2 spot; varying float age;
void main() {
  spot = uv - 0.5;
  age = fract(time / life.y + life.x);
  float t = age * life.y;
  vec3 v = speed + vec3(0.0, -4.4 * t, 0.0);
  vec3 centre = start + speed * t + vec3(0.0, -2.2 * t * t, 0.0);
  vec4 view = viewMatrix * vec4(centre, 1.0);
  vec2 along = (viewMatrix * vec4(v, 0.0)).xy;
  along = length(along) > 0.001 ? normalize(along) : vec2(0.0, 1.0);
  vec2 across = vec2(-along.y, along.x);
  float grown = 0.35 + 1.3 * age;
  view.xy += across * position.x * 0.16 * grown * strength + along * position.y * 0.75 * grown * strength;
  gl_Position = projectionMatrix * view;
}`;
const FRAGMENT = /* glsl */ `
uniform vec3 tint; uniform float strength;
varying vec2 spot; varying float age;
void main() {
  float soft = smoothstep(0.5, 0.0, length(spot * vec2(1.0, 0.9)));
  float alpha = soft * 0.42 * strength * smoothstep(0.0, 0.06, age) * (1.0 - age * age);
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(tint, alpha);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

type Drop = { start: Vector3; speed: Vector3; lifeS: number };

function sprayMesh(drops: readonly Drop[]): { geometry: InstancedBufferGeometry; material: ShaderMaterial } {
  const plane = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = plane.index;
  geometry.setAttribute("position", plane.getAttribute("position"));
  geometry.setAttribute("uv", plane.getAttribute("uv"));
  const flat = (of: (drop: Drop) => readonly number[]) => new Float32Array(drops.flatMap(of));
  geometry.setAttribute(
    "start",
    new InstancedBufferAttribute(
      flat(({ start }) => start.toArray()),
      3,
    ),
  );
  geometry.setAttribute(
    "speed",
    new InstancedBufferAttribute(
      flat(({ speed }) => speed.toArray()),
      3,
    ),
  );
  geometry.setAttribute(
    "life",
    new InstancedBufferAttribute(
      flat(({ lifeS }) => [hash(lifeS), lifeS]),
      2,
    ),
  );
  geometry.instanceCount = drops.length;
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    uniforms: { time: { value: 0 }, strength: { value: 0 }, tint: { value: new Color("#e8f2fb") } },
  });
  return { geometry, material };
}

const hash = (value: number): number => (Math.abs(Math.sin(value * 9127.17) * 43758.5453) * 7) % 1;
const spread = (index: number, salt: number): number => hash(index * 1.37 + salt) - 0.5;

function Spray({ drops, on }: { drops: readonly Drop[]; on: () => boolean }) {
  const mesh = useRef<Mesh>(null);
  const { geometry, material } = useMemo(() => sprayMesh(drops), [drops]);
  useFrame((_, deltaS) => {
    const { time, strength } = material.uniforms;
    if (!time || !strength || !mesh.current) return;
    strength.value = eased(strength.value, on() ? 1 : 0, 2.5, Math.min(deltaS, 0.1));
    time.value += deltaS;
    mesh.current.visible = strength.value > 0.01;
  });
  return (
    <mesh ref={mesh} geometry={geometry} material={material} frustumCulled={false} renderOrder={6} visible={false} />
  );
}

/** The fixed curtain: a wall of water from the nozzles of the perforated pipe. */
export function WaterCurtain({ valve }: { valve: string }) {
  const { source, model } = useWorld();
  const curtain = model.anchors.curtain;
  const drops = useMemo(() => (curtain ? curtainDrops(curtain) : []), [curtain]);
  if (!curtain) return null;
  return <Spray drops={drops} on={() => (propOf(source.getFrame(), valve)?.fraction ?? 0) > 0.1} />;
}

type CurtainLine = { x: number; fromY: number; toY: number; nozzleHeightM: number; nozzles: number };

const curtainDrops = (curtain: CurtainLine): Drop[] =>
  Array.from({ length: DROPS }, (_, i) => {
    const nozzle = i % curtain.nozzles;
    const y = curtain.fromY + ((curtain.toY - curtain.fromY) * nozzle) / (curtain.nozzles - 1);
    return {
      start: new Vector3(curtain.x, curtain.nozzleHeightM, -y),
      speed: new Vector3(spread(i, 1) * 0.7, 4.6 + spread(i, 2) * 1.4, spread(i, 3) * 3.2),
      lifeS: 2.1 + spread(i, 4) * 0.5,
    };
  });

/** The monitor: a fan across the doorway, or a jet at the leak. */
export function MonitorSpray({ id, leak }: { id: string; leak: PlanPoint | null }) {
  const { source, stage } = useWorld();
  const at = stage.props[id]?.at;
  const fan = useMemo(() => (at ? fanDrops(at) : []), [at]);
  const jet = useMemo(() => (at ? jetDrops(at, leak ?? { x: at.x + 9, y: at.y + 8, z: 1 }) : []), [at, leak]);
  const state = () => propOf(source.getFrame(), id)?.state;
  return (
    <>
      <Spray drops={fan} on={() => state() === "curtain"} />
      <Spray drops={jet} on={() => state() === "leak"} />
    </>
  );
}

/** A sprinkler's umbrella or a hose's stream: what the run says now gives water. */
export function FireWater({ id }: { id: string }) {
  const { source, stage } = useWorld();
  const prop = stage.props[id];
  const drops = useMemo(() => (prop ? waterDrops(prop) : []), [prop]);
  return <Spray drops={drops} on={() => source.getFrame()?.fire?.water.includes(id) ?? false} />;
}

function waterDrops({ kind, at, faces }: PropView): Drop[] {
  const heading = (faces * Math.PI) / 180;
  return Array.from({ length: DROPS }, (_, i) => {
    const round = spread(i, 12) * 2 * Math.PI;
    const out = 0.4 + (spread(i, 13) + 0.5) * 2.2;
    const speed =
      kind === "sprinkler"
        ? new Vector3(Math.cos(round) * out, -0.6 + spread(i, 14), Math.sin(round) * out)
        : new Vector3(
            Math.sin(heading) * 9 + spread(i, 12) * 1.5,
            2.2 + spread(i, 13),
            -Math.cos(heading) * 9 + spread(i, 14) * 1.5,
          );
    return { start: new Vector3(at.x, at.z, -at.y), speed, lifeS: 0.7 + spread(i, 15) * 0.3 };
  });
}

const fanDrops = (at: PlanPoint): Drop[] =>
  Array.from({ length: DROPS }, (_, i) => {
    const side = spread(i, 5) * 1.9;
    return {
      start: new Vector3(at.x + 0.6, 1.25, -at.y - 0.4),
      speed: new Vector3(5.2 * Math.cos(side + 0.35), 5.4 + spread(i, 6) * 2, -5.2 * Math.sin(side + 0.35)),
      lifeS: 2.4 + spread(i, 7) * 0.5,
    };
  });

function jetDrops(at: PlanPoint, to: PlanPoint): Drop[] {
  const flightS = 1.15;
  const start = new Vector3(at.x + 0.4, 1.3, -at.y - 0.4);
  const speed = new Vector3(to.x - start.x, to.z - start.y + 2.2 * flightS * flightS, -to.y - start.z);
  speed.divideScalar(flightS);
  return Array.from({ length: DROPS }, (_, i) => ({
    start,
    speed: speed.clone().add(new Vector3(spread(i, 8), spread(i, 9), spread(i, 10)).multiplyScalar(0.7)),
    lifeS: flightS + spread(i, 11) * 0.15,
  }));
}
