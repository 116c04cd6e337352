// The console's head: clock, run control, phase, level, code, line, language.
import { App, Button, Segmented } from "antd";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { Mark } from "../look/mark.tsx";
import { useFrame } from "../map/frame.ts";
import { clockOf, clockOfSeconds } from "../record/time.ts";
import { go } from "../route.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { useText, useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import type { Command } from "./command.ts";

type Props = {
  briefing: ConsoleBriefing;
  view: ConsoleView | null;
  source: MirrorSource;
  command: Command;
  onHelp: () => void;
  onJoin: () => void;
};
const SPEEDS = [0.5, 1, 2, 4];

export function ConsoleHead({ briefing, view, source, command, onHelp, onJoin }: Props) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const { modal } = App.useApp();
  const frame = useFrame(source, 4);
  const phase = frame?.phase ?? view?.phase ?? "lobby";
  const tick = frame?.tick ?? view?.tick ?? 0;
  const speed = frame?.speed ?? view?.speed ?? 1;
  const current = briefing.phases.findIndex((one) => one.id === view?.stagePhase);
  const sureToEnd = () =>
    modal.confirm({
      title: t("end"),
      content: t("endSure"),
      okText: t("endNow"),
      cancelText: c("cancel"),
      okButtonProps: { danger: true },
      onOk: () => command({ do: "end" }),
    });

  return (
    <header className="console-head">
      <a href="/console" aria-label={t("turnedAway.runs")} title={t("turnedAway.runs")}>
        <Mark size={30} />
      </a>
      <div className="head-clock">
        <b className="clock" role="timer" aria-label={t("clock")}>
          {clockOf(tick)}
        </b>
        <span className="clock">/ {clockOfSeconds(briefing.scenario.durationS)}</span>
        <span className={`head-state state-${phase}`}>{c(`state.${phase}`)}</span>
      </div>
      {phase === "running" && <Button onClick={() => command({ do: "pause" })}>❚❚ {t("pause")}</Button>}
      {phase === "paused" && (
        <Button type="primary" onClick={() => command({ do: "resume" })}>
          ▶ {t("resume")}
        </Button>
      )}
      {(phase === "running" || phase === "paused") && (
        <>
          <Segmented
            aria-label={t("speed")}
            value={speed}
            options={SPEEDS.map((factor) => ({ value: factor, label: t("times", { n: factor }) }))}
            onChange={(factor) => command({ do: "speed", factor: Number(factor) })}
          />
          <Button danger onClick={sureToEnd}>
            ■ {t("endNow")}
          </Button>
        </>
      )}
      {phase === "ended" && (
        <Button type="primary" onClick={() => go(`/desk/${encodeURIComponent(briefing.runId)}`)}>
          {t("toDesk")}
        </Button>
      )}
      <ol className="head-phases" aria-label={text(briefing.scenario.title)}>
        {briefing.phases.map((one, index) => (
          <li
            key={one.id}
            aria-current={index === current ? "step" : undefined}
            className={index < current ? "past" : undefined}
            title={text(one.title)}
          >
            {text(one.title)}
          </li>
        ))}
      </ol>
      {view && (
        <div className="head-facts">
          <b>{c(`level.${view.accidentLevel}`, { defaultValue: view.accidentLevel })}</b>
          <span className="clock">
            {t("casualties", {
              dead: view.casualties.dead,
              hurt: view.casualties.seriouslyInjured,
              missing: view.casualties.missing,
            })}
          </span>
        </div>
      )}
      <span className="head-end">
        <Button onClick={onJoin}>▣ {t("code")}</Button>
        <Button onClick={onHelp} aria-label={t("help")} title={t("help")}>
          ?
        </Button>
        <LanguageSwitch />
      </span>
    </header>
  );
}
