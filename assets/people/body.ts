// The naked volumes that clothes are cut from: trunk, arms, hands, legs and feet of a man or a woman.
import { blend, ellipsoid, type Field, join, mirror, rod, type Vec3 } from "./field.ts";

export type Build = {
  readonly shoulder: number;
  readonly chest: number;
  readonly bust: number;
  readonly waist: number;
  readonly hip: number;
  readonly limb: number;
  readonly neck: number;
};
export const MAN: Build = { shoulder: 1, chest: 1, bust: 0, waist: 1, hip: 1, limb: 1, neck: 1 };
export const STOUT_MAN: Build = { shoulder: 1, chest: 1.05, bust: 0, waist: 1.16, hip: 1.05, limb: 1.06, neck: 1.08 };
export const WOMAN: Build = {
  shoulder: 0.9,
  chest: 0.9,
  bust: 0.8,
  waist: 0.89,
  hip: 1.04,
  limb: 0.9,
  neck: 0.84,
};

export const trunk = (build: Build): Field => {
  const { shoulder, chest, waist, hip } = build;
  const parts: Field[] = [
    ellipsoid([0, 1.275, 0], [0.162 * chest, 0.185, 0.108 * chest]),
    ellipsoid([0, 1.09, 0.008], [0.134 * waist, 0.17, 0.1 * waist]),
    ellipsoid([0, 0.945, -0.008], [0.158 * hip, 0.115, 0.114 * hip]),
    mirror(ellipsoid([0.07, 0.92, -0.052], [0.075, 0.085, 0.062])),
    mirror(rod([0.05, 1.405, -0.014], [0.168 * shoulder, 1.418, -0.012], 0.06, 0.058)),
    mirror(rod([0.015, 1.5, -0.03], [0.13 * shoulder, 1.445, -0.022], 0.042, 0.034)),
  ];
  if (build.bust > 0) {
    parts.push(mirror(ellipsoid([0.07, 1.262, 0.075], [0.062 * build.bust, 0.06 * build.bust, 0.052 * build.bust])));
  }
  const [first, ...rest] = parts;
  return blend(0.1, first ?? ellipsoid([0, 1.2, 0], [0.1, 0.1, 0.1]), ...rest);
};

export const neck = (build: Build): Field =>
  rod([0, 1.42, -0.022], [0, 1.585, -0.004], 0.057 * build.neck, 0.053 * build.neck);

export const arm = (build: Build, loose = 0): Field =>
  mirror(
    blend(
      0.05,
      rod([0.17, 1.428, -0.012], [0.465, 1.43, -0.018], 0.056 * build.limb + loose, 0.044 * build.limb + loose),
      rod([0.465, 1.43, -0.018], [0.72, 1.43, -0.008], 0.044 * build.limb + loose, 0.031 * build.limb + loose),
      ellipsoid([0.54, 1.428, -0.012], [0.09, 0.044 * build.limb + loose, 0.044 * build.limb + loose]),
    ),
  );

export const leg = (build: Build, loose = 0): Field =>
  mirror(
    blend(
      0.07,
      rod([0.096, 0.9, -0.004], [0.1, 0.5, 0.006], 0.09 * build.limb + loose, 0.06 * build.limb + loose),
      rod([0.1, 0.5, 0.006], [0.102, 0.09, -0.02], 0.06 * build.limb + loose, 0.043 * build.limb + loose),
      ellipsoid([0.101, 0.36, -0.022], [0.056 * build.limb + loose, 0.14, 0.06 * build.limb + loose]),
    ),
  );

const finger = (z: number, length: number, drop: number, radius: number): Field => {
  const knuckle: Vec3 = [0.802, 1.431, z];
  const middle: Vec3 = [0.802 + length * 0.55, 1.429 - drop * 0.4, z * 1.06];
  const tip: Vec3 = [0.802 + length, 1.424 - drop, z * 1.04];
  return join(rod(knuckle, middle, radius, radius * 0.93), rod(middle, tip, radius * 0.93, radius * 0.78));
};

/** The left hand, palm down, fingers a little bent: at rest it looks alive. */
export const hand = (thick = 0): Field => {
  const palm = blend(
    0.025,
    rod([0.7, 1.43, -0.008], [0.735, 1.43, -0.004], 0.026 + thick, 0.03 + thick, 1.08),
    ellipsoid([0.765, 1.43, -0.003], [0.05, 0.019 + thick, 0.042 + thick]),
  );
  const fingers = join(
    finger(0.028, 0.078, 0.014, 0.0098 + thick),
    finger(0.009, 0.086, 0.017, 0.0102 + thick),
    finger(-0.011, 0.08, 0.019, 0.0098 + thick),
    finger(-0.03, 0.064, 0.02, 0.0088 + thick),
  );
  const thumb = join(
    rod([0.735, 1.424, 0.025], [0.77, Math.SQRT2, 0.056], 0.015 + thick, 0.0125 + thick),
    rod([0.77, Math.SQRT2, 0.056], [0.797, 1.408, 0.066], 0.0125 + thick, 0.0098 + thick),
  );
  return mirror(blend(0.014, palm, fingers, thumb));
};

/** A shoe or the foot of a boot, `thick` metres bigger all around. */
export const shoe = (thick = 0): Field => {
  const body = blend(
    0.045,
    rod([0.101, 0.1, -0.028], [0.102, 0.062, -0.03], 0.044 + thick, 0.044 + thick),
    rod([0.102, 0.06, -0.025], [0.104, 0.05, 0.09], 0.044 + thick, 0.041 + thick),
    ellipsoid([0.106, 0.043, 0.13], [0.046 + thick, 0.039 + thick, 0.062 + thick]),
  );
  return mirror((x, y, z) => Math.max(body(x, y, z), -y));
};

/** Cloth does not follow the body: rings where it bunches, drapes where it hangs. */
export const folds = (amount: number): Field => {
  const ridge = (t: number): number => 1 - Math.abs(Math.sin(t));
  return (x, y, z) => {
    const reach = Math.abs(x);
    if (reach > 0.24 && y > 1.2) {
      const elbow = Math.exp(-(((reach - 0.465) / 0.075) ** 2));
      const cuff = Math.exp(-(((reach - 0.67) / 0.05) ** 2));
      const pit = Math.exp(-(((reach - 0.25) / 0.05) ** 2));
      const run = ridge(reach * 85 + Math.sin(y * 34 + z * 21) * 1.6);
      return amount * run * (0.22 + elbow + cuff * 0.8 + pit * 0.6);
    }
    if (y < 0.86) {
      const knee = Math.exp(-(((y - 0.5) / 0.07) ** 2));
      const ankle = Math.exp(-(((y - 0.13) / 0.06) ** 2));
      const hip = Math.exp(-(((y - 0.84) / 0.06) ** 2));
      const run = ridge(y * 72 + Math.sin(x * 39 + z * 26) * 1.7);
      return amount * run * (0.18 + knee * 0.9 + ankle * 1.3 + hip * 0.5);
    }
    const waist = Math.exp(-(((y - 1.03) / 0.06) ** 2));
    const drape = ridge(x * 36 + Math.sin(y * 17) * 1.3 + z * 9);
    const bunch = ridge(y * 58 + Math.sin(x * 31) * 1.4);
    return amount * (0.32 * drape + waist * bunch * 0.9);
  };
};
