// What the fixed detectors read, each beside its head and clear of the others and of the rooms' names.
import { memo, useMemo } from "react";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import { BANDS } from "../look/colours.ts";
import { bandOf, type Levels } from "./field.ts";
import { placeLabels, widthOf } from "./labels.ts";
import { roomNames } from "./map-words.tsx";
import { type Size, toScreen, type View } from "./plan.ts";

export type HeadReading = { readonly ppm: number; readonly alarm: 0 | 1 | 2 };
type Props = {
  stage: StageView;
  heads: Readonly<Record<string, HeadReading>>;
  levels: Levels;
  view: View;
  size: Size;
  text: (text: Text) => string;
};

const SMALLEST_PX_PER_M = 4;
const QUIET = "#1f7a51";

export const HeadReadings = memo(function HeadReadings({ stage, heads, levels, view, size, text }: Props) {
  const shown = useMemo(() => {
    if (view.pxPerM < SMALLEST_PX_PER_M) return [];
    const marks = Object.entries(heads).flatMap(([id, { ppm, alarm }]) => {
      const at = stage.props[id]?.at;
      if (!at) return [];
      const [px, py] = toScreen(view, size, at.x, at.y);
      const words = `${alarm > 0 ? "▲ " : ""}${ppm >= 10 ? Math.round(ppm) : ppm.toFixed(1)}`;
      const band = bandOf(levels, ppm);
      return [{ id, px, py, words, widthPx: widthOf(words, 12), colour: BANDS[band - 1]?.text ?? QUIET }];
    });
    const placed = placeLabels(marks, roomNames(stage, view, size, text));
    return marks.flatMap((mark) => {
      const at = placed.get(mark.id);
      return at ? [{ ...mark, x: mark.px + at.dx, y: mark.py + at.dy }] : [];
    });
  }, [stage, heads, levels, view, size, text]);
  return (
    <g>
      {shown.map(({ id, x, y, words, widthPx, colour }) => (
        <g key={id} transform={`translate(${x} ${y})`}>
          <rect x={-widthPx / 2} y="-8" width={widthPx} height="16" rx="3" fill="#fffdf6" stroke={colour} />
          <text y="4" textAnchor="middle" fontSize="11" fontWeight="700" fill={colour} className="clock">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
});
