// The boardroom around the table: lit floor and walls, panelling, windows, chairs, and the screen on the far wall.
import { useEffect, useMemo } from "react";
import {
  type BufferGeometry,
  CanvasTexture,
  Color,
  DoubleSide,
  Group,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  PlaneGeometry,
  RepeatWrapping,
  SRGBColorSpace,
  type Texture,
} from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import { litPlane } from "./case-room-light.ts";
import { ROOM, type RoomMaterial, roomParts, WINDOWS } from "./case-room-shape.ts";

const LOOKS: Readonly<Record<RoomMaterial, { colour: string; roughness: number; metalness?: number }>> = {
  walnut: { colour: "#6a4a35", roughness: 0.42 },
  leather: { colour: "#1d2126", roughness: 0.55 },
  chrome: { colour: "#c9ced2", roughness: 0.22, metalness: 0.9 },
  gold: { colour: "#c9a35a", roughness: 0.3, metalness: 0.85 },
  dark: { colour: "#22262b", roughness: 0.6 },
  white: { colour: "#eceae4", roughness: 0.7 },
  pot: { colour: "#d7d9d8", roughness: 0.5 },
  leaf: { colour: "#3f7d4b", roughness: 0.7 },
  oak: { colour: "#a78563", roughness: 0.5 },
  glow: { colour: "#fff4e2", roughness: 1 },
};

export function CaseRoom() {
  const room = useMemo(build, []);
  useEffect(() => () => room.traverse((part) => part instanceof Mesh && part.geometry.dispose()), [room]);
  return (
    <>
      <primitive object={room} />
      <ambientLight intensity={0.35} color="#e9eef5" />
      <directionalLight position={[1.5, 3.2, -3]} intensity={1.15} color="#dfeaf6" />
      <directionalLight position={[-2, 4, 2.5]} intensity={0.75} color="#ffe9cf" />
    </>
  );
}

function build(): Group {
  const group = new Group();
  group.name = "boardroom";
  for (const [name, geometry] of roomParts()) {
    const { colour, roughness, metalness = 0 } = LOOKS[name];
    const material =
      name === "glow"
        ? new MeshBasicMaterial({ color: colour, toneMapped: false })
        : new MeshStandardMaterial({ color: colour, roughness, metalness, envMapIntensity: 0.8 });
    if (name === "leaf") material.side = DoubleSide;
    group.add(new Mesh(geometry, material));
  }
  for (const mesh of shell()) group.add(mesh);
  group.traverse((part) => {
    part.matrixAutoUpdate = false;
    part.updateMatrix();
  });
  return group;
}

function shell(): Mesh[] {
  const { halfX, halfZ, height } = ROOM;
  const turned = (x: number, y: number, z: number, rx: number, ry: number) =>
    new Matrix4()
      .makeTranslation(x, y, z)
      .multiply(new Matrix4().makeRotationY(ry))
      .multiply(new Matrix4().makeRotationX(rx));
  const wall = new Color("#cfccc6");
  const plaster: BufferGeometry[] = [
    litPlane(halfX * 2, halfZ * 2, turned(0, height, 0, Math.PI / 2, 0), new Color("#dcdad5")),
    litPlane(halfX * 2, height, turned(0, height / 2, halfZ, 0, Math.PI), wall),
    litPlane(halfZ * 2, height, turned(-halfX, height / 2, 0, 0, Math.PI / 2), wall),
    ...windowWall(turned, wall),
  ];
  const floor = litPlane(halfX * 2, halfZ * 2, turned(0, 0, 0, -Math.PI / 2, 0), new Color("#5d6b7a"));
  const lit = (map: Texture | null) => new MeshBasicMaterial({ vertexColors: true, map });
  const merged = mergeGeometries(plaster);
  if (!merged) throw new Error("the walls do not fit together");
  return [new Mesh(merged, lit(grain(240, 6, 9))), new Mesh(floor, lit(grain(214, 36, 26))), ...views()];
}

/** The wall with three windows, in pieces beside, over and under them. */
function windowWall(
  turned: (x: number, y: number, z: number, rx: number, ry: number) => Matrix4,
  paint: Color,
): PlaneGeometry[] {
  const { halfX, halfZ, height } = ROOM;
  const piece = (from: number, to: number, low: number, high: number) =>
    litPlane(to - from, high - low, turned((from + to) / 2, (low + high) / 2, -halfZ, 0, 0), paint);
  const pieces: PlaneGeometry[] = [];
  let from: number = -halfX;
  for (const { x, width, low, high } of WINDOWS) {
    const [left, right] = [x - width / 2, x + width / 2];
    pieces.push(piece(from, left, 0, height), piece(left, right, 0, low), piece(left, right, high, height));
    from = right;
  }
  pieces.push(piece(from, halfX, 0, height));
  return pieces;
}

/** Morning sky over a hazy city, behind the windows. */
function views(): Mesh[] {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [512, 256];
  const pen = canvas.getContext("2d");
  if (pen) {
    const sky = pen.createLinearGradient(0, 0, 0, 256);
    sky.addColorStop(0, "#b9d2e6");
    sky.addColorStop(0.62, "#e8eef0");
    sky.addColorStop(1, "#dcdcd6");
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 512, 256);
    for (const [row, shade] of ["#cbd6dd", "#b4c3cd", "#9aadb9"].entries()) {
      pen.fillStyle = shade;
      for (let i = 0; i < 26; i += 1) {
        const seed = (i * 0.618 + row * 0.37) % 1;
        const tall = 26 + 62 * ((seed * 7.3) % 1) - row * 12;
        pen.fillRect(i * 21 + seed * 12 - 8, 214 + row * 12 - tall, 11 + 13 * ((seed * 3.1) % 1), tall + 60);
      }
    }
  }
  const map = new CanvasTexture(canvas);
  map.colorSpace = SRGBColorSpace;
  const mesh = new Mesh(new PlaneGeometry(ROOM.halfX * 2.6, 3.4), new MeshBasicMaterial({ map, toneMapped: false }));
  mesh.position.set(0, 1.7, -ROOM.halfZ - 0.9);
  return [mesh];
}

/** A fine grain of paint or carpet, `light` in the middle and `spread` about it, 0 to 255. */
function grain(light: number, spread: number, repeat: number): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 128;
  const pen = canvas.getContext("2d");
  if (pen) {
    const picture = pen.createImageData(128, 128);
    let seed = 7;
    for (let i = 0; i < picture.data.length; i += 4) {
      seed = (seed * 16807) % 2147483647;
      const shade = light + ((seed / 2147483647) * 2 - 1) * spread;
      picture.data.set([shade, shade, shade, 255], i);
    }
    pen.putImageData(picture, 0, 0);
  }
  const texture = new CanvasTexture(canvas);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.repeat.set(repeat, repeat);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  return texture;
}
