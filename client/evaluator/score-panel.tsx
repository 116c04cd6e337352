// The score told down: capability bars, their tasks, each with rating, reason, evidence, and the human's word.
import { Tag } from "antd";
import type { RunDetail, TaskResult } from "../../sim-server/protocol/api.ts";
import { useCitation } from "../record/citation.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useText, useWords } from "../words/language.ts";
import { RateForm } from "./rate-form.tsx";

type Props = { detail: RunDetail; onJump: (tick: number) => void; onRated: () => void };
const COLOURS = { P: "success", S: "processing", M: "warning", U: "error" } as const;

export function ScorePanel({ detail, onJump, onRated }: Props) {
  const text = useText();
  const { briefing, score } = detail;
  if (!score) return null;
  const results = new Map(score.tasks.map((task) => [task.task, task]));
  const percents = new Map(score.capabilities.map((one) => [one.id, one.percent]));
  return (
    <>
      {briefing.objectives.flatMap((goal) =>
        goal.capabilities.map((capability) => (
          <section key={capability.id} className="capability">
            <h3>
              <span>{text(capability.title)}</span>
              <Bar percent={percents.get(capability.id) ?? 0} />
            </h3>
            {capability.tasks.map((task) => {
              const result = results.get(task.id);
              return result ? (
                <TaskCard key={task.id} task={task} result={result} detail={detail} onJump={onJump} onRated={onRated} />
              ) : null;
            })}
          </section>
        )),
      )}
    </>
  );
}

function Bar({ percent }: { percent: number }) {
  return (
    <span className="cap-bar">
      <span className="cap-track" aria-hidden="true">
        <span style={{ width: `${Math.round(percent)}%` }} />
      </span>
      <b className="clock">{Math.round(percent)}%</b>
    </span>
  );
}

type TaskProps = Props & {
  task: RunDetail["briefing"]["objectives"][number]["capabilities"][number]["tasks"][number];
  result: TaskResult;
};

function TaskCard({ task, result, detail, onJump, onRated }: TaskProps) {
  const t = useWords("desk");
  const c = useWords("common");
  const text = useText();
  const sentence = useSentence(detail.briefing);
  const citation = useCitation(detail.briefing);
  const human = detail.ratings.filter((rating) => rating.task === task.id);
  return (
    <details className="task-card">
      <summary>
        <Tag color={COLOURS[result.rating]}>
          {result.rating} {c(`rating.${result.rating}`)}
        </Tag>
        <span className="task-name">
          {text(task.title)}
          {task.critical && <em>{t("critical")}</em>}
        </span>
        {human.length > 0 && (
          <Tag color="purple">
            {t("human")} {human.at(-1)?.rating}
          </Tag>
        )}
        <span className="clock quiet">
          {Math.round(result.points * 10) / 10}/{result.maxPoints}
        </span>
      </summary>
      <dl>
        <dt>{t("why")}</dt>
        <dd>{text(result.reason)}</dd>
        <dt>{t("evidence")}</dt>
        <dd>
          {result.evidence.length === 0 && <span className="quiet">{t("noEvidence")}</span>}
          {result.evidence.map((entry) => (
            <button key={entry.seq} type="button" className="evidence" onClick={() => onJump(entry.tick)}>
              <b className="clock">{clockOf(entry.tick)}</b> {sentence(entry)}
            </button>
          ))}
        </dd>
        <dt>{t("standard")}</dt>
        <dd>
          {Object.entries(task.standard).map(([rating, words]) => (
            <p key={rating} className={rating === result.rating ? "standard-met" : "quiet"}>
              <b>{rating}</b> {text(words)}
            </p>
          ))}
          {task.cite.map((cite) => {
            const cited = citation(cite);
            return cited ? (
              <p key={cite} className="quiet cited">
                {cited.name}
                {c("colon")}
                {cited.text}
              </p>
            ) : null;
          })}
        </dd>
        {human.length > 0 && (
          <>
            <dt>{t("human")}</dt>
            <dd>
              {human.map((rating) => (
                <p key={rating.id}>
                  <Tag color="purple">
                    {rating.rating} {c(`rating.${rating.rating}`)}
                  </Tag>
                  {rating.reason} <span className="quiet">— {rating.by}</span>
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
      <RateForm runId={detail.row.runId} task={task.id} again={human.length > 0} onRated={onRated} />
    </details>
  );
}
