// The roster, worst off first: who, where, air, dose, line; each state with a word beside its colour.
import type { ReactNode } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { WindowList } from "../look/window-list.tsx";
import { bandOf } from "../map/field.ts";
import { type Names, postOf } from "../record/names.ts";
import { useText, useWords } from "../words/language.ts";
import { byTrouble, type Trouble, troubleOf } from "./trouble.ts";

type Props = {
  view: ConsoleView | null;
  briefing: ConsoleBriefing;
  names: Names;
  selected: string | null;
  onSelect: (slot: string | null) => void;
  /** What may be done with the person chosen. */
  children?: ReactNode;
};
const SIGNS: Record<Trouble, string> = { down: "✕", poisoned: "!", air: "!", exposed: "!", offline: "⌁", none: "●" };
const FULL_AIR_MIN = 30;
const ROW_PX = 70;

export function PeoplePanel({ view, briefing, names, selected, onSelect, children }: Props) {
  const t = useWords("console");
  const people = byTrouble(view?.people ?? []);
  const troubles = people.filter((person) => troubleOf(person) !== "none").length;
  return (
    <section className="panel people" aria-labelledby="people-title">
      <h2 id="people-title">
        {t("people")}
        <span className={troubles > 0 ? "count bad" : "count good"}>
          {troubles > 0 ? `! ${t("troubles", { n: troubles })}` : `✓ ${t("allWell")}`}
        </span>
      </h2>
      <WindowList
        className="scroll"
        label={t("people")}
        items={people}
        rowPx={ROW_PX}
        keyOf={(person) => person.slot}
        empty={t("noPeople")}
        render={(person) => (
          <PersonRow
            person={person}
            briefing={briefing}
            where={names.where(person.room)}
            who={names.who(person.slot)}
            selected={person.slot === selected}
            onSelect={() => onSelect(person.slot === selected ? null : person.slot)}
          />
        )}
      />
      {children}
    </section>
  );
}

type RowProps = {
  person: ConsoleView["people"][number];
  briefing: ConsoleBriefing;
  where: string;
  who: string;
  selected: boolean;
  onSelect: () => void;
};

function PersonRow({ person, briefing, where, who, selected, onSelect }: RowProps) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const trouble = troubleOf(person);
  const seat = briefing.roster.find((one) => one.slot === person.slot);
  const post = seat ? postOf(briefing.roster, seat, text) : "";
  const band = bandOf(briefing.gas?.levels ?? [], person.ppm);
  return (
    <button type="button" className={`person trouble-${trouble}`} aria-pressed={selected} onClick={onSelect}>
      <span className="person-sign" aria-hidden="true">
        {SIGNS[trouble]}
      </span>
      <span className="person-name" title={person.name || who}>
        {person.name || who}
      </span>
      <span className="person-state">
        {person.condition !== "well"
          ? c(`condition.${person.condition}`)
          : trouble === "offline"
            ? t("offline")
            : person.simulated
              ? t("simulated")
              : c("condition.well")}
      </span>
      <span className="person-post">{post === (person.name || who) ? where : `${post} · ${where}`}</span>
      <span className="person-gauges clock">
        <span title={t("air")}>
          {t("air")}
          {person.airMin === null ? (
            <i>{t("noAir")}</i>
          ) : (
            <>
              <Meter share={person.airMin / FULL_AIR_MIN} low={person.airMin <= 5} />
              {t("airMin", { n: Math.round(person.airMin) })}
            </>
          )}
        </span>
        <span title={t("dose")}>
          {t("dose")}
          <Meter share={person.dosePercent / 100} low={person.dosePercent >= 25} />
          {Math.round(person.dosePercent)}%
        </span>
        <span className={`person-ppm band-${band}`}>
          {t("ppm", { n: person.ppm >= 10 ? Math.round(person.ppm) : person.ppm.toFixed(1) })}
        </span>
      </span>
    </button>
  );
}

function Meter({ share, low }: { share: number; low: boolean }) {
  return (
    <span className={low ? "meter low" : "meter"} aria-hidden="true">
      <span style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
    </span>
  );
}
