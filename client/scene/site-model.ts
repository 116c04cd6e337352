// A stage nobody has built: its site put together here and now from the stage's rooms, doors and props.
import { BufferAttribute, BufferGeometry, Group, Mesh } from "three";
import { type MaterialName, type Mesh as Soup, SURFACES } from "../../assets/kit/model.ts";
import { siteOf } from "../../assets/site/site.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { type KitMaterials, loadKitMaterials } from "./kit-materials.ts";
import type { StageModel } from "./stage-model.ts";

const TINTED: ReadonlySet<MaterialName> = new Set([...SURFACES, "liquid", "foliage", "glow", "far"]);
const SHADOWED: ReadonlySet<MaterialName> = new Set(["atlas", ...SURFACES]);

export async function buildSite(stage: StageView): Promise<StageModel> {
  const materials = await loadKitMaterials();
  const { stage: site, anchors } = siteOf(stage, true);
  const root = new Group();
  root.name = "site";
  const parts = new Map<string, Mesh | Group>();
  const byMaterial = new Map<MaterialName, Soup[]>();
  for (const model of [...site.rooms.map((room) => room.model), site.clear])
    for (const soup of model.meshes.values())
      byMaterial.set(soup.material, [...(byMaterial.get(soup.material) ?? []), soup]);
  for (const [name, soups] of byMaterial) {
    const mesh = meshOf(name, soups, [0, 0, 0], materials);
    mesh.name = `site_${name}`;
    mesh.matrixAutoUpdate = false;
    root.add(mesh);
  }
  for (const room of site.rooms)
    for (const part of room.moving) {
      const soups = [...part.model.meshes.values()];
      const first = soups[0];
      const node = first ? meshOf(first.material, soups, part.pivot, materials) : new Group();
      node.name = part.node;
      node.position.set(part.pivot[0], part.pivot[2], -part.pivot[1]);
      parts.set(part.node, node);
      root.add(node);
    }
  root.updateMatrixWorld(true);
  return { root, anchors, part: (node) => parts.get(node) ?? null, sunlit: true };
}

/** Plan metres become the scene's, less the pivot; all soups share one material. */
function meshOf(
  name: MaterialName,
  soups: readonly Soup[],
  pivot: readonly [number, number, number],
  materials: KitMaterials,
): Mesh {
  const corners = soups.reduce((sum, soup) => sum + soup.positions.length / 3, 0);
  const positions = new Float32Array(corners * 3);
  const normals = new Float32Array(corners * 3);
  const uvs = new Float32Array(corners * 2);
  const colours = TINTED.has(name) ? new Float32Array(corners * 3) : null;
  let at = 0;
  for (const soup of soups) {
    for (let i = 0; i < soup.positions.length; i += 3, at++) {
      positions[at * 3] = (soup.positions[i] ?? 0) - pivot[0];
      positions[at * 3 + 1] = (soup.positions[i + 2] ?? 0) - pivot[2];
      positions[at * 3 + 2] = pivot[1] - (soup.positions[i + 1] ?? 0);
      normals[at * 3] = soup.normals[i] ?? 0;
      normals[at * 3 + 1] = soup.normals[i + 2] ?? 0;
      normals[at * 3 + 2] = -(soup.normals[i + 1] ?? 0);
      uvs[at * 2] = soup.uvs[(i / 3) * 2] ?? 0;
      uvs[at * 2 + 1] = soup.uvs[(i / 3) * 2 + 1] ?? 0;
      for (let k = 0; colours && k < 3; k++) colours[at * 3 + k] = soup.colours[i + k] ?? 1;
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(normals, 3));
  geometry.setAttribute("uv", new BufferAttribute(uvs, 2));
  if (colours) geometry.setAttribute("color", new BufferAttribute(colours, 3));
  const mesh = new Mesh(geometry, materials(name));
  mesh.castShadow = mesh.receiveShadow = SHADOWED.has(name);
  return mesh;
}
