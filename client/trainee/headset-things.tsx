// What the wearer has on and in hand: bare hands or gloves, the gas detector with its live reading, the tablet's case.
import { useEffect, useMemo } from "react";
import { CanvasTexture, Group, Mesh, MeshBasicMaterial, type Object3D, SRGBColorSpace } from "three";
import { create } from "zustand";
import { THING_TABLE, type ThingName } from "../../assets/people/thing-table.ts";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import { isMesh, loadModel } from "../scene/built-assets.ts";
import { FONT } from "../scene/label.ts";
import { meterCells } from "./meter.ts";
import { read, word } from "./words.ts";

/** A detector of one gas or an instrument of four; null for neither. */
type Reading = SelfView["detector"] | NonNullable<SelfView["meter"]>;
type Gear = { readonly suit: boolean; readonly detector: Reading; readonly tablet: boolean };

/** What hands need to know of the body; told by the boards, for hands are mounted by the session itself. */
const useGear = create<Gear>(() => ({ suit: false, detector: null, tablet: false }));

export function tellGear(self: SelfView | null, tablet: boolean): void {
  const now = useGear.getState();
  const gear: Gear = { suit: self?.suit ?? false, detector: self?.detector ?? self?.meter ?? null, tablet };
  if (gear.suit !== now.suit || gear.detector !== now.detector || tablet !== now.tablet) useGear.setState(gear);
}

/** Puts a built thing into a group as soon as it has come; nothing is shown in a build without it. */
function useThing(name: ThingName | null, onCome?: (thing: Object3D) => void): Group {
  const group = useMemo(() => new Group(), []);
  useEffect(() => {
    if (!name) return;
    let wanted = true;
    let shown: Object3D | null = null;
    void loadModel(THING_TABLE[name].file).then((loaded) => {
      if (!wanted || !loaded) return;
      shown = loaded.scene.clone();
      onCome?.(shown);
      group.add(shown);
    });
    return () => {
      wanted = false;
      shown?.removeFromParent();
    };
  }, [name, group, onCome]);
  return group;
}

/** Where things are held, as seen along the ray a hand points with; mirrored for the left hand. */
const HAND = { downM: 0.03, backM: 0.1 } as const;
const DETECTOR = { inwardM: 0.035, upM: 0.005, backM: -0.01, tiltRad: -0.55 } as const;

/** The hand that holds a controller: fingers along the ray, thumb up. */
export function OwnHand({ side }: { side: "left" | "right" }) {
  const suit = useGear((gear) => gear.suit);
  const hand = useThing(`${suit ? "glove" : "hand"}-${side}`);
  return <primitive object={hand} position={[0, -HAND.downM, HAND.backM]} />;
}

const SKIN = "#c99a74";
const RUBBER = "#2b3136";

/** Bare tracked hands keep their fingers; under a suit they look gloved. */
export function useGloveColour(hand: Object3D | null): void {
  const suit = useGear((gear) => gear.suit);
  useEffect(() => {
    hand?.traverse((part) => {
      if (!isMesh(part)) return;
      for (const material of [part.material].flat()) {
        if ("color" in material && "roughness" in material) {
          (material.color as { set: (colour: string) => void }).set(suit ? RUBBER : SKIN);
          material.roughness = suit ? 0.55 : 0.75;
        }
      }
    });
  }, [hand, suit]);
}

const SCREEN = { width: 184, height: 160 } as const;
const LIGHTS = ["#8fe0b4", "#f0bb45", "#ff7a6b"] as const;
const HIGH = { zh: "高报", en: "HIGH" };
const LOW = { zh: "低报", en: "LOW" };

/** The gas detector in the other hand: reads what the body's own detector reads. */
export function HeldDetector({ side }: { side: "left" | "right" }) {
  const screen = useMemo(() => {
    const canvas = document.createElement("canvas");
    canvas.width = SCREEN.width;
    canvas.height = SCREEN.height;
    const texture = new CanvasTexture(canvas);
    texture.colorSpace = SRGBColorSpace;
    texture.flipY = false;
    return {
      pen: canvas.getContext("2d"),
      texture,
      material: new MeshBasicMaterial({ map: texture, toneMapped: false }),
    };
  }, []);
  const fit = useMemo(
    () => (thing: Object3D) => {
      const glass = thing.getObjectByName(THING_TABLE.detector.screen.node);
      if (glass instanceof Mesh) glass.material = screen.material;
    },
    [screen],
  );
  const carried = useGear((gear) => gear.detector !== null && !gear.tablet);
  const thing = useThing(carried ? "detector" : null, fit);
  useEffect(() => {
    const draw = () => drawReading(screen.pen, useGear.getState().detector, screen.texture);
    draw();
    return useGear.subscribe(draw);
  }, [screen]);
  useEffect(
    () => () => {
      screen.texture.dispose();
      screen.material.dispose();
    },
    [screen],
  );
  return (
    <primitive
      object={thing}
      rotation-x={DETECTOR.tiltRad}
      position={[side === "left" ? DETECTOR.inwardM : -DETECTOR.inwardM, DETECTOR.upM, DETECTOR.backM]}
    />
  );
}

function drawReading(pen: CanvasRenderingContext2D | null, reading: Reading, texture: CanvasTexture): void {
  if (!pen || !reading) return;
  if ("lelPercent" in reading) {
    drawMeter(pen, reading);
    texture.needsUpdate = true;
    return;
  }
  const ink = LIGHTS[reading.alarm];
  pen.fillStyle = reading.alarm === 2 ? "#4a0f0f" : "#0b1a14";
  pen.fillRect(0, 0, SCREEN.width, SCREEN.height);
  pen.fillStyle = ink;
  pen.textAlign = "center";
  pen.font = `700 72px ${FONT}`;
  const ppm = reading.ppm < 10 ? reading.ppm.toFixed(1) : String(Math.round(reading.ppm));
  pen.fillText(reading.over ? word("hud.over") : ppm, SCREEN.width / 2, 88, SCREEN.width - 12);
  pen.font = `500 32px ${FONT}`;
  const alarm = reading.alarm === 0 ? "" : ` ${read(reading.alarm === 2 ? HIGH : LOW)}`;
  pen.fillText(`ppm${alarm}`, SCREEN.width / 2, 140);
  texture.needsUpdate = true;
}

/** Four rows, a cell each; a cell in alarm stands out. */
function drawMeter(pen: CanvasRenderingContext2D, meter: NonNullable<SelfView["meter"]>): void {
  pen.fillStyle = meter.alarm ? "#4a0f0f" : "#0b1a14";
  pen.fillRect(0, 0, SCREEN.width, SCREEN.height);
  const rows = meterCells(meter);
  const row = SCREEN.height / rows.length;
  pen.font = `600 ${Math.round(row * 0.62)}px ${FONT}`;
  for (const [at, { label, value, isAlarming }] of rows.entries()) {
    pen.fillStyle = LIGHTS[isAlarming ? 2 : 0];
    const y = row * (at + 0.74);
    pen.textAlign = "left";
    pen.fillText(label, 8, y, SCREEN.width * 0.35);
    pen.textAlign = "right";
    pen.fillText(value, SCREEN.width - 8, y, SCREEN.width * 0.6);
  }
}

/** The tablet's case, turned upright and stretched to the board it holds. */
export function TabletCase({ board, widthM, heightM }: { board: Mesh; widthM: number; heightM: number }) {
  const thing = useThing("tablet");
  const { screen } = THING_TABLE.tablet;
  useEffect(() => {
    const deep = 1.2;
    thing.rotation.z = Math.PI / 2;
    thing.scale.set((heightM / screen.widthM) * 1.06, (widthM / screen.heightM) * 1.06, deep);
    thing.position.z = -0.0105 * deep;
    board.add(thing);
    return () => {
      thing.removeFromParent();
    };
  }, [thing, board, widthM, heightM, screen]);
  return null;
}
