// The boardroom's parts as geometry by material: table, chairs, panelling, windows; metres, y up, table along x.
import {
  BoxGeometry,
  type BufferGeometry,
  CylinderGeometry,
  ExtrudeGeometry,
  LatheGeometry,
  Matrix4,
  PlaneGeometry,
  Shape,
  Vector2,
  Vector3,
} from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";

export const ROOM = { halfX: 4.5, halfZ: 3.2, height: 3 } as const;
/** The table's top, and half its sides. */
export const TABLE = { topM: 0.76, halfX: 2.15, halfZ: 0.98 } as const;
export const WINDOWS = [-2.85, 0, 2.85].map((x) => ({ x, width: 2.4, low: 0.5, high: 2.5 }));
/** The screen on the right-hand wall: its middle and sides. */
export const SCREEN = { x: 2.7, y: 1.8, z: 3.14, width: 2.7, height: 1.39 } as const;

export type RoomMaterial =
  | "walnut"
  | "leather"
  | "chrome"
  | "gold"
  | "dark"
  | "white"
  | "pot"
  | "leaf"
  | "oak"
  | "glow";
export type RoomParts = ReadonlyMap<RoomMaterial, BufferGeometry>;

export function roomParts(): RoomParts {
  const bins = new Map<RoomMaterial, BufferGeometry[]>();
  const put = (material: RoomMaterial, geometry: BufferGeometry, at: Matrix4 = new Matrix4()) => {
    const plain = geometry.index ? geometry.toNonIndexed() : geometry;
    plain.applyMatrix4(at);
    bins.set(material, [...(bins.get(material) ?? []), plain]);
  };
  const box = (material: RoomMaterial, x: number, y: number, z: number, sx: number, sy: number, sz: number) =>
    put(material, new BoxGeometry(sx, sy, sz), new Matrix4().makeTranslation(x, y, z));
  walls(box);
  table(put, box);
  for (const x of [-1.25, 0, 1.25]) for (const side of [-1, 1]) chair(put, x, side * 1.62, side > 0 ? Math.PI : 0);
  chair(put, 2.85, 0, -Math.PI / 2);
  sideboard(put, box);
  for (const [x, z] of [
    [4.05, -2.7],
    [4.05, 2.7],
    [-4, -2.7],
  ] as const)
    plant(put, x, z);
  return new Map(
    [...bins].map(([material, list]) => {
      const merged = mergeGeometries(list);
      if (!merged) throw new Error(`the parts of ${material} do not fit together`);
      return [material, merged];
    }),
  );
}

type Put = (material: RoomMaterial, geometry: BufferGeometry, at?: Matrix4) => void;
type Box = (material: RoomMaterial, x: number, y: number, z: number, sx: number, sy: number, sz: number) => void;

function walls(box: Box): void {
  const { halfX, halfZ, height } = ROOM;
  const slats = 54;
  for (let i = 0; i < slats; i += 1)
    box(
      "walnut",
      halfX - 0.03,
      height / 2,
      -halfZ + 0.06 + (i * (2 * halfZ - 0.12)) / (slats - 1),
      0.045,
      height - 0.02,
      0.074,
    );
  box("dark", halfX - 0.005, height / 2, 0, 0.01, height, halfZ * 2);
  box("dark", SCREEN.x, SCREEN.y, SCREEN.z + 0.035, SCREEN.width + 0.08, SCREEN.height + 0.08, 0.05);
  for (const { x, width, low, high } of WINDOWS) {
    for (const edge of [x - width / 2, x, x + width / 2])
      box("dark", edge, (low + high) / 2, -halfZ + 0.03, 0.05, high - low, 0.09);
    for (const edge of [low, high]) box("dark", x, edge, -halfZ + 0.03, width, 0.05, 0.09);
    box("white", x, low - 0.04, -halfZ + 0.09, width + 0.1, 0.04, 0.2);
  }
  for (const z of [-halfZ + 0.01, halfZ - 0.01]) box("dark", 0, 0.05, z, halfX * 2, 0.1, 0.02);
  box("dark", -halfX + 0.01, 0.05, 0, 0.02, 0.1, halfZ * 2);
  for (const z of [-0.95, 0.95]) {
    box("white", 0, height - 0.02, z, 4.8, 0.04, 0.18);
    box("glow", 0, height - 0.045, z, 4.7, 0.012, 0.11);
  }
  for (let i = 0; i < 5; i += 1) box("glow", halfX - 0.42, height - 0.008, -2.4 + i * 1.2, 0.12, 0.012, 0.12);
}

function table(put: Put, box: Box): void {
  const { halfX, halfZ, topM } = TABLE;
  const outline = (grow: number) => {
    const shape = new Shape();
    const [a, r] = [halfX + grow, halfZ + grow];
    shape.moveTo(-a + r, -r);
    shape.lineTo(a - r, -r);
    shape.absarc(a - r, 0, r, -Math.PI / 2, Math.PI / 2, false);
    shape.lineTo(-a + r, r);
    shape.absarc(-a + r, 0, r, Math.PI / 2, Math.PI * 1.5, false);
    return shape;
  };
  const top = new ExtrudeGeometry(outline(-0.012), {
    depth: 0.028,
    bevelEnabled: true,
    bevelSize: 0.012,
    bevelThickness: 0.01,
    bevelSegments: 2,
    curveSegments: 36,
  });
  put("walnut", top.rotateX(-Math.PI / 2), new Matrix4().makeTranslation(0, topM - 0.04, 0));
  const band = new ExtrudeGeometry(outline(-0.05), { depth: 0.05, bevelEnabled: false, curveSegments: 36 });
  put("dark", band.rotateX(-Math.PI / 2), new Matrix4().makeTranslation(0, topM - 0.1, 0));
  for (const x of [-1.05, 1.05]) {
    box("dark", x, 0.36, 0, 0.62, 0.66, 0.8);
    box("chrome", x, 0.02, 0, 0.95, 0.04, 1.15);
  }
  const ring = [
    new Vector2(0.3, 0),
    new Vector2(0.335, 0),
    new Vector2(0.335, 0.016),
    new Vector2(0.3, 0.02),
    new Vector2(0, 0.02),
  ];
  put("gold", new LatheGeometry(ring, 56), new Matrix4().makeTranslation(0, topM, 0));
  for (const x of [-1.25, 0, 1.25]) {
    for (const side of [-1, 1]) {
      box("white", x, topM + 0.004, side * 0.74, 0.21, 0.005, 0.3);
      // None where the plates stand.
      if (x < 0) continue;
      const glass = [new Vector2(0, 0), new Vector2(0.03, 0), new Vector2(0.034, 0.1), new Vector2(0.03, 0.1)];
      put("chrome", new LatheGeometry(glass, 14), new Matrix4().makeTranslation(x + 0.2, topM, side * 0.7));
    }
  }
}

function chair(put: Put, x: number, z: number, turn: number): void {
  const here = new Matrix4().makeRotationY(turn).setPosition(x, 0, z);
  const at = (px: number, py: number, pz: number, tilt = 0) =>
    here.clone().multiply(new Matrix4().makeRotationX(tilt).setPosition(px, py, pz));
  put("leather", new BoxGeometry(0.52, 0.09, 0.52), at(0, 0.47, 0));
  put("leather", new BoxGeometry(0.48, 0.66, 0.075), at(0, 0.84, -0.27, -0.12));
  for (const side of [-1, 1]) {
    put("chrome", new BoxGeometry(0.03, 0.026, 0.36), at(side * 0.28, 0.67, -0.04));
    put("chrome", new BoxGeometry(0.03, 0.2, 0.03), at(side * 0.28, 0.57, 0.1));
  }
  put("chrome", new CylinderGeometry(0.028, 0.028, 0.36, 10), at(0, 0.26, 0));
  for (let k = 0; k < 5; k += 1) {
    const spoke = here.clone().multiply(new Matrix4().makeRotationY((k * 2 * Math.PI) / 5));
    put(
      "chrome",
      new BoxGeometry(0.3, 0.03, 0.045),
      spoke.clone().multiply(new Matrix4().makeTranslation(0.15, 0.075, 0)),
    );
    put(
      "dark",
      new CylinderGeometry(0.028, 0.028, 0.04, 10).rotateX(Math.PI / 2),
      spoke.multiply(new Matrix4().makeTranslation(0.29, 0.03, 0)),
    );
  }
}

function sideboard(put: Put, box: Box): void {
  const z = ROOM.halfZ - 0.24;
  box("oak", 0.2, 0.4, z, 4.2, 0.76, 0.44);
  box("walnut", 0.2, 0.795, z, 4.26, 0.03, 0.48);
  for (let i = 0; i < 6; i += 1) box("walnut", -1.55 + i * 0.7, 0.4, z - 0.225, 0.008, 0.7, 0.012);
  const vase = [
    [0, 0],
    [0.07, 0],
    [0.1, 0.15],
    [0.05, 0.26],
    [0.062, 0.3],
  ].map(([r, h]) => new Vector2(r, h));
  put("gold", new LatheGeometry(vase, 24), new Matrix4().makeTranslation(1.4, 0.81, z));
  put("pot", new LatheGeometry(vase, 24), new Matrix4().makeScale(0.85, 0.7, 0.85).setPosition(1.7, 0.81, z + 0.02));
  for (let i = 0; i < 7; i += 1)
    box(i % 3 === 0 ? "gold" : i % 2 ? "pot" : "leather", -0.9 + i * 0.062, 0.95, z, 0.054, 0.28 - (i % 3) * 0.02, 0.2);
}

function plant(put: Put, x: number, z: number): void {
  const pot = [
    new Vector2(0, 0),
    new Vector2(0.17, 0),
    new Vector2(0.21, 0.42),
    new Vector2(0.18, 0.4),
    new Vector2(0, 0.38),
  ];
  put("pot", new LatheGeometry(pot, 24), new Matrix4().makeTranslation(x, 0, z));
  for (let k = 0; k < 30; k += 1) {
    const leaf = new PlaneGeometry(0.07, 0.7, 1, 4);
    const spots = leaf.getAttribute("position");
    for (let i = 0; i < spots.count; i += 1) {
      const along = (spots.getY(i) + 0.35) / 0.7;
      spots.setX(i, spots.getX(i) * Math.sin(Math.PI * (0.12 + along * 0.86)));
      spots.setZ(i, along * along * 0.22);
    }
    leaf.translate(0, 0.35, 0);
    leaf.computeVertexNormals();
    const at = new Matrix4()
      .makeRotationY(k * 2.399)
      .multiply(new Matrix4().makeRotationX(0.2 + 0.6 * ((k * 0.37) % 1)))
      .scale(new Vector3(1, 0.75 + 0.5 * ((k * 0.618) % 1), 1))
      .setPosition(x, 0.38, z);
    put("leaf", leaf, at);
  }
}
