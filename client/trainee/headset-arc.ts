// The arc of a hop as it is shown: a thrown line and a ring where it lands, green where one may stand.
import { BufferAttribute, BufferGeometry, Line, LineBasicMaterial, Mesh, MeshBasicMaterial, RingGeometry } from "three";
import { DANGER, SAFE } from "../look/colours.ts";
import { ARC_POINTS, type Landing } from "./teleport.ts";

export type Arc = {
  readonly line: Line;
  readonly ring: Mesh;
  readonly points: Float32Array;
  readonly show: (landing: Landing) => void;
  readonly hide: () => void;
};

export function openArc(): Arc {
  const points = new Float32Array(ARC_POINTS * 3);
  const places = new BufferAttribute(new Float32Array(ARC_POINTS * 3), 3);
  const geometry = new BufferGeometry().setAttribute("position", places);
  const ink = new LineBasicMaterial({ color: SAFE, toneMapped: false, fog: false });
  const line = new Line(geometry, ink);
  const paint = new MeshBasicMaterial({ color: SAFE, toneMapped: false, fog: false, transparent: true, opacity: 0.9 });
  const ring = new Mesh(new RingGeometry(0.24, 0.32, 36).rotateX(-Math.PI / 2), paint);
  line.frustumCulled = ring.frustumCulled = false;
  line.visible = ring.visible = false;
  return {
    line,
    ring,
    points,
    show: (landing) => {
      for (let i = 0; i < ARC_POINTS; i++)
        places.setXYZ(i, points[i * 3] ?? 0, points[i * 3 + 2] ?? 0, -(points[i * 3 + 1] ?? 0));
      places.needsUpdate = true;
      ink.color.set(landing.free ? SAFE : DANGER);
      paint.color.set(landing.free ? SAFE : DANGER);
      ring.position.set(landing.x, 0.03, -landing.y);
      ring.scale.setScalar(landing.free ? 1 : 0.45);
      line.visible = ring.visible = true;
    },
    hide: () => {
      line.visible = ring.visible = false;
    },
  };
}
