/// <reference types="vite/client" />
// Addresses and loaders of the built models and pictures; everything is served by our own host.

import type { AnimationClip } from "three";
import { type Group, type Object3D, SRGBColorSpace, type Texture, TextureLoader } from "three";
import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { CLIPS_FILE } from "../../assets/people/clip-table.ts";

const URLS = import.meta.glob<string>("../../assets/built/**/*.{glb,webp}", {
  query: "?url",
  import: "default",
  eager: true,
});

export const builtUrl = (path: string): string | null => URLS[`../../assets/built/${path}`] ?? null;

export type LoadedModel = { readonly scene: Group; readonly animations: readonly AnimationClip[] };

const models = new Map<string, Promise<LoadedModel | null>>();
const pictures = new Map<string, Promise<Texture | null>>();

/** Null when this build has no such model: the scene shows what it has. */
export function loadModel(path: string): Promise<LoadedModel | null> {
  const known = models.get(path);
  if (known !== undefined) return known;
  const url = builtUrl(path);
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  const loading = url ? loader.loadAsync(url) : Promise.resolve(null);
  models.set(path, loading);
  return loading;
}

/** A person's model with the clips all figures share. */
export async function loadFigure(figure: string): Promise<LoadedModel | null> {
  const [model, clips] = await Promise.all([loadModel(`people/${figure}.glb`), loadModel(CLIPS_FILE)]);
  return model ? { scene: model.scene, animations: clips?.animations ?? [] } : null;
}

export function loadPicture(path: string): Promise<Texture | null> {
  const known = pictures.get(path);
  if (known !== undefined) return known;
  const url = builtUrl(path);
  const loading = url ? new TextureLoader().loadAsync(url).then(asColour) : Promise.resolve(null);
  pictures.set(path, loading);
  return loading;
}

function asColour(texture: Texture): Texture {
  texture.colorSpace = SRGBColorSpace;
  return texture;
}

export const isMesh = (object: Object3D): object is import("three").Mesh => "isMesh" in object;
