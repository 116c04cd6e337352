// The site at one moment as a small still picture.
import { memo, useMemo } from "react";
import type { FieldFrame, MirrorFrame, StageView } from "../../sim-server/protocol/frames.ts";
import { fieldOf, type Levels } from "./field.ts";
import { GasBands, Ground, Hatchings, Jets, Rooms, useHatchPrefix } from "./map-ground.tsx";
import { fitted, toScreen } from "./plan.ts";

const SIZE = { width: 200, height: 120 };

type Props = { stage: StageView; levels: Levels; frame: MirrorFrame; field: FieldFrame | null };

export const MapPicture = memo(function MapPicture({ stage, levels, frame, field }: Props) {
  const prefix = useHatchPrefix();
  const { bands, roomBands } = useMemo(() => fieldOf(field, levels), [field, levels]);
  const view = fitted(stage.bounds, SIZE, 2);
  const [ox, oy] = toScreen(view, SIZE, 0, 0);
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} className="map-picture" aria-hidden="true">
      <rect width={SIZE.width} height={SIZE.height} fill="#e9dcbd" />
      <g transform={`matrix(${view.pxPerM} 0 0 ${-view.pxPerM} ${ox} ${oy})`}>
        <Hatchings pxPerM={view.pxPerM * 1.6} prefix={prefix} />
        <Ground stage={stage} />
        <GasBands bands={bands} prefix={prefix} />
        <Rooms stage={stage} props={frame.props} roomBands={roomBands} prefix={prefix} />
        <Jets cloud={frame.cloud} />
      </g>
      {Object.entries(frame.people).map(([slot, person]) => {
        const [px, py] = toScreen(view, SIZE, person.x, person.y);
        const down = person.doing === "collapsed";
        return (
          <circle
            key={slot}
            cx={px}
            cy={py}
            r="4"
            fill={down ? "#b52a2a" : "#1d6ba8"}
            stroke="#fff"
            strokeWidth="1.4"
          />
        );
      })}
    </svg>
  );
});
