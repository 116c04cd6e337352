// A plain standing figure for a build without the people's models: nobody is ever invisible.
import { CapsuleGeometry, Group, Mesh, MeshStandardMaterial, SphereGeometry } from "three";
import type { LoadedModel } from "./built-assets.ts";

const CLOTHES: Readonly<Record<string, string>> = { responder: "#e58a1f", scba: "#3d5a80", leader: "#d9d9d9" };

export function plainFigure(figure: string): LoadedModel {
  const cloth = new MeshStandardMaterial({ color: CLOTHES[figure] ?? "#2f5d9b", roughness: 0.8 });
  const skin = new MeshStandardMaterial({ color: figure === "responder" ? "#e58a1f" : "#d8a884", roughness: 0.7 });
  const body = new Mesh(new CapsuleGeometry(0.22, 0.95, 6, 14), cloth);
  body.position.y = 0.72;
  const head = new Mesh(new SphereGeometry(0.13, 16, 12), skin);
  head.position.y = 1.58;
  return { scene: new Group().add(body, head), animations: [] };
}
