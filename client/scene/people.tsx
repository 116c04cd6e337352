// Everybody in the run but the viewer, and the soft shadows under all feet.
import { useFrame } from "@react-three/fiber";
import { useMemo, useSyncExternalStore } from "react";
import { InstancedMesh, Matrix4, MeshBasicMaterial, PlaneGeometry } from "three";
import { shadowTexture } from "./glow.ts";
import { Person } from "./person.tsx";
import { useWorld } from "./world.ts";

const MOST = 24;

export function People({ titles }: { titles: Readonly<Record<string, string>> }) {
  const { source, ownSlot } = useWorld();
  const slots = useSyncExternalStore(source.subscribe, () => Object.keys(source.getFrame()?.people ?? {}).join(" "));
  const others = slots.split(" ").filter((slot) => slot !== "" && slot !== ownSlot);
  return (
    <>
      {others.slice(0, MOST).map((slot) => (
        <Person key={slot} slot={slot} title={titles[slot] ?? ""} />
      ))}
      <Shadows />
    </>
  );
}

function Shadows() {
  const { source } = useWorld();
  const matrix = useMemo(() => new Matrix4(), []);
  const mesh = useMemo(() => {
    const material = new MeshBasicMaterial({
      map: shadowTexture(),
      transparent: true,
      depthWrite: false,
      toneMapped: false,
    });
    const flat = new PlaneGeometry(0.95, 0.95).rotateX(-Math.PI / 2);
    const made = new InstancedMesh(flat, material, MOST);
    made.frustumCulled = false;
    made.renderOrder = 1;
    made.count = 0;
    return made;
  }, []);
  useFrame(() => {
    const people = source.getFrame()?.people;
    let count = 0;
    for (const slot in people) {
      const person = people[slot];
      if (!person || count >= MOST) continue;
      matrix.makeTranslation(person.x, person.z + 0.025, -person.y);
      mesh.setMatrixAt(count, matrix);
      count += 1;
    }
    mesh.count = count;
    mesh.instanceMatrix.needsUpdate = true;
  });
  return <primitive object={mesh} />;
}
