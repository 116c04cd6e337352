// A small figure for crowds: some four hundred faces, its limbs told apart so that a shader can make it walk.
import { BoxGeometry, type BufferGeometry, CylinderGeometry, Float32BufferAttribute, SphereGeometry } from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";

/** Limb numbers as the shader knows them; a pair swings in turn. */
const BODY = 0;
const LEFT_LEG = 1;
const RIGHT_LEG = 2;
const LEFT_ARM = 3;
const RIGHT_ARM = 4;
/** Cloth numbers: jacket, trousers, skin, hair, shoes. */
const JACKET = 0;
const TROUSERS = 1;
const SKIN = 2;
const HAIR = 3;
const SHOES = 4;

export const HIP_M = 0.9;
export const SHOULDER_M = 1.4;

/** Stands on the origin and looks to +z. */
export function crowdFigure(): BufferGeometry {
  const parts = [
    part(new CylinderGeometry(0.155, 0.135, 0.3, 8, 1).translate(0, 1.27, 0), BODY, JACKET, [1.18, 1, 0.72]),
    part(new CylinderGeometry(0.135, 0.15, 0.3, 8, 1).translate(0, 0.98, 0), BODY, JACKET, [1.08, 1, 0.75]),
    part(
      new SphereGeometry(0.155, 8, 2, 0, Math.PI * 2, 0, Math.PI / 2).scale(1, 0.42, 1).translate(0, 1.42, 0),
      BODY,
      JACKET,
      [1.18, 1, 0.72],
    ),
    part(new CylinderGeometry(0.05, 0.055, 0.1, 6, 1).translate(0, 1.5, 0), BODY, SKIN),
    part(new SphereGeometry(0.105, 9, 6).scale(0.9, 1.15, 1).translate(0, 1.62, 0.01), BODY, SKIN),
    part(
      new SphereGeometry(0.112, 9, 3, 0, Math.PI * 2, 0, Math.PI * 0.52)
        .rotateX(-0.35)
        .scale(0.92, 1.12, 1)
        .translate(0, 1.64, -0.006),
      BODY,
      HAIR,
    ),
  ];
  for (const [side, leg, arm] of [
    [1, LEFT_LEG, LEFT_ARM],
    [-1, RIGHT_LEG, RIGHT_ARM],
  ] as const) {
    parts.push(
      part(new CylinderGeometry(0.085, 0.062, 0.46, 6, 1).translate(side * 0.085, 0.68, 0), leg, TROUSERS),
      part(new CylinderGeometry(0.062, 0.046, 0.42, 6, 1).translate(side * 0.085, 0.26, 0), leg, TROUSERS),
      part(new BoxGeometry(0.09, 0.075, 0.25).translate(side * 0.085, 0.038, 0.05), leg, SHOES),
      part(new CylinderGeometry(0.052, 0.042, 0.32, 6, 1).translate(side * 0.215, 1.26, 0), arm, JACKET),
      part(new CylinderGeometry(0.042, 0.034, 0.26, 6, 1).translate(side * 0.225, 0.98, 0.02), arm, JACKET),
      part(new SphereGeometry(0.042, 5, 4).scale(0.8, 1.25, 0.9).translate(side * 0.226, 0.82, 0.025), arm, SKIN),
    );
  }
  const figure = mergeGeometries(parts);
  for (const made of parts) made.dispose();
  return figure;
}

function part(
  geometry: BufferGeometry,
  limb: number,
  cloth: number,
  scale?: readonly [number, number, number],
): BufferGeometry {
  const plain = geometry.index ? geometry.toNonIndexed() : geometry;
  if (scale) {
    const middle = 1.2;
    plain
      .translate(0, -middle, 0)
      .scale(...scale)
      .translate(0, middle, 0);
  }
  plain.deleteAttribute("uv");
  const count = plain.getAttribute("position").count;
  const told = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    told[i * 2] = limb;
    told[i * 2 + 1] = cloth;
  }
  plain.setAttribute("limb", new Float32BufferAttribute(told, 2));
  return plain;
}
