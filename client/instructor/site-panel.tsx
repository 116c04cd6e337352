// The middle of the console: the site from above, in 3D, over a shoulder or through someone's eyes; and the wind.
import { App, Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { FieldFrame } from "../../sim-server/protocol/frames.ts";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { SiteMap } from "../map/site-map.tsx";
import { StageWindow } from "../map/stage-window.tsx";
import type { Names } from "../record/names.ts";
import type { Place } from "../record/place.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./command.ts";
import { troubledSlots } from "./trouble.ts";
import { WindCard } from "./wind-card.tsx";

type ViewKind = "map" | "orbit" | "follow" | "eyes";
const KINDS: readonly ViewKind[] = ["map", "orbit", "follow", "eyes"];

type Props = {
  briefing: ConsoleBriefing;
  view: ConsoleView | null;
  source: MirrorSource;
  field: FieldFrame | null;
  names: Names;
  selected: string | null;
  onSelect: (slot: string) => void;
  focus: { place: Place; count: number } | null;
  command: Command;
};

export function SitePanel({ briefing, view, source, field, names, selected, onSelect, focus, command }: Props) {
  const t = useWords("console");
  const { message } = App.useApp();
  const [kind, setKind] = useState<ViewKind>("map");
  const troubled = useMemo(() => troubledSlots(view?.people ?? []), [view?.people]);
  const heads = useMemo(() => Object.fromEntries((view?.heads ?? []).map((one) => [one.head, one])), [view?.heads]);
  const populations = useMemo(
    () => Object.fromEntries((view?.populations ?? []).map((one) => [one.id, one])),
    [view?.populations],
  );
  const titles = useMemo(
    () => Object.fromEntries(briefing.roster.map((seat) => [seat.slot, names.who(seat.slot)])),
    [briefing.roster, names],
  );
  // A place is shown from above, whatever was shown before.
  useEffect(() => {
    if (focus) setKind("map");
  }, [focus]);
  const pick = (next: ViewKind) => {
    if ((next === "follow" || next === "eyes") && selected === null) void message.info(t("pickPerson"));
    else setKind(next);
  };
  const shown = kind === "map" || kind === "orbit" || selected !== null ? kind : "map";

  return (
    <section className="panel site">
      <div className="site-bar">
        <Segmented
          size="small"
          aria-label={t("viewLabel")}
          value={shown}
          options={KINDS.map((one) => ({ value: one, label: t(`view.${one}`) }))}
          onChange={pick}
        />
        {view?.hazards
          .filter((hazard) => hazard.leaking)
          .map((hazard) => (
            <span key={hazard.id} className="leak clock">
              ▲ {t("leak", { rate: hazard.kgPerS.toFixed(2), total: Math.round(hazard.releasedKg) })}
            </span>
          ))}
        <WindCard view={view} command={command} />
      </div>
      <div className="site-view">
        {shown === "map" ? (
          <SiteMap
            briefing={briefing}
            source={source}
            field={field}
            heads={heads}
            populations={populations}
            nameOf={names.who}
            selected={selected}
            onSelect={onSelect}
            troubled={troubled}
            focus={focus}
          />
        ) : (
          <StageWindow
            source={source}
            stage={briefing.stage}
            titles={titles}
            view={shown === "orbit" ? { kind: "orbit" } : { kind: shown, slot: selected ?? "" }}
          />
        )}
      </div>
    </section>
  );
}
