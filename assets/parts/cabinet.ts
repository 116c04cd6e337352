// Sheet-steel cabinets, switch knobs and the conduits that feed them.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, lathe } from "../kit/shape.ts";
import { heightOf, label } from "../kit/sign-plates.ts";
import { at, chain, type Placement, type V3 } from "../kit/space.ts";
import { tube } from "../kit/sweep.ts";

/** The knob of a rotary switch around local z; it stands up at "off" and points right at "on". */
export function switchKnob(m: Model, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0.036, 0],
        [0.034, 0.014],
        [0.026, 0.018],
        [0, 0.018],
      ],
      22,
    ),
    "black",
    where,
  );
  put(m, box(0.02, 0.075, 0.03, 0.005), "safety-red", chain(where, at(0, 0, 0.028)));
  put(m, box(0.005, 0.03, 0.002, 0), "white", chain(where, at(0, 0.02, 0.044)));
}

export interface CabinetSpec {
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly paint?: PaintName;
  readonly face?: string;
  readonly faceWidth?: number;
  readonly faceZ?: number;
  readonly plinth?: boolean;
}

/** A sheet-steel cabinet on the floor, its back at local y = 0, looking to -y. */
export function cabinet(m: Model, where: Placement, spec: CabinetSpec): void {
  const { width: w, depth: d, height: h, paint = "ral-7035", plinth = true } = spec;
  const base = plinth ? 0.1 : 0;
  if (plinth) put(m, box(w - 0.04, d - 0.04, 0.1, 0.004), "steel-dark", chain(where, at(0, -d / 2, 0.05)));
  put(m, box(w, d, h - base, 0.012), paint, chain(where, at(0, -d / 2, base + (h - base) / 2)));
  put(m, box(w - 0.06, 0.016, h - base - 0.06, 0.008), paint, chain(where, at(0, -d - 0.006, base + (h - base) / 2)));
  put(m, box(0.022, 0.03, 0.16, 0.006), "black", chain(where, at(w / 2 - 0.09, -d - 0.024, base + (h - base) * 0.46)));
  for (let i = 0; i < 5; i++)
    put(m, box(w * 0.5, 0.008, 0.012, 0.002), "steel-dark", chain(where, at(0, -d - 0.014, base + 0.12 + i * 0.03)));
  if (spec.face) {
    const fw = spec.faceWidth ?? w * 0.7;
    label(m, spec.face, fw, chain(where, at(0, -d - 0.0145, spec.faceZ ?? h - heightOf(spec.face, fw) / 2 - 0.16)));
  }
}

/** A conduit run along a wall or ceiling with clips at both ends. */
export function conduit(m: Model, points: readonly V3[], r = 0.011, paint: PaintName = "galvanised"): void {
  put(m, tube(points, r, 6, 0.06), paint, undefined, { detail: 0.5 });
}
