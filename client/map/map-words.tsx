// Names on the map that do not move: rooms, places, villages with the people still there; and trails of the past.
import { memo } from "react";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import { BANDS, INK } from "../look/colours.ts";
import { useWords } from "../words/language.ts";
import { legible, type Name } from "./labels.ts";
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
const INDOOR_PX_PER_M = 22;

export const PlaceNames = memo(function PlaceNames({ stage, populations, view, size, text }: Props) {
  const t = useWords("map");
  const taken = new Set(populations.map((place) => `${place.x} ${place.y}`));
  return (
    <g className="map-names">
      {view.pxPerM >= ROOM_PX_PER_M &&
        legible([...roomNames(stage, view, size, text), ...placeNames(stage, taken, view, size, text)]).map((name) => (
          <g key={name.id}>
            {name.room ? null : (
              <path
                d={`M${name.px - 3} ${name.py - 13}h6M${name.px} ${name.py - 16}v6`}
                stroke="#6d6248"
                strokeWidth="1.4"
              />
            )}
            <text
              x={name.px}
              y={name.py + 4}
              textAnchor="middle"
              fontSize={name.room ? 12 : 11}
              fontWeight={name.room ? 700 : 400}
              fill={name.room ? "#3c3629" : "#554c37"}
            >
              {name.text}
            </text>
          </g>
        ))}
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

type RoomOrPlace = Name & { readonly room: boolean };

/** A room's name stands over its north wall, where no reading or person hides it. */
export function roomNames(
  stage: StageView,
  view: View,
  size: Size,
  text: (text: Text) => string,
): readonly RoomOrPlace[] {
  return Object.entries(stage.rooms).flatMap(([id, room]) => {
    if (!room.indoor) return [];
    const [px, py] = toScreen(view, size, (room.x[0] + room.x[1]) / 2, room.y[1]);
    return [{ id: `room ${id}`, px, py: py - 11, text: text(room.title), room: true }];
  });
}

function placeNames(
  stage: StageView,
  taken: ReadonlySet<string>,
  view: View,
  size: Size,
  text: (text: Text) => string,
): readonly RoomOrPlace[] {
  const rooms = Object.values(stage.rooms).filter((room) => room.indoor);
  return Object.entries(stage.places).flatMap(([id, { at, title }]) => {
    const inside = rooms.some((room) => at.x > room.x[0] && at.x < room.x[1] && at.y > room.y[0] && at.y < room.y[1]);
    if (taken.has(`${at.x} ${at.y}`) || (inside && view.pxPerM < INDOOR_PX_PER_M)) return [];
    const [px, py] = toScreen(view, size, at.x, at.y);
    if (px < 0 || py < 0 || px > size.width || py > size.height) return [];
    return [{ id, px, py: py + 13, text: text(title), room: false }];
  });
}

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
