// The built stage: its model with light baked in, and the parts that move, by name.
import {
  type IUniform,
  LinearFilter,
  type Material,
  type Mesh,
  MeshStandardMaterial,
  type Object3D,
  ShaderChunk,
  SRGBColorSpace,
  type Texture,
  TextureLoader,
} from "three";
import type { StageAnchors } from "../../assets/kit/anchors.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { handBuilt } from "./anchors.ts";
import { builtUrl, isMesh, loadModel } from "./built-assets.ts";

export type StageModel = {
  readonly root: Object3D;
  readonly anchors: StageAnchors;
  readonly part: (node: string) => Object3D | null;
  /** Whether the sun lights the stage itself, with its shadows; a stage with light maps has them baked in. */
  readonly sunlit: boolean;
};

/** How much of the surroundings a baked surface mirrors; its diffuse light is in the light map already. */
const SHEEN = 0.35;
const stages = new Map<string, Promise<StageModel>>();

/** A stage that was built by hand is loaded by its model's name, any other is put together from its rooms and props. */
export function loadStage(stage: StageView): Promise<StageModel> {
  const anchors = handBuilt(stage.model);
  const key = anchors
    ? stage.model
    : JSON.stringify([stage.model, stage.bounds, stage.rooms, stage.doors, stage.props]);
  const known = stages.get(key);
  if (known !== undefined) return known;
  const loading = anchors ? open(stage, anchors) : putTogether(stage);
  stages.set(key, loading);
  return loading;
}

/** Loaded apart: whoever plays on a built stage need not fetch what puts others together. */
const putTogether = async (stage: StageView): Promise<StageModel> => (await import("./site-model.ts")).buildSite(stage);

async function open(stage: StageView, anchors: StageAnchors): Promise<StageModel> {
  const loaded = await loadModel(`${stage.model}.glb`);
  if (!loaded) return putTogether(stage);
  const root = loaded.scene;
  await lightUp(root);
  freezeStill(root);
  const parts = new Map<string, Object3D>();
  root.traverse((object) => parts.set(object.name, object));
  return { root, anchors, part: (node) => parts.get(node) ?? null, sunlit: false };
}

/** Meshes name their light map in their extras; meshes that share material and light map share the clone. */
async function lightUp(root: Object3D): Promise<void> {
  const meshes: Mesh[] = [];
  root.traverse((object) => isMesh(object) && meshes.push(object));
  const maps = new Map<string, Promise<Texture | null>>();
  const clones = new Map<string, Material>();
  await Promise.all(
    meshes.map(async (mesh) => {
      const file: unknown = mesh.userData["lightMap"];
      const material = mesh.material;
      if (typeof file !== "string" || !(material instanceof MeshStandardMaterial)) return;
      const waiting = maps.get(file) ?? loadLightMap(file);
      maps.set(file, waiting);
      const lightMap = await waiting;
      if (!lightMap) return;
      const key = `${material.uuid} ${file}`;
      const lit = clones.get(key) ?? litClone(material, lightMap, Number(mesh.userData["lightMapIntensity"] ?? 1));
      clones.set(key, lit);
      mesh.material = lit;
    }),
  );
}

async function loadLightMap(file: string): Promise<Texture | null> {
  const url = builtUrl(file);
  if (!url) return null;
  const texture = await new TextureLoader().loadAsync(url);
  texture.flipY = false;
  texture.channel = 1;
  texture.colorSpace = SRGBColorSpace;
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  return texture;
}

function litClone(material: MeshStandardMaterial, lightMap: Texture, intensity: number): Material {
  const lit = material.clone();
  lit.lightMap = lightMap;
  lit.lightMapIntensity = intensity;
  lit.envMapIntensity = SHEEN;
  lit.onBeforeCompile = withoutAmbient;
  lit.customProgramCacheKey = () => "baked";
  return lit;
}

/** The surroundings and the sun would light a baked surface a second time: only their reflection stays. */
function withoutAmbient(shader: { fragmentShader: string; uniforms: Record<string, IUniform> }): void {
  const leaveOut = (name: "lights_fragment_maps" | "lights_fragment_begin", what: string, by: string): void => {
    const chunk = ShaderChunk[name];
    if (!chunk.includes(what)) throw new Error(`three's ${name} has changed: look at withoutAmbient`);
    shader.fragmentShader = shader.fragmentShader.replace(`#include <${name}>`, chunk.replace(what, by));
  };
  leaveOut("lights_fragment_maps", "iblIrradiance += getIBLIrradiance( geometryNormal );", "");
  leaveOut("lights_fragment_begin", "#if ( NUM_DIR_LIGHTS > 0 )", "#if ( 0 > 0 )");
}

/** Matrices of what never moves are worked out once; parts that move are named dyn_. */
function freezeStill(root: Object3D): void {
  root.updateMatrixWorld(true);
  root.traverse((object) => {
    const moves = object.name.startsWith("dyn_") || hasMovingParent(object);
    object.matrixAutoUpdate = moves;
  });
}

function hasMovingParent(object: Object3D): boolean {
  for (let up = object.parent; up; up = up.parent) if (up.name.startsWith("dyn_")) return true;
  return false;
}
