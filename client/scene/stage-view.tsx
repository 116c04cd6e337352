// A stage to look at, for consoles and desk: from above, over a shoulder, or through someone's eyes.
import { useFrame, useThree } from "@react-three/fiber";
import { Suspense, use, useEffect, useMemo, useRef } from "react";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import type { StageView as Stage } from "../../sim-server/protocol/frames.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { useText } from "../words/language.ts";
import { CanvasRoot } from "./canvas-root.tsx";
import { PersonCamera } from "./person-camera.tsx";
import { loadStage } from "./stage-model.ts";
import { StageScene } from "./stage-scene.tsx";
import { SunLight } from "./sunlight.tsx";
import { type World, WorldContext } from "./world.ts";

export type Look = { readonly kind: "orbit" } | { readonly kind: "follow" | "eyes"; readonly slot: string };
type Titles = Readonly<Record<string, string>>;

const NO_TITLES: Titles = {};
const silent = () => undefined;

export default function StageView(props: { source: MirrorSource; stage: Stage; view: Look; titles?: Titles }) {
  const say = useText();
  return (
    <CanvasRoot label={say(props.stage.title)}>
      <Suspense>
        <Watched {...props} titles={props.titles ?? NO_TITLES} say={say} />
      </Suspense>
    </CanvasRoot>
  );
}

type Watching = { source: MirrorSource; stage: Stage; view: Look; titles: Titles; say: World["say"] };

function Watched({ source, stage, view, titles, say }: Watching) {
  const model = use(loadStage(stage));
  const ownSlot = view.kind === "eyes" ? view.slot : null;
  const world = useMemo<World>(
    () => ({ source, stage, model, ownSlot, self: () => null, say, hear: silent }),
    [source, stage, model, ownSlot, say],
  );
  return (
    <WorldContext.Provider value={world}>
      <StageScene titles={titles} />
      <SunLight />
      {view.kind === "orbit" ? (
        <OrbitCamera stage={stage} />
      ) : (
        <PersonCamera source={source} stage={stage} view={view} />
      )}
    </WorldContext.Provider>
  );
}

function OrbitCamera({ stage }: { stage: Stage }) {
  const camera = useThree((state) => state.camera);
  const gl = useThree((state) => state.gl);
  const controls = useRef<OrbitControls | null>(null);
  useEffect(() => {
    const indoor = Object.values(stage.rooms).filter((room) => room.indoor);
    const rooms = indoor.length > 0 ? indoor : [stage.bounds];
    const middle = (side: "x" | "y") =>
      rooms.reduce((sum, room) => sum + (room[side][0] + room[side][1]) / 2, 0) / Math.max(1, rooms.length);
    const [x, y] = [middle("x"), middle("y")];
    camera.position.set(x - 20, 22, -y + 30);
    const made = new OrbitControls(camera, gl.domElement);
    made.target.set(x, 0.5, -y);
    made.maxPolarAngle = 1.5;
    made.minDistance = 2;
    made.maxDistance = 160;
    made.enableDamping = true;
    controls.current = made;
    return () => made.dispose();
  }, [camera, gl, stage]);
  useFrame(() => controls.current?.update());
  return null;
}
