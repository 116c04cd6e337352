// A stage written as one binary glTF: one node per room and material, one node per moving part.
import { type Accessor, Document, type Buffer as GltfBuffer, NodeIO, type Primitive } from "@gltf-transform/core";
import { ALL_EXTENSIONS, EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization } from "@gltf-transform/extensions";
import { reorder } from "@gltf-transform/functions";
import { MeshoptEncoder } from "meshoptimizer";
import { materialMaker, type Pictures } from "./materials.ts";
import { type Mesh, SURFACES } from "./model.ts";
import type { V3 } from "./space.ts";
import type { Stage } from "./stage.ts";
import { type Faces, facesOf, rounded } from "./vertices.ts";

/** Where a mesh's corners lie in its room's light map, and how bright a full texel of that map is. */
export interface LightUvs {
  readonly uvs: ReadonlyMap<Mesh, Float32Array>;
  readonly file: string;
  readonly intensity: number;
}

/** Plan metres to glTF: x east, y up, z south. */
const upright = (p: V3): [number, number, number] => [p[0], p[2], -p[1]];
type Plain =
  | Float32Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>;
const NOWHERE: V3 = [0, 0, 0];
const TINTED: ReadonlySet<string> = new Set([...SURFACES, "liquid", "foliage", "glow", "far"]);

export interface Written {
  readonly glb: Uint8Array;
  readonly triangles: number;
  readonly drawCalls: number;
}

export async function writeStage(
  stage: Stage,
  pictures: Pictures,
  lightUvs: ReadonlyMap<string, LightUvs>,
): Promise<Written> {
  const document = new Document();
  const buffer = document.createBuffer();
  document.createExtension(KHRMeshQuantization).setRequired(true);
  document.createExtension(EXTTextureWebP).setRequired(true);
  const scene = document.createScene(stage.name);
  const materialOf = materialMaker(document, pictures);
  let [triangles, drawCalls] = [0, 0];

  const node = (name: string, pivot: V3, mesh: Mesh | undefined, light: LightUvs | undefined): void => {
    const made = document.createNode(name).setTranslation(upright(pivot).map(rounded) as [number, number, number]);
    scene.addChild(made);
    if (!mesh || mesh.positions.length === 0) return;
    const faces = facesOf({ mesh, lightUvs: light?.uvs.get(mesh), pivot });
    const primitive = primitiveOf(document, buffer, faces, TINTED.has(mesh.material)).setMaterial(
      materialOf(mesh.material),
    );
    const written = document.createMesh(name).addPrimitive(primitive);
    if (light && faces.lightUvs) written.setExtras({ lightMap: light.file, lightMapIntensity: light.intensity });
    made.setMesh(written);
    triangles += faces.indices.length / 3;
    drawCalls += 1;
  };

  for (const room of stage.rooms) {
    const light = lightUvs.get(room.name);
    for (const mesh of room.model.meshes.values()) node(`${room.name}_${mesh.material}`, NOWHERE, mesh, light);
    for (const part of room.moving) {
      const meshes = [...part.model.meshes.values()];
      if (meshes.length > 1) throw new Error(`${part.node}: a moving part is one mesh, this one has ${meshes.length}`);
      node(part.node, part.pivot, meshes[0], part.unlit ? undefined : light);
    }
  }
  for (const mesh of stage.clear.meshes.values()) node(`clear_${mesh.material}`, NOWHERE, mesh, undefined);

  await MeshoptEncoder.ready;
  await document.transform(reorder({ encoder: MeshoptEncoder, target: "size" }));
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ "meshopt.encoder": MeshoptEncoder });
  return { glb: await io.writeBinary(document), triangles, drawCalls };
}

function primitiveOf(document: Document, buffer: GltfBuffer, faces: Faces, tinted: boolean): Primitive {
  const count = faces.positions.length / 3;
  const accessor = (type: "SCALAR" | "VEC2" | "VEC3" | "VEC4", array: Plain, normalised = false): Accessor =>
    document.createAccessor().setBuffer(buffer).setType(type).setArray(array).setNormalized(normalised);
  const turn = <T extends Float32Array<ArrayBuffer> | Int8Array<ArrayBuffer>>(list: T): T => {
    for (let i = 0; i < list.length; i += 3) {
      const [y, z] = [list[i + 1] as number, list[i + 2] as number];
      list[i + 1] = z;
      list[i + 2] = -y;
    }
    return list;
  };
  const primitive = document
    .createPrimitive()
    .setAttribute("POSITION", accessor("VEC3", turn(faces.positions)))
    .setAttribute("NORMAL", accessor("VEC3", turn(faces.normals), true))
    .setAttribute("TEXCOORD_0", texcoords(accessor, faces.uvs))
    .setIndices(accessor("SCALAR", count < 65536 ? Uint16Array.from(faces.indices) : faces.indices));
  if (tinted) primitive.setAttribute("COLOR_0", accessor("VEC3", faces.colours, true));
  if (faces.lightUvs)
    primitive.setAttribute(
      "TEXCOORD_1",
      accessor(
        "VEC2",
        Uint16Array.from(faces.lightUvs, (v) => Math.round(v * 65535)),
        true,
      ),
    );
  return primitive;
}

function texcoords(
  accessor: (type: "VEC2", array: Plain, normalised?: boolean) => Accessor,
  uvs: Float32Array<ArrayBuffer>,
): Accessor {
  const inside = uvs.every((v) => v >= 0 && v <= 1);
  return inside
    ? accessor(
        "VEC2",
        Uint16Array.from(uvs, (v) => Math.round(v * 65535)),
        true,
      )
    : accessor("VEC2", uvs);
}
