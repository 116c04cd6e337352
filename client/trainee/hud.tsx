// The desk player's surround: clock and line, gauges, messages, the ring of work, notices, help.
import { useEffect } from "react";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import { useLanguage } from "../words/language.ts";
import { cardOf } from "./cards.ts";
import { meterCells } from "./meter.ts";
import { type PageView, tabletPanel } from "./pages.ts";
import { PanelDom } from "./panel-dom.tsx";
import { closePage, notify, openPage } from "./play-store.ts";
import { useSettings } from "./settings.ts";
import { Subtitles, useTick } from "./subtitles.tsx";
import { TouchControls, useTouch } from "./touch-controls.tsx";
import type { TraineeRun } from "./trainee-run.ts";
import { clock, read, word } from "./words.ts";

const NOTICE_MS = 3500;

type HudProps = { trainee: TraineeRun; enterVr: (() => Promise<unknown>) | null };

export function Hud({ trainee, enterVr }: HudProps) {
  const run = trainee.run();
  const play = trainee.play();
  const settings = useSettings();
  const language = useLanguage();
  const tick = useTick(trainee);
  const touch = useTouch();
  const view: PageView = { trainee, run, play, settings, language, leaveVr: null };
  const card = cardOf(view, tick);
  useEffect(() => {
    if (play.page === "inbox") trainee.play.setState({ seenInbox: run.inbox.length });
  }, [play.page, run.inbox.length, trainee]);
  // Beside someone with a headset on, the screen shows what they see; what they hold is in the scene.
  if (play.inHeadset) {
    return (
      <div className="hud">
        <TopBar view={view} tick={tick} enterVr={null} touch={touch} />
      </div>
    );
  }
  return (
    <div className={`hud ${touch ? "touch" : ""} text-${settings.textSize} feel-${run.self?.symptoms ?? "well"}`}>
      <TopBar view={view} tick={tick} enterVr={enterVr} touch={touch} />
      <Gauges self={run.self} />
      <Work self={run.self} />
      <Notice trainee={trainee} />
      <Symptoms self={run.self} />
      <Subtitles />
      {touch && !card ? <TouchControls trainee={trainee} /> : null}
      {play.page ? (
        <aside className="tablet">
          <button type="button" className="tablet-close" onClick={() => closePage(trainee.play)}>
            ✕ {touch ? "" : "Tab"}
          </button>
          <PanelDom panel={tabletPanel(view, play.page)} trainee={trainee} name={word("hud.tablet")} />
        </aside>
      ) : null}
      {card ? (
        <div className="card" role="dialog">
          <PanelDom panel={card.panel} trainee={trainee} name={card.id} />
        </div>
      ) : null}
      {play.help && run.phase !== "ended" ? <Help trainee={trainee} touch={touch} /> : null}
      {run.phase === "ended" ? <Ended /> : null}
    </div>
  );
}

type BarProps = { view: PageView; tick: number; enterVr: HudProps["enterVr"]; touch: boolean };

function TopBar({ view, tick, enterVr, touch }: BarProps) {
  const { run, play, trainee } = view;
  const unread = run.inbox.length - play.seenInbox;
  const failed = () => notify(trainee.play, word("enter.headsetFailed"), "warn");
  const wear = () => void enterVr?.().then((session) => session || failed(), failed);
  return (
    <header className="hud-top">
      <strong className="clock">{clock(tick)}</strong>
      <span>{run.briefing ? read(run.briefing.position.title) : ""}</span>
      <span className={`phase phase-${run.phase}`}>{word(`phase.${run.phase}`)}</span>
      {play.away ? <span className="line-lost">{word("headset.away")}</span> : null}
      {run.connection === "live" ? null : (
        <span className="line-lost" role="status">
          ⚠ {word(`line.${run.connection}`)}
        </span>
      )}
      {play.inHeadset ? null : (
        <button type="button" className="press" onClick={() => openPage(trainee.play, unread > 0 ? "inbox" : "tasks")}>
          {unread > 0 ? `✉ ${word("hud.messages", { count: unread })}` : word(touch ? "hud.tablet" : "hud.tabletKey")}
        </button>
      )}
      {enterVr ? (
        <button type="button" className="press" data-id="enter-vr" onClick={wear}>
          {word("hud.enterVr")}
        </button>
      ) : null}
    </header>
  );
}

function Gauges({ self }: { self: SelfView | null }) {
  if (!self) return null;
  const worn = [
    self.suit ? word("hud.suit") : null,
    self.scba ? word("hud.scba") : null,
    self.buddyReady ? word("hud.buddy") : null,
    self.washed ? word("hud.washed") : null,
  ].filter((part) => part !== null);
  const { detector } = self;
  const ppm = detector ? (detector.ppm < 10 ? detector.ppm.toFixed(1) : String(Math.round(detector.ppm))) : "";
  return (
    <div className="hud-gauges">
      {worn.length > 0 ? <p>{worn.map((part) => `✓ ${part}`).join("　")}</p> : null}
      {self.airMin === null ? null : (
        <p className={self.airLow ? "tone-danger" : "tone-safe"}>
          {word("hud.air")} <b className="clock">{word("hud.airMinutes", { minutes: Math.floor(self.airMin) })}</b>
          {self.airLow ? ` ⚠ ${word("hud.airLow")}` : ""}
        </p>
      )}
      {detector ? (
        <p className={["tone-safe", "tone-warn", "tone-danger"][detector.alarm]}>
          {word("hud.detector")} <b className="clock">{detector.over ? word("hud.over") : word("hud.ppm", { ppm })}</b>
          {detector.alarm > 0 ? " ⚠" : ""}
        </p>
      ) : null}
      {self.meter ? (
        <p>
          {word("hud.meter")}{" "}
          {meterCells(self.meter).map(({ id, label, value, isAlarming }) => (
            <span key={id} className={isAlarming ? "tone-danger" : "tone-safe"}>
              {label} <b className="clock">{value}</b>
              {isAlarming ? "⚠ " : "　"}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function Work({ self }: { self: SelfView | null }) {
  const working = self?.working;
  if (!working) return null;
  const part = Math.min(1, Math.max(0, working.fraction));
  return (
    <div
      className="work"
      role="progressbar"
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="42" />
        <circle cx="50" cy="50" r="42" pathLength={1} strokeDasharray={`${part} 1`} />
      </svg>
      <b>{word(`act.${working.action}`)}</b>
      <small>{word("hud.busy")}</small>
    </div>
  );
}

function Notice({ trainee }: { trainee: TraineeRun }) {
  const notice = trainee.play((play) => play.notice);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => trainee.play.setState({ notice: null }), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice, trainee]);
  return notice ? (
    <p className={`notice tone-${notice.tone}`} role="status">
      {notice.text}
    </p>
  ) : null;
}

function Symptoms({ self }: { self: SelfView | null }) {
  if (!self || self.symptoms === "well") return null;
  return (
    <p className="symptoms" role="alert">
      {word(`symptoms.${self.symptoms}`)}
    </p>
  );
}

const HELP = ["move", "look", "use", "cancel", "tablet", "check", "headset"] as const;
const TOUCH_HELP = ["touchMove", "touchLook", "touchUse", "touchTablet"] as const;

function Help({ trainee, touch }: { trainee: TraineeRun; touch: boolean }) {
  return (
    <div className="help" role="dialog" aria-label={word("help.title")}>
      <h2>{word("help.title")}</h2>
      <ul>
        {(touch ? TOUCH_HELP : HELP).map((key) => (
          <li key={key}>{word(`help.${key}`)}</li>
        ))}
      </ul>
      <button
        type="button"
        className="press tone-act"
        data-id="help-close"
        onClick={() => trainee.play.setState({ help: false })}
      >
        {word("help.close")}
      </button>
    </div>
  );
}

function Ended() {
  return (
    <div className="help" role="dialog">
      <h2>{word("ended.title")}</h2>
      <p>{word("ended.hint")}</p>
      <a href="/">{word("enter.home")}</a>
    </div>
  );
}
