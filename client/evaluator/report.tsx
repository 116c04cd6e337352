// The report on A4: seen only in print, so that paper and screen tell the same.
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { useCitation } from "../record/citation.ts";
import { laneOf } from "../record/kinds.ts";
import { useNames, useSentence } from "../record/sentence.ts";
import { clockOf, useDateAndTime } from "../record/time.ts";
import { useText, useWords } from "../words/language.ts";

const STORY_LANES = new Set(["danger", "decision", "result", "note"]);
const STORY_KINDS = new Set([
  "run-started",
  "run-ended",
  "inject-released",
  "event-happened",
  "report-sent",
  "ordered",
]);

export function Report({ detail }: { detail: RunDetail }) {
  const t = useWords("desk");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  const names = useNames(detail.briefing);
  const citation = useCitation(detail.briefing);
  const sentence = useSentence(detail.briefing);
  const { row, score, briefing, facts, ratings, journal } = detail;
  if (!score) return null;
  const capabilities = briefing.objectives.flatMap((goal) => goal.capabilities);
  const results = new Map(score.tasks.map((task) => [task.task, task]));
  const percents = new Map(score.capabilities.map((one) => [one.id, one.percent]));
  const dutyCites = new Map(briefing.duties.map(({ id, cite }) => [id, cite]));
  const story = facts.filter((entry) => STORY_KINDS.has(entry.kind) || STORY_LANES.has(laneOf(entry)));
  const lines: readonly (readonly [string, string])[] = [
    [t("report.exercise"), text(row.title) + c("aside", { words: briefing.scenario.version })],
    [t("report.unit"), row.unit],
    [t("report.by"), row.createdBy],
    [t("report.started"), when(row.startedAtMs ?? row.createdAtMs)],
    [t("report.lasted"), clockOf(facts.at(-1)?.tick ?? 0)],
    [
      t("report.settings"),
      [
        ...briefing.settings.map(({ title, value, unit }) => `${text(title)} ${value} ${unit}`),
        t("report.seed", { seed: briefing.seed }),
      ].join(c("listComma")),
    ],
    [t("report.people"), row.people.join(c("listComma"))],
    [t("report.outcome"), row.outcome ? c(`outcome.${row.outcome}`, { defaultValue: row.outcome }) : ""],
    [
      t("report.score"),
      `${Math.round(score.percent)}% · ${score.scales.psmu} ${c(`rating.${score.scales.psmu}`)} · ${score.scales.cnFourGrade}`,
    ],
    [t("report.verdict"), score.passed ? t("passed") : t("failed")],
  ];
  return (
    <article className="report">
      <h1>{t("report.title")}</h1>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value || t("report.empty")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("report.capabilities")}</h2>
      <table>
        <tbody>
          {capabilities.map((capability) => (
            <tr key={capability.id}>
              <th scope="row">{text(capability.title)}</th>
              <td className="number">{Math.round(percents.get(capability.id) ?? 0)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("report.tasks")}</h2>
      <table>
        <thead>
          <tr>
            <th>{t("report.task")}</th>
            <th>{t("report.rating")}</th>
            <th>{t("report.human")}</th>
            <th>{t("report.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {capabilities.flatMap((capability) =>
            capability.tasks.map((task) => {
              const result = results.get(task.id);
              const human = ratings.filter((rating) => rating.task === task.id);
              return (
                <tr key={task.id}>
                  <td>
                    {text(task.title)}
                    {task.critical ? c("aside", { words: t("critical") }) : ""}
                  </td>
                  <td>{result ? `${result.rating} ${c(`rating.${result.rating}`)}` : ""}</td>
                  <td>
                    {human
                      .map(({ rating, reason, by }) => `${rating} ${reason}${c("aside", { words: by })}`)
                      .join(c("semicolon"))}
                  </td>
                  <td>
                    {result ? text(result.reason) : ""}{" "}
                    {[...new Set(result?.evidence.map((entry) => clockOf(entry.tick)))].join(c("listComma"))}
                    {task.cite.length > 0 && (
                      <small>
                        {[...new Set(task.cite.flatMap((cite) => citation(cite)?.name ?? []))].join(c("semicolon"))}
                      </small>
                    )}
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
      <h2>{t("report.rules")}</h2>
      <ul>
        {score.violations.map((one) => (
          <li key={`${one.id} ${one.tick}`}>
            {clockOf(one.tick)} {names.who(one.by)}
            {c("colon")}
            {names.what("violation", one.id)}
            {c("aside", { words: one.points })}
          </li>
        ))}
        {score.violations.length === 0 && <li>{t("noViolations")}</li>}
        {score.duties.map((one) => (
          <li key={one.id}>
            {names.what("duty", one.id)}
            {c("colon")}
            {t(`dutyState.${one.status}`)}
            {c("aside", { words: citation(dutyCites.get(one.id) ?? "")?.name ?? t("report.empty") })}
          </li>
        ))}
      </ul>
      <h2>{t("report.timeline")}</h2>
      <table className="story">
        <tbody>
          {story.map((entry) => (
            <tr key={entry.seq}>
              <td className="number">{clockOf(entry.tick)}</td>
              <td>{sentence(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {briefing.debrief.length > 0 && (
        <>
          <h2>{t("report.debrief")}</h2>
          <ol>
            {briefing.debrief.map((question) => (
              <li key={question.zh}>{text(question)}</li>
            ))}
          </ol>
        </>
      )}
      <p className="record">
        {t("report.record")}
        {c("colon")}
        {journal.intact ? t("intact", { n: journal.entries, head: journal.head }) : t("broken")}
      </p>
      <div className="signs">
        {(["director", "evaluator", "trainee"] as const).map((one) => (
          <p key={one}>
            {t(`report.sign.${one}`)}
            <span />
            {t("report.sign.date")}
            <span />
          </p>
        ))}
      </div>
    </article>
  );
}
