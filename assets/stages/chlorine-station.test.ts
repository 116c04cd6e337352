import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as anchors from "./chlorine-station-anchors.ts";

const BUILT = path.join(import.meta.dirname, "../built");
const STAGE = path.join(import.meta.dirname, "../../scenarios/emergency/chlorine-station/stage.yaml");

interface Entry {
  readonly bytes: number;
  readonly sha256: string;
  readonly triangles?: number;
  readonly drawCalls?: number;
  readonly gpuTextureBytes: number;
}
interface Gltf {
  readonly nodes: readonly { name: string; mesh?: number; translation?: [number, number, number] }[];
  readonly meshes: readonly { primitives: readonly unknown[]; extras?: { lightMap?: string } }[];
  readonly images: readonly { uri?: string }[];
}

const manifest: Readonly<Record<string, Entry>> = JSON.parse(readFileSync(path.join(BUILT, "manifest.json"), "utf8"));
const glb = readFileSync(path.join(BUILT, anchors.STAGE_FILE));
const gltf: Gltf = JSON.parse(glb.subarray(20, 20 + glb.readUInt32LE(12)).toString("utf8"));
const moving = [...Object.values(anchors.TURNINGS), ...Object.values(anchors.SLIDINGS)];

describe("the built chlorine station", () => {
  test.each(moving.map((part) => [part.node, part.pivot] as const))("%s hangs on its pivot", (node, [x, y, z]) => {
    const [gx, gy, gz] = gltf.nodes.find((candidate) => candidate.name === node)?.translation ?? [Number.NaN, 0, 0];
    expect(gx).toBeCloseTo(x, 3);
    expect(gy).toBeCloseTo(z, 3);
    expect(gz).toBeCloseTo(-y, 3);
  });

  test("screens, the siren lamp and the leak are nodes of their own", () => {
    const names = new Set(gltf.nodes.map((node) => node.name));
    for (const name of ["dyn_siren", "dyn_leak-2", ...Object.values(anchors.SCREENS).map((screen) => screen.node)]) {
      expect(names).toContain(name);
    }
  });

  test("every light map a mesh names is built, and nothing is fetched from elsewhere", () => {
    const named = new Set(gltf.meshes.flatMap((mesh) => mesh.extras?.lightMap ?? []));
    expect([...named].sort()).toEqual(
      Object.values(anchors.LIGHTMAPS)
        .map((map) => map.file)
        .sort(),
    );
    for (const file of named) expect(Object.keys(manifest)).toContain(file);
    expect(gltf.images.filter((image) => image.uri !== undefined)).toEqual([]);
  });

  test("files are the ones the manifest describes", () => {
    for (const [file, entry] of Object.entries(manifest)) {
      expect([
        file,
        createHash("sha256")
          .update(readFileSync(path.join(BUILT, file)))
          .digest("hex"),
      ]).toEqual([file, entry.sha256]);
    }
  });

  test("a headset can carry it", () => {
    const entries = Object.values(manifest);
    expect(manifest[anchors.STAGE_FILE]?.drawCalls).toBeLessThanOrEqual(45);
    expect(gltf.nodes.filter((node) => node.mesh !== undefined)).toHaveLength(
      manifest[anchors.STAGE_FILE]?.drawCalls ?? 0,
    );
    expect(manifest[anchors.STAGE_FILE]?.triangles).toBeLessThanOrEqual(160_000);
    expect(entries.reduce((sum, entry) => sum + entry.gpuTextureBytes, 0)).toBeLessThanOrEqual(40 * 2 ** 20);
    expect(entries.reduce((sum, entry) => sum + entry.bytes, 0)).toBeLessThanOrEqual(4 * 2 ** 20);
  });
});

test("things stand where the scenario's stage says they do", () => {
  const stage: { props: Record<string, { at?: { x: number; y: number; z?: number } }> } = parse(
    readFileSync(STAGE, "utf8"),
  );
  const places: Readonly<Record<string, readonly [number, number, number]>> = {
    ...Object.fromEntries(Object.entries(anchors.TURNINGS).map(([id, turning]) => [id, turning.pivot])),
    ...Object.fromEntries(Object.entries(anchors.ANCHORS).map(([id, anchor]) => [id, anchor.at])),
  };
  const shared = Object.entries(stage.props).filter(([id]) => places[id]);
  expect(shared.length).toBeGreaterThan(15);
  for (const [id, prop] of shared) {
    const [x, y] = places[id] ?? [0, 0];
    const apart = Math.hypot((prop.at?.x ?? Number.NaN) - x, (prop.at?.y ?? Number.NaN) - y);
    expect([id, apart <= 0.5]).toEqual([id, true]);
  }
});
