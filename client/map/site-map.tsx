// The site map of console and desk: a lit table with the site, the gas and the people on it; drag, wheel, keys.
import { memo, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { FieldFrame } from "../../sim-server/protocol/frames.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { useText, useWords } from "../words/language.ts";
import { fieldOf, type Levels } from "./field.ts";
import { useFrame } from "./frame.ts";
import { Inset, Legend, type PopulationMark, ScaleBar, WindRose } from "./map-furniture.tsx";
import { GasBands, Ground, Hatchings, Jets, Rooms, useHatchPrefix } from "./map-ground.tsx";
import { PeopleMarks } from "./map-people.tsx";
import { PropSigns } from "./map-props.tsx";
import { type HeadReading, HeadReadings } from "./map-readings.tsx";
import { PlaceNames, Tracks, type Trail } from "./map-words.tsx";
import { fitted, pan, type Size, toScreen, union, type View, zoomAt } from "./plan.ts";
import "./words.ts";
import "./map.css";

type Props = {
  briefing: ConsoleBriefing;
  source: MirrorSource;
  field: FieldFrame | null;
  heads: Readonly<Record<string, HeadReading>>;
  populations: Readonly<Record<string, { remaining: number; band: number }>>;
  nameOf: (slot: string) => string;
  selected: string | null;
  onSelect?: (slot: string) => void;
  troubled: ReadonlySet<string>;
  trails?: readonly Trail[];
  /** A place to bring into view and mark; a new count asks again. */
  focus?: { readonly place: { readonly x: number; readonly y: number }; readonly count: number } | null;
};

const NO_LEVELS: Levels = [];

/** Drawn anew only when something it is given has changed; people move by themselves, from the source. */
export const SiteMap = memo(function SiteMap(props: Props) {
  const { briefing, source, field, heads, populations, nameOf, selected, onSelect, troubled, trails, focus } = props;
  const { stage } = briefing;
  const t = useWords("map");
  const text = useText();
  const prefix = useHatchPrefix();
  const frame = useFrame(source, 2);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [moved, setMoved] = useState<View | null>(null);
  const drag = useRef<{ px: number; py: number } | null>(null);

  const whole = useMemo(
    () => union([stage.bounds, ...briefing.populations.map(({ x, y }) => ({ x: [x, x], y: [y, y] }) as const)]),
    [stage, briefing.populations],
  );
  const site = useMemo(() => (size ? fitted(stage.bounds, size, 10) : null), [stage, size]);
  const levels = briefing.gas?.levels ?? NO_LEVELS;
  const { bands, roomBands } = useMemo(() => fieldOf(field, levels), [field, levels]);
  const marks: readonly PopulationMark[] = useMemo(
    () =>
      briefing.populations.map((place) => ({
        id: place.id,
        title: text(place.title),
        x: place.x,
        y: place.y,
        people: populations[place.id]?.remaining ?? place.people,
        band: populations[place.id]?.band ?? 0,
      })),
    [briefing.populations, populations, text],
  );

  // Wheel listeners must not be passive, or the page would scroll with the map.
  useEffect(() => {
    const element = box.current;
    if (!element || !size || !site) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const frameBox = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * 0.0015);
      setMoved((view) =>
        zoomAt(view ?? site, size, event.clientX - frameBox.left, event.clientY - frameBox.top, factor),
      );
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [size, site]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the map, not a new size
  useEffect(() => {
    if (!focus || !size || !site) return;
    const { x, y } = focus.place;
    const near = x >= stage.bounds.x[0] && x <= stage.bounds.x[1] && y >= stage.bounds.y[0] && y <= stage.bounds.y[1];
    setMoved((view) => {
      const now = view ?? site;
      return near ? { x, y, pxPerM: Math.max(now.pxPerM, site.pxPerM) } : fitted(whole, size, 130);
    });
  }, [focus]);

  // The same element before and after it is measured, or the measuring would watch one that is gone.
  if (!size || !site) return <section ref={box} className="site-map" aria-label={t("title")} />;
  const view = moved ?? site;
  const [ox, oy] = toScreen(view, size, 0, 0);
  const regional = view.pxPerM < site.pxPerM * 0.5;
  const zoom = (factor: number) => setMoved(zoomAt(view, size, size.width / 2, size.height / 2, factor));
  const swap = () => setMoved(regional ? null : fitted(whole, size, 130));

  const down = (event: PointerEvent) => {
    drag.current = { px: event.clientX, py: event.clientY };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const from = drag.current;
    if (!from || event.buttons === 0) return;
    if (Math.hypot(event.clientX - from.px, event.clientY - from.py) < 3) return;
    setMoved(pan(view, event.clientX - from.px, event.clientY - from.py));
    drag.current = { px: event.clientX, py: event.clientY };
  };

  return (
    <section ref={box} className="site-map" aria-label={t("title")} onPointerDown={down} onPointerMove={move}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section around it is named, and a title would follow the pointer */}
      <svg width={size.width} height={size.height}>
        <g transform={`matrix(${view.pxPerM} 0 0 ${-view.pxPerM} ${ox} ${oy})`}>
          <Hatchings pxPerM={view.pxPerM} prefix={prefix} />
          <Ground stage={stage} />
          <GasBands bands={bands} prefix={prefix} />
          <Rooms stage={stage} props={frame?.props ?? {}} roomBands={roomBands} prefix={prefix} />
          <Jets cloud={frame?.cloud ?? null} />
        </g>
        {trails && <Tracks trails={trails} view={view} size={size} />}
        <PropSigns stage={stage} states={frame?.props ?? {}} view={view} size={size} title={text} />
        <PlaceNames stage={stage} populations={marks} view={view} size={size} text={text} />
        <HeadReadings stage={stage} heads={heads} levels={levels} view={view} size={size} text={text} />
        {focus && <FocusMark at={toScreen(view, size, focus.place.x, focus.place.y)} />}
        <PeopleMarks
          source={source}
          view={view}
          size={size}
          nameOf={nameOf}
          selected={selected}
          onSelect={onSelect}
          troubled={troubled}
        />
      </svg>
      <div className="map-top">
        {frame && <WindRose fromDeg={frame.windFromDeg} speedMps={frame.windSpeedMps} />}
        <fieldset className="map-zoom" aria-label={t("title")}>
          <button type="button" onClick={() => zoom(1.5)} aria-label={t("zoomIn")} title={t("zoomIn")}>
            +
          </button>
          <button type="button" onClick={() => zoom(1 / 1.5)} aria-label={t("zoomOut")} title={t("zoomOut")}>
            −
          </button>
          <button type="button" onClick={() => setMoved(null)} aria-label={t("site")} title={t("site")}>
            ⌂
          </button>
        </fieldset>
      </div>
      <div className="map-bottom">
        <div className="map-keys">
          <Legend gas={briefing.gas} />
          <ScaleBar pxPerM={view.pxPerM} />
        </div>
        {briefing.populations.length > 0 && (
          <Inset
            stage={stage}
            whole={whole}
            shown={view}
            shownSize={size}
            bands={bands}
            populations={marks}
            onClick={swap}
          />
        )}
      </div>
    </section>
  );
});

function FocusMark({ at: [px, py] }: { at: readonly [number, number] }) {
  return (
    <g transform={`translate(${px} ${py})`} fill="none" stroke="#f0702a" className="map-focus">
      <circle r="22" strokeWidth="3" />
      <path d="M0-32V-20M0 20V32M-32 0H-20M20 0H32" strokeWidth="3" strokeLinecap="round" />
    </g>
  );
}

function useSize(box: React.RefObject<HTMLDivElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return size;
}
