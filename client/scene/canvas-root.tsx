// A canvas with three.js in it: the renderer's settings, the surroundings' light, and only the parts we draw with.
import { createRoot, extend, type ReconcilerRoot } from "@react-three/fiber";
import { type ReactNode, useEffect, useRef } from "react";
import {
  AgXToneMapping,
  AmbientLight,
  Color,
  DirectionalLight,
  Group,
  LineSegments,
  Mesh,
  PerspectiveCamera,
  PMREMGenerator,
  Scene,
  Sprite,
  SRGBColorSpace,
  WebGLRenderer,
} from "three";
import { RoomEnvironment } from "three/examples/jsm/environments/RoomEnvironment.js";

extend({ AmbientLight, DirectionalLight, Group, LineSegments, Mesh, PerspectiveCamera, Sprite, Scene });

const SKY = new Color("#c4d9ea");

export type CanvasRootProps = {
  readonly children: ReactNode;
  readonly label: string;
  readonly onRenderer?: (renderer: WebGLRenderer, scene: Scene) => void;
};

/** React is told apart from three: children are drawn by three's own root, on a canvas of its own per mount. */
export function CanvasRoot({ children, label, onRenderer }: CanvasRootProps) {
  const box = useRef<HTMLDivElement>(null);
  const root = useRef<ReconcilerRoot<HTMLCanvasElement> | null>(null);
  const told = useRef(onRenderer);
  const latest = useRef(children);
  useEffect(() => {
    latest.current = children;
    root.current?.render(children);
  }, [children]);
  useEffect(() => {
    const home = box.current;
    if (!home) return;
    const canvas = document.createElement("canvas");
    canvas.className = "scene-canvas";
    home.append(canvas);
    const made = createRoot(canvas);
    let wanted = true;
    const sizes = () => ({ width: home.clientWidth, height: home.clientHeight, top: 0, left: 0 });
    const draw = async () => {
      await made.configure({
        gl: (defaults) => openRenderer(defaults.canvas as HTMLCanvasElement),
        camera: { fov: 68, near: 0.05, far: 1400, position: [0, 1.6, 0] },
        dpr: [1, 1.5],
        size: sizes(),
        onCreated: ({ gl, scene }) => {
          surround(gl, scene);
          told.current?.(gl, scene);
        },
      });
      if (!wanted) return;
      root.current = made;
      made.render(latest.current);
    };
    void draw();
    const resized = new ResizeObserver(() => {
      if (root.current) void draw();
    });
    resized.observe(home);
    return () => {
      wanted = false;
      resized.disconnect();
      root.current = null;
      made.unmount();
      canvas.remove();
    };
  }, []);
  return <div ref={box} className="scene-box" role="img" aria-label={label} />;
}

function openRenderer(canvas: HTMLCanvasElement): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: "high-performance" });
  renderer.toneMapping = AgXToneMapping;
  renderer.toneMappingExposure = 1.1;
  renderer.outputColorSpace = SRGBColorSpace;
  return renderer;
}

function surround(renderer: WebGLRenderer, scene: Scene): void {
  const generator = new PMREMGenerator(renderer);
  scene.environment = generator.fromScene(new RoomEnvironment()).texture;
  scene.environmentIntensity = 0.55;
  scene.background = SKY;
  generator.dispose();
}
