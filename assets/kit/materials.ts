// The glTF materials of a stage, each made once and shared.
import type { Document, Material, Texture } from "@gltf-transform/core";
import { KHRMaterialsUnlit } from "@gltf-transform/extensions";
import type { MaterialName, SurfaceName } from "./model.ts";

export interface Pictures {
  readonly atlas: Buffer;
  readonly metallicRoughness: Buffer;
  readonly grains: ReadonlyMap<SurfaceName, Buffer>;
  readonly leaves: Buffer;
  readonly sky: Buffer;
}

const ROUGHNESS: Readonly<Record<SurfaceName, number>> = { plaster: 0.86, concrete: 0.66, asphalt: 0.92, grass: 1 };

export function materialMaker(document: Document, pictures: Pictures): (name: MaterialName) => Material {
  const made = new Map<MaterialName, Material>();
  const unlit = document.createExtension(KHRMaterialsUnlit);
  const texture = (name: string, image: Buffer): Texture =>
    document.createTexture(name).setImage(new Uint8Array(image)).setMimeType("image/webp");
  const make = (name: MaterialName): Material => {
    const material = document.createMaterial(name).setMetallicFactor(0).setRoughnessFactor(1);
    switch (name) {
      case "atlas":
        return material
          .setBaseColorTexture(texture("atlas", pictures.atlas))
          .setMetallicFactor(1)
          .setMetallicRoughnessTexture(texture("atlas-surface", pictures.metallicRoughness));
      case "plaster":
      case "concrete":
      case "asphalt":
      case "grass":
        return material
          .setBaseColorTexture(texture(name, pictures.grains.get(name) ?? Buffer.alloc(0)))
          .setRoughnessFactor(ROUGHNESS[name]);
      case "glass":
        return material
          .setBaseColorFactor([0.72, 0.84, 0.88, 0.16])
          .setRoughnessFactor(0.04)
          .setAlphaMode("BLEND")
          .setDoubleSided(true);
      case "liquid":
        return material.setRoughnessFactor(0.06).setMetallicFactor(0.15);
      case "screen":
        return material
          .setBaseColorFactor([0.02, 0.035, 0.05, 1])
          .setEmissiveFactor([0.012, 0.03, 0.045])
          .setRoughnessFactor(0.18);
      case "foliage":
        return material
          .setBaseColorTexture(texture("leaves", pictures.leaves))
          .setAlphaMode("MASK")
          .setAlphaCutoff(0.42)
          .setDoubleSided(true)
          .setExtension("KHR_materials_unlit", unlit.createUnlit());
      case "sky":
        return material
          .setBaseColorTexture(texture("sky", pictures.sky))
          .setExtension("KHR_materials_unlit", unlit.createUnlit());
      case "glow":
      case "far":
        return material.setExtension("KHR_materials_unlit", unlit.createUnlit());
    }
  };
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const fresh = make(name);
    made.set(name, fresh);
    return fresh;
  };
}
