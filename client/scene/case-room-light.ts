// The light of the boardroom on floor, walls and ceiling, worked out once per corner of a fine net when the room opens.
import { BufferAttribute, type Color, type Matrix4, PlaneGeometry, Vector3 } from "three";
import { ROOM, TABLE, WINDOWS } from "./case-room-shape.ts";

type Lamp = { readonly at: Vector3; readonly looks: Vector3; readonly power: readonly [number, number, number] };

/** Each window and lamp as a few points with the light they send, white daylight and warm ceiling. */
function lamps(): readonly Lamp[] {
  const found: Lamp[] = [];
  for (const { x, width, low, high } of WINDOWS)
    for (const share of [-0.3, 0.3])
      for (const rise of [0.25, 0.75])
        found.push({
          at: new Vector3(x + share * width, low + rise * (high - low), -ROOM.halfZ + 0.05),
          looks: new Vector3(0, -0.25, 1).normalize(),
          power: [1.5, 1.72, 2],
        });
  for (const z of [-0.95, 0.95])
    for (let i = -2; i <= 2; i += 1)
      found.push({
        at: new Vector3(i * 0.95, ROOM.height - 0.06, z),
        looks: new Vector3(0, -1, 0),
        power: [1.5, 1.36, 1.15],
      });
  for (let i = 0; i < 5; i += 1)
    found.push({
      at: new Vector3(ROOM.halfX - 0.42, ROOM.height - 0.02, -2.4 + i * 1.2),
      looks: new Vector3(0.25, -1, 0).normalize(),
      power: [1.1, 0.86, 0.58],
    });
  return found;
}

/** What every corner gets from light thrown about the room. */
const BOUNCED = [0.2, 0.205, 0.215] as const;

/** A plane with its light in the colours of its corners; `at` turns it from the plane z = 0 into its place. */
export function litPlane(width: number, height: number, at: Matrix4, paint: Color): PlaneGeometry {
  const geometry = new PlaneGeometry(width, height, Math.ceil(width * 5), Math.ceil(height * 5));
  geometry.applyMatrix4(at);
  const [spots, normals] = [geometry.getAttribute("position"), geometry.getAttribute("normal")];
  const colours = new Float32Array(spots.count * 3);
  const all = lamps();
  const [spot, normal, way] = [new Vector3(), new Vector3(), new Vector3()];
  for (let i = 0; i < spots.count; i += 1) {
    spot.fromBufferAttribute(spots, i);
    normal.fromBufferAttribute(normals, i);
    const light: number[] = [...BOUNCED];
    for (const lamp of all) {
      way.subVectors(lamp.at, spot);
      const far = Math.max(0.16, way.lengthSq());
      way.normalize();
      const got = (Math.max(0, way.dot(normal)) * Math.max(0, -way.dot(lamp.looks))) / far;
      if (got === 0 || underTable(spot, lamp.at)) continue;
      for (let k = 0; k < 3; k += 1) light[k] = (light[k] ?? 0) + got * (lamp.power[k] ?? 0) * 0.52;
    }
    const corner = cornerShade(spot);
    colours[i * 3] = (light[0] ?? 0) * paint.r * corner;
    colours[i * 3 + 1] = (light[1] ?? 0) * paint.g * corner;
    colours[i * 3 + 2] = (light[2] ?? 0) * paint.b * corner;
  }
  geometry.setAttribute("color", new BufferAttribute(colours, 3));
  return geometry;
}

/** Whether the table stands between a place on the floor and a lamp. */
function underTable(spot: Vector3, lamp: Vector3): boolean {
  if (spot.y > TABLE.topM || lamp.y < TABLE.topM) return false;
  const share = (TABLE.topM - spot.y) / (lamp.y - spot.y);
  const x = spot.x + (lamp.x - spot.x) * share;
  const z = spot.z + (lamp.z - spot.z) * share;
  const over = Math.max(0, Math.abs(x) - (TABLE.halfX - TABLE.halfZ));
  return over * over + z * z < TABLE.halfZ * TABLE.halfZ;
}

/** Corners of a room are darker: less of it is seen from there. */
function cornerShade({ x, y, z }: Vector3): number {
  const near = (far: number) => 1 - 0.26 * Math.exp(-Math.max(0, far) / 0.22);
  const ways = [ROOM.halfX - Math.abs(x), ROOM.halfZ - Math.abs(z), y, ROOM.height - y].sort((a, b) => a - b);
  // The nearest surface is the one the corner lies on.
  return near(ways[1] ?? 1) * near(ways[2] ?? 1);
}
