// Everyday clothing as parts: jackets, trousers, hands and shoes, with the seams and pockets painted in.
import { arm, type Build, folds, hand, leg, neck, shoe, trunk } from "./body.ts";
import {
  above,
  below,
  blend,
  type Field,
  join,
  meet,
  mirror,
  parted,
  smoothstep,
  swell,
  within,
  worn,
} from "./field.ts";
import { BODY_BOX, hex, mix, type Paint, type Part, type Rgb, shade } from "./part.ts";

type Trim = Omit<Part, "cell" | "detail" | "texels" | "box" | "roughness"> & Partial<Part>;

/** A soft part with the usual grid, detail and texture density. */
export const cloth = (trim: Trim): Part => ({
  box: BODY_BOX,
  cell: 0.011,
  detail: 1,
  texels: 1,
  roughness: 0.85,
  ...trim,
});

export const line = (distance: number, width: number): number => smoothstep(width, width * 0.35, Math.abs(distance));

/** 1 on the outline of a rectangle. */
export const frame = (x: number, y: number, cx: number, cy: number, hx: number, hy: number, width: number): number =>
  line(Math.max(Math.abs(x - cx) - hx, Math.abs(y - cy) - hy), width);

export const inside = (x: number, y: number, cx: number, cy: number, hx: number, hy: number): boolean =>
  Math.abs(x - cx) < hx && Math.abs(y - cy) < hy;

export type JacketLook = {
  readonly colour: string;
  readonly yoke: string;
  readonly tape: string | null;
  readonly badge: boolean;
  readonly loose: number;
  /** How far the cloth stands off the waist. */
  readonly drape: number;
  readonly hem: number;
};

export const jacketShape = (build: Build, look: JacketLook): Field => {
  const body = blend(0.06, trunk(build), swell(leg(build), 0.004));
  const fold = folds(0.0055);
  const torso: Field = (x, y, z) =>
    body(x, y, z) -
    look.loose -
    look.drape * Math.exp(-(((y - 1.07) / 0.09) ** 2)) -
    0.01 * smoothstep(1.06, look.hem, y);
  const sleeves = arm(build, look.loose * 0.75);
  const whole = blend(0.045, torso, sleeves);
  const folded: Field = (x, y, z) => whole(x, y, z) - fold(x, y, z);
  const collar = worn(neck(build), 0.008, 0.02, (_x, y, z) => Math.max(1.43 - y, y - 1.505 + z * 0.28));
  const cuff = worn(arm(build, look.loose * 0.75 + 0.002), -0.03, 0.006, (x) => Math.abs(Math.abs(x) - 0.678) - 0.02);
  return join(meet(folded, above(look.hem), within(0.695), below(1.475)), collar, cuff);
};

export const paintJacket = (look: JacketLook): Paint => {
  const base = hex(look.colour);
  const yoke = hex(look.yoke);
  const seam = shade(base, 0.62);
  return ([x, y, z], n) => {
    const reach = Math.abs(x);
    let colour: Rgb = y > 1.375 - 0.1 * Math.max(0, reach - 0.2) && reach < 0.3 ? yoke : base;
    if (reach > 0.655) colour = yoke;
    colour = mix(colour, seam, 0.6 * line(reach - 0.235 + (y - 1.43) * 0.15, 0.003) * (y > 1.3 ? 1 : 0));
    if (look.tape && reach < 0.26 && Math.abs(y - 1.362) < 0.011) colour = hex(look.tape);
    if (look.tape && Math.abs(reach - 0.365) < 0.012 && reach > 0.3) colour = hex(look.tape);
    if (y < look.hem + 0.05 && reach < 0.25) colour = mix(colour, seam, line(y - look.hem - 0.045, 0.003));
    if (z > 0.03 && n[2] > 0.15 && reach < 0.2) {
      colour = mix(colour, seam, 0.75 * line(reach - 0.019, 0.0028) * (y < 1.46 ? 1 : 0));
      for (const height of [1.4, 1.31, 1.22, 1.13, 1.04, 0.96]) {
        if (Math.hypot(x, y - height) < 0.0068) colour = shade(yoke, 0.55);
      }
      const pocket = frame(reach, y, 0.09, 1.255, 0.044, 0.052, 0.003);
      colour = mix(colour, seam, 0.8 * pocket);
      if (inside(reach, y, 0.09, 1.29, 0.046, 0.017)) colour = mix(shade(base, 0.9), seam, line(y - 1.273, 0.003));
      colour = mix(
        colour,
        seam,
        0.7 * line(reach - 0.12 - (y - 1.0) * 0.25, 0.004) * (inside(0, y, 0, 1.0, 1, 0.06) ? 1 : 0),
      );
      if (look.badge && inside(x, y, 0.09, 1.327, 0.033, 0.0095)) {
        colour = inside(x, y, 0.078, 1.327, 0.014, 0.004) ? hex("#33506e") : hex("#eef1f2");
      }
    }
    if (z < -0.02 && reach < 0.2) colour = mix(colour, seam, 0.5 * line(x, 0.002) * (y < 1.36 ? 1 : 0));
    return colour;
  };
};

export const jacket = (build: Build, look: JacketLook): Part =>
  cloth({ name: "jacket", shape: jacketShape(build, look), paint: paintJacket(look), detail: 1.05, texels: 1.12 });

export const trousersShape = (build: Build, loose: number, hem = 0.075): Field => {
  const fold = folds(0.006);
  const legs = leg(build, loose);
  const flared: Field = (x, y, z) => legs(x, y, z) - 0.012 * smoothstep(0.4, 0.05, y);
  const whole = blend(0.05, meet(swell(trunk(build), loose * 0.5), below(1.05)), flared);
  const folded: Field = (x, y, z) => whole(x, y, z) - fold(x, y, z);
  return parted(meet(folded, above(hem)), 0.8, 0.007);
};

export const trousers = (build: Build, colour: string, loose = 0.016, band: string | null = null): Part => {
  const base = hex(colour);
  const seam = shade(base, 0.66);
  return cloth({
    name: "trousers",
    shape: trousersShape(build, loose),
    paint: ([x, y, z]) => {
      const reach = Math.abs(x);
      if (band && Math.abs(y - 0.33) < 0.024) return hex(band);
      const outer = line(z + 0.004, 0.0025) * (reach > 0.12 ? 1 : 0);
      const crease = z > 0.03 && y < 0.8 ? 0.3 * line(reach - 0.1, 0.003) : 0;
      const hem = line(y - 0.1, 0.003);
      const fly = z > 0 ? line(x, 0.002) * smoothstep(0.84, 0.86, y) : 0;
      const pocket =
        line(reach - 0.135 + (y - 0.9) * 0.4, 0.003) * (z > 0.02 && inside(0, y, 0, 0.885, 1, 0.055) ? 1 : 0);
      return mix(base, seam, Math.min(1, outer * 0.8 + crease + hem * 0.8 + fly + pocket));
    },
  });
};

export const hands = (paint: Paint, thick = 0, roughness = 0.65): Part =>
  cloth({
    name: "hands",
    shape: meet(hand(thick), (x) => 0.672 - Math.abs(x)),
    paint,
    cell: 0.0052,
    detail: 1.7,
    texels: 1,
    roughness,
  });

export const bareHands = (skin: string): Part => {
  const base = hex(skin);
  const red = hex("#b5523f");
  return hands(([x, y]) => {
    const reach = Math.abs(x);
    const knuckle = Math.exp(-(((reach - 0.802) / 0.012) ** 2)) + Math.exp(-(((reach - 0.845) / 0.006) ** 2)) * 0.6;
    return mix(mix(base, red, 0.16 * knuckle), hex("#e9b79a"), y < 1.42 ? 0.25 : 0);
  });
};

export const shoes = (colour: string, sole: string, thick = 0.003, top = 0.14): Part => {
  const upper = hex(colour);
  const under = hex(sole);
  const shape = meet(shoe(thick), below(top));
  const rim = shoe(thick + 0.004);
  const tread = mirror((x, y, z) => Math.max(rim(x, y, z), y - 0.021, -y));
  return cloth({
    name: "shoes",
    shape: parted(join(shape, tread), 0.3, 0.004),
    cell: 0.0085,
    detail: 1.05,
    texels: 0.8,
    roughness: 0.6,
    paint: ([x, y, z]) => {
      if (y < 0.022) return under;
      const reach = Math.abs(x);
      const laces = z > 0.01 && z < 0.1 && y > 0.07 && Math.abs(reach - 0.103) < 0.018 && Math.sin(z * 420) > 0.2;
      const cap = line(z - 0.125, 0.003);
      return mix(laces ? mix(upper, [0.6, 0.58, 0.52], 0.6) : upper, [0, 0, 0], 0.5 * cap);
    },
  });
};
