// Names on the map that do not move: rooms, places, villages with the people still there; and trails of the past.
import { memo } from "react";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import { BANDS, INK } from "../look/colours.ts";
import { useWords } from "../words/language.ts";
import type { PopulationMark } from "./map-furniture.tsx";
import { type Size, toScreen, type View } from "./plan.ts";

type Props = {
  stage: StageView;
  populations: readonly PopulationMark[];
  view: View;
  size: Size;
  text: (text: Text) => string;
};

const ROOM_PX_PER_M = 4.5;

export const PlaceNames = memo(function PlaceNames({ stage, populations, view, size, text }: Props) {
  const t = useWords("map");
  const taken = new Set(populations.map((place) => `${place.x} ${place.y}`));
  return (
    <g className="map-names">
      {view.pxPerM >= ROOM_PX_PER_M &&
        Object.entries(stage.rooms).map(([id, room]) => {
          if (!room.indoor) return null;
          const [px, py] = toScreen(view, size, (room.x[0] + room.x[1]) / 2, room.y[1]);
          return (
            <text key={id} x={px} y={py + 15} textAnchor="middle" fontSize="12" fontWeight="700" fill="#3c3629">
              {text(room.title)}
            </text>
          );
        })}
      {view.pxPerM >= ROOM_PX_PER_M &&
        Object.entries(stage.places).map(([id, place]) => {
          if (taken.has(`${place.at.x} ${place.at.y}`)) return null;
          const [px, py] = toScreen(view, size, place.at.x, place.at.y);
          if (px < 0 || py < 0 || px > size.width || py > size.height) return null;
          return (
            <g key={id} opacity="0.9">
              <path d={`M${px - 3} ${py}h6M${px} ${py - 3}v6`} stroke="#6d6248" strokeWidth="1.4" />
              <text x={px} y={py + 13} textAnchor="middle" fontSize="11" fill="#554c37">
                {text(place.title)}
              </text>
            </g>
          );
        })}
      {populations.map((place) => {
        const [px, py] = toScreen(view, size, place.x, place.y);
        const band = BANDS[place.band - 1];
        return (
          <g key={place.id} transform={`translate(${px} ${py})`}>
            <path d="M-11 1 0-9 11 1V11H-11z" fill="#7a4b2a" stroke="#fffdf6" strokeWidth="1.4" />
            <text y="26" textAnchor="middle" fontSize="13" fontWeight="700" fill={INK}>
              {place.title}
            </text>
            <text y="42" textAnchor="middle" fontSize="12" fill={band?.text ?? INK} className="clock">
              {t("left", { n: place.people })}
              {place.band > 0 ? ` · ${t("bandShort", { band: place.band })}` : ""}
            </text>
          </g>
        );
      })}
    </g>
  );
});

export type Trail = { readonly slot: string; readonly points: readonly (readonly [number, number])[] };

export const Tracks = memo(function Tracks({
  trails,
  view,
  size,
}: {
  trails: readonly Trail[];
  view: View;
  size: Size;
}) {
  return (
    <g>
      {trails.map((trail) => (
        <polyline
          key={trail.slot}
          points={trail.points.map(([x, y]) => toScreen(view, size, x, y).map(Math.round).join()).join(" ")}
          fill="none"
          stroke="#1d6ba8"
          strokeOpacity="0.55"
          strokeWidth="2"
          strokeDasharray="2 4"
          strokeLinecap="round"
        />
      ))}
    </g>
  );
});
