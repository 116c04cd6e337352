// Two bones reaching for a point, in closed form: where the elbow goes, and how each bone must turn to lie so.
import { Matrix4, type Quaternion, Vector3 } from "three";

const along = new Vector3();
const side = new Vector3();

/**
 * Where the middle joint is when two bones (metres) reach from `from` towards `target`, bent to the side of `pole`.
 * `end` gets where the chain ends: the target itself, or as near as the bones reach. Law of cosines; no iteration.
 */
export function bend(
  from: Vector3,
  target: Vector3,
  upperM: number,
  lowerM: number,
  pole: Vector3,
  elbow: Vector3,
  end: Vector3,
): void {
  along.copy(target).sub(from);
  const asked = along.length();
  if (asked < 1e-6) along.set(0, -1, 0);
  else along.divideScalar(asked);
  const least = Math.abs(upperM - lowerM) * 1.001 + 1e-4;
  const far = Math.min((upperM + lowerM) * 0.999, Math.max(least, asked));
  side.copy(pole).addScaledVector(along, -pole.dot(along));
  if (side.lengthSq() < 1e-8) side.set(along.y, along.z, along.x).addScaledVector(along, -side.dot(along));
  side.normalize();
  const cosine = (upperM * upperM + far * far - lowerM * lowerM) / (2 * upperM * far);
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
  elbow
    .copy(from)
    .addScaledVector(along, cosine * upperM)
    .addScaledVector(side, sine * upperM);
  end.copy(from).addScaledVector(along, far);
}

const x = new Vector3();
const y = new Vector3();
const z = new Vector3();
const posed = new Matrix4();
const resting = new Matrix4();

function frame(direction: Vector3, hinge: Vector3, into: Matrix4): Matrix4 {
  x.copy(direction).normalize();
  y.crossVectors(hinge, x).normalize();
  z.crossVectors(x, y);
  return into.makeBasis(x, y, z);
}

/** The turn that carries a bone from how it rests to how it lies, hinge onto hinge, so that it does not twist. */
export function carry(
  restAlong: Vector3,
  restHinge: Vector3,
  newAlong: Vector3,
  newHinge: Vector3,
  into: Quaternion,
): Quaternion {
  frame(restAlong, restHinge, resting).transpose();
  return into.setFromRotationMatrix(frame(newAlong, newHinge, posed).multiply(resting));
}
