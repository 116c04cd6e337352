// Carried things: tablet, radio, gas detector, and one's own hands; each modelled as parts and written unrigged.
import { Document } from "@gltf-transform/core";
import { unwrap } from "./atlas.ts";
import { bake } from "./bake.ts";
import { arm, hand, MAN } from "./body.ts";
import { LI } from "./cast.ts";
import { bareHands, line } from "./cloth.ts";
import { blend, block, carve, type Field, join, meet, rod, type Vec3, worn } from "./field.ts";
import { accessorsOf, compress, glbIo, materialOf, primitiveOf } from "./glb.ts";
import { type Built, mipped, record } from "./output.ts";
import { type Figure, hex, mix, type Part, shade } from "./part.ts";
import { sculpt } from "./sculpt.ts";
import { jointAt } from "./skeleton.ts";
import { gauntlets } from "./suit.ts";
import { THING_TABLE, type ThingName } from "./thing-table.ts";

type Thing = { readonly figure: Figure; readonly screenAt: Vec3 };

const solid = (name: string, shape: Field, half: Vec3, cell: number, paint: Part["paint"], roughness = 0.6): Part => ({
  name,
  shape,
  box: [
    [-half[0], -half[1], -half[2]],
    [half[0], half[1], half[2]],
  ],
  cell,
  detail: 1,
  texels: 1,
  paint,
  roughness,
});

const made = (name: ThingName, triangles: number, parts: readonly Part[], screenAt: Vec3 = [0, 0, 0]): Thing => ({
  figure: { name, triangles, scale: 1, textureSize: 256, parts },
  screenAt,
});

const tablet = (): Thing => {
  const face = block([0, 0, 0.0], [0.128, 0.091, 0.0085], 0.006);
  const corners: Field = (x, y, z) =>
    block([0.114, 0.077, 0], [0.022, 0.022, 0.012], 0.008)(Math.abs(x), Math.abs(y), z);
  const strap = block([0, 0, -0.0095], [0.05, 0.062, 0.0065], 0.004);
  const shape = join(blend(0.004, face, corners), strap);
  const paint: Part["paint"] = ([x, y, z]) => {
    if (Math.abs(x) > 0.094 && Math.abs(y) > 0.058) return hex("#f0702a");
    if (z > 0.006 && Math.abs(x) < 0.1105 && Math.abs(y) < 0.0745) return hex("#0d1317");
    if (z > 0.006 && Math.hypot(x, y - 0.083) < 0.003) return hex("#2f86c9");
    return z < -0.012 ? hex("#15181b") : hex("#2a3036");
  };
  return made("tablet", 900, [solid("tablet", shape, [0.15, 0.11, 0.03], 0.003, paint)], [0, 0, 0.0092]);
};

const radio = (): Thing => {
  const body = blend(
    0.004,
    block([0, 0, 0], [0.029, 0.062, 0.018], 0.007),
    block([0, -0.045, 0], [0.0305, 0.03, 0.0195], 0.006),
  );
  const aerial = rod([-0.019, 0.06, -0.003], [-0.019, 0.175, -0.003], 0.0062, 0.0045);
  const knobs = join(
    rod([0.004, 0.06, -0.003], [0.004, 0.075, -0.003], 0.0065, 0.006),
    rod([0.02, 0.06, -0.003], [0.02, 0.078, -0.003], 0.0068, 0.0068),
  );
  const key = block([-0.0305, 0.022, 0], [0.003, 0.02, 0.008], 0.0025);
  const paint: Part["paint"] = ([x, y, z]) => {
    if (x < -0.0295 && y > 0 && y < 0.045) return hex("#f0702a");
    if (z > 0.012 && Math.abs(y - 0.034) < 0.011 && Math.abs(x) < 0.02) {
      const digits = Math.abs(y - 0.034) < 0.005 && Math.sin(x * 900) > 0;
      return digits ? hex("#1d3a33") : hex("#9fc3b0");
    }
    if (z > 0.012 && Math.abs(y + 0.018) < 0.022 && Math.abs(x) < 0.02) {
      return Math.sin(y * 1500) > 0.2 ? hex("#0a0c0d") : hex("#2d3338");
    }
    if (y > 0.07 && x > 0.01) return hex("#3a4046");
    return y < -0.052 ? hex("#16191b") : hex("#22272b");
  };
  return made("radio", 900, [solid("radio", join(body, aerial, knobs, key), [0.045, 0.19, 0.035], 0.0028, paint)]);
};

const detector = (): Thing => {
  const body = blend(
    0.006,
    block([0, 0, 0], [0.033, 0.058, 0.015], 0.009),
    block([0, 0.045, 0], [0.03, 0.025, 0.019], 0.009),
  );
  const grip = meet(block([0, -0.004, 0], [0.0365, 0.05, 0.0155], 0.008), (x) => 0.026 - Math.abs(x));
  const nose = join(rod([0, 0.065, 0], [0, 0.088, 0], 0.014, 0.011), rod([0, 0.085, 0], [0, 0.098, 0], 0.006, 0.005));
  const well = block([0, 0.022, 0.021], [0.0245, 0.0215, 0.007], 0.002);
  const buttons = join(
    rod([-0.012, -0.025, 0.014], [-0.012, -0.025, 0.0175], 0.0062, 0.0062),
    rod([0.012, -0.025, 0.014], [0.012, -0.025, 0.0175], 0.0062, 0.0062),
  );
  const paint: Part["paint"] = ([x, y, z]) => {
    if (y > 0.068) return y > 0.084 ? hex("#9aa1a6") : hex("#23272b");
    if (Math.hypot(Math.abs(x) - 0.012, y + 0.025) < 0.0072 && z > 0.012)
      return x < 0 ? hex("#d13c3c") : hex("#3a4046");
    if (z > 0.01 && Math.abs(x) < 0.0255 && Math.abs(y - 0.022) < 0.0225) return hex("#0d1317");
    if (Math.abs(x) > 0.0255 && Math.abs(y + 0.004) < 0.05)
      return mix(hex("#23272b"), hex("#101214"), Math.sin(y * 900) > 0.4 ? 1 : 0);
    if (z > 0.01 && Math.abs(y + 0.044) < 0.005 && Math.abs(x) < 0.018) return hex("#23272b");
    return shade(hex("#e5b820"), 1 - 0.5 * line(y - 0.047, 0.0012));
  };
  const shape = join(carve(blend(0.002, body, grip), well), nose, buttons);
  return made("detector", 1000, [solid("detector", shape, [0.045, 0.11, 0.03], 0.0026, paint)], [0, 0.022, 0.0155]);
};

/** Carries one side's T-pose hand to the holding frame: wrist at the origin, fingers along -z, thumb up. */
const held = (sign: 1 | -1, part: Part): Part => {
  const wrist = jointAt(sign > 0 ? "leftHand" : "rightHand");
  const back = (at: Vec3): Vec3 => [-at[2] * sign + wrist[0], -at[0] * sign + wrist[1], at[1] + wrist[2]];
  const turn = (n: Vec3): Vec3 => [-n[2] * sign, -n[0] * sign, n[1]];
  return {
    ...part,
    shape: (x, y, z) => part.shape(...back([x, y, z])),
    paint: (at, normal) => part.paint(back(at), turn(normal)),
    box: [
      [-0.1, -0.1, -0.22],
      [0.1, 0.12, 0.16],
    ],
    cell: 0.0035,
    detail: 1,
  };
};

const cuff = (colour: string, loose: number): Part => {
  const sleeve = arm(MAN, loose);
  const cloth = worn(sleeve, -0.05, 0, (x) => Math.max(0.59 - Math.abs(x), Math.abs(x) - 0.69));
  return solid(
    "cuff",
    cloth,
    [1, 2, 1],
    0.005,
    ([x]) => shade(hex(colour), Math.abs(Math.abs(x) - 0.672) < 0.003 ? 0.6 : 1),
    0.85,
  );
};

const hands = (): Thing[] =>
  ([1, -1] as const).flatMap((sign) => {
    const side = sign > 0 ? "left" : "right";
    const gloves = gauntlets(MAN).map((part) => held(sign, part));
    const bare = { ...bareHands(LI.skin), shape: meet(hand(), (x) => 0.64 - Math.abs(x)) };
    return [
      made(`glove-${side}`, 1500, [...gloves, held(sign, cuff("#e25a1d", 0.03))]),
      made(`hand-${side}`, 1500, [held(sign, bare), held(sign, cuff("#213f6b", 0.013))]),
    ];
  });

const addScreen = (document: Document, { figure, screenAt }: Thing): void => {
  const facts = THING_TABLE[figure.name as ThingName].screen;
  if (!facts) return;
  const put = accessorsOf(document);
  const [w, h] = [facts.widthM / 2, facts.heightM / 2];
  const glass = document.createMaterial(facts.node).setBaseColorFactor([0.01, 0.016, 0.02, 1]).setRoughnessFactor(0.25);
  const quad = document
    .createPrimitive()
    .setMaterial(glass.setMetallicFactor(0))
    .setIndices(put(new Uint16Array([0, 1, 2, 0, 2, 3]), "SCALAR"))
    .setAttribute("POSITION", put(new Float32Array([-w, -h, 0, w, -h, 0, w, h, 0, -w, h, 0]), "VEC3"))
    .setAttribute("NORMAL", put(new Float32Array([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]), "VEC3"))
    .setAttribute("TEXCOORD_0", put(new Float32Array([0, 1, 1, 1, 1, 0, 0, 0]), "VEC2"));
  const node = document.createNode(facts.node).setMesh(document.createMesh(facts.node).addPrimitive(quad));
  document
    .getRoot()
    .listScenes()[0]
    ?.addChild(node.setTranslation([...screenAt]));
};

const buildThing = async (thing: Thing, outDir: string): Promise<Built> => {
  const { figure } = thing;
  const { surfaces, solid: whole } = await sculpt(figure);
  const { page, mesh } = await unwrap(surfaces, figure.parts);
  const texture = await bake(mesh, page, figure.parts, whole, figure.textureSize);
  const document = new Document();
  const shapes = figure.parts.map(({ shape }) => shape);
  const primitive = primitiveOf(document, mesh, page, shapes).setMaterial(materialOf(document, figure.name, texture));
  const body = document.createNode(figure.name).setMesh(document.createMesh(figure.name).addPrimitive(primitive));
  document.createScene(figure.name).addChild(body);
  addScreen(document, thing);
  await compress(document);
  const data = await (await glbIo()).writeBinary(document);
  const textureBytes = mipped(figure.textureSize) + (texture.surface ? mipped(figure.textureSize / 2) : 0);
  return record(outDir, `people/${figure.name}.glb`, data, mesh.indices.length / 3, textureBytes);
};

export const buildThings = async (outDir: string, only?: ReadonlySet<string>): Promise<Built[]> => {
  const built: Built[] = [];
  for (const thing of [tablet(), radio(), detector(), ...hands()]) {
    if (!only || only.has(thing.figure.name)) built.push(await buildThing(thing, outDir));
  }
  return built;
};
