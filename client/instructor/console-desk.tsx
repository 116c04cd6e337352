// The console's screen: header, people, map, events, board and log, and the commands they share.

import { App, Button } from "antd";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView, LogEntry } from "../../sim-server/protocol/views.ts";
import type { Place } from "../record/place.ts";
import { useNames } from "../record/sentence.ts";
import type { ConsoleLine } from "../session/console-store.ts";
import { useRefusalWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { AdhocInject } from "./adhoc-inject.tsx";
import { Board } from "./board.tsx";
import type { Command } from "./command.ts";
import { ConsoleHead } from "./console-head.tsx";
import { nextToFire, sorted } from "./events-list.ts";
import { EventsPanel } from "./events-panel.tsx";
import { HelpCard } from "./help-card.tsx";
import { JoinBoard } from "./join-board.tsx";
import { LogPanel } from "./log-panel.tsx";
import { NOTE_FIELD } from "./note-field.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { SitePanel } from "./site-panel.tsx";

const CasePanel = lazy(() => import("./case-panel.tsx"));

/** Where keys are letters; a radio button, which the pointer may have left focused, is none of them. */
const WRITING = "input:not([type=radio], [type=checkbox]), textarea, [contenteditable]";

export function ConsoleDesk({ line }: { line: ConsoleLine }) {
  const t = useWords("console");
  const { message } = App.useApp();
  const refusal = useRefusalWords();
  const { connection, briefing: briefed, view, log, field, tax } = line.store();
  const [selected, setSelected] = useState<string | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const [joinOpen, setJoinOpen] = useState(false);
  const [adhocTo, setAdhocTo] = useState<readonly string[] | null>(null);
  const [focus, setFocus] = useState<{ place: Place; count: number } | null>(null);
  const showPlace = (place: Place) => {
    setJoinOpen(false);
    setFocus((last) => ({ place, count: (last?.count ?? 0) + 1 }));
  };
  if (!briefed) throw new Error("the console opens once it is briefed");
  const briefing = useNamedBriefing(briefed, view);
  const names = useNames(briefing);

  const command: Command = useCallback(
    (intent, done) => {
      void line.ask(intent).then((answer) => {
        if (!answer.ok) void message.warning(refusal(answer.refusal.code));
        else if (done) void message.success(done);
      });
    },
    [line, message, refusal],
  );
  const lists = useMemo(() => sorted(briefing.msel, view?.msel ?? []), [briefing.msel, view?.msel]);
  const happened = useHappened(log);
  const phase = view?.phase ?? "lobby";

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest(WRITING);
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const pressed = event.target instanceof HTMLElement && event.target.closest("button, [role=button]");
      if (event.key === " " && !pressed && (phase === "running" || phase === "paused")) {
        event.preventDefault();
        command({ do: phase === "running" ? "pause" : "resume" });
      } else if (event.key === "n" || event.key === "N") {
        event.preventDefault();
        document.getElementById(NOTE_FIELD)?.focus();
      } else if (event.key === "f" || event.key === "F") {
        const next = nextToFire(lists);
        if (next) command({ do: "fire", inject: next.id });
      } else if (event.key === "?") setHelpOpen((open) => !open);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [phase, lists, command]);

  const showJoin = phase === "lobby" || joinOpen;
  return (
    <div className="console">
      <ConsoleHead
        briefing={briefing}
        view={view}
        source={line.source}
        command={command}
        onHelp={() => setHelpOpen(true)}
        onJoin={() => setJoinOpen((open) => !open)}
      />
      {connection !== "live" && (
        <p className="console-line" role="status">
          ⟳ {t(`connection.${connection}`)}
        </p>
      )}
      <PeoplePanel view={view} briefing={briefing} names={names} selected={selected} onSelect={setSelected}>
        {selected && (
          <div className="person-acts">
            <Button size="small" onClick={() => setAdhocTo([selected])}>
              ✉ {t("writeTo", { name: names.who(selected) })}
            </Button>
            <Button size="small" aria-label={t("deselect")} title={t("deselect")} onClick={() => setSelected(null)}>
              ✕
            </Button>
          </div>
        )}
      </PeoplePanel>
      <div className="console-middle">
        {showJoin ? (
          <JoinBoard
            briefing={briefing}
            view={view}
            onStart={phase === "lobby" ? () => command({ do: "start" }) : null}
            onClose={phase === "lobby" ? null : () => setJoinOpen(false)}
          />
        ) : briefing.tax ? (
          <Suspense fallback={<p className="page-wait">…</p>}>
            <CasePanel briefing={briefing.tax} view={tax} />
          </Suspense>
        ) : (
          <SitePanel
            briefing={briefing}
            view={view}
            source={line.source}
            field={field}
            names={names}
            selected={selected}
            onSelect={setSelected}
            focus={focus}
            command={command}
          />
        )}
      </div>
      <EventsPanel
        briefing={briefing}
        lists={lists}
        happened={happened}
        tick={view?.tick ?? 0}
        names={names}
        command={command}
        onAdhoc={() => setAdhocTo(selected ? [selected] : [])}
      />
      <Board briefing={briefing} view={view} log={log} names={names} command={command} />
      <LogPanel
        briefing={briefing}
        view={view}
        log={log}
        names={names}
        selected={selected}
        onShow={showPlace}
        command={command}
      />
      <AdhocInject briefing={briefing} command={command} to={adhocTo} onClose={() => setAdhocTo(null)} />
      <HelpCard open={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/** Events that have come to pass; the same set until another does. */
function useHappened(log: readonly LogEntry[]): ReadonlySet<string> {
  const ids = log.flatMap((entry) => (entry.kind === "event-happened" ? [entry.of] : [])).join(" ");
  return useMemo(() => new Set(ids.split(" ")), [ids]);
}

/** People give their names when they join, after the briefing was sent: the roster takes them from the view. */
function useNamedBriefing(briefing: ConsoleBriefing, view: ConsoleView | null): ConsoleBriefing {
  const named = JSON.stringify(view?.people.map((person) => [person.slot, person.simulated ? "" : person.name]) ?? []);
  return useMemo(() => {
    const names = new Map(JSON.parse(named) as [string, string][]);
    return {
      ...briefing,
      roster: briefing.roster.map((seat) => ({ ...seat, name: names.get(seat.slot) || seat.name })),
    };
  }, [briefing, named]);
}
