// One person in the scene: the figure that fits what is worn, moved and animated, with name and post overhead.
import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef, useState } from "react";
import { Group } from "three";
import { loadFigure } from "./built-assets.ts";
import { clipOf, type Figure, figureOf, openFigure } from "./figure.ts";
import { type Label, openLabel } from "./label.ts";
import { openMotion, type Shown } from "./person-motion.ts";
import { plainFigure } from "./plain-figure.ts";
import { toScene } from "./space.ts";
import { useWorld } from "./world.ts";

const PLATE_HEIGHT_M = 2.02;
/** Names farther than this are not drawn: they could not be read. */
const PLATE_READ_M = 26;
/** At this distance a plate has its own size. */
const PLATE_USUAL_M = 6;

export function Person({ slot, title }: { slot: string; title: string }) {
  const { source, stage } = useWorld();
  const group = useMemo(() => new Group(), []);
  const motion = useMemo(openMotion, []);
  const shown = useMemo<Shown>(() => ({ x: 0, y: 0, z: 0, yawDeg: 0, pitchDeg: 0, speedMps: 0 }), []);
  const told = useRef(-1);
  const figure = useFigure(slot, group);
  const plate = usePlate(slot, title, group);
  useFrame(({ camera }, deltaS) => {
    const frame = source.getFrame();
    const person = frame?.people[slot];
    if (!frame || !person) return;
    const nowMs = performance.now();
    if (frame.tick !== told.current) {
      told.current = frame.tick;
      motion.tell(person, nowMs);
    }
    motion.show(nowMs, shown);
    toScene(shown.x, shown.y, shown.z, group.position);
    group.rotation.y = Math.PI - (shown.yawDeg * Math.PI) / 180;
    const working = person.doing === "work" ? lowWork(stage.props, shown.x, shown.y) : false;
    figure.current?.play(clipOf(person.doing, shown.speedMps, working));
    figure.current?.advance(deltaS, shown, person);
    if (!plate.current) return;
    const { holder } = plate.current;
    const eye = camera.matrixWorld.elements;
    const far = Math.sqrt((eye[12] - group.position.x) ** 2 + (eye[14] - group.position.z) ** 2);
    holder.visible = far < PLATE_READ_M;
    // Near by a plate would hide the face it names, far off nobody could read it.
    holder.scale.setScalar(Math.min(1.7, Math.max(0.4, far / PLATE_USUAL_M)));
    holder.rotation.y = Math.atan2(eye[12] - group.position.x, eye[14] - group.position.z) - group.rotation.y;
    holder.position.y = person.doing === "collapsed" ? 1 : PLATE_HEIGHT_M;
  });
  return <primitive object={group} />;
}

/** Whether the nearest thing to work on is low enough to kneel for. */
function lowWork(props: Record<string, { at: { x: number; y: number; z: number } }>, x: number, y: number): boolean {
  let best = 4;
  let height = 1;
  for (const id in props) {
    const at = props[id]?.at;
    if (!at) continue;
    const far = (at.x - x) ** 2 + (at.y - y) ** 2;
    if (far < best) {
      best = far;
      height = at.z;
    }
  }
  return height < 0.85;
}

function useFigure(slot: string, group: Group) {
  const { source } = useWorld();
  const figure = useRef<Figure | null>(null);
  const [file, setFile] = useState<string | null>(null);
  useEffect(() => {
    const look = () => {
      const person = source.getFrame()?.people[slot];
      if (person) setFile(figureOf(person));
    };
    look();
    return source.subscribe(look);
  }, [source, slot]);
  useEffect(() => {
    if (!file) return;
    let wanted = true;
    void loadFigure(file)
      .then((loaded) => loaded ?? plainFigure(file))
      .then((loaded) => {
        if (!wanted) return;
        figure.current = openFigure(loaded);
        group.add(figure.current.root);
      });
    return () => {
      wanted = false;
      figure.current?.dispose();
      figure.current = null;
    };
  }, [file, group]);
  return figure;
}

const GONE = { zh: "○ 已断线", en: "○ disconnected" };
const TALKING = { zh: "◉ 正在对讲", en: "◉ on the radio" };

function usePlate(slot: string, title: string, group: Group) {
  const { source, say } = useWorld();
  const plate = useRef<{ holder: Group; label: Label } | null>(null);
  useEffect(() => {
    const label = openLabel({ ground: "rgba(15,27,36,0.78)", metresPerPixel: 0.0032 });
    const write = () => {
      const person = source.getFrame()?.people[slot];
      if (!person) return;
      const name = { text: person.name || title, size: 36, colour: "#ffffff", bold: true };
      const post = { text: title, size: 26, colour: "#d9c8a5", bold: false };
      const lines = person.name && person.name !== title ? [name, post] : [name];
      if (person.doing === "radio") lines.push({ text: say(TALKING), size: 26, colour: "#f0bb45", bold: true });
      if (!person.simulated && !person.connected)
        lines.push({ text: say(GONE), size: 26, colour: "#9fb4c2", bold: false });
      label.write(lines);
    };
    write();
    const holder = new Group().add(label.mesh);
    plate.current = { holder, label };
    group.add(holder);
    const stop = source.subscribe(write);
    return () => {
      stop();
      label.dispose();
      holder.removeFromParent();
      plate.current = null;
    };
  }, [source, say, slot, title, group]);
  return plate;
}
