// A firefighter's bunker gear: long coat and trousers with yellow-silver-yellow bands, helmet with a neck cape.
import type { Build } from "./body.ts";
import { cloth, frame, inside, jacketShape, line, trousersShape } from "./cloth.ts";
import { above, below, blend, carve, ellipsoid, type Field, inFront, join, meet, within } from "./field.ts";
import { HEAD_BOX, hex, mix, type Part, type Rgb, shade } from "./part.ts";

const NAVY = hex("#2c3446");
const LIME = hex("#d6dd3a");
const SILVER = hex("#d5d8d6");

const banded = (base: Rgb, distance: number): Rgb => {
  const away = Math.abs(distance);
  if (away < 0.011) return SILVER;
  return away < 0.029 ? LIME : base;
};

export const turnoutCoat = (build: Build): Part =>
  cloth({
    name: "coat",
    shape: jacketShape(build, {
      colour: "",
      yoke: "",
      tape: null,
      badge: false,
      loose: 0.03,
      drape: 0.014,
      hem: 0.83,
    }),
    detail: 1.05,
    texels: 1.12,
    paint: ([x, y, z], n) => {
      const reach = Math.abs(x);
      const seam = shade(NAVY, 0.55);
      let colour: Rgb = NAVY;
      if (reach < 0.26 && y < 1.36) {
        colour = banded(colour, y - 1.2);
        if (y < 1) colour = banded(colour, y - 0.885);
      }
      if (reach > 0.3) colour = banded(colour, reach - 0.58);
      if (z > 0.03 && n[2] > 0.1 && reach < 0.2) {
        if (reach < 0.02) colour = shade(NAVY, 0.8);
        colour = mix(colour, seam, line(reach - 0.02, 0.003));
        colour = mix(colour, seam, frame(reach, y, 0.1, 1.03, 0.055, 0.06, 0.003));
        if (inside(x, y, 0.095, 1.3, 0.036, 0.012)) colour = hex("#e9ecec");
      }
      return colour;
    },
  });

export const turnoutTrousers = (build: Build): Part =>
  cloth({
    name: "trousers",
    shape: trousersShape(build, 0.028),
    paint: ([x, y, z]) => {
      const knee = z > 0.02 && Math.abs(y - 0.5) < 0.09 ? 0.3 : 0;
      const outer = line(z + 0.004, 0.003) * (Math.abs(x) > 0.12 ? 0.7 : 0);
      return banded(mix(NAVY, hex("#14181f"), Math.max(knee, outer)), y - 0.3);
    },
  });

export const turnoutHelmet = (): Part[] => {
  const dome = meet(
    blend(0.02, ellipsoid([0, 1.68, -0.02], [0.117, 0.125, 0.145]), ellipsoid([0, 1.63, -0.05], [0.113, 0.12, 0.12])),
    (_x, y, z) => 1.69 - y - Math.max(0, 0.03 - z) * 0.85,
    above(1.585),
  );
  const brow = meet(ellipsoid([0, 1.69, 0.02], [0.118, 0.02, 0.135]), inFront(0));
  const crest = meet(ellipsoid([0, 1.69, -0.02], [0.013, 0.135, 0.158]), above(1.72));
  const cape = carve(
    meet(
      ellipsoid([0, 1.55, -0.03], [0.113, 0.15, 0.115]),
      below(1.6),
      above(1.46),
      (_x, y, z) => z - 0.02 - (y - 1.5) * 0.1,
    ),
    ellipsoid([0, 1.55, -0.03], [0.1, 0.2, 0.1]),
  );
  const shell: Field = join(dome, brow, crest);
  return [
    {
      name: "helmet",
      shape: shell,
      box: HEAD_BOX,
      cell: 0.007,
      detail: 1.1,
      texels: 1.2,
      roughness: 0.3,
      stiff: "head",
      paint: ([x, y, z]) => {
        if (z > 0.07 && within(0.026)(x, y, z) < 0 && Math.abs(y - 1.735) < 0.024) {
          return Math.abs(x) + Math.abs(y - 1.735) < 0.022 ? hex("#d4af37") : hex("#7a1512");
        }
        if (Math.abs(y - 1.712) < 0.007) return LIME;
        return hex("#c4281c");
      },
    },
    {
      name: "cape",
      shape: cape,
      box: HEAD_BOX,
      cell: 0.007,
      detail: 0.9,
      texels: 0.8,
      roughness: 0.9,
      paint: () => NAVY,
    },
  ];
};
