// What frames the map: wind rose, scale bar, legend, and the surroundings in an inset.
import type { GasBriefing } from "../../sim-server/protocol/briefing.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { BANDS, INK, SIGNAL } from "../look/colours.ts";
import { useText, useWords } from "../words/language.ts";
import type { Field } from "./field.ts";
import { widthOf } from "./labels.ts";
import { GasBands, Hatchings, useHatchPrefix } from "./map-ground.tsx";
import { type Box, fitted, type Size, scaleBar, toPlan, toScreen, type View } from "./plan.ts";
import { windOf } from "./words.ts";

export function WindRose({ fromDeg, speedMps }: { fromDeg: number; speedMps: number }) {
  const t = useWords("map");
  const words = t("wind", {
    name: t(`windNames.${windOf(fromDeg)}`),
    deg: Math.round(fromDeg),
    speed: speedMps.toFixed(1),
  });
  return (
    <div className="map-rose">
      <svg viewBox="-42 -46 84 84" width="64" height="64" aria-hidden="true">
        <circle r="30" fill="#fffdf6" stroke="#94845f" />
        <path d="M0-30V-24M30 0H24M0 30V24M-30 0H-24" stroke="#94845f" strokeWidth="2" />
        <text y="-31" textAnchor="middle" fontSize="12" fontWeight="700" fill={INK}>
          {t("north")}
        </text>
        <g transform={`rotate(${Math.round(fromDeg)})`}>
          <path d="M0-26V16" stroke={INK} strokeWidth="4" />
          <path d="M0 25-10 6 0 11 10 6z" fill={SIGNAL} stroke={INK} strokeWidth="1.5" strokeLinejoin="round" />
          <path d="M0-26 7-30M0-20 7-24M0-14 5-17" stroke={INK} strokeWidth="2.4" />
        </g>
      </svg>
      <span className="clock">{words}</span>
    </div>
  );
}

export function ScaleBar({ pxPerM }: { pxPerM: number }) {
  const t = useWords("map");
  const bar = scaleBar(pxPerM, 110);
  const words = bar.metres >= 1000 ? t("kilometres", { n: bar.metres / 1000 }) : t("metres", { n: bar.metres });
  return (
    <div className="map-scale">
      <span className="clock">{words}</span>
      <svg width={bar.px + 2} height="7" aria-hidden="true">
        <path d={`M1 0V6H${bar.px + 1}V0`} fill="none" stroke={INK} strokeWidth="2" />
      </svg>
    </div>
  );
}

export function Legend({ gas }: { gas: GasBriefing | null }) {
  const t = useWords("map");
  const text = useText();
  return (
    <ul className="map-legend" aria-label={t("legend")}>
      {gas && <li title={t("gasHint", { minutes: gas.exposureMin, source: gas.source })}>{text(gas.title)}</li>}
      {gas?.levels.map(({ band, ppm }, index) => (
        <li key={band}>
          <svg width="22" height="14" aria-hidden="true">
            {index === 0 && <KeyHatchings />}
            <rect x="1" y="1" width="20" height="12" fill={BANDS[band - 1]?.fill} opacity="0.5" />
            <rect x="1" y="1" width="20" height="12" fill={`url(#key-${band})`} stroke={BANDS[band - 1]?.line} />
          </svg>
          {t("band", { band, ppm })}
        </li>
      ))}
      <li>
        <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
          <circle cx="11" cy="7" r="5" fill="#1d6ba8" stroke="#fffdf6" strokeWidth="1.6" />
        </svg>
        {t("player")}
      </li>
      <li>
        <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
          <circle cx="11" cy="7" r="4.5" fill="#fffdf6" stroke="#1d6ba8" strokeWidth="2" />
        </svg>
        {t("simulated")}
      </li>
    </ul>
  );
}

function KeyHatchings() {
  return (
    <defs>
      <pattern id="key-1" patternUnits="userSpaceOnUse" width="6" height="6">
        <circle cx="3" cy="3" r="1" fill={BANDS[0].line} />
      </pattern>
      <pattern id="key-2" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)">
        <path d="M0 0V6" stroke={BANDS[1].line} strokeWidth="2" />
      </pattern>
      <pattern id="key-3" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)">
        <path d="M0 0V6M0 0H6" stroke={BANDS[2].line} strokeWidth="2" />
      </pattern>
    </defs>
  );
}

export type PopulationMark = {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly people: number;
  readonly band: number;
};

type InsetProps = {
  stage: StageView;
  whole: Box;
  shown: View;
  shownSize: Size;
  bands: Field["bands"];
  populations: readonly PopulationMark[];
  onClick: () => void;
};
const INSET: Size = { width: 156, height: 116 };

/** The surroundings small, with the part shown large as a frame; a click swaps the two. */
export function Inset({ stage, whole, shown, shownSize, bands, populations, onClick }: InsetProps) {
  const t = useWords("map");
  const prefix = useHatchPrefix();
  const name = [t("overview"), ...populations.map((place) => place.title)].join(" · ");
  const view = fitted(whole, INSET, 26);
  const corner = toPlan(shown, shownSize, 0, 0);
  const opposite = toPlan(shown, shownSize, shownSize.width, shownSize.height);
  const [x1, y1] = toScreen(view, INSET, corner[0], corner[1]);
  const [x2, y2] = toScreen(view, INSET, opposite[0], opposite[1]);
  const [ox, oy] = toScreen(view, INSET, 0, 0);
  const { x, y } = stage.bounds;
  return (
    <button type="button" className="map-inset" onClick={onClick} aria-label={name} title={t("overview")}>
      <svg width={INSET.width} height={INSET.height} aria-hidden="true">
        <g transform={`matrix(${view.pxPerM} 0 0 ${-view.pxPerM} ${ox} ${oy})`}>
          <Hatchings pxPerM={view.pxPerM} prefix={prefix} />
          <GasBands bands={bands} prefix={prefix} />
          <rect x={x[0]} y={y[0]} width={x[1] - x[0]} height={y[1] - y[0]} fill="#94845f" />
        </g>
        {populations.map((place) => {
          const [px, py] = toScreen(view, INSET, place.x, place.y);
          return <Village key={place.id} px={px} py={py} title={place.title} />;
        })}
        <rect
          x={Math.max(1, x1)}
          y={Math.max(1, y1)}
          width={Math.max(6, Math.min(INSET.width - 1, x2) - Math.max(1, x1))}
          height={Math.max(6, Math.min(INSET.height - 1, y2) - Math.max(1, y1))}
          fill="none"
          stroke={SIGNAL}
          strokeWidth="2"
        />
      </svg>
    </button>
  );
}

function Village({ px, py, title }: { px: number; py: number; title: string }) {
  const half = widthOf(title, 11) / 2;
  return (
    <g transform={`translate(${px} ${py})`}>
      <path d="M-6 0 0-5 6 0V6H-6z" fill="#7a4b2a" stroke="#fffdf6" />
      <text
        x={Math.max(half - px + 3, Math.min(INSET.width - half - px - 3, 0))}
        y="17"
        textAnchor="middle"
        fontSize="11"
        fill={INK}
      >
        {title}
      </text>
    </g>
  );
}
