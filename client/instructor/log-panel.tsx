// The log as it grows: filter by lane and person; a note is bound to this moment.
import { Button, Input, Segmented, Select } from "antd";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { isGrave, LANES, type Lane, laneOf } from "../record/kinds.ts";
import type { Names } from "../record/names.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./console-desk.tsx";

type Props = {
  briefing: ConsoleBriefing;
  log: readonly LogEntry[];
  names: Names;
  selected: string | null;
  command: Command;
};
const SHOWN = 200;

export function LogPanel({ briefing, log, names, selected, command }: Props) {
  const t = useWords("console");
  const r = useWords("record");
  const sentence = useSentence(briefing);
  const [lane, setLane] = useState<Lane | "all">("all");
  const [person, setPerson] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const who = person === "" ? selected : person;
  const entries = useMemo(
    () =>
      log
        .filter((entry) => (lane === "all" || laneOf(entry) === lane) && (!who || concerns(entry, who)))
        .slice(-SHOWN)
        .reverse(),
    [log, lane, who],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter starts again from the newest
  useEffect(() => {
    if (list.current) list.current.scrollTop = 0;
  }, [lane, who]);

  return (
    <section className="panel log" aria-labelledby="log-title">
      <div className="log-bar">
        <h2 id="log-title">{t("log")}</h2>
        <Segmented
          size="small"
          value={lane}
          onChange={setLane}
          options={(["all", ...LANES] as const).map((one) => ({ value: one, label: r(`lane.${one}`) }))}
        />
        <Select
          size="small"
          aria-label={t("logFilter")}
          value={who ?? ""}
          onChange={setPerson}
          popupMatchSelectWidth={false}
          options={[
            { value: "", label: t("everyone") },
            ...briefing.roster.map((seat) => ({ value: seat.slot, label: names.who(seat.slot) })),
          ]}
        />
        <NoteField selected={selected} names={names} command={command} />
      </div>
      <ul className="scroll log-list" ref={list} aria-live="off">
        {entries.length === 0 && <li className="empty">{t("noLog")}</li>}
        {entries.map((entry) => (
          <li key={entry.seq} className={isGrave(entry) ? "entry grave" : "entry"}>
            <span className="clock">{clockOf(entry.tick)}</span>
            <span className={`lane lane-${laneOf(entry)}`}>{r(`lane.${laneOf(entry)}`)}</span>
            <span>{sentence(entry)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function concerns(entry: LogEntry, slot: string): boolean {
  return entry.by === slot || entry.of === slot || `${entry.detail["to"] ?? ""}`.split(/[ ,]+/).includes(slot);
}

function NoteField({ selected, names, command }: { selected: string | null; names: Names; command: Command }) {
  const t = useWords("console");
  const [note, setNote] = useState("");
  const save = (event: FormEvent) => {
    event.preventDefault();
    const text = note.trim();
    if (text === "") return;
    command({ do: "observe", text, ...(selected ? { about: selected } : {}) }, t("noteSaved"));
    setNote("");
    document.getElementById("note-field")?.blur();
  };
  return (
    <form className="note" onSubmit={save}>
      <label htmlFor="note-field" className="unseen">
        {t("noteLabel")}
      </label>
      <Input
        id="note-field"
        size="small"
        value={note}
        maxLength={1000}
        placeholder={selected ? `${t("noteAbout")} ${names.who(selected)}` : t("noteLabel")}
        title={t("noteHint")}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={note.trim() === ""}>
        {t("note")}
      </Button>
    </form>
  );
}
