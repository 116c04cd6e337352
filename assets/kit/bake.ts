// Light maps: direct light, bounces, a quiet-down of the grain, and the margin around every island.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { BakeJob } from "./bake-job.ts";
import { buildBvh } from "./bvh.ts";
import { smoothed, spread } from "./light-filter.ts";
import type { Mesh } from "./model.ts";
import type { Room, Stage } from "./stage.ts";
import { coverTexels } from "./texels.ts";
import type { Unwrapped } from "./unwrap.ts";

export interface BakeQuality {
  readonly lightSamples: number;
  readonly gatherSamples: number;
  readonly bounces: number;
  readonly threads: number;
}

export interface Daylight {
  readonly towards: readonly [number, number, number];
  readonly sun: readonly [number, number, number];
  readonly sky: readonly [number, number, number];
}

const CHUNK = 4096;

/** Linear light (irradiance over pi) per texel of the room's map, three numbers each. */
export async function bakeRoom(
  stage: Stage,
  room: Room,
  unwrapped: Unwrapped,
  daylight: Daylight,
  quality: BakeQuality,
): Promise<Float32Array> {
  const { width, height } = unwrapped;
  const soup = soupOf(stage, unwrapped);
  const cover = coverTexels(litMeshes(room), unwrapped);
  const passes = Array.from({ length: quality.bounces + 1 }, () => sharedFloats(width * height * 3));
  const job: BakeJob = {
    bvh: buildBvh(soup.positions),
    albedos: soup.albedos,
    faceUvs: soup.faceUvs,
    width,
    height,
    texels: cover.texels,
    places: cover.places,
    normals: cover.normals,
    lights: room.lights,
    sunTowards: daylight.towards,
    sun: daylight.sun,
    sky: daylight.sky,
    outdoors: room.outdoors,
    lightSamples: quality.lightSamples,
    gatherSamples: quality.gatherSamples,
    passes,
  };
  const workers = Array.from(
    { length: quality.threads },
    () => new Worker(new URL("./bake-worker.ts", import.meta.url), { workerData: job }),
  );
  const filtered: Float32Array[] = [];
  try {
    for (let pass = 0; pass <= quality.bounces; pass++) {
      await runPass(workers, cover.texels.length, pass);
      const raw = passes[pass] as Float32Array;
      const quiet = smoothed(raw, cover, width, height, pass === 0 ? 1 : 3);
      filtered.push(Float32Array.from(quiet));
      spread(quiet, cover, width, height);
      raw.set(quiet);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  const total = new Float32Array(width * height * 3);
  for (const part of filtered)
    part.forEach((v, i) => {
      total[i] = (total[i] as number) + v;
    });
  spread(total, cover, width, height);
  return total;
}

export const litMeshes = (room: Room): Mesh[] => [
  ...room.model.meshes.values(),
  ...room.moving.filter((part) => !part.unlit).flatMap((part) => [...part.model.meshes.values()]),
];

/** Every thread takes the next run of texels until none is left; a pass ends when all have answered. */
async function runPass(workers: readonly Worker[], texels: number, pass: number): Promise<void> {
  let next = 0;
  const toil = async (worker: Worker): Promise<void> => {
    while (next < texels) {
      const from = next;
      next += CHUNK;
      worker.postMessage({ from, to: Math.min(texels, from + CHUNK), pass });
      await once(worker, "message");
    }
  };
  await Promise.all(workers.map(toil));
}

const sharedFloats = (n: number): Float32Array => new Float32Array(new SharedArrayBuffer(n * 4));

/** Everything that casts shadow or bounces light on the stage; faces of other rooms have no place in this map. */
function soupOf(
  stage: Stage,
  unwrapped: Unwrapped,
): { positions: Float32Array; albedos: Float32Array; faceUvs: Float32Array } {
  const [positions, albedos, faceUvs]: number[][] = [[], [], []];
  const foliage = stage.clear.meshes.get("foliage");
  for (const mesh of [...stage.rooms.flatMap(litMeshes), ...(foliage ? [foliage] : [])]) {
    const uvs = unwrapped.uvs.get(mesh);
    for (let t = 0; t < mesh.details.length; t++) {
      if (!mesh.casts[t]) continue;
      for (let k = 0; k < 9; k++) positions?.push(mesh.positions[t * 9 + k] as number);
      for (let k = 0; k < 3; k++) albedos?.push(mesh.albedos[t * 3 + k] as number);
      for (let k = 0; k < 6; k++) faceUvs?.push(uvs ? (uvs[t * 6 + k] as number) : -1);
    }
  }
  const shared = (list: number[] = []): Float32Array => {
    const out = sharedFloats(list.length);
    out.set(list);
    return out;
  };
  return { positions: shared(positions), albedos: shared(albedos), faceUvs: shared(faceUvs) };
}
