// The globe of jurisdictions over the table: land as dots without borders, pins with names from data, flows as arcs.
import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import {
  AdditiveBlending,
  BackSide,
  BufferGeometry,
  CircleGeometry,
  Group,
  InstancedMesh,
  LineBasicMaterial,
  LineSegments,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  QuadraticBezierCurve3,
  Quaternion,
  ShaderMaterial,
  SphereGeometry,
  TubeGeometry,
  Vector3,
} from "three";
import { FLOW_LOOK, flowWidth, largestFlow } from "../case/chart.ts";
import { isLand, placeOf } from "./case-land.ts";
import { type BoardView, GLOBE_AT, onGlobe } from "./case-view.ts";
import { openLabel } from "./label.ts";

const DOTS = 11000;

export function CaseGlobe({ view }: { view: BoardView }) {
  const still = useMemo(earth, []);
  const alive = useMemo(() => livePart(view), [view]);
  useEffect(() => () => alive.dispose(), [alive]);
  const turn = useMemo(() => turnTowards(view), [view]);
  const globe = useMemo(() => {
    const group = new Group();
    group.position.set(0, GLOBE_AT.y, GLOBE_AT.z);
    group.scale.setScalar(GLOBE_AT.radius);
    return group;
  }, []);
  useFrame((_, deltaS) => {
    globe.quaternion.slerp(turn, 1 - Math.exp(-3 * Math.min(deltaS, 0.1)));
    globe.updateMatrixWorld();
    for (const label of alive.labels) label.quaternion.copy(globe.quaternion).invert();
  });
  return (
    <primitive object={globe}>
      <primitive object={still} />
      <primitive object={alive.group} />
    </primitive>
  );
}

function earth(): Group {
  const group = new Group();
  const water = new MeshStandardMaterial({
    color: "#103a5e",
    roughness: 0.35,
    emissive: "#0a2740",
    emissiveIntensity: 0.9,
  });
  group.add(new Mesh(new SphereGeometry(1, 48, 32), water), landDots(), graticule(), halo());
  return group;
}

/** Dots spread evenly by the golden angle, kept where there is land. */
function landDots(): InstancedMesh {
  const places: Matrix4[] = [];
  const [up, normal, turn] = [new Vector3(0, 0, 1), new Vector3(), new Quaternion()];
  for (let i = 0; i < DOTS; i += 1) {
    const latitude = (Math.asin(1 - (2 * (i + 0.5)) / DOTS) * 180) / Math.PI;
    const longitude = ((i * 137.50776) % 360) - 180;
    if (!isLand(longitude, latitude)) continue;
    onGlobe(longitude, latitude, normal);
    places.push(
      new Matrix4().compose(
        normal.clone().multiplyScalar(1.004),
        turn.setFromUnitVectors(up, normal).clone(),
        new Vector3(1, 1, 1),
      ),
    );
  }
  const dots = new InstancedMesh(
    new CircleGeometry(0.0145, 6),
    new MeshBasicMaterial({ color: "#8fd3f2", toneMapped: false }),
    places.length,
  );
  for (const [index, place] of places.entries()) dots.setMatrixAt(index, place);
  return dots;
}

function graticule(): LineSegments {
  const points: Vector3[] = [];
  const arc = (at: (step: number) => Vector3) => {
    for (let i = 0; i < 48; i += 1) points.push(at(i / 48), at((i + 1) / 48));
  };
  for (let lat = -60; lat <= 60; lat += 30) arc((step) => onGlobe(step * 360, lat).multiplyScalar(1.002));
  for (let lon = 0; lon < 180; lon += 30) arc((step) => onGlobe(lon, step * 360).multiplyScalar(1.002));
  return new LineSegments(
    new BufferGeometry().setFromPoints(points),
    new LineBasicMaterial({ color: "#3f7fae", transparent: true, opacity: 0.45, toneMapped: false }),
  );
}

/** A thin bright rim, as air around a lit globe. */
function halo(): Mesh {
  const material = new ShaderMaterial({
    side: BackSide,
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    vertexShader:
      "varying vec3 n; varying vec3 v; void main(){ vec4 p = modelViewMatrix * vec4(position,1.); n = normalize(normalMatrix*normal); v = normalize(p.xyz); gl_Position = projectionMatrix*p; }",
    fragmentShader:
      "varying vec3 n; varying vec3 v; void main(){ float f = pow(clamp(dot(n,v),0.,1.),2.2); gl_FragColor = vec4(.36,.68,.95,1.)*f*.75; }",
  });
  return new Mesh(new SphereGeometry(1.14, 40, 28), material);
}

function livePart(view: BoardView) {
  const group = new Group();
  const labels: Group[] = [];
  const drop: (() => void)[] = [];
  const used = new Set(view.chart.entities.map(({ place }) => place));
  for (const { id, name } of view.places) {
    const at = placeOf(id);
    if (!at) continue;
    const normal = onGlobe(at[0], at[1]);
    const open = view.open.has(id);
    const pin = new Mesh(
      new SphereGeometry(open ? 0.05 : used.has(id) ? 0.034 : 0.022, 14, 10),
      new MeshBasicMaterial({ color: open ? "#f0702a" : used.has(id) ? "#d9c8a5" : "#7f9bad", toneMapped: false }),
    );
    pin.position.copy(normal).multiplyScalar(1.02);
    pin.userData["pick"] = { kind: "place", id };
    group.add(pin);
    if (!used.has(id) && !open) continue;
    const label = openLabel({ ground: "rgba(15,27,36,0.86)", metresPerPixel: 0.0042 });
    label.write([{ text: name, size: 26, colour: open ? "#ffb48a" : "#f3ead6", bold: true }]);
    const holder = new Group();
    holder.position.copy(normal).multiplyScalar(1.14);
    holder.add(label.mesh);
    label.mesh.position.z = 0.02;
    labels.push(holder);
    group.add(holder);
    drop.push(label.dispose);
  }
  for (const arc of flowArcsOf(view)) group.add(arc);
  return {
    group,
    labels,
    dispose: () => {
      for (const one of drop) one();
      group.traverse((part) => part instanceof Mesh && part.geometry.dispose());
      group.removeFromParent();
    },
  };
}

function flowArcsOf({ chart }: BoardView): Mesh[] {
  const home = new Map(chart.entities.map(({ id, place }) => [id, place]));
  const largest = largestFlow(chart.flows);
  return chart.flows.flatMap(({ kind, from, to, amount }) => {
    const [start, end] = [placeOf(home.get(from) ?? ""), placeOf(home.get(to) ?? "")];
    if (!start || !end || start === end) return [];
    const [a, b] = [onGlobe(start[0], start[1]), onGlobe(end[0], end[1])];
    const rise = 1.06 + 0.34 * a.distanceTo(b);
    const middle = a.clone().add(b).normalize().multiplyScalar(rise);
    const curve = new QuadraticBezierCurve3(a.multiplyScalar(1.01), middle, b.multiplyScalar(1.01));
    const tube = new TubeGeometry(curve, 24, 0.004 + 0.0011 * flowWidth(amount, largest), 6);
    return [new Mesh(tube, new MeshBasicMaterial({ color: FLOW_LOOK[kind].colour, toneMapped: false }))];
  });
}

/** Turns the middle of the places in use towards the viewer, north up, a little from above. */
function turnTowards({ chart }: BoardView): Quaternion {
  const sum = new Vector3();
  for (const { place } of chart.entities) {
    const at = placeOf(place);
    if (at) sum.add(onGlobe(at[0], at[1]));
  }
  if (sum.lengthSq() < 1e-6) sum.set(0, 0, 1);
  sum.normalize();
  const longitude = Math.atan2(sum.x, sum.z);
  const latitude = Math.asin(Math.max(-1, Math.min(1, sum.y)));
  const tilt = Math.min(0.75, Math.max(-0.2, latitude - 0.18));
  return new Quaternion()
    .setFromAxisAngle(new Vector3(1, 0, 0), tilt)
    .multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), -longitude));
}
