// The timeline: lanes of injects, expected actions, results and talk, and the exposure, tied to the replay's time.
import { Tooltip } from "antd";
import { type MouseEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { BANDS, INK, SIGNAL } from "../look/colours.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useWords } from "../words/language.ts";
import type { Track } from "./replay-track.ts";
import { type Cluster, clustered, exposureCurve, minuteMarks, pointsOf, TIMELINE_LANES } from "./timeline-layout.ts";

type Props = { detail: RunDetail; track: Track; end: number; tick: number; onSeek: (tick: number) => void };
const LANE = 22;
const CURVE = 30;
const TOP = 18;
const HEIGHT = TOP + LANE * TIMELINE_LANES.length + CURVE + 8;
const LOOKS = { plain: "#1d6ba8", good: "#1f7a51", warn: "#8a5f00", bad: "#b52a2a" } as const;
const SHAPES = {
  plain: "M0-5 5 0 0 5-5 0z",
  good: "M-5-5H5V5H-5z",
  warn: "M0-6 6 5H-6z",
  bad: "M-5-5 5 5M5-5-5 5",
} as const;

/** The lanes are drawn once; only the cursor over them moves with the time. */
export function Timeline({ detail, track, end, tick, onSeek }: Props) {
  const t = useWords("desk");
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const curve = useMemo(() => exposureCurve({ ...track, durationTicks: end }, width, CURVE), [track, end, width]);
  const x = (tick / end) * width;
  const seek = (event: MouseEvent<SVGElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    onSeek(Math.max(0, Math.min(end, ((event.clientX - left) / width) * end)));
  };

  return (
    <section className="timeline" aria-label={t("timeline")}>
      <div className="timeline-names" style={{ paddingTop: TOP }}>
        {TIMELINE_LANES.map((lane) => (
          <span key={lane} style={{ height: LANE }}>
            {t(`lanes.${lane}`)}
          </span>
        ))}
        <span style={{ height: CURVE }}>
          {t("lanes.exposure")}
          <small className="clock">{t("exposurePeak", { ppm: Math.round(curve.peakPpm) })}</small>
        </span>
      </div>
      <div ref={box} className="timeline-lanes">
        {/* biome-ignore lint/a11y: pressing anywhere is a short cut; the slider above and the marks are the keyboard's way */}
        <svg width={width} height={HEIGHT} onClick={seek}>
          <Lanes detail={detail} end={end} width={width} curve={curve.path} onSeek={onSeek} />
          <path d={`M${x} 0V${HEIGHT}`} stroke={SIGNAL} strokeWidth="2" />
          <path d={`M${x - 6} 0H${x + 6}L${x} 8z`} fill={SIGNAL} stroke={INK} strokeWidth="0.8" />
        </svg>
      </div>
    </section>
  );
}

type LanesProps = Pick<Props, "detail" | "end" | "onSeek"> & { width: number; curve: string };

const Lanes = memo(function Lanes({ detail, end, width, curve, onSeek }: LanesProps) {
  const lanes = useMemo(() => pointsOf(detail.facts), [detail.facts]);
  return (
    <>
      {minuteMarks(end, width).map(({ minute, x: at }) => (
        <g key={minute}>
          <path d={`M${at} ${TOP - 4}V${HEIGHT}`} stroke="#e3dccd" />
          <text x={at + 3} y={11} fontSize="11" fill="#566773" className="clock">
            {clockOf(minute * 600)}
          </text>
        </g>
      ))}
      <path
        d={curve}
        transform={`translate(0 ${TOP + LANE * TIMELINE_LANES.length + 4})`}
        fill={BANDS[1].fill}
        fillOpacity="0.45"
        stroke={BANDS[1].line}
      />
      {TIMELINE_LANES.map((lane, index) => (
        <g key={lane} transform={`translate(0 ${TOP + LANE * (index + 0.5)})`}>
          <path d={`M0 0H${width}`} stroke="#d5ccba" />
          {clustered(lanes[lane], width, end).map((cluster) => (
            <MarkOf key={cluster.points[0]?.entry.seq} cluster={cluster} detail={detail} onSeek={onSeek} />
          ))}
        </g>
      ))}
    </>
  );
});

function MarkOf({ cluster, detail, onSeek }: { cluster: Cluster; detail: RunDetail; onSeek: (tick: number) => void }) {
  const t = useWords("desk");
  const sentence = useSentence(detail.briefing);
  const colour = LOOKS[cluster.look];
  const [first] = cluster.points;
  const count = cluster.points.length;
  const words = cluster.points.map(({ entry }) => `${clockOf(entry.tick)} ${sentence(entry)}`);
  const seek = () => onSeek(cluster.tick);
  return (
    <Tooltip title={words.map((line) => <div key={line}>{line}</div>)} mouseEnterDelay={0.1}>
      <g transform={`translate(${cluster.x} 0)`}>
        {/* biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand inside a drawing */}
        <g
          role="button"
          tabIndex={0}
          className="timeline-mark"
          aria-label={`${t("jump", { time: clockOf(cluster.tick), what: first ? sentence(first.entry) : "" })}${count > 1 ? ` (${count})` : ""}`}
          onClick={(event) => {
            event.stopPropagation();
            seek();
          }}
          onKeyDown={(event) => event.key === "Enter" && seek()}
        >
          <rect x="-9" y="-10" width="18" height="20" fill="transparent" />
          <path
            d={SHAPES[cluster.look]}
            fill={cluster.look === "bad" ? "none" : colour}
            stroke={cluster.look === "bad" ? colour : "#fff"}
            strokeWidth={cluster.look === "bad" ? 3 : 1}
          />
        </g>
        {count > 1 && (
          <text x="7" y="-3" fontSize="10" fontWeight="700" fill={colour}>
            {count}
          </text>
        )}
      </g>
    </Tooltip>
  );
}
