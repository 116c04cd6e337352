// The level-A suit: one gas-tight skin from hood to boots, with the air set in a hump on the back.
import { arm, type Build, folds, hand, leg, shoe, trunk } from "./body.ts";
import { cloth, line } from "./cloth.ts";
import {
  above,
  below,
  blend,
  block,
  carve,
  ellipsoid,
  type Field,
  join,
  meet,
  mirror,
  parted,
  rod,
  smoothstep,
  swell,
  within,
  worn,
} from "./field.ts";
import { HEAD_BOX, hex, mix, type Part, shade } from "./part.ts";

export type SuitLook = { readonly colour: string; readonly tape: string; readonly skin: string };

const hood = ellipsoid([0, 1.655, 0.012], [0.128, 0.16, 0.138]);
/** The visor stands proud of the hood, so that no fold of cloth hides its edge. */
const bubble = ellipsoid([0, 1.645, 0.012], [0.15, 0.2, 0.158]);
const window: Field = (x, y, z) => {
  const a = Math.abs(x) - 0.085;
  const b = Math.abs(y - 1.642) - 0.05;
  return Math.max(Math.hypot(Math.max(a, 0), Math.max(b, 0)) + Math.min(Math.max(a, b), 0) - 0.024, 0.02 - z);
};

const skin = (build: Build): Field => {
  const body = blend(
    0.09,
    swell(trunk(build), 0.05),
    ellipsoid([0, 1.4, -0.01], [0.17, 0.1, 0.12]),
    block([0, 1.245, -0.175], [0.135, 0.235, 0.105], 0.08),
    rod([0, 1.44, -0.1], [0, 1.6, -0.06], 0.11, 0.1),
    hood,
  );
  const loose = blend(0.06, body, arm(build, 0.026), leg(build, 0.034));
  const fold = folds(0.011);
  const calm: Field = (x, y, z) => loose(x, y, z) - fold(x, y, z) * (1 - smoothstep(1.45, 1.55, y));
  return parted(meet(calm, within(0.69), above(0.2)), 0.79, 0.008);
};

const paintSuit = (look: SuitLook): Part["paint"] => {
  const base = hex(look.colour);
  const seam = shade(base, 0.7);
  return ([x, y, z], n) => {
    const reach = Math.abs(x);
    let colour = mix(base, seam, 0.7 * line(reach - 0.245, 0.004) * (y > 1.25 ? 1 : 0));
    colour = mix(colour, seam, 0.7 * line(y - 1.5 + z * 0.25, 0.004) * (reach < 0.16 ? 1 : 0));
    colour = mix(colour, seam, 0.5 * line(z, 0.003) * (y < 0.8 && reach > 0.11 ? 1 : 0));
    if (y < 0.72 && z > 0.03 && Math.abs(y - 0.5) < 0.085 && Math.abs(reach - 0.1) < 0.062) colour = shade(colour, 0.9);
    if (z > 0 && n[2] > 0) {
      const zip = x - 0.075 - (1.2 - y) * 0.12;
      if (y > 0.93 && y < 1.5 && Math.abs(zip) < 0.026) {
        colour = Math.abs(zip) < 0.006 ? hex("#23272b") : shade(base, 0.86);
        if (Math.abs(Math.abs(zip) - 0.024) < 0.0025) colour = seam;
      }
      if (y > 1.22 && y < 1.29 && x > -0.13 && x < -0.045) {
        colour = Math.abs(y - 1.255) > 0.03 || x < -0.125 || x > -0.05 ? hex("#f3f1ea") : hex("#1e2a33");
        if (Math.abs(y - 1.255) < 0.012 && x > -0.118 && x < -0.058) colour = hex("#f3f1ea");
      }
    }
    if (z < -0.24 && Math.abs(y - 1.33) < 0.035 && reach < 0.11) colour = hex(look.tape);
    if (reach > 0.3 && Math.abs(reach - 0.58) < 0.022) colour = hex(look.tape);
    if (y < 0.5 && Math.abs(y - 0.385) < 0.024) colour = hex(look.tape);
    const valve = Math.hypot(x + 0.1, y - 1.06);
    if (z > 0.05 && valve < 0.02) colour = valve < 0.013 ? hex("#2a2f34") : hex("#8f979d");
    return colour;
  };
};

/** What shows behind the visor: a face mask and, above it, the wearer's eyes. */
const paintVisor = (look: SuitLook): Part["paint"] => {
  const face = shade(hex(look.skin), 0.55);
  const tint = hex("#20343e");
  return ([x, y]) => {
    const reach = Math.abs(x);
    const edge = smoothstep(-0.006, 0.0, window(x, y, 0.2));
    const head = smoothstep(1.06, 0.94, Math.hypot(reach / 0.058, (y - 1.635) / 0.075));
    let colour = mix(tint, face, 0.75 * head);
    const mask = Math.hypot(reach / 0.043, (y - 1.59) / 0.045);
    colour = mix(hex("#101315"), colour, smoothstep(0.95, 1.05, mask));
    const eye = Math.hypot((reach - 0.026) / 0.0125, (y - 1.648) / 0.0048);
    colour = mix(hex("#958f86"), colour, smoothstep(0.75, 1.05, eye));
    colour = mix(hex("#120d0a"), colour, smoothstep(0.004, 0.0055, Math.hypot(reach - 0.026, y - 1.648)));
    const brow = line(y - 1.664, 0.0035) * smoothstep(0.045, 0.04, reach) * smoothstep(0.01, 0.013, reach);
    colour = mix(colour, hex("#15100d"), 0.8 * brow);
    colour = mix(
      colour,
      hex("#bcd6e0"),
      0.34 * line(x + (y - 1.642) * 0.55 - 0.045, 0.016) + 0.14 * line(x + (y - 1.642) * 0.55 - 0.074, 0.006),
    );
    return mix(colour, hex("#14171a"), edge);
  };
};

const visor = (look: SuitLook): Part[] => [
  {
    name: "visor",
    shape: meet(bubble, window),
    box: HEAD_BOX,
    cell: 0.008,
    detail: 1.4,
    texels: 2.1,
    roughness: 0.1,
    stiff: "head",
    paint: paintVisor(look),
  },
  {
    name: "visor-rim",
    shape: carve(meet(swell(bubble, 0.005), swell(window, 0.012)), window, 0.003),
    box: HEAD_BOX,
    cell: 0.006,
    detail: 1,
    texels: 0.8,
    roughness: 0.5,
    stiff: "head",
    paint: () => hex("#1b1e21"),
  },
];

export const gauntlets = (build: Build): Part[] => [
  cloth({
    name: "gloves",
    shape: join(
      meet(hand(0.0055), (x) => 0.672 - Math.abs(x)),
      meet(mirror(rod([0.6, 1.43, -0.012], [0.72, 1.43, -0.008], 0.07 * build.limb, 0.05 * build.limb)), (x) =>
        Math.max(0.674 - Math.abs(x), Math.abs(x) - 0.705),
      ),
    ),
    cell: 0.006,
    detail: 1.45,
    roughness: 0.5,
    paint: ([x]) => (Math.abs(Math.abs(x) - 0.698) < 0.005 ? hex("#4a5056") : hex("#1d2024")),
  }),
];

export const bigBoots = (colour: string, sole: string, top = 0.3): Part => {
  const shaft = meet(mirror(rod([0.1, 0.36, -0.012], [0.102, 0.07, -0.024], 0.079, 0.058)), below(top), above(0.05));
  const boot = blend(0.04, shoe(0.012), shaft);
  const rim = worn(mirror(rod([0.1, 0.36, -0.012], [0.102, 0.07, -0.024], 0.079, 0.058)), -0.02, 0.006, (_x, y) => {
    return Math.abs(y - top + 0.012) - 0.012;
  });
  const floor: Field = (x, y, z) => Math.max(boot(x, y, z), -y);
  const tread: Field = (x, y, z) => Math.max(boot(x, y, z) - 0.006, y - 0.028, -y);
  return cloth({
    name: "boots",
    shape: parted(join(floor, rim, tread), 0.5, 0.003),
    cell: 0.0085,
    detail: 1.05,
    texels: 0.8,
    roughness: 0.45,
    paint: ([x, y, z]) => {
      if (y < 0.03) return hex(sole);
      const cap = z > 0.13 ? 0.9 : 1;
      return mix(shade(hex(colour), cap), hex(sole), 0.7 * line(y - top + 0.024, 0.003) + (x === 0 ? 1 : 0));
    },
  });
};

export const levelASuit = (build: Build, look: SuitLook): Part[] => [
  cloth({
    name: "suit",
    shape: skin(build),
    paint: paintSuit(look),
    box: [
      [-0.75, 0.18, -0.34],
      [0.75, 1.84, 0.3],
    ],
    cell: 0.012,
    detail: 1,
    texels: 1.1,
    roughness: 0.5,
  }),
  ...visor(look),
];
