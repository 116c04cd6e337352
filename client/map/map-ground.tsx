// The ground of the site map in plan metres: sand, fence, rooms with their walls and doors, the gas over it.
import { memo, useId } from "react";
import type { CloudFrame, PropFrame, StageView } from "../../sim-server/protocol/frames.ts";
import { BANDS, INK } from "../look/colours.ts";
import type { Field } from "./field.ts";

const WALL = "#4a4436";

export const Ground = memo(function Ground({ stage }: { stage: StageView }) {
  const { x, y } = stage.bounds;
  const outdoors = Object.entries(stage.rooms).filter(([, room]) => !room.indoor);
  return (
    <g>
      <rect x={x[0]} y={y[0]} width={x[1] - x[0]} height={y[1] - y[0]} fill="#efe4cb" />
      {outdoors.map(([id, room]) => (
        <rect
          key={id}
          x={room.x[0]}
          y={room.y[0]}
          width={room.x[1] - room.x[0]}
          height={room.y[1] - room.y[0]}
          fill="none"
          stroke="#94845f"
          strokeWidth="1.6"
          strokeDasharray="7 4"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </g>
  );
});

type RoomsProps = {
  stage: StageView;
  props: Record<string, PropFrame>;
  roomBands: Field["roomBands"];
  prefix: string;
};

export const Rooms = memo(function Rooms({ stage, props, roomBands, prefix }: RoomsProps) {
  const indoor = Object.entries(stage.rooms).filter(([, room]) => room.indoor);
  return (
    <g>
      {indoor.map(([id, room]) => {
        const band = roomBands[id] ?? 0;
        const box = {
          x: room.x[0],
          y: room.y[0],
          width: room.x[1] - room.x[0],
          height: room.y[1] - room.y[0],
        };
        return (
          <g key={id}>
            <rect {...box} fill="#fffaf0" />
            {band > 0 && <rect {...box} fill={BANDS[band - 1]?.fill} opacity={0.34} />}
            {band > 0 && <rect {...box} fill={`url(#${prefix}-${band})`} />}
            <rect {...box} fill="none" stroke={WALL} strokeWidth="3.4" vectorEffect="non-scaling-stroke" />
          </g>
        );
      })}
      {Object.entries(stage.doors).map(([id, door]) => (
        <Door key={id} door={door} open={props[id]?.state === "open"} />
      ))}
    </g>
  );
});

function Door({ door, open }: { door: StageView["doors"][string]; open: boolean }) {
  const along = door.wall === "north" || door.wall === "south";
  const half = door.widthM / 2;
  const { x, y } = door.at;
  const [x1, y1, x2, y2] = along ? [x - half, y, x + half, y] : [x, y - half, x, y + half];
  return (
    <g strokeLinecap="butt">
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="#fffaf0" strokeWidth="5" vectorEffect="non-scaling-stroke" />
      {open ? (
        <path
          d={along ? `M${x1} ${y1}l0 ${-door.widthM}` : `M${x1} ${y1}l${-door.widthM} 0`}
          stroke="#1d6ba8"
          strokeWidth="2.4"
          vectorEffect="non-scaling-stroke"
        />
      ) : (
        <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="#a5662c" strokeWidth="3.4" vectorEffect="non-scaling-stroke" />
      )}
    </g>
  );
}

type BandsProps = { bands: Field["bands"]; prefix: string };

/** Gas bands: colour, hatching and an outline; the hatching keeps its size whatever the zoom. */
export const GasBands = memo(function GasBands({ bands, prefix }: BandsProps) {
  return (
    <g>
      {bands.map(({ band, path }) => {
        const look = BANDS[band - 1];
        if (!look || path === "") return null;
        return (
          <g key={band}>
            <path d={path} fill={look.fill} fillRule="evenodd" opacity={0.34} />
            <path d={path} fill={`url(#${prefix}-${band})`} fillRule="evenodd" />
            <path d={path} fill="none" stroke={look.line} strokeWidth="1.8" vectorEffect="non-scaling-stroke" />
          </g>
        );
      })}
    </g>
  );
});

/** Each map's hatchings have their own ids, for each has its own scale. */
export function useHatchPrefix(): string {
  return `band${useId().replace(/\W/g, "")}`;
}

/** Hatchings: dots for AEGL-1, one way for AEGL-2, both ways for AEGL-3. */
export function Hatchings({ pxPerM, prefix }: { pxPerM: number; prefix: string }) {
  const shared = { patternUnits: "userSpaceOnUse", width: 9, height: 9 } as const;
  const transform = `scale(${1 / pxPerM})`;
  return (
    <defs>
      <pattern id={`${prefix}-1`} {...shared} patternTransform={transform}>
        <circle cx="4.5" cy="4.5" r="1.1" fill={BANDS[0].line} />
      </pattern>
      <pattern id={`${prefix}-2`} {...shared} patternTransform={`${transform} rotate(45)`}>
        <path d="M0 0V9" stroke={BANDS[1].line} strokeWidth="2" />
      </pattern>
      <pattern id={`${prefix}-3`} {...shared} patternTransform={`${transform} rotate(45)`}>
        <path d="M0 0V9M0 0H9" stroke={BANDS[2].line} strokeWidth="2.4" />
      </pattern>
    </defs>
  );
}

export function Jets({ cloud }: { cloud: CloudFrame | null }) {
  return (
    <g>
      {(cloud?.jets ?? []).map((jet) => (
        <g key={`${jet.x} ${jet.y}`} transform={`translate(${jet.x} ${jet.y})`}>
          <path
            d="M0 .75.18.22.72.36.3 0 .72-.36.18-.22 0-.75-.18-.22-.72-.36-.3 0-.72.36-.18.22z"
            fill={BANDS[2].fill}
            stroke={INK}
            strokeWidth="1.2"
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </g>
  );
}
