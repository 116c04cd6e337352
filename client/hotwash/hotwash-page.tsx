// The hot wash on the classroom screen: large pages turned by keyboard, from the score to what will be done.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { PlanItem } from "../../sim-server/protocol/improvement.ts";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { Mark } from "../look/mark.tsx";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import { planApi } from "./plan-api.ts";
import { type Slide, slidesOf } from "./slides.ts";
import "./words.ts";
import "../look/kit.css";
import "./hotwash.css";

export default function HotwashPage({ runId }: { runId: string }) {
  return (
    <Kit ground="dark">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Fetched runId={runId} />
      </SignedIn>
    </Kit>
  );
}

function Fetched({ runId }: { runId: string }) {
  const c = useWords("common");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const [detail, setDetail] = useState<RunDetail | null>(null);
  const [plan, setPlan] = useState<readonly PlanItem[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void api.run(runId).then((reply) => (reply.ok ? setDetail(reply.value) : setProblem(reply.code)));
    void planApi.of(runId, language).then((reply) => reply.ok && setPlan(reply.value.items));
  }, [runId, language]);
  if (problem) return <p className="page-wait">{errorWords(problem)}</p>;
  return detail ? <Show detail={detail} plan={plan} /> : <p className="page-wait">{c("loading")}</p>;
}

function useTurning(count: number, leave: () => void) {
  const [at, setAt] = useState(0);
  const turn = useCallback((by: number) => setAt((known) => Math.min(count - 1, Math.max(0, known + by))), [count]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      switch (event.key) {
        case "ArrowRight":
        case "ArrowDown":
        case "PageDown":
        case " ":
          return turn(1);
        case "ArrowLeft":
        case "ArrowUp":
        case "PageUp":
          return turn(-1);
        case "Home":
          return setAt(0);
        case "End":
          return setAt(count - 1);
        case "f":
        case "F":
          return void (document.fullscreenElement
            ? document.exitFullscreen()
            : document.documentElement.requestFullscreen());
        case "Escape":
          return leave();
        default:
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [turn, count, leave]);
  return { at, turn };
}

function Show({ detail, plan }: { detail: RunDetail; plan: readonly PlanItem[] }) {
  const t = useWords("plan");
  const text = useText();
  const slides = useMemo(
    () =>
      slidesOf(detail, plan, text, ({ owner, dueOn }) =>
        t("slides.ownerDue", { owner: owner || t("slides.nobody"), due: dueOn ?? t("slides.noDate") }),
      ),
    [detail, plan, text, t],
  );
  const leave = useCallback(() => go(`/desk/${encodeURIComponent(detail.row.runId)}`), [detail.row.runId]);
  const { at, turn } = useTurning(slides.length, leave);
  const slide = slides[at];
  return (
    <main className="hotwash">
      <header>
        <Mark size={36} />
        <span>{text(detail.row.title)}</span>
      </header>
      <section aria-live="polite" key={at}>
        {slide && <Page slide={slide} detail={detail} />}
      </section>
      <footer>
        <span>{t("slides.keys")}</span>
        <span className="hotwash-turn">
          <button type="button" onClick={() => turn(-1)} disabled={at === 0}>
            {t("slides.previous")}
          </button>
          <b className="clock">{t("slides.page", { at: at + 1, of: slides.length })}</b>
          <button type="button" onClick={() => turn(1)} disabled={at === slides.length - 1}>
            {t("slides.next")}
          </button>
          <button type="button" onClick={leave}>
            {t("slides.leave")}
          </button>
        </span>
      </footer>
    </main>
  );
}

function Page({ slide, detail }: { slide: Slide; detail: RunDetail }) {
  const t = useWords("plan");
  if (slide.kind === "title") return <Title detail={detail} />;
  if (slide.kind === "bars")
    return (
      <>
        <h1>{t("slides.capabilities")}</h1>
        <div className="hotwash-bars">
          {slide.rows.map(({ name, percent }) => (
            <p key={name}>
              <span>{name}</span>
              <i aria-hidden="true">
                <b style={{ width: `${percent}%` }} className={percent >= 60 ? "good" : "bad"} />
              </i>
              <strong className="clock">{Math.round(percent)}%</strong>
            </p>
          ))}
        </div>
      </>
    );
  return (
    <>
      <h1>{t(`slides.${slide.kind}`)}</h1>
      <ul className={`hotwash-${slide.kind}`}>
        {slide.lines.map((line) => (
          <li key={line.text} className={line.tone}>
            {line.text}
            {line.aside !== "" && <small>{line.aside}</small>}
          </li>
        ))}
        {slide.lines.length === 0 && <li>{t("slides.nothing")}</li>}
      </ul>
    </>
  );
}

function Title({ detail: { row, score } }: { detail: RunDetail }) {
  const t = useWords("plan");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  return (
    <div className="hotwash-title">
      <h1>{text(row.title)}</h1>
      <p>
        {row.people.join(c("listComma"))}
        <br />
        {when(row.startedAtMs ?? row.createdAtMs)}
      </p>
      {score && (
        <p className={score.passed ? "hotwash-score good" : "hotwash-score bad"}>
          <b className="clock">{Math.round(score.percent)}%</b>
          <span>{score.passed ? `✓ ${t("slides.passed")}` : `✕ ${t("slides.failed")}`}</span>
        </p>
      )}
    </div>
  );
}
