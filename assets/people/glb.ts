// Writes a rigged, animated figure as one GLB: one skin, one mesh, one material, one draw call.
import { type Accessor, type Document, Document as GltfDocument, Logger, NodeIO } from "@gltf-transform/core";
import { EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization } from "@gltf-transform/extensions";
import { dedup, meshopt, prune, resample } from "@gltf-transform/functions";
import { MeshoptEncoder } from "meshoptimizer";
import type { Unwrapped } from "./atlas.ts";
import type { Page } from "./bake.ts";
import type { BakedClip } from "./clips.ts";
import type { Field, Vec3 } from "./field.ts";
import type { Figure } from "./part.ts";
import { FIGURE_HEIGHT_M, JOINTS, jointIndex, jointOffset } from "./skeleton.ts";
import { normalOf } from "./surface.ts";
import { influencesAt } from "./weights.ts";

export const glbIo = async (): Promise<NodeIO> => {
  await MeshoptEncoder.ready;
  return new NodeIO()
    .registerExtensions([EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization])
    .registerDependencies({ "meshopt.encoder": MeshoptEncoder });
};

export const accessorsOf = (document: Document) => {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer();
  return (
    array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>,
    type: "SCALAR" | "VEC2" | "VEC3" | "VEC4" | "MAT4",
    normalized = false,
  ): Accessor => document.createAccessor().setArray(array).setType(type).setNormalized(normalized).setBuffer(buffer);
};

const skinning = (
  mesh: Unwrapped,
  figure: Figure,
): { joints: Uint8Array<ArrayBuffer>; weights: Uint8Array<ArrayBuffer> } => {
  const count = mesh.partOf.length;
  const joints = new Uint8Array(count * 4);
  const weights = new Uint8Array(count * 4);
  for (let i = 0; i < count; i++) {
    const stiff = figure.parts[mesh.partOf[i] ?? 0]?.stiff;
    const at: Vec3 = [mesh.positions[i * 3] ?? 0, mesh.positions[i * 3 + 1] ?? 0, mesh.positions[i * 3 + 2] ?? 0];
    const influences = stiff ? ([[jointIndex(stiff), 1]] as const) : influencesAt(at);
    let left = 255;
    influences.forEach(([joint, weight], k) => {
      const share = k + 1 === influences.length ? left : Math.min(left, Math.round(weight * 255));
      left -= share;
      joints[i * 4 + k] = share > 0 ? joint : 0;
      weights[i * 4 + k] = share;
    });
  }
  return { joints, weights };
};

const normals = (mesh: Unwrapped, shapes: readonly Field[]): Float32Array<ArrayBuffer> => {
  const list = new Float32Array(mesh.positions.length);
  for (let i = 0; i < mesh.partOf.length; i++) {
    const shape = shapes[mesh.partOf[i] ?? 0];
    if (!shape) continue;
    const [x, y, z] = [mesh.positions[i * 3] ?? 0, mesh.positions[i * 3 + 1] ?? 0, mesh.positions[i * 3 + 2] ?? 0];
    list.set(normalOf(shape, x, y, z, 0.004), i * 3);
  }
  return list;
};

export const materialOf = (document: Document, name: string, page: Page) => {
  document.createExtension(EXTTextureWebP).setRequired(true);
  const material = document.createMaterial(name).setMetallicFactor(0).setRoughnessFactor(0.82);
  const colour = document.createTexture(`${name}-colour`).setImage(page.colour).setMimeType("image/webp");
  material.setBaseColorTexture(colour);
  if (page.surface) {
    const surface = document.createTexture(`${name}-surface`).setImage(page.surface).setMimeType("image/webp");
    material.setMetallicRoughnessTexture(surface).setMetallicFactor(1).setRoughnessFactor(1);
  }
  return material;
};

export const primitiveOf = (document: Document, mesh: Unwrapped, page: number, shapes: readonly Field[]) => {
  const put = accessorsOf(document);
  return document
    .createPrimitive()
    .setIndices(put(new Uint16Array(mesh.indices), "SCALAR"))
    .setAttribute("POSITION", put(new Float32Array(mesh.positions), "VEC3"))
    .setAttribute("NORMAL", put(normals(mesh, shapes), "VEC3"))
    .setAttribute("TEXCOORD_0", put(new Float32Array(mesh.uvs.map((value) => value / page)), "VEC2"));
};

export const figureDocument = (figure: Figure, mesh: Unwrapped, page: number, texture: Page): Document => {
  const document = new GltfDocument();
  const put = accessorsOf(document);
  const shapes = figure.parts.map(({ shape }) => shape);
  const primitive = primitiveOf(document, mesh, page, shapes).setMaterial(materialOf(document, figure.name, texture));
  const { joints, weights } = skinning(mesh, figure);
  primitive.setAttribute("JOINTS_0", put(joints, "VEC4")).setAttribute("WEIGHTS_0", put(weights, "VEC4", true));
  const nodes = JOINTS.map((joint) => document.createNode(joint.name).setTranslation([...jointOffset(joint)]));
  const root = document.createNode(figure.name).setScale([figure.scale, figure.scale, figure.scale]);
  root.setExtras({ skeleton: "vrm", heightM: FIGURE_HEIGHT_M * figure.scale });
  const inverse = new Float32Array(JOINTS.length * 16);
  const skin = document.createSkin("skeleton");
  JOINTS.forEach((joint, i) => {
    const node = nodes[i];
    if (!node) return;
    const parent = joint.parent ? nodes[jointIndex(joint.parent)] : root;
    parent?.addChild(node);
    skin.addJoint(node);
    inverse.set([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -joint.at[0], -joint.at[1], -joint.at[2], 1], i * 16);
  });
  skin.setInverseBindMatrices(put(inverse, "MAT4"));
  if (nodes[0]) skin.setSkeleton(nodes[0]);
  const body = document.createNode(`${figure.name}-body`).setSkin(skin);
  root.addChild(body.setMesh(document.createMesh(figure.name).addPrimitive(primitive)));
  document.createScene(figure.name).addChild(root);
  return document;
};

/** The bare skeleton with all clips: loaded once, played by every figure. */
export const clipsDocument = (clips: readonly BakedClip[]): Document => {
  const document = new GltfDocument();
  const nodes = JOINTS.map((joint) => document.createNode(joint.name).setTranslation([...jointOffset(joint)]));
  const scene = document.createScene("clips");
  JOINTS.forEach((joint, i) => {
    const node = nodes[i];
    if (!node) return;
    if (joint.parent) nodes[jointIndex(joint.parent)]?.addChild(node);
    else scene.addChild(node);
  });
  for (const clip of clips) addClip(document, clip, accessorsOf(document), nodes);
  return document;
};

const atRest = (values: readonly number[]): boolean =>
  values.every((value, i) => Math.abs(value - (i % 4 === 3 ? 1 : 0)) < 1e-4);

const addClip = (
  document: Document,
  clip: BakedClip,
  put: ReturnType<typeof accessorsOf>,
  nodes: readonly ReturnType<Document["createNode"]>[],
): void => {
  const animation = document.createAnimation(clip.name);
  const times = put(new Float32Array(clip.timesS), "SCALAR");
  const add = (joint: number, path: "rotation" | "translation", values: readonly number[], type: "VEC3" | "VEC4") => {
    const node = nodes[joint];
    if (!node) return;
    const sampler = document.createAnimationSampler().setInput(times).setInterpolation("LINEAR");
    sampler.setOutput(put(new Float32Array(values), type));
    const channel = document.createAnimationChannel().setSampler(sampler).setTargetNode(node).setTargetPath(path);
    animation.addSampler(sampler).addChannel(channel);
  };
  clip.rotations.forEach((values, joint) => {
    if (!atRest(values)) add(joint, "rotation", values, "VEC4");
  });
  add(0, "translation", clip.hips, "VEC3");
};

export const compress = async (document: Document): Promise<void> => {
  await MeshoptEncoder.ready;
  document.setLogger(new Logger(Logger.Verbosity.SILENT));
  await document.transform(
    dedup(),
    prune({ keepLeaves: true, keepAttributes: true }),
    resample({ tolerance: 1e-4 }),
    meshopt({ encoder: MeshoptEncoder, level: "medium", quantizePosition: 13, quantizeTexcoord: 12 }),
  );
};
