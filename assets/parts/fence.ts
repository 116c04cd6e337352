// The works fence, its gate pillars and the barrier arm.
import { type Model, put } from "../kit/model.ts";
import { block, box, lathe } from "../kit/shape.ts";
import { signPlate } from "../kit/sign-plates.ts";
import { at, chain, facing, type Placement, turned } from "../kit/space.ts";
import { bar, flat, rod } from "../kit/sweep.ts";

/** Steel palisade fence on a low wall between two ground points; far panels are cheap on purpose. */
export function fence(m: Model, from: readonly [number, number], to: readonly [number, number]): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const run = Math.sqrt(dx * dx + dy * dy);
  const frame = chain(at(from[0], from[1], 0), turned((Math.atan2(dy, dx) * 180) / Math.PI, "z"));
  const rough = { detail: 0.25 };
  put(m, block(run, 0.24, 0.45), { surface: "plaster", colour: "#cfcabb" }, chain(frame, at(run / 2, 0, 0.225)), rough);
  put(m, block(run, 0.3, 0.05), { surface: "concrete", colour: "#b9b6aa" }, chain(frame, at(run / 2, 0, 0.475)), rough);
  const bays = Math.max(1, Math.round(run / 3));
  for (let i = 0; i <= bays; i++)
    put(m, block(0.1, 0.1, 1.75), "deep-blue", chain(frame, at((run * i) / bays, 0, 1.375)), rough);
  for (const z of [0.75, 2.0]) put(m, block(run, 0.035, 0.045), "deep-blue", chain(frame, at(run / 2, 0, z)), rough);
  const bars = Math.round(run / 0.42);
  for (let i = 0; i < bars; i++)
    put(m, picket(), "deep-blue", chain(frame, at((run * (i + 0.5)) / bars, 0, 0.5)), {
      ...rough,
      shadowless: i % 2 === 1,
    });
}

/** One fence bar: four sides and no ends, eight triangles each. */
function picket() {
  return bar([0, 0, 0], [0, 0, 1.72], flat(0.028, 0.028), false);
}

export function gatePillar(m: Model, x: number, y: number, sign: string | undefined): void {
  put(m, box(0.7, 0.7, 2.5, 0.02), { surface: "plaster", colour: "#d8d3c4" }, at(x, y, 1.25));
  put(m, box(0.86, 0.86, 0.12, 0.02), { surface: "concrete", colour: "#9fa09a" }, at(x, y, 2.56));
  put(m, box(0.74, 0.74, 0.5, 0.02), { surface: "concrete", colour: "#83857f" }, at(x, y, 0.25));
  if (sign) signPlate(m, sign, 1.9, facing(x - 0.36, y, 1.75, 270));
}

/** Drive post of a barrier; the arm is a part of its own. */
export function barrierPost(m: Model, where: Placement): void {
  put(m, box(0.34, 0.3, 1, 0.02), "safety-red", chain(where, at(0, 0, 0.5)));
  put(m, box(0.36, 0.32, 0.06, 0.01), "white", chain(where, at(0, 0, 1.02)));
  put(m, box(0.5, 0.46, 0.06, 0.01), "apron-edge", chain(where, at(0, 0, 0.03)));
}

/** The arm from its bearing at the origin along local +y, red and white, with the counterweight behind. */
export function barrierArm(m: Model, where: Placement, length: number): void {
  const pieces = 8;
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [0.15 + ((length - 0.15) * i) / pieces, 0.15 + ((length - 0.15) * (i + 1)) / pieces];
    put(m, bar([0, a, 0], [0, b, 0], flat(0.05, 0.11)), i % 2 ? "white" : "safety-red", where);
  }
  put(m, box(0.1, 0.4, 0.16, 0.02), "steel-dark", chain(where, at(0, -0.08, 0)));
  put(
    m,
    lathe(
      [
        [0, -0.07],
        [0.08, -0.07],
        [0.08, 0.07],
        [0, 0.07],
      ],
      16,
    ),
    "bolt",
    chain(where, turned(90, "y")),
  );
}

export function barrierRest(m: Model, where: Placement): void {
  put(m, rod([0, 0, 0], [0, 0, 0.9], 0.045, 10), "white", where);
  put(m, box(0.12, 0.1, 0.08, 0.01), "safety-red", chain(where, at(0, 0, 0.92)));
}
