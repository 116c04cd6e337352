// The log as it grows: filter by lane and person; a line with a place shows it on the map; a note is bound to now.
import { Button, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView, LogEntry } from "../../sim-server/protocol/views.ts";
import { WindowList } from "../look/window-list.tsx";
import { isGrave, isSetback, LANES, type Lane, laneOf } from "../record/kinds.ts";
import type { Names } from "../record/names.ts";
import { type Place, placeOf } from "../record/place.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./command.ts";
import { NoteField } from "./note-field.tsx";

type Props = {
  briefing: ConsoleBriefing;
  view: ConsoleView | null;
  log: readonly LogEntry[];
  names: Names;
  selected: string | null;
  onShow: (place: Place) => void;
  command: Command;
};
const ROW_PX = 26;

export function LogPanel({ briefing, view, log, names, selected, onShow, command }: Props) {
  const t = useWords("console");
  const r = useWords("record");
  const sentence = useSentence(briefing);
  const [lane, setLane] = useState<Lane | "all">("all");
  // The log follows the person chosen, until somebody else, or everybody, is asked for here.
  const [asked, setAsked] = useState<{ selected: string | null; who: string | null } | null>(null);
  const who = asked && asked.selected === selected ? asked.who : selected;
  const ask = (next: string | null) => setAsked({ selected, who: next });
  const entries = useMemo(
    () => log.filter((entry) => (lane === "all" || laneOf(entry) === lane) && (!who || concerns(entry, who))).reverse(),
    [log, lane, who],
  );
  const people = useMemo(() => Object.fromEntries((view?.people ?? []).map((one) => [one.slot, one])), [view?.people]);
  const filtered = lane !== "all" || who !== null;
  const clear = () => {
    setLane("all");
    ask(null);
  };
  const filterWords = [lane === "all" ? null : r(`lane.${lane}`), who === null ? null : names.who(who)];

  return (
    <section className="panel log" aria-labelledby="log-title">
      <div className="log-bar">
        <h2 id="log-title">{t("log")}</h2>
        <Segmented
          size="small"
          aria-label={t("laneFilter")}
          value={lane}
          onChange={setLane}
          options={(["all", ...LANES] as const).map((one) => ({ value: one, label: r(`lane.${one}`) }))}
        />
        <Select
          size="small"
          className="log-who"
          aria-label={t("logFilter")}
          value={who ?? ""}
          onChange={(next) => ask(next === "" ? null : next)}
          popupMatchSelectWidth={false}
          options={[
            { value: "", label: t("everyone") },
            ...briefing.roster.map((seat) => ({ value: seat.slot, label: names.who(seat.slot) })),
          ]}
        />
        <NoteField selected={selected} names={names} command={command} />
      </div>
      <WindowList
        className="scroll log-list"
        label={t("log")}
        items={entries}
        rowPx={ROW_PX}
        keyOf={(entry) => entry.seq}
        about={`${lane} ${who}`}
        empty={
          filtered && log.length > 0 ? (
            <>
              {t("noMatch", { filter: filterWords.filter((word) => word !== null).join(" · ") })}{" "}
              <Button size="small" onClick={clear}>
                {t("showAll")}
              </Button>
            </>
          ) : (
            t("noLog")
          )
        }
        render={(entry) => {
          const place = placeOf(entry, briefing, people);
          return <LogLine entry={entry} says={sentence(entry)} onShow={place === null ? null : () => onShow(place)} />;
        }}
      />
    </section>
  );
}

function LogLine({ entry, says, onShow }: { entry: LogEntry; says: string; onShow: (() => void) | null }) {
  const t = useWords("console");
  const r = useWords("record");
  const lane = laneOf(entry);
  const look = isGrave(entry) ? "entry grave" : "entry";
  const words = (
    <>
      <span className="clock">{clockOf(entry.tick)}</span>
      <span className={`lane lane-${lane}${isSetback(entry) ? " setback" : ""}`}>{r(`lane.${lane}`)}</span>
      <span className="entry-says" title={says}>
        {says}
      </span>
    </>
  );
  if (!onShow) return <div className={look}>{words}</div>;
  return (
    <button type="button" className={look} onClick={onShow} title={t("showPlace")}>
      {words}
      <svg className="entry-place" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
        <path d="M0-7V-3M0 3V7M-7 0H-3M3 0H7" stroke="currentColor" strokeWidth="1.6" />
        <circle r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}

function concerns(entry: LogEntry, slot: string): boolean {
  return entry.by === slot || entry.of === slot || `${entry.detail["to"] ?? ""}`.split(/[ ,]+/).includes(slot);
}
