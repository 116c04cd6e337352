// The group as a chart one can act on: shapes for entities, lines for holdings, arcs for flows, pads for jurisdictions.
import { useEffect, useMemo, useRef, useState } from "react";
import { type Chart, FLOW_LOOK, flowWidth, largestFlow } from "./chart.ts";
import { BOX, type Layout, layoutOf } from "./chart-layout.ts";
import { EntityBox } from "./entity-box.tsx";
import { type FlowArc, flowArcs } from "./flow-arcs.ts";
import { percent } from "./money.ts";
import "./structure-chart.css";

export type Selection = { readonly kind: "entity" | "flow"; readonly id: string } | null;
export type Pad = { readonly id: string; readonly name: string };

type Props = {
  chart: Chart;
  label: string;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** Where this entity may go; empty when it may not be moved now. */
  padsFor: (entity: string) => readonly Pad[];
  onMove: (entity: string, place: string) => void;
  dropHint: string;
};

const LEAST_SCALE = 0.58;

export function StructureChart({ chart, label, selection, onSelect, padsFor, onMove, dropHint }: Props) {
  const layout = useMemo(() => layoutOf(chart), [chart]);
  const arcs = useMemo(() => flowArcs(chart.flows, layout), [chart.flows, layout]);
  const box = useRef<HTMLDivElement>(null);
  const scale = useFit(box, layout);
  const [held, setHeld] = useState<string | null>(null);
  const pads = held === null ? [] : padsFor(held);
  const largest = largestFlow(chart.flows);
  const drop = (entity: string, x: number, y: number) => {
    setHeld(null);
    const pad = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-pad]")?.dataset["pad"];
    if (pad !== undefined) onMove(entity, pad);
  };
  return (
    <section className={`chart ${held === null ? "" : "chart-holding"}`} aria-label={label}>
      <div className="chart-sheet" ref={box}>
        <div className="chart-place" style={{ width: layout.width * scale, height: layout.height * scale }}>
          <div
            className="chart-plane"
            style={{ width: layout.width, height: layout.height, transform: `scale(${scale})` }}
          >
            <svg width={layout.width} height={layout.height} aria-hidden="true">
              <defs>
                <marker
                  id="chart-tip"
                  viewBox="0 0 10 10"
                  refX="8"
                  refY="5"
                  markerWidth="13"
                  markerHeight="13"
                  markerUnits="userSpaceOnUse"
                  orient="auto"
                >
                  <path d="M0 0 10 5 0 10z" fill="context-stroke" />
                </marker>
              </defs>
              <Holdings chart={chart} layout={layout} />
              {arcs.map((arc) => (
                <FlowLine key={arc.flow.id} arc={arc} largest={largest} chosen={selection?.id === arc.flow.id} />
              ))}
            </svg>
            {chart.entities.map((entity) => {
              const spot = layout.spots.get(entity.id);
              return spot ? (
                <EntityBox
                  key={entity.id}
                  entity={entity}
                  spot={spot}
                  scale={scale}
                  chosen={selection?.kind === "entity" && selection.id === entity.id}
                  mayMove={entity.movable && padsFor(entity.id).length > 0}
                  onSelect={() => onSelect({ kind: "entity", id: entity.id })}
                  onHold={() => setHeld(entity.id)}
                  onDrop={(x, y) => drop(entity.id, x, y)}
                />
              ) : null;
            })}
            {arcs.map(({ flow, label: at }) => (
              <button
                key={flow.id}
                type="button"
                className={`chart-flow ${selection?.id === flow.id ? "chosen" : ""} ${flow.changed ? "changed" : ""}`}
                style={{ left: at.x, top: at.y, borderColor: FLOW_LOOK[flow.kind].colour }}
                data-id={`flow-${flow.id}`}
                onClick={() => onSelect({ kind: "flow", id: flow.id })}
                title={flow.risks.join("\n")}
              >
                {flow.risks.length > 0 ? <b className="tone-warn">⚠ </b> : null}
                {flow.kindName} <span className="clock">{flow.amountName}</span>
              </button>
            ))}
          </div>
        </div>
      </div>
      {held !== null && pads.length > 0 ? (
        <div className="chart-pads">
          <p>{dropHint}</p>
          <ul>
            {pads.map((pad) => (
              <li key={pad.id} data-pad={pad.id}>
                <b>{pad.id}</b> {pad.name}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function FlowLine({ arc, largest, chosen }: { arc: FlowArc; largest: number; chosen: boolean }) {
  const look = FLOW_LOOK[arc.flow.kind];
  const width = flowWidth(arc.flow.amount, largest);
  return (
    <path
      d={arc.path}
      fill="none"
      stroke={look.colour}
      strokeWidth={width}
      strokeDasharray={look.dash}
      opacity={chosen ? 1 : 0.78}
      markerEnd="url(#chart-tip)"
    />
  );
}

/** Square lines from holder to held, the share beside each. */
function Holdings({ chart, layout }: { chart: Chart; layout: Layout }) {
  return (
    <g className="chart-holdings">
      {chart.holdings.map(({ holder, held, share }) => {
        const [from, to] = [layout.spots.get(holder), layout.spots.get(held)];
        if (!from || !to) return null;
        const bend = to.y - BOX.height / 2 - BOX.gapY * 0.42;
        const start = from.y + (from.y < to.y ? BOX.height / 2 : 0);
        return (
          <g key={`${holder} ${held}`}>
            <path d={`M${from.x} ${start}V${bend}H${to.x}V${to.y - BOX.height / 2}`} />
            <text x={to.x + 8} y={to.y - BOX.height / 2 - 10}>
              {percent(share)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** As large as the sheet allows, never so small that names cannot be read: then the sheet scrolls. */
function useFit(box: React.RefObject<HTMLDivElement | null>, layout: Layout): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const sheet = box.current;
    if (!sheet) return;
    const measure = () => {
      const most = Math.min(sheet.clientWidth / layout.width, sheet.clientHeight / layout.height);
      setScale(Math.min(1.2, Math.max(LEAST_SCALE, most)));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(sheet);
    return () => watch.disconnect();
  }, [box, layout]);
  return scale;
}
