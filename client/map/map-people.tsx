// People on the map: where they stand, where they look, who is in trouble; a click picks one.
import { memo, useMemo } from "react";
import type { MirrorFrame, PersonFrame } from "../../sim-server/protocol/frames.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { useWords } from "../words/language.ts";
import { useFrame } from "./frame.ts";
import { type Placed, placeLabels, widthOf } from "./labels.ts";
import { type Size, toScreen, type View } from "./plan.ts";

export type PeopleProps = {
  source: MirrorSource;
  view: View;
  size: Size;
  nameOf: (slot: string) => string;
  selected: string | null;
  onSelect?: ((slot: string) => void) | undefined;
  /** Slots in trouble: collapsed, out of air … */
  troubled: ReadonlySet<string>;
};

const MANY = 60;

export function PeopleMarks({ source, view, size, nameOf, selected, onSelect, troubled }: PeopleProps) {
  const frame = useFrame(source, 6);
  const marks = useMemo(() => marksOf(frame, view, size), [frame, view, size]);
  const labels = useMemo(() => {
    const first = (slot: string) => (slot === selected ? 2 : troubled.has(slot) ? 1 : 0);
    const wanted =
      marks.length <= MANY ? marks : marks.filter((mark) => mark.slot === selected || troubled.has(mark.slot));
    return placeLabels(
      [...wanted]
        .sort((a, b) => first(b.slot) - first(a.slot))
        .map((mark) => ({ id: mark.slot, px: mark.px, py: mark.py, widthPx: widthOf(nameOf(mark.slot)) })),
    );
  }, [marks, nameOf, selected, troubled]);
  return (
    <g>
      {marks.map((mark) => (
        <PersonMark
          key={mark.slot}
          slot={mark.slot}
          px={mark.px}
          py={mark.py}
          yawDeg={mark.person.yawDeg}
          simulated={mark.person.simulated}
          guarded={mark.person.suit && mark.person.scba}
          doing={mark.person.doing}
          name={nameOf(mark.slot)}
          label={labels.get(mark.slot)}
          selected={mark.slot === selected}
          troubled={troubled.has(mark.slot) || mark.person.doing === "collapsed"}
          onSelect={onSelect}
        />
      ))}
    </g>
  );
}

type PlacedPerson = { slot: string; px: number; py: number; person: PersonFrame };

function marksOf(frame: MirrorFrame | null, view: View, size: Size): readonly PlacedPerson[] {
  return Object.entries(frame?.people ?? {}).map(([slot, person]) => {
    const [px, py] = toScreen(view, size, person.x, person.y);
    return { slot, px: Math.round(px), py: Math.round(py), person };
  });
}

type MarkProps = {
  slot: string;
  px: number;
  py: number;
  yawDeg: number;
  simulated: boolean;
  guarded: boolean;
  doing: string;
  name: string;
  label: Placed | undefined;
  selected: boolean;
  troubled: boolean;
  onSelect: ((slot: string) => void) | undefined;
};

const PersonMark = memo(function PersonMark(props: MarkProps) {
  const t = useWords("map");
  const { slot, px, py, yawDeg, simulated, guarded, name, label, selected, troubled, onSelect } = props;
  const colour = troubled ? "#b52a2a" : "#1d6ba8";
  const width = widthOf(name);
  const act = onSelect
    ? {
        role: "button",
        tabIndex: 0,
        onClick: () => onSelect(slot),
        onKeyDown: (event: React.KeyboardEvent) => {
          if (event.key === "Enter") onSelect(slot);
        },
      }
    : {};
  return (
    <g
      transform={`translate(${px} ${py})`}
      className={onSelect ? "map-person" : undefined}
      aria-label={t("personAt", { name, doing: t(`doing.${props.doing}`) })}
      {...act}
    >
      {selected && <circle r="15" fill="none" stroke="#f0702a" strokeWidth="3" />}
      {props.doing !== "collapsed" && (
        <path
          d="M0 0 11-20A23 23 0 0 0-11-20z"
          fill={colour}
          opacity="0.3"
          transform={`rotate(${Math.round(yawDeg)})`}
        />
      )}
      {guarded && (
        <rect x="-10.5" y="-10.5" width="21" height="21" rx="5" fill="#f0702a" stroke="#7d3208" strokeWidth="1" />
      )}
      <circle r="7.5" fill={simulated ? "#fffdf6" : colour} stroke={simulated ? colour : "#fffdf6"} strokeWidth="2.4" />
      {troubled && (
        <path d="M0-4V1M0 3.6V4" stroke={simulated ? colour : "#fff"} strokeWidth="2.4" strokeLinecap="round" />
      )}
      {label && (
        <g transform={`translate(${label.dx} ${label.dy})`}>
          <rect
            x={-width / 2}
            y="-8.5"
            width={width}
            height="17"
            rx="4"
            fill={troubled ? "#b52a2a" : "#0f1b24"}
            opacity={troubled ? 1 : 0.82}
          />
          <text textAnchor="middle" y="4.2" fontSize="12" fill="#fff">
            {name}
          </text>
        </g>
      )}
    </g>
  );
});
