// What can be used on the site, as small signs with their state: valves, switches, gas heads, racks, phones.
import { memo } from "react";
import type { PropFrame, StageView } from "../../sim-server/protocol/frames.ts";
import { BANDS, INK } from "../look/colours.ts";
import { type Size, toScreen, type View } from "./plan.ts";

type Props = {
  stage: StageView;
  states: Record<string, PropFrame>;
  view: View;
  size: Size;
  title: (text: { zh: string; en: string }) => string;
};

/** Signs smaller than this many pixels a metre only clutter the map. */
const DETAIL_PX_PER_M = 7;
const ALWAYS = new Set(["gas-head", "container", "monitor", "siren"]);
const SILENT = new Set(["scenery", "pool"]);

export const PropSigns = memo(function PropSigns({ stage, states, view, size, title }: Props) {
  return (
    <g>
      {Object.entries(stage.props).map(([id, prop]) => {
        if (SILENT.has(prop.kind) || (view.pxPerM < DETAIL_PX_PER_M && !ALWAYS.has(prop.kind))) return null;
        const [px, py] = toScreen(view, size, prop.at.x, prop.at.y);
        if (px < -40 || py < -40 || px > size.width + 40 || py > size.height + 40) return null;
        return (
          <g key={id} transform={`translate(${px} ${py})`}>
            <title>{title(prop.title)}</title>
            <Sign kind={prop.kind} state={states[id]} pxPerM={view.pxPerM} />
          </g>
        );
      })}
    </g>
  );
});

function Sign({ kind, state, pxPerM }: { kind: string; state: PropFrame | undefined; pxPerM: number }) {
  const on = state ? ["on", "open", "alarm", "curtain", "leak"].includes(state.state) : false;
  const still = { fill: "#fffdf6", stroke: "#5d5543", strokeWidth: 1.3 } as const;
  const lively = { fill: "#cfe5f5", stroke: "#1d6ba8", strokeWidth: 1.8 } as const;
  const look = on ? lively : still;
  switch (kind) {
    case "container": {
      const width = 0.8 * pxPerM;
      const length = 2 * pxPerM;
      return (
        <rect
          x={-width / 2}
          y={-length / 2}
          width={width}
          height={length}
          rx={width / 3}
          fill="#7f9a78"
          stroke="#3f5a3b"
        />
      );
    }
    case "gas-head":
      return <path d="M0-6 6 0 0 6-6 0z" fill={BANDS[0].fill} stroke={INK} strokeWidth="1.2" />;
    case "valve":
      return (
        <g>
          <circle r="5.5" {...look} />
          <path d={on ? "M0-5.5V5.5" : "M-5.5 0H5.5"} stroke={look.stroke} strokeWidth="2" />
        </g>
      );
    case "switch":
    case "button":
      return (
        <g>
          <rect x="-5" y="-5" width="10" height="10" rx="2" {...look} />
          <circle r="2.2" fill={look.stroke} />
        </g>
      );
    case "siren":
      return <path d="M-6 4A6 6 0 0 1 6 4z" fill={on ? "#d13c3c" : "#fffdf6"} stroke="#7a2222" strokeWidth="1.4" />;
    case "monitor":
      return (
        <g>
          <circle r="4" fill="#c8452e" />
          <path d="M0 0 8-8" stroke={on ? "#1d6ba8" : "#c8452e"} strokeWidth="3" strokeLinecap="round" />
        </g>
      );
    case "wind-sock":
      return <path d="M0 7V-7M0-7 9-5 9-3 0-2z" fill="#f0702a" stroke="#5d5543" strokeWidth="1.2" />;
    case "barrier":
      return <path d="M-8 0H8" stroke={on ? "#1d6ba8" : "#d13c3c"} strokeWidth="3" strokeDasharray="4 2" />;
    case "shower":
      return (
        <path d="M-5-5H5M-4 0v5M0 0v5M4 0v5" stroke="#1d6ba8" strokeWidth="1.8" fill="none" strokeLinecap="round" />
      );
    default:
      return <circle r="3.4" {...look} />;
  }
}
