// The control room's wall panel: gas heads, fans, scrubber, curtain and wind, drawn as the works would show them.
import { useEffect, useMemo } from "react";
import { CanvasTexture, type Material, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from "three";
import type { MirrorFrame } from "../../sim-server/protocol/frames.ts";
import { ON_DARK } from "../look/colours.ts";
import { isMesh } from "./built-assets.ts";
import { FONT, fontsReady } from "./label.ts";
import { scenePoint } from "./space.ts";
import { useWorld, type World } from "./world.ts";

const WIDTH = 1024;
const HEIGHT = 485;
const REDRAW_MS = 1000;

export function ControlPanel({ id }: { id: string }) {
  const world = useWorld();
  const screen = world.model.anchors.screens[id];
  const drawn = useMemo(openScreen, []);
  useEffect(() => {
    const draw = () => drawPanel(drawn, world);
    draw();
    void fontsReady().then(draw);
    const timer = setInterval(draw, REDRAW_MS);
    return () => clearInterval(timer);
  }, [drawn, world]);
  useEffect(() => () => drawn.material.dispose(), [drawn]);
  const node = screen ? world.model.part(screen.node) : null;
  useEffect(() => {
    // A built screen's picture runs downwards, a bare plane's upwards.
    drawn.texture.flipY = !node;
    if (!node) return;
    const kept: [Mesh, Material | Material[]][] = [];
    node.traverse((part) => {
      if (!isMesh(part)) return;
      kept.push([part, part.material]);
      part.material = drawn.material;
    });
    return () => {
      for (const [part, material] of kept) part.material = material;
    };
  }, [node, drawn]);
  const bare = useMemo(() => {
    if (!screen) return null;
    const [x, y, z] = screen.centre;
    const mesh = new Mesh(new PlaneGeometry(screen.widthM, screen.heightM), drawn.material);
    mesh.position.copy(scenePoint({ x, y, z }));
    mesh.rotation.y = Math.PI - (screen.facingDeg * Math.PI) / 180;
    return mesh;
  }, [screen, drawn]);
  return node || !bare ? null : <primitive object={bare} />;
}

type Drawn = { pen: CanvasRenderingContext2D | null; texture: CanvasTexture; material: MeshBasicMaterial };

function openScreen(): Drawn {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.flipY = true;
  texture.anisotropy = 4;
  return {
    pen: canvas.getContext("2d"),
    texture,
    material: new MeshBasicMaterial({ map: texture, toneMapped: false }),
  };
}

const TITLE = { zh: "有毒气体监测与应急联动", en: "Toxic gas monitoring and emergency control" };
const WIND = { zh: "风向", en: "Wind" };
const ALARMS = [
  { zh: "正常", en: "normal" },
  { zh: "低报", en: "low alarm" },
  { zh: "高报", en: "high alarm" },
] as const;
const LOOKS = ["#123a2c", "#6b5210", "#7c1d1d"] as const;
const INKS = [ON_DARK.safe, ON_DARK.warn, "#ffd2d2"] as const;

function drawPanel({ pen, texture }: Drawn, world: World): void {
  const frame = world.source.getFrame();
  if (!pen || !frame) return;
  pen.fillStyle = "#0b1720";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.textBaseline = "middle";
  write(pen, world.say(TITLE), 28, 40, 34, ON_DARK.text, true);
  const heads = Object.entries(world.stage.props).filter(([, prop]) => prop.kind === "gas-head");
  heads.forEach(([id, prop], index) => {
    const reading = world.self()?.panel?.find((panel) => panel.head === id);
    const alarm = reading?.alarm ?? (frame.props[id]?.state === "alarm" ? 2 : 0);
    const x = 28 + (index % 2) * 492;
    const y = 84 + Math.floor(index / 2) * 132;
    pen.fillStyle = LOOKS[alarm];
    pen.beginPath();
    pen.roundRect(x, y, 476, 120, 12);
    pen.fill();
    write(pen, world.say(prop.title), x + 18, y + 30, 26, ON_DARK.quiet);
    const ppm = reading ? (reading.ppm >= 10 ? reading.ppm.toFixed(0) : reading.ppm.toFixed(1)) : "––";
    write(pen, `${ppm} ppm`, x + 18, y + 84, 46, INKS[alarm], true);
    write(pen, world.say(ALARMS[alarm]), x + 340, y + 84, 30, INKS[alarm], true);
  });
  drawState(pen, world, frame);
  texture.needsUpdate = true;
}

function drawState(pen: CanvasRenderingContext2D, world: World, frame: MirrorFrame): void {
  const y = 84 + 2 * 132 + 10;
  const shown = Object.entries(world.stage.props).filter(
    ([, prop]) => prop.kind === "switch" || prop.does === "water-curtain",
  );
  shown.slice(0, 3).forEach(([id, prop], index) => {
    const state = frame.props[id];
    const on = prop.kind === "switch" ? state?.state === "on" : (state?.fraction ?? 0) > 0.1;
    const x = 28 + index * 246;
    pen.fillStyle = on ? "#12486f" : "#1a2833";
    pen.beginPath();
    pen.roundRect(x, y, 230, 100, 12);
    pen.fill();
    write(pen, world.say(prop.title), x + 14, y + 30, 23, ON_DARK.quiet, false, 202);
    write(pen, on ? "● ON" : "○ OFF", x + 14, y + 70, 30, on ? ON_DARK.water : ON_DARK.quiet, true);
  });
  write(pen, world.say(WIND), 776, y + 30, 23, ON_DARK.quiet);
  const wind = `${Math.round(frame.windFromDeg)}°  ${frame.windSpeedMps.toFixed(1)} m/s`;
  write(pen, wind, 776, y + 70, 30, ON_DARK.text, true);
}

function write(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  bold = false,
  most = 470,
) {
  pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, most);
}
