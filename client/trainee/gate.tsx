// Before the site: who one is, what is going on, how to act, and the two doors in (screen or headset).
import { useState } from "react";
import { useLanguage } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import type { TraineeRun } from "./trainee-run.ts";
import { read, word } from "./words.ts";
import "./gate.css";

type GateProps = {
  trainee: TraineeRun;
  ready: boolean;
  headset: boolean;
  enterVr: () => Promise<unknown>;
  wake: () => void;
};

export function Gate({ trainee, ready, headset, enterVr, wake }: GateProps) {
  useLanguage();
  const briefing = trainee.run((run) => run.briefing);
  const connection = trainee.run((run) => run.connection);
  const phase = trainee.run((run) => run.phase);
  const [failed, setFailed] = useState(false);
  const enter = () => {
    wake();
    trainee.play.setState({ entered: true });
  };
  const wear = () => {
    wake();
    setFailed(false);
    enterVr().then(
      (session) => (session ? trainee.play.setState({ entered: true }) : setFailed(true)),
      () => setFailed(true),
    );
  };
  return (
    <main className="gate">
      <header>
        <h1>{briefing ? read(briefing.scenario.title) : word("enter.ready")}</h1>
        <LanguageSwitch />
      </header>
      {briefing ? (
        <div className="gate-columns">
          <section>
            <h2>
              {word("enter.position")}：{read(briefing.position.title)}
            </h2>
            <p className="lines">{read(briefing.position.brief)}</p>
            {briefing.tasks.length > 0 ? <h2>{word("enter.tasks")}</h2> : null}
            <ul>
              {briefing.tasks.map((task) => (
                <li key={task.id}>{read(task.title)}</li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{word("enter.situation")}</h2>
            <p className="lines">{read(briefing.scenario.briefing)}</p>
          </section>
        </div>
      ) : (
        <p>{word(`line.${connection}`)}</p>
      )}
      <footer>
        <button
          type="button"
          className="press tone-act"
          data-id="enter-scene"
          disabled={!ready || !briefing}
          onClick={enter}
        >
          {ready ? word("enter.scene") : word("enter.loading")}
        </button>
        {headset ? (
          <button type="button" className="press" data-id="enter-vr" disabled={!ready || !briefing} onClick={wear}>
            {word("enter.headset")}
          </button>
        ) : null}
        {phase === "lobby" ? <span>{word("enter.waiting")}</span> : null}
        {failed ? <span role="alert">{word("enter.headsetFailed")}</span> : null}
      </footer>
    </main>
  );
}

/** A line that will not come back by itself: why, and what to do. Null while the line is fine or comes back. */
export function EndOfLine({ trainee }: { trainee: TraineeRun }) {
  useLanguage();
  const connection = trainee.run((run) => run.connection);
  if (connection !== "turned-away" && connection !== "replaced") return null;
  return (
    <main className="gate gate-short" role="alert" data-line={connection}>
      <p>{connection === "replaced" ? word("line.replaced") : word("enter.turnedAway")}</p>
      {connection === "replaced" ? (
        <button type="button" className="press tone-act" onClick={() => globalThis.location.reload()}>
          {word("enter.takeBack")}
        </button>
      ) : null}
      <a href="/">{word("enter.home")}</a>
    </main>
  );
}
