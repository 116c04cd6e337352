// What responders wear over their clothes: helmets, face masks, air cylinders, harness, vests and a chest radio.
import { type Build, trunk } from "./body.ts";
import { cloth, line } from "./cloth.ts";
import { above, behind, blend, block, ellipsoid, inFront, join, meet, mirror, rod, smoothstep, worn } from "./field.ts";
import { HEAD_BOX, hex, mix, type Part, plain, shade } from "./part.ts";

const HELMET_BOX: Part["box"] = [
  [-0.17, 1.5, -0.2],
  [0.17, 1.86, 0.24],
];

/** A site helmet with ridge, rim, peak and chin strap. */
export const helmet = (colour: string, mark: string): Part[] => {
  const dome = meet(ellipsoid([0, 1.688, -0.012], [0.106, 0.114, 0.129]), above(1.684));
  const ridge = meet(
    join(
      ellipsoid([0, 1.688, -0.012], [0.016, 0.123, 0.138]),
      mirror(ellipsoid([0.036, 1.68, -0.012], [0.009, 0.112, 0.13])),
    ),
    above(1.715),
  );
  const rim = block([0, 1.688, -0.012], [0.2, 0.0055, 0.2], 0.004);
  const brim = meet(rim, ellipsoid([0, 1.688, -0.012], [0.121, 0.3, 0.145]));
  const peak = meet(
    (x, y, z) => Math.abs(y - 1.69 + Math.max(0, z - 0.09) * 0.16 + x * x * 0.7) - 0.004,
    ellipsoid([0, 1.69, 0.07], [0.092, 0.2, 0.108]),
    inFront(0.05),
  );
  const shell = hex(colour);
  return [
    {
      name: "helmet",
      shape: blend(0.008, dome, ridge, brim, peak),
      box: HELMET_BOX,
      cell: 0.006,
      detail: 1.25,
      texels: 1.25,
      roughness: 0.32,
      stiff: "head",
      paint: ([x, y, z]) => {
        const badge = Math.hypot(x, (y - 1.738) * 1.0);
        if (z > 0.06 && badge < 0.019) return badge < 0.015 ? hex(mark) : hex("#f4f4f0");
        const band = line(y - 1.708, 0.002);
        return mix(shell, shade(shell, 0.6), band * 0.5);
      },
    },
    {
      name: "strap",
      shape: mirror(
        join(
          rod([0.0815, 1.69, 0.005], [0.066, 1.57, 0.032], 0.0052, 0.0052),
          rod([0.066, 1.57, 0.032], [0.035, 1.523, 0.058], 0.0052, 0.0052),
          rod([0.035, 1.523, 0.058], [0, 1.514, 0.066], 0.0052, 0.0052),
        ),
      ),
      box: HEAD_BOX,
      cell: 0.0055,
      detail: 1.1,
      texels: 0.8,
      roughness: 0.8,
      stiff: "head",
      paint: plain("#23262a"),
    },
  ];
};

/** A full face mask: clear window, black seal, valve and hose. */
export const faceMask = (skin: string): Part[] => {
  const bowl = ellipsoid([0, 1.618, 0.035], [0.076, 0.098, 0.083]);
  const glassShape = meet(ellipsoid([0, 1.632, 0.036], [0.075, 0.062, 0.084]), inFront(0.058));
  const seal = blend(
    0.012,
    meet(bowl, inFront(0.03), behind(0.085)),
    ellipsoid([0, 1.567, 0.098], [0.036, 0.033, 0.04]),
    rod([0, 1.562, 0.12], [0, 1.558, 0.152], 0.027, 0.025),
  );
  const face = hex(skin);
  return [
    {
      name: "mask",
      shape: seal,
      box: HEAD_BOX,
      cell: 0.006,
      detail: 1.3,
      texels: 1.3,
      roughness: 0.55,
      stiff: "head",
      paint: ([x, y, z]) => {
        if (z > 0.135) return Math.hypot(x, y - 1.559) < 0.014 ? hex("#c03a2b") : hex("#3a4046");
        return hex("#17191c");
      },
    },
    {
      name: "window",
      shape: glassShape,
      box: HEAD_BOX,
      cell: 0.006,
      detail: 1.2,
      texels: 2.2,
      roughness: 0.08,
      stiff: "head",
      paint: ([x, y]) => {
        const reach = Math.abs(x);
        const edge = smoothstep(0.058, 0.066, Math.hypot(reach, (y - 1.634) * 1.22));
        let colour = mix(shade(face, 0.62), hex("#4e6a76"), 0.35 + 0.3 * smoothstep(1.63, 1.69, y));
        const eye = Math.hypot((reach - 0.032) / 0.015, (y - 1.636) / 0.0055);
        colour = mix(hex("#e5e0d8"), colour, smoothstep(0.75, 1, eye));
        colour = mix(hex("#1d130e"), colour, smoothstep(0.0045, 0.0062, Math.hypot(reach - 0.032, y - 1.636)));
        colour = mix(
          colour,
          hex("#16110f"),
          0.8 * line(y - 1.6565, 0.004) * smoothstep(0.056, 0.05, reach) * (reach > 0.013 ? 1 : 0),
        );
        const streak = line(x * 0.8 + y - 1.685, 0.011) * 0.3;
        colour = mix(colour, hex("#dcebf2"), streak);
        return mix(colour, hex("#121416"), edge);
      },
    },
    {
      name: "hose",
      shape: join(
        rod([0.005, 1.556, 0.128], [-0.06, 1.47, 0.135], 0.011, 0.011),
        rod([-0.06, 1.47, 0.135], [-0.1, 1.34, 0.128], 0.011, 0.011),
        rod([-0.1, 1.34, 0.128], [-0.13, 1.22, 0.115], 0.011, 0.011),
      ),
      box: [
        [-0.2, 1.15, 0.05],
        [0.05, 1.6, 0.2],
      ],
      cell: 0.008,
      detail: 0.9,
      texels: 0.7,
      roughness: 0.7,
      paint: ([, y]) => (Math.sin(y * 700) > 0.3 ? hex("#2b2f34") : hex("#17191c")),
    },
  ];
};

/** Cylinder and back plate. */
export const airSet = (depth: number, colour = "#e0b81e"): Part[] => {
  const z = -depth;
  const bottle = blend(
    0.02,
    rod([0, 1.03, z - 0.075], [0, 1.33, z - 0.075], 0.071, 0.071),
    rod([0, 1.33, z - 0.075], [0, 1.41, z - 0.075], 0.05, 0.022),
    rod([-0.03, 0.955, z - 0.07], [0.03, 0.955, z - 0.07], 0.024, 0.024),
  );
  const plate = block([0, 1.19, z], [0.12, 0.235, 0.018], 0.015);
  const bands = join(
    meet(rod([0, 1.0, z - 0.075], [0, 1.4, z - 0.075], 0.078, 0.078), (_x, y) => Math.abs(y - 1.12) - 0.018),
    meet(rod([0, 1.0, z - 0.075], [0, 1.4, z - 0.075], 0.078, 0.078), (_x, y) => Math.abs(y - 1.29) - 0.018),
  );
  const shell = hex(colour);
  const black = hex("#22262a");
  return [
    {
      name: "cylinder",
      shape: join(bottle, plate, bands),
      box: [
        [-0.16, 0.88, z - 0.19],
        [0.16, 1.46, z + 0.04],
      ],
      cell: 0.01,
      detail: 0.95,
      texels: 0.9,
      roughness: 0.4,
      stiff: "chest",
      paint: (at) => {
        if (plate(...at) < 0.004 || bands(...at) < 0.004) return black;
        if (at[1] < 0.99) return hex("#8d949a");
        if (at[1] > 1.345) return hex("#3a4046");
        return line(at[1] - 1.2, 0.024) > 0.5 ? hex("#f3f1ea") : shell;
      },
    },
  ];
};

/** Shoulder straps and waist belt over a trunk of the given looseness. */
export const harness = (build: Build, loose: number, colour = "#1c2024"): Part => {
  const body = trunk(build);
  const straps = mirror(
    worn(body, loose - 0.01, loose + 0.014, (x, y, z) => {
      const centre = 0.122 + (1.3 - y) * 0.03 + (z < 0 ? -0.015 : 0);
      return Math.max(Math.abs(x - centre) - 0.024, 1.03 - y, y - 1.5);
    }),
  );
  const belt = worn(body, loose - 0.01, loose + 0.022, (_x, y) => Math.abs(y - 1.035) - 0.024);
  const buckle = block([0, 1.035, 0.118 + loose * 1.1], [0.032, 0.027, 0.014], 0.006);
  return cloth({
    name: "harness",
    shape: join(straps, belt, buckle),
    cell: 0.009,
    texels: 0.8,
    detail: 0.95,
    paint: (at) => (buckle(...at) < 0.003 ? hex("#b6bbbf") : hex(colour)),
  });
};

/** A sleeveless vest with bright bands, open at the sides; `marks` may paint over it. */
export const vest = (build: Build, loose: number, paint: Part["paint"]): Part => {
  const body = trunk(build);
  const shell = worn(body, loose - 0.012, loose + 0.009, (x, y, z) => {
    const armhole = Math.abs(x) - 0.146 - Math.max(0, 1.37 - y) * 0.8;
    const collar = 0.085 - Math.hypot(x, (y - 1.5) * 0.62, Math.max(0, z) * 0.2);
    return Math.max(armhole, collar, 0.99 - y);
  });
  return cloth({ name: "vest", shape: shell, paint, cell: 0.009, texels: 1.3, detail: 1 });
};

/** A handset clipped to the chest, its aerial up. */
export const chestRadio = (depth: number): Part => {
  const body = block([-0.1, 1.27, depth], [0.027, 0.05, 0.016], 0.006);
  const aerial = rod([-0.117, 1.31, depth], [-0.122, 1.41, depth - 0.01], 0.0062, 0.005);
  return {
    name: "radio",
    shape: join(body, aerial),
    box: [
      [-0.16, 1.2, depth - 0.05],
      [-0.05, 1.44, depth + 0.05],
    ],
    cell: 0.006,
    detail: 1.1,
    texels: 1,
    roughness: 0.6,
    stiff: "upperChest",
    paint: ([, y]) => (Math.abs(y - 1.295) < 0.009 ? hex("#5d7480") : hex("#1b1e21")),
  };
};
