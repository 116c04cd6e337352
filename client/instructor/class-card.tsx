// One run of a class on a card: its code, clock, tasks, and each person with what is the matter.
import { Button, Progress, Tag } from "antd";
import type { ClassPerson, ClassRun } from "../../sim-server/protocol/class.ts";
import { clockOf, spacedCode } from "../record/time.ts";
import { go } from "../route.ts";
import { useText, useWords } from "../words/language.ts";
import { attentionOf, needy } from "./attention.ts";

const SIGNS = { down: "✚", poisoned: "☣", air: "◔", exposed: "▲", offline: "⌁", stuck: "⏳", none: "●" } as const;
const COLOURS = { lobby: "default", running: "success", paused: "warning", ended: "default" } as const;

export function ClassCard({ run, code }: { run: ClassRun; code: string | null }) {
  const t = useWords("class");
  const c = useWords("common");
  const text = useText();
  return (
    <li className={`class-card${needy(run) > 0 ? " class-needy" : ""}`}>
      <header>
        <h2>{text(run.title)}</h2>
        <Button size="small" onClick={() => go(`/console/${encodeURIComponent(run.runId)}`)}>
          {t("open")}
        </Button>
      </header>
      <p className="class-facts">
        <Tag color={COLOURS[run.phase]}>{c(`state.${run.phase}`)}</Tag>
        <b className="clock">{clockOf(run.tick)}</b>
        {run.speed !== 1 && <span>{run.speed}×</span>}
        {code && (
          <span className="class-code">
            {t("join")} <b className="clock">{spacedCode(code)}</b>
          </span>
        )}
      </p>
      <div className="class-tasks">
        <Progress
          percent={(run.tasksDone / Math.max(1, run.tasks)) * 100}
          showInfo={false}
          size="small"
          aria-label={t("tasks", { done: run.tasksDone, all: run.tasks })}
        />
        <span>
          {t("tasks", { done: run.tasksDone, all: run.tasks })}
          {run.tasksMissed > 0 && <b className="class-bad"> · {t("missed", { n: run.tasksMissed })}</b>}
          {run.violations > 0 && <b className="class-bad"> · {t("violations", { n: run.violations })}</b>}
        </span>
        <b className="clock">{t("score", { n: Math.round(run.percentSoFar) })}</b>
      </div>
      <ul className="class-people">
        {run.people.map((person) => (
          <Person key={person.slot} run={run} person={person} />
        ))}
      </ul>
    </li>
  );
}

function Person({ run, person }: { run: ClassRun; person: ClassPerson }) {
  const t = useWords("class");
  const text = useText();
  const attention = attentionOf(run, person);
  const post = run.positions[person.position];
  const state =
    attention === "none" && person.simulated
      ? run.phase === "lobby"
        ? t("waiting")
        : t("simulated")
      : t(`state.${attention}`, { min: Math.floor(person.idleS / 60) });
  return (
    <li className={`class-person class-${person.simulated && attention === "none" ? "simulated" : attention}`}>
      <span aria-hidden>{SIGNS[attention]}</span>
      <span className="class-name">{person.name || (post ? text(post) : person.slot)}</span>
      <span>{state}</span>
    </li>
  );
}
