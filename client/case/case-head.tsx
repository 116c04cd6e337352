// The bar over a case: its name, the clock, the hours left, how the line stands, desk or boardroom, language.
import { useEffect, useState } from "react";
import { Mark } from "../look/mark.tsx";
import { clockOf } from "../record/time.ts";
import type { Line } from "../session/connect.ts";
import type { RunState } from "../session/run-store.ts";
import { useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import type { CaseModel } from "./case-model.ts";
import type { CaseRun } from "./case-store.ts";

type Props = { model: CaseModel; run: RunState; line: Line; taxCase: CaseRun };

export function CaseHead({ model, run, line, taxCase }: Props) {
  const t = useWords("case");
  const s = useWords("trainee");
  const inRoom = taxCase.store((one) => one.inRoom);
  const second = useSecond(line);
  const { budget, left } = model.hours;
  return (
    <header className="case-head">
      <Mark size={26} />
      <h1>{model.title}</h1>
      <span className="case-chip">{t(model.guided ? "guided" : "graded")}</span>
      <span className="case-chip case-wide">{t("lawDay", { day: model.lawDay })}</span>
      <div className={`case-hours ${left < budget * 0.2 ? "low" : ""}`} title={t("hours.title")}>
        <i style={{ width: `${budget > 0 ? (100 * left) / budget : 0}%` }} />
        <span className="clock">{t("hours.left", { left, budget })}</span>
      </div>
      <strong className="clock">{clockOf(second)}</strong>
      <span className={`phase phase-${run.phase}`}>{s(`phase.${run.phase}`)}</span>
      {run.connection === "live" || run.phase === "ended" ? null : (
        <span className="tone-warn" role="status">
          ⟳ {s(`line.${run.connection}`)}
        </span>
      )}
      <fieldset className="case-views">
        <legend className="unseen">{t("chart")}</legend>
        {([false, true] as const).map((room) => (
          <button
            key={String(room)}
            type="button"
            aria-pressed={inRoom === room}
            data-id={room ? "to-room" : "to-desk"}
            onClick={() => taxCase.store.setState({ inRoom: room })}
          >
            {t(room ? "room" : "desk")}
          </button>
        ))}
      </fieldset>
      <LanguageSwitch />
    </header>
  );
}

/** The exercise tick, told once a second. */
function useSecond(line: Line): number {
  const [tick, setTick] = useState(() => line.source.getFrame()?.tick ?? 0);
  useEffect(
    () => line.source.subscribe(() => setTick(Math.floor((line.source.getFrame()?.tick ?? 0) / 10) * 10)),
    [line],
  );
  return tick;
}
