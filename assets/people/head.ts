// Heads: skull, features, hair and the painted face.
import { type Build, neck } from "./body.ts";
import { above, blend, carve, ellipsoid, type Field, meet, mirror, rod, smoothstep, swell } from "./field.ts";
import { HEAD_BOX, hex, mix, type Paint, type Part, type Rgb, shade } from "./part.ts";

export type Looks = {
  readonly woman: boolean;
  readonly skin: string;
  readonly hair: string;
  readonly lips: string;
  readonly stubble: number;
  /** 0 young, 1 old: creases and grey. */
  readonly age: number;
};

export const EYE_LINE = 1.637;

export const skull = (woman: boolean): Field => {
  const jaw = woman ? 0.051 : 0.057;
  return blend(
    0.045,
    ellipsoid([0, 1.652, -0.013], [0.074, 0.098, 0.093]),
    ellipsoid([0, 1.58, 0.026], [jaw, 0.062, 0.057]),
    ellipsoid([0, woman ? 1.54 : 1.536, 0.06], [woman ? 0.02 : 0.027, 0.02, 0.021]),
    mirror(ellipsoid([0.044, 1.605, 0.05], [0.022, 0.022, 0.022])),
  );
};

const features = (woman: boolean): Field => {
  const brow = mirror(rod([0.012, 1.657, 0.081], [0.046, 1.656, 0.066], woman ? 0.008 : 0.011, 0.007));
  const sockets = mirror(ellipsoid([0.032, EYE_LINE - 0.001, 0.094], [0.021, 0.0125, 0.017]));
  const face = carve(blend(0.018, skull(woman), brow), sockets, 0.014);
  const eyes = mirror(ellipsoid([0.0315, EYE_LINE, 0.0685], [0.0155, 0.0125, 0.0135]));
  const nose = blend(
    0.01,
    rod([0, 1.643, 0.082], [0, 1.602, 0.103], 0.0062, woman ? 0.0095 : 0.0112),
    mirror(ellipsoid([0.0105, 1.5965, 0.094], [woman ? 0.0068 : 0.008, 0.0068, 0.0095])),
  );
  const lips = blend(
    0.006,
    ellipsoid([0, 1.5655, 0.083], [0.0245, 0.0058, 0.0105]),
    ellipsoid([0, 1.5555, 0.0815], [0.021, 0.0066, 0.0115]),
  );
  const ears = mirror(
    carve(
      ellipsoid([0.078, 1.615, -0.012], [0.0095, 0.031, 0.019]),
      ellipsoid([0.089, 1.618, -0.009], [0.006, 0.018, 0.01]),
      0.006,
    ),
  );
  return blend(0.008, blend(0.012, blend(0.006, face, eyes), nose), lips, ears);
};

export const bareHead = (build: Build, woman: boolean): Field =>
  blend(0.03, features(woman), meet(neck(build), above(1.43)));

const blush = (x: number, y: number, cx: number, cy: number, r: number): number =>
  Math.exp(-(((x - cx) / r) ** 2 + ((y - cy) / r) ** 2));

/** The almond between the lids: below zero inside, in eye half-widths. */
const almond = (u: number, v: number): number => {
  const upper = 0.42 * (1 - u * u) + 0.07 * u;
  const lower = -0.3 * (1 - u * u) + 0.07 * u;
  return Math.max(v - upper, lower - v, Math.abs(u) - 1);
};

const paintEye = (skin: Rgb, looks: Looks, u: number, v: number): Rgb => {
  const inside = almond(u, v);
  const lash = hex("#17110e");
  if (inside < -0.015) {
    const fromIris = Math.hypot(u * 1.02, (v - 0.06) * 1.05);
    const white = mix(hex("#d6d0c8"), hex("#9d8d84"), smoothstep(0.3, 1, Math.abs(u)));
    let colour = mix(hex("#21140d"), white, smoothstep(0.37, 0.43, fromIris));
    colour = mix(hex("#080605"), colour, smoothstep(0.15, 0.2, fromIris));
    const glint = Math.hypot(u - 0.14, v - 0.22);
    colour = mix(hex("#ffffff"), colour, smoothstep(0.035, 0.075, glint));
    return shade(colour, 1 - 0.4 * smoothstep(0.15, 0.5, v));
  }
  const lid = v > 0.05 ? smoothstep(0.2, 0.05, inside) : smoothstep(0.09, 0.0, inside) * 0.5;
  const width = looks.woman ? 1 : 0.85;
  const crease = Math.exp(-(((v - 0.72 - 0.06 * u + 0.2 * u * u) / 0.07) ** 2)) * smoothstep(1.15, 0.8, Math.abs(u));
  return shade(mix(skin, lash, lid * width), 1 - 0.28 * crease);
};

export const paintFace = (looks: Looks): Paint => {
  const base = hex(looks.skin);
  const red = hex("#b5523f");
  const hair = hex(looks.hair);
  return ([x, y, z]) => {
    const side = Math.abs(x);
    let skin = mix(base, red, 0.2 * blush(side, y, 0.045, 1.593, 0.02) + 0.24 * blush(side, y, 0, 1.6, 0.014));
    skin = mix(skin, red, z < 0.02 && side > 0.07 ? 0.22 : 0);
    if (z < 0.02) return skin;
    const jawline = smoothstep(1.588, 1.56, y) * smoothstep(0.012, 0.03, Math.hypot(side, (y - 1.56) * 1.6));
    skin = mix(skin, hex("#4b4644"), looks.stubble * (0.5 * jawline + 0.6 * blush(side * 0.45, y, 0, 1.577, 0.007)));
    skin = shade(skin, 1 - 0.14 * blush(side * 0.7, y, 0.022, 1.626, 0.01) - 0.1 * blush(side, y, 0.013, 1.642, 0.011));
    const laugh = Math.abs(side - 0.021 - (1.596 - y) * 0.32);
    const fold = Math.exp(-((laugh / 0.0028) ** 2)) * smoothstep(1.602, 1.59, y) * smoothstep(1.555, 1.572, y);
    skin = shade(skin, 1 - (0.09 + 0.2 * looks.age) * fold);
    const furrow = Math.exp(-(((y - 1.69) / 0.0022) ** 2)) + Math.exp(-(((y - 1.7) / 0.0022) ** 2));
    skin = shade(skin, 1 - 0.16 * looks.age * furrow * smoothstep(0.045, 0.02, side));
    const nostril = blush(side, y * 0.7 + 0.3 * 1.592, 0.0068, 1.592, 0.0036) * (z > 0.085 ? 1 : 0);
    skin = mix(skin, hex("#3b1a14"), 0.6 * nostril);
    const lipHalf = 0.0235 * (1 - 0.05 * looks.age);
    const curve = (side / lipHalf) ** 2;
    const middle = 1.5605 + 0.0012 * curve;
    const bow = 0.0068 * (1 - curve) * (1 - 0.16 * Math.exp(-((side / 0.004) ** 2)));
    const under = -0.0078 * (1 - curve) ** 0.8;
    if (side < lipHalf && z > 0.06) {
      const into = Math.min(middle + bow - y, y - middle - under) / 0.0018;
      skin = mix(skin, hex(looks.lips), smoothstep(-0.6, 0.9, into) * 0.95);
    }
    const slit = Math.exp(-(((y - middle) / 0.0013) ** 2)) * smoothstep(lipHalf + 0.003, lipHalf - 0.003, side);
    skin = mix(skin, hex("#48201b"), 0.8 * slit * (z > 0.055 ? 1 : 0));
    const browLine = 1.6585 + 0.004 * Math.sin(Math.max(0, Math.min(1, (side - 0.012) / 0.042)) * 2.2);
    const browThick = (looks.woman ? 0.003 : 0.0044) * smoothstep(0.056, 0.03, side);
    const browHair = smoothstep(browThick + 0.0014, browThick - 0.0012, Math.abs(y - browLine));
    skin = mix(skin, hair, 0.9 * browHair * smoothstep(0.0105, 0.015, side) * smoothstep(0.056, 0.05, side));
    const u = (side - 0.0318) / 0.0162;
    const v = (y - EYE_LINE - 0.0006) / 0.0162 - u * 0.06;
    return Math.abs(u) < 1.4 && Math.abs(v) < 1 && z > 0.04 ? paintEye(skin, looks, u, v) : skin;
  };
};

export const faceParts = (build: Build, looks: Looks): Part[] => [
  {
    name: "head",
    shape: bareHead(build, looks.woman),
    box: HEAD_BOX,
    cell: 0.0052,
    detail: 2.1,
    texels: 3.1,
    paint: paintFace(looks),
    roughness: 0.62,
  },
];

/** Hair cut short: a cap that starts at the hairline and leaves the ears free. */
export const shortHair = (looks: Looks): Part => {
  const line: Field = (x, y, z) => {
    const front = 1.708 + 0.01 * Math.cos(x * 55) + 0.004 * Math.sin(x * 410) - y;
    const side = 1.6 + Math.max(0, z + 0.02) * 1.5 - y;
    const nape = 1.55 - Math.min(0, z + 0.03) * 0.1 - y;
    return z > 0.045 ? front : z > -0.045 ? Math.max(side, z > 0.018 ? 1.652 - y + (z - 0.018) * 1.6 : -1) : nape;
  };
  return hairPart("hair", looks, meet(swell(ellipsoid([0, 1.656, -0.016], [0.0755, 0.099, 0.0955]), 0.0085), line));
};

/** A woman's hair drawn back into a ponytail. */
export const ponytail = (looks: Looks): Part => {
  const cap = meet(swell(ellipsoid([0, 1.653, -0.017], [0.0765, 0.0985, 0.096]), 0.007), (x, y, z) => {
    const front = 1.716 - Math.abs(x) * 0.55 - y;
    return z > 0.012 ? front + Math.max(0, 0.05 - z) * -0.4 : 1.585 + Math.max(0, z + 0.06) * 0.75 - y;
  });
  const tail = blend(
    0.02,
    rod([0, 1.645, -0.1], [0, 1.632, -0.138], 0.016, 0.026),
    rod([0, 1.632, -0.138], [0, 1.54, -0.158], 0.028, 0.032),
    rod([0, 1.54, -0.158], [0, 1.43, -0.14], 0.032, 0.01),
  );
  return hairPart("ponytail", looks, blend(0.008, cap, tail));
};

/** Hair to the jaw, parted in the middle. */
export const bob = (looks: Looks): Part => {
  const shell = swell(ellipsoid([0, 1.635, -0.02], [0.083, 0.118, 0.097]), 0.008);
  const face = ellipsoid([0, 1.61, 0.09], [0.064, 0.105, 0.075]);
  const cut = meet(shell, above(1.535));
  return hairPart("bob", looks, carve(cut, face, 0.012));
};

const hairPart = (name: string, looks: Looks, shape: Field): Part => {
  const dark = hex(looks.hair);
  const light = mix(dark, hex("#8d8a86"), 0.1 + 0.32 * looks.age);
  return {
    name,
    shape,
    box: HEAD_BOX,
    cell: 0.007,
    detail: 1.2,
    texels: 1.3,
    roughness: 0.55,
    stiff: "head",
    paint: ([x, y, z]) => {
      const angle = Math.atan2(x, z + 0.02);
      const strand =
        Math.sin(angle * 61 + Math.sin(y * 90 + angle * 5) * 1.9) * Math.sin(angle * 23 + y * 40) * 0.5 + 0.5;
      return mix(dark, light, strand * 0.7);
    },
  };
};
