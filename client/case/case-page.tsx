// The trainee's page of a tax case: the gate, then the desk on screen or the boardroom in 3D, of one and the same case.
import { lazy, Suspense, useEffect, useMemo } from "react";
import type { Line } from "../session/connect.ts";
import type { Attached, RunState } from "../session/run-store.ts";
import { addTraineeWords } from "../trainee/words.ts";
import { useText, useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import { buildModel } from "./build-model.ts";
import { CaseDesk } from "./case-desk.tsx";
import { CaseHead } from "./case-head.tsx";
import type { CaseModel } from "./case-model.ts";
import type { CaseRun } from "./case-store.ts";
import { useWording } from "./words.ts";
import "../trainee/panel.css";
import "../trainee/gate.css";
import "./case.css";
import "./case-side.css";
import "./papers.css";

const Boardroom = lazy(() => import("./boardroom.tsx"));

type Props = { line: Line; attached: Attached; taxCase: CaseRun };

export default function CasePage({ line, attached, taxCase }: Props) {
  addTraineeWords();
  const run = attached.store();
  const shown = taxCase.store();
  const model = useModel(run, taxCase);
  const { entered, inRoom } = shown;
  if (!run.briefing || !entered || !model)
    return <Gate run={run} ready={model !== null} onEnter={() => taxCase.store.setState({ entered: true })} />;
  return (
    <div className="case">
      <CaseHead model={model} run={run} line={line} taxCase={taxCase} />
      {inRoom ? (
        <Suspense fallback={<Wait />}>
          <Boardroom model={model} run={run} taxCase={taxCase} />
        </Suspense>
      ) : (
        <CaseDesk model={model} run={run} taxCase={taxCase} />
      )}
      <Refused taxCase={taxCase} />
      <Over run={run} />
    </div>
  );
}

function useModel(run: RunState, taxCase: CaseRun): CaseModel | null {
  const wording = useWording();
  const view = taxCase.store((one) => one.view);
  const papers = taxCase.store((one) => one.papers);
  const tax = run.briefing?.tax ?? null;
  return useMemo(() => (tax && view ? buildModel(tax, view, papers, wording) : null), [tax, view, papers, wording]);
}

function Gate({ run, ready, onEnter }: { run: RunState; ready: boolean; onEnter: () => void }) {
  const t = useWords("case");
  const s = useWords("trainee");
  const text = useText();
  const { briefing, connection, phase } = run;
  return (
    <main className="gate">
      <header>
        <h1>{briefing ? text(briefing.scenario.title) : s(`line.${connection}`)}</h1>
        <LanguageSwitch />
      </header>
      {briefing ? (
        <div className="gate-columns">
          <section>
            <h2>
              {t("position")}
              {t("colon")}
              {text(briefing.position.title)}
            </h2>
            <p className="lines">{text(briefing.position.brief)}</p>
            {briefing.tasks.length > 0 ? <h2>{t("tasks")}</h2> : null}
            <ul>
              {briefing.tasks.map((task) => (
                <li key={task.id}>{text(task.title)}</li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{t("situation")}</h2>
            <p className="lines">{text(briefing.scenario.briefing)}</p>
          </section>
        </div>
      ) : null}
      <footer>
        <button type="button" className="press tone-act" data-id="open-case" disabled={!ready} onClick={onEnter}>
          {t("start")}
        </button>
        {phase === "lobby" ? <span>{t("waiting")}</span> : null}
      </footer>
    </main>
  );
}

function Wait() {
  const t = useWords("case");
  return <p className="page-wait">{t("room3d.loading")}</p>;
}

const NOTICE_MS = 4000;

/** What was refused, in words, for a few seconds. */
function Refused({ taxCase }: { taxCase: CaseRun }) {
  const t = useWords("case");
  const s = useWords("trainee");
  const refused = taxCase.store((one) => one.refused);
  useEffect(() => {
    if (!refused) return;
    const timer = setTimeout(() => taxCase.store.setState({ refused: null }), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [refused, taxCase]);
  if (!refused) return null;
  const own = t(`refusal.${refused.code}`, { defaultValue: "" });
  return (
    <p className="case-notice tone-warn" role="alert">
      ⚠ {own === "" ? s(`refusal.${refused.code}`) : own}
    </p>
  );
}

function Over({ run }: { run: RunState }) {
  const t = useWords("case");
  const s = useWords("trainee");
  const { connection, phase } = run;
  if (connection === "turned-away" || connection === "replaced")
    return (
      <div className="case-over" role="alert">
        <p>{connection === "replaced" ? s("line.replaced") : s("enter.turnedAway")}</p>
        {connection === "replaced" ? (
          <button type="button" className="press tone-act" onClick={() => globalThis.location.reload()}>
            {s("enter.takeBack")}
          </button>
        ) : null}
        <a href="/">{s("enter.home")}</a>
      </div>
    );
  if (phase !== "ended") return null;
  return (
    <div className="case-over" role="status">
      <h2>{t("ended.title")}</h2>
      <p>{t("ended.hint")}</p>
      <a href="/">{s("enter.home")}</a>
    </div>
  );
}
