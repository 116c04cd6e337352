// One entity on the chart: its shape, name and jurisdiction; dragged by hand or mouse, chosen by click or keyboard.
import { useRef, useState } from "react";
import type { ChartEntity } from "./chart.ts";
import { BOX, type Spot } from "./chart-layout.ts";

type Props = {
  entity: ChartEntity;
  spot: Spot;
  scale: number;
  chosen: boolean;
  mayMove: boolean;
  onSelect: () => void;
  onHold: () => void;
  onDrop: (x: number, y: number) => void;
};

/** A hand is never quite still: below this a press is a click. */
const STILL_PX = 6;

export function EntityBox({ entity, spot, scale, chosen, mayMove, onSelect, onHold, onDrop }: Props) {
  const from = useRef<{ x: number; y: number; moving: boolean } | null>(null);
  const [shift, setShift] = useState<Spot | null>(null);
  const move = (event: React.PointerEvent<HTMLButtonElement>) => {
    const start = from.current;
    if (!start || !mayMove) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (!start.moving && Math.abs(dx) + Math.abs(dy) < STILL_PX) return;
    if (!start.moving) {
      start.moving = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      onHold();
    }
    setShift({ x: dx / scale, y: dy / scale });
  };
  const end = (event: React.PointerEvent<HTMLButtonElement>, cancelled: boolean) => {
    const moved = from.current?.moving ?? false;
    from.current = null;
    setShift(null);
    if (!moved) return;
    event.currentTarget.style.pointerEvents = "none";
    onDrop(cancelled ? -1 : event.clientX, cancelled ? -1 : event.clientY);
    event.currentTarget.style.pointerEvents = "";
  };
  const at = { x: spot.x + (shift?.x ?? 0), y: spot.y + (shift?.y ?? 0) };
  return (
    <button
      type="button"
      className={`entity ${chosen ? "chosen" : ""} ${mayMove ? "movable" : ""} ${shift ? "held" : ""} ${entity.moved ? "changed" : ""}`}
      style={{ left: at.x - BOX.width / 2, top: at.y - BOX.height / 2, width: BOX.width, height: BOX.height }}
      data-id={`entity-${entity.id}`}
      onClick={onSelect}
      onPointerDown={(event) => {
        if (event.button === 0) from.current = { x: event.clientX, y: event.clientY, moving: false };
      }}
      onPointerMove={move}
      onPointerUp={(event) => end(event, false)}
      onPointerCancel={(event) => end(event, true)}
    >
      <ShapeOf entity={entity} />
      <span className="entity-name">{entity.name}</span>
      {entity.note === "" ? null : <span className="entity-note">{entity.note}</span>}
      <span className="entity-place">
        <b>{entity.place}</b> {entity.placeName}
        {entity.moved ? <i>●</i> : null}
      </span>
      {entity.risks.length > 0 ? (
        <span className="entity-risk" title={entity.risks.join("\n")}>
          ⚠ {entity.risks.length}
        </span>
      ) : null}
    </button>
  );
}

function ShapeOf({ entity: { shape } }: { entity: ChartEntity }) {
  const { width: w, height: h } = BOX;
  return (
    <svg className="entity-shape" width={w} height={h} viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
      {shape === "triangle" ? (
        <path d={`M${w / 2} 2 ${w - 2} ${h - 2}H2z`} />
      ) : shape === "oval" ? (
        <ellipse cx={w / 2} cy={h / 2} rx={w / 2 - 2} ry={h / 2 - 2} />
      ) : (
        <rect x="2" y="2" width={w - 4} height={h - 4} rx={shape === "rounded" ? 30 : 4} />
      )}
    </svg>
  );
}
