// Builds every stage from code: node assets/build.ts [--draft] [--unlit]; says for each output whether its bytes changed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import path from "node:path";
import { writeStage } from "./kit/glb.ts";
import { grainPictures, leafPicture, skyPicture } from "./kit/textures.ts";
import { drawAtlas } from "./signs/atlas.ts";
import { chlorineStation } from "./stages/chlorine-station.ts";
import { SUN } from "./stages/chlorine-station-anchors.ts";

const OUT = path.join(import.meta.dirname, "built");
const CACHE = path.join(import.meta.dirname, "../.cache/assets");
mkdirSync(OUT, { recursive: true });
const atlas = await drawAtlas(CACHE);
const pictures = { atlas: atlas.colour, metallicRoughness: atlas.metallicRoughness, grains: await grainPictures(), leaves: await leafPicture(), sky: await skyPicture(SUN.towards) };
const t = performance.now();
const stage = chlorineStation();
console.log("modelled", Math.round(performance.now() - t), "ms");
const written = await writeStage(stage, pictures, new Map());
console.log(written.triangles, written.drawCalls, written.glb.length);
for (const room of stage.rooms) console.log(room.name, [...room.model.meshes].map(([k, v]) => `${k}:${v.details.length}`).join(" "), room.moving.map((p) => `${p.node}:${[...p.model.meshes].map(([k, v]) => `${k}:${v.details.length}`)}`).join(" "));
console.log("clear", [...stage.clear.meshes].map(([k, v]) => `${k}:${v.details.length}`).join(" "));
writeFileSync(path.join(OUT, "chlorine-station.glb"), written.glb);
void readFileSync; void createHash;
