// The table's near end: a plate for each jurisdiction, and on it its tax as a column, with a hollow one for before.
import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import {
  BoxGeometry,
  Color,
  EdgesGeometry,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshStandardMaterial,
} from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import type { CountryBar } from "../case/tax-bars.tsx";
import type { Grip } from "./case-grip.ts";
import { TABLE } from "./case-room-shape.ts";
import { BARS_AT, type BoardView, plateX } from "./case-view.ts";
import { openLabel } from "./label.ts";

const PARTS = [
  { part: "incomeTax", colour: "#4b9bd0" },
  { part: "withheld", colour: "#d9c8a5" },
  { part: "topUp", colour: "#ff9a7a" },
] as const;
const WIDE_M = 0.105;

const size = (amount: string | undefined): number => Math.max(0, Number(amount) || 0);
const whole = (bar: CountryBar | undefined): number =>
  bar ? PARTS.reduce((sum, { part }) => sum + size(bar[part]), 0) : 0;

export function CaseBars({ view, grip }: { view: BoardView; grip: Grip }) {
  const made = useMemo(() => build(view), [view]);
  useEffect(() => () => made.dispose(), [made]);
  useFrame(() => {
    for (const [id, plate] of made.plates) {
      const on = grip.held !== null && grip.pointed?.kind === "place" && grip.pointed.id === id;
      plate.color.set(on ? "#f0702a" : view.open.has(id) && grip.held !== null ? "#8a5a3a" : "#2b3a46");
    }
  });
  return <primitive object={made.group} />;
}

function build(view: BoardView) {
  const group = new Group();
  group.position.set(0, TABLE.topM + 0.006, BARS_AT.z);
  const ids = shownPlaces(view);
  const gap = ids.length > 1 ? plateX(1, ids.length) - plateX(0, ids.length) : 0.27;
  const most = Math.max(1, ...[...view.now, ...view.before].map(whole));
  const plates = new Map<string, MeshStandardMaterial>();
  const drop: (() => void)[] = [];
  const edges: EdgesGeometry[] = [];
  for (const [index, { id, name }] of ids.entries()) {
    const here = new Group();
    here.position.x = plateX(index, ids.length);
    const plate = new MeshStandardMaterial({ color: "#2b3a46", roughness: 0.4, metalness: 0.2 });
    const base = new Mesh(new BoxGeometry(gap * 0.9, 0.014, 0.3), plate);
    base.position.z = 0.03;
    base.userData["pick"] = { kind: "place", id };
    plates.set(id, plate);
    here.add(base);
    const now = view.now.find((bar) => bar.id === id);
    const before = view.before.find((bar) => bar.id === id);
    column(here, now, most, id);
    const hollow = before ? ghost(here.position.x, whole(before), most) : null;
    if (hollow) edges.push(hollow);
    const label = openLabel({
      ground: "rgba(243,234,214,0.96)",
      metresPerPixel: 0.00095,
    });
    label.write([
      { text: `${id} ${name}`, size: 30, colour: "#0f1b24", bold: true },
      { text: now ? view.money(now.total) : "–", size: 34, colour: "#22323f", bold: true },
    ]);
    label.mesh.scale.multiplyScalar(Math.min(1, (gap * 0.96) / label.mesh.scale.x));
    label.mesh.position.set(0, 0.045, 0.19);
    label.mesh.rotation.x = -0.55;
    label.mesh.userData["pick"] = { kind: "place", id };
    here.add(label.mesh);
    drop.push(label.dispose);
    group.add(here);
  }
  const frames = ghosts(edges);
  if (frames) group.add(frames);
  return {
    group,
    plates,
    dispose: () => {
      for (const one of drop) one();
      group.traverse((part) => (part instanceof Mesh || part instanceof LineSegments) && part.geometry.dispose());
      group.removeFromParent();
    },
  };
}

/** Places in use or with tax first, then those an entity may go to; no more than a table's end can carry. */
function shownPlaces(view: BoardView): readonly { id: string; name: string }[] {
  const used = new Set([
    ...view.chart.entities.map(({ place }) => place),
    ...[...view.now, ...view.before].map(({ id }) => id),
  ]);
  const names = new Map([...view.places, ...view.now, ...view.before].map(({ id, name }) => [id, name]));
  const ids = [...new Set([...[...names.keys()].filter((id) => used.has(id)), ...view.open])];
  return ids.slice(0, 11).map((id) => ({ id, name: names.get(id) ?? id }));
}

const tall = (amount: number, most: number): number => (amount / most) * BARS_AT.mostHighM;

/** One mesh a country, its parts told by the colour of their corners. */
function column(here: Group, bar: CountryBar | undefined, most: number, id: string): void {
  if (!bar) return;
  let from = 0.007;
  const boxes: BoxGeometry[] = [];
  for (const { part, colour } of PARTS) {
    const high = tall(size(bar[part]), most);
    if (high < 0.0005) continue;
    const box = new BoxGeometry(WIDE_M, high, WIDE_M).translate(0, from + high / 2, -0.02);
    const { r, g, b } = new Color(colour);
    const corners = box.getAttribute("position").count;
    box.setAttribute("color", new Float32BufferAttribute(Array(corners).fill([r, g, b]).flat(), 3));
    boxes.push(box);
    from += high;
  }
  const merged = boxes.length > 0 ? mergeGeometries(boxes) : null;
  if (!merged) return;
  const paint = new MeshStandardMaterial({ vertexColors: true, emissive: "#2a2a2a", roughness: 0.35 });
  const stack = new Mesh(merged, paint);
  stack.userData["pick"] = { kind: "place", id };
  here.add(stack);
}

/** The edges of a hollow column; all of them are drawn as one. */
function ghost(x: number, amount: number, most: number): EdgesGeometry | null {
  const high = tall(amount, most);
  if (high < 0.002) return null;
  const box = new BoxGeometry(WIDE_M * 1.18, high, WIDE_M * 1.18);
  const edges = new EdgesGeometry(box);
  box.dispose();
  edges.translate(x, 0.007 + high / 2, -0.02);
  return edges;
}

function ghosts(edges: readonly EdgesGeometry[]): LineSegments | null {
  const merged = edges.length > 0 ? mergeGeometries([...edges]) : null;
  const look = { color: "#e9eff3", transparent: true, opacity: 0.8, toneMapped: false };
  return merged && new LineSegments(merged, new LineBasicMaterial(look));
}
