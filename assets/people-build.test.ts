// Weighs what was built: every figure within its budget, every file as the manifest says, every model valid glTF.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { NodeIO } from "@gltf-transform/core";
import { EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization } from "@gltf-transform/extensions";
import { MeshoptDecoder } from "meshoptimizer";
import { describe, expect, test } from "vitest";
import { CLIP_NAMES, CLIPS_FILE } from "./people/clip-table.ts";
import type { Built } from "./people/output.ts";
import { JOINTS } from "./people/skeleton.ts";
import { AVATAR_FILES, THING_TABLE } from "./people/thing-table.ts";

const at = (file: string): URL => new URL(`./built/${file}`, import.meta.url);
const manifest: Built[] = JSON.parse(await readFile(at("people-manifest.json"), "utf8"));
const models = manifest.filter(({ file }) => file.endsWith(".glb"));
const avatars: readonly string[] = Object.values(AVATAR_FILES);
const things: readonly string[] = Object.values(THING_TABLE).map(({ file }) => file);
const figures = models.filter(({ file }) => file !== CLIPS_FILE && !avatars.includes(file) && !things.includes(file));

const open = async (file: string) => {
  await MeshoptDecoder.ready;
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization])
    .registerDependencies({ "meshopt.decoder": MeshoptDecoder });
  return (await io.readBinary(new Uint8Array(await readFile(at(file))))).getRoot();
};

test.each(manifest)("$file is the file the manifest speaks of", async ({ file, bytes, sha256 }) => {
  const data = await readFile(at(file));
  expect(data.byteLength).toBe(bytes);
  expect(createHash("sha256").update(data).digest("hex")).toBe(sha256);
});

describe.each(figures)("$file", ({ file, bytes, triangles }) => {
  test("weighs at most 110 KiB and 5,500 triangles", () => {
    expect(bytes).toBeLessThanOrEqual(110 * 1024);
    expect(triangles).toBeLessThanOrEqual(5500);
  });

  test("is one skin on the shared skeleton, drawn in one call", async () => {
    const root = await open(file);
    expect(root.listMeshes().flatMap((mesh) => mesh.listPrimitives())).toHaveLength(1);
    const joints = root.listSkins()[0]?.listJoints() ?? [];
    expect(joints.map((joint) => joint.getName())).toEqual(JOINTS.map(({ name }) => name));
  });

  test("every vertex is fully held by its joints", async () => {
    const primitive = (await open(file)).listMeshes()[0]?.listPrimitives()[0];
    const weights = primitive?.getAttribute("WEIGHTS_0");
    expect(weights?.getCount()).toBeGreaterThan(1000);
    for (let i = 0; i < (weights?.getCount() ?? 0); i++) {
      const sum = (weights?.getElement(i, []) ?? []).reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - 1)).toBeLessThan(0.01);
    }
  });
});

test.each(models.filter(({ file }) => avatars.includes(file)))("$file has at most 4,000 triangles", ({ triangles }) => {
  expect(triangles).toBeLessThanOrEqual(4000);
  expect(triangles).toBeGreaterThan(1000);
});

test("the clips file holds every clip by name", async () => {
  const names = (await open(CLIPS_FILE)).listAnimations().map((animation) => animation.getName());
  expect(names).toEqual([...CLIP_NAMES]);
});

test.each(Object.entries(THING_TABLE))("%s has the nodes the client is told of", async (name, { file, screen }) => {
  const nodes = (await open(file)).listNodes().map((node) => node.getName());
  expect(nodes).toEqual(expect.arrayContaining(screen ? [name, screen.node] : [name]));
});

test("the smoke atlas weighs at most 80 KiB", () => {
  expect(manifest.find(({ file }) => file === "effects/smoke.webp")?.bytes).toBeLessThanOrEqual(80 * 1024);
});
