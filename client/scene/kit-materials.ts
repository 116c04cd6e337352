// The materials of the model kit as three.js draws them, for stages that bring no pictures of their own.
import {
  DoubleSide,
  type Material,
  MeshBasicMaterial,
  MeshStandardMaterial,
  RepeatWrapping,
  type Texture,
} from "three";
import { type MaterialName, SURFACES, type SurfaceName } from "../../assets/kit/model.ts";
import { loadPicture } from "./built-assets.ts";

const ROUGHNESS: Readonly<Record<SurfaceName, number>> = { plaster: 0.86, concrete: 0.72, asphalt: 0.92, grass: 1 };

export type KitMaterials = (name: MaterialName) => Material;

let loading: Promise<KitMaterials> | null = null;

export function loadKitMaterials(): Promise<KitMaterials> {
  loading ??= open();
  return loading;
}

async function open(): Promise<KitMaterials> {
  const names = ["atlas", "atlas-surface", "leaves", "sky", ...SURFACES] as const;
  const found = await Promise.all(names.map((name) => loadPicture(`kit/${name}.webp`)));
  const pictures = new Map<string, Texture | null>(names.map((name, i) => [name, found[i] ?? null]));
  for (const [name, picture] of pictures) {
    if (!picture) continue;
    picture.flipY = false;
    picture.anisotropy = 4;
    picture.wrapS = picture.wrapT = RepeatWrapping;
    if (name === "atlas-surface") picture.colorSpace = "";
    picture.needsUpdate = true;
  }
  const made = new Map<MaterialName, Material>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const fresh = make(name, (picture) => pictures.get(picture) ?? null);
    fresh.name = name;
    made.set(name, fresh);
    return fresh;
  };
}

function make(name: MaterialName, picture: (name: string) => Texture | null): Material {
  switch (name) {
    case "atlas": {
      const surface = picture("atlas-surface");
      return new MeshStandardMaterial({
        map: picture("atlas"),
        metalnessMap: surface,
        roughnessMap: surface,
        metalness: 1,
        roughness: 1,
      });
    }
    case "plaster":
    case "concrete":
    case "asphalt":
    case "grass":
      return new MeshStandardMaterial({
        map: picture(name),
        roughness: ROUGHNESS[name],
        metalness: 0,
        vertexColors: true,
        shadowSide: DoubleSide,
      });
    case "glass":
      return new MeshStandardMaterial({
        color: "#dcecf0",
        transparent: true,
        opacity: 0.16,
        roughness: 0.04,
        metalness: 0,
        side: DoubleSide,
        depthWrite: false,
      });
    case "liquid":
      return new MeshStandardMaterial({ roughness: 0.06, metalness: 0.15, vertexColors: true });
    case "screen":
      return new MeshStandardMaterial({ color: "#0a1016", emissive: "#0b2430", roughness: 0.18, metalness: 0 });
    case "foliage":
      return new MeshBasicMaterial({ map: picture("leaves"), alphaTest: 0.42, side: DoubleSide, vertexColors: true });
    case "sky":
      return new MeshBasicMaterial({ map: picture("sky"), fog: false });
    case "glow":
    case "far":
      return new MeshBasicMaterial({ vertexColors: true });
  }
}
