// The cast: every figure as a list of parts, dressed for its post.
import { type Build, MAN, STOUT_MAN, WOMAN } from "./body.ts";
import { bareHands, hands, type JacketLook, jacket, shoes, trousers } from "./cloth.ts";
import { airSet, chestRadio, faceMask, harness, helmet, vest } from "./gear.ts";
import { bob, faceParts, type Looks, ponytail, shortHair } from "./head.ts";
import { type Figure, hex, mix, type Part, plain } from "./part.ts";
import { bigBoots, gauntlets, levelASuit } from "./suit.ts";
import { turnoutCoat, turnoutHelmet, turnoutTrousers } from "./turnout.ts";

export const LI: Looks = { woman: false, skin: "#c99a74", hair: "#17130f", lips: "#a9665a", stubble: 0.22, age: 0.2 };
const ZHAO: Looks = { woman: false, skin: "#bf8c66", hair: "#1d1a18", lips: "#9c5f55", stubble: 0.3, age: 0.55 };
const SUN: Looks = { woman: false, skin: "#b98862", hair: "#2b2a29", lips: "#96594e", stubble: 0.34, age: 0.8 };
const WANG: Looks = { woman: true, skin: "#d8ad8b", hair: "#16110f", lips: "#b65b58", stubble: 0, age: 0.1 };
const ZHOU: Looks = { woman: true, skin: "#cfa07c", hair: "#1b1715", lips: "#ad5a54", stubble: 0, age: 0.45 };

export const BLUES: JacketLook = {
  colour: "#2d62a3",
  yoke: "#213f6b",
  tape: "#c9d0d2",
  badge: true,
  loose: 0.014,
  drape: 0.016,
  hem: 0.875,
};
const BLUE_TROUSERS = "#2a4a78";

export const workClothes = (build: Build, looks: Looks): Part[] => [
  ...faceParts(build, looks),
  jacket(build, looks.woman ? { ...BLUES, drape: 0.006, hem: 0.885 } : BLUES),
  trousers(build, BLUE_TROUSERS),
  bareHands(looks.skin),
  shoes("#24201e", "#121212"),
];

const ownClothes = (build: Build, looks: Looks, top: Part, below: string, feet: string): Part[] => [
  ...faceParts(build, looks),
  top,
  trousers(build, below),
  bareHands(looks.skin),
  shoes(feet, "#d8d4cc"),
];

const everyday = (build: Build, colour: string, yoke: string, drape: number): Part =>
  jacket(build, { ...BLUES, colour, yoke, tape: null, badge: false, drape, hem: 0.87 });

/** Small blossoms scattered over a blouse. */
const floral = (blouse: Part): Part => {
  const petals = hex("#e9c7b6");
  return {
    ...blouse,
    paint: (at, normal) => {
      const [x, y, z] = at;
      const spot = Math.sin(x * 118 + z * 40) * Math.sin(y * 104 + Math.sin(x * 23) * 2) * Math.cos(z * 90);
      return mix(blouse.paint(at, normal), petals, spot > 0.42 ? 0.8 : 0);
    },
  };
};

const COMMAND_VEST: Part["paint"] = ([x, y]) => {
  const reach = Math.abs(x);
  const across = Math.abs(y - 1.08) < 0.024 || Math.abs(y - 1.2) < 0.024;
  if (across || (Math.abs(reach - 0.115) < 0.022 && y > 1.2)) return hex("#d7dcda");
  return reach < 0.006 ? hex("#2b2f33") : hex("#f06a24");
};

const BASE = { triangles: 4900, scale: 1, textureSize: 512 } as const;

export const CAST: readonly Figure[] = [
  {
    ...BASE,
    name: "responder",
    triangles: 4700,
    parts: [
      ...levelASuit(MAN, { colour: "#e25a1d", tape: "#e9edd2", skin: LI.skin }),
      ...gauntlets(MAN),
      bigBoots("#d9b52a", "#1c1c1c"),
    ],
  },
  { ...BASE, name: "operator-m", parts: [...workClothes(MAN, LI), shortHair(LI), ...helmet("#e7b91f", "#2f86c9")] },
  {
    ...BASE,
    name: "leader",
    triangles: 4000,
    parts: [
      ...workClothes(STOUT_MAN, ZHAO),
      shortHair(ZHAO),
      ...helmet("#f0f0ec", "#d13c3c"),
      vest(STOUT_MAN, 0.034, COMMAND_VEST),
      chestRadio(0.16),
    ],
  },
  {
    ...BASE,
    name: "operator-f",
    triangles: 4800,
    scale: 0.945,
    parts: [...workClothes(WOMAN, WANG), ponytail(WANG), ...helmet("#e7b91f", "#2f86c9")],
  },
  {
    ...BASE,
    name: "scba",
    triangles: 4250,
    parts: [
      ...workClothes(MAN, LI),
      shortHair(LI),
      ...helmet("#e7b91f", "#2f86c9"),
      ...faceMask(LI.skin),
      ...airSet(0.138),
      harness(MAN, 0.026),
    ],
  },
  {
    ...BASE,
    name: "firefighter",
    triangles: 4350,
    parts: [
      ...faceParts(MAN, ZHAO),
      turnoutCoat(MAN),
      turnoutTrousers(MAN),
      ...turnoutHelmet(),
      hands(plain("#1d2024"), 0.0055),
      bigBoots("#23262a", "#c9a227", 0.26),
      ...airSet(0.15, "#c9352b"),
      harness(MAN, 0.042),
    ],
  },
  {
    ...BASE,
    name: "villager-m",
    scale: 0.97,
    parts: [
      ...ownClothes(STOUT_MAN, SUN, everyday(STOUT_MAN, "#6f6a5c", "#6f6a5c", 0.02), "#3b3d42", "#4a4038"),
      shortHair(SUN),
    ],
  },
  {
    ...BASE,
    name: "villager-f",
    triangles: 4650,
    scale: 0.925,
    parts: [
      ...ownClothes(WOMAN, ZHOU, floral(everyday(WOMAN, "#9c4750", "#9c4750", 0.01)), "#35363d", "#5b3b3b"),
      bob(ZHOU),
    ],
  },
];
