// The live board: critical tasks with their evidence, expected actions, legal deadlines, violations.
import { Segmented } from "antd";
import { useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView, LogEntry } from "../../sim-server/protocol/views.ts";
import type { Names } from "../record/names.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf, clockOfSeconds, secondsOf } from "../record/time.ts";
import { useText, useWords } from "../words/language.ts";
import type { Command } from "./command.ts";
import { TaskObservation } from "./task-observation.tsx";

type Props = {
  briefing: ConsoleBriefing;
  view: ConsoleView | null;
  log: readonly LogEntry[];
  names: Names;
  command: Command;
};
type Tab = "tasks" | "expected" | "duties" | "violations";
type Row = {
  key: string;
  sign: string;
  look: string;
  title: string;
  word: string;
  due: number | null;
  critical?: boolean;
};

const DONE = new Set(["met", "late", "kept"]);
const SIGNS: Record<string, [sign: string, look: string]> = {
  open: ["○", "open"],
  idle: ["○", "open"],
  running: ["◔", "open"],
  met: ["✓", "good"],
  kept: ["✓", "good"],
  late: ["✓", "warn"],
  overdue: ["!", "bad"],
  missed: ["✕", "bad"],
  broken: ["✕", "bad"],
  expired: ["✕", "bad"],
};

export function Board({ briefing, view, log, names, command }: Props) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const [tab, setTab] = useState<Tab>("tasks");
  const [opened, setOpened] = useState<string | null>(null);
  const tasks = briefing.objectives.flatMap((goal) => goal.capabilities.flatMap((capability) => capability.tasks));
  const states = new Map(view?.tasks.map((task) => [task.id, task]));
  const done = view?.tasks.filter((task) => DONE.has(task.status)).length ?? 0;
  const wording = (status: string) => t(`status.${status}`);
  const signed = (status: string) => SIGNS[status] ?? ["○", "open"];

  const rows: Record<Tab, readonly Row[]> = {
    tasks: tasks.map((task) => {
      const status = states.get(task.id)?.status ?? "open";
      const [sign, look] = signed(status);
      const due = status === "open" || status === "overdue" ? (states.get(task.id)?.dueTick ?? null) : null;
      return { key: task.id, sign, look, title: text(task.title), word: wording(status), due, critical: task.critical };
    }),
    expected: (view?.expected ?? []).map((one) => {
      const [sign, look] = signed(one.status);
      return {
        key: `${one.inject} ${one.task} ${one.by}`,
        sign,
        look,
        title: `${names.who(one.by)}${c("colon")}${names.what("task", one.task)}`,
        word: wording(one.status),
        due: one.status === "open" ? one.dueTick : null,
      };
    }),
    duties: (view?.duties ?? []).map((one) => {
      const [sign, look] = signed(one.status);
      const due = one.status === "running" ? one.dueTick : null;
      return { key: one.id, sign, look, title: names.what("duty", one.id), word: wording(one.status), due };
    }),
    violations: (view?.violations ?? []).map((one) => ({
      key: `${one.id} ${one.tick}`,
      sign: "✕",
      look: "bad",
      title: names.what("violation", one.id),
      word: `${clockOf(one.tick)} ${names.who(one.by)}`,
      due: null,
    })),
  };
  const none = { tasks: "", expected: t("noExpected"), duties: t("noDuties"), violations: t("noViolations") };
  const tick = view?.tick ?? 0;

  return (
    <section className="panel board" aria-labelledby="board-title">
      <h2 id="board-title">
        {t("board.tasks", { done, all: tasks.length })}
        <span className="count clock">{view ? t("score", { percent: Math.round(view.percentSoFar) }) : ""}</span>
      </h2>
      <Segmented
        block
        size="small"
        aria-labelledby="board-title"
        value={tab}
        onChange={setTab}
        options={[
          { value: "tasks", label: `${done}/${tasks.length}` },
          { value: "expected", label: t("board.expected") },
          { value: "duties", label: t("board.duties") },
          { value: "violations", label: t("board.violations", { n: rows.violations.length }) },
        ]}
      />
      <ul className="scroll">
        {rows[tab].length === 0 && <li className="empty">{none[tab]}</li>}
        {rows[tab].map((row) => (
          <li key={row.key} className={`task task-${row.look}`}>
            <button
              type="button"
              aria-expanded={opened === row.key}
              onClick={() => setOpened(opened === row.key ? null : row.key)}
            >
              <span className="task-sign" aria-hidden="true">
                {row.sign}
              </span>
              <span className="task-title" title={row.title}>
                {row.title}
                {row.critical && <em>{t("critical")}</em>}
              </span>
              <span className="task-word clock">{row.due === null ? row.word : <Due left={row.due - tick} />}</span>
            </button>
            {opened === row.key && tab === "tasks" && (
              <>
                <Evidence briefing={briefing} log={log} task={row.key} />
                <TaskObservation task={row.key} command={command} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Due({ left }: { left: number }) {
  const t = useWords("console");
  const time = clockOfSeconds(Math.abs(secondsOf(left)));
  return left >= 0 ? <span>{t("leftFor", { time })}</span> : <b className="bad">{t("overdueBy", { time })}</b>;
}

function Evidence({ briefing, log, task }: { briefing: ConsoleBriefing; log: readonly LogEntry[]; task: string }) {
  const t = useWords("console");
  const sentence = useSentence(briefing);
  const entries = log.filter((entry) => entry.of === task);
  if (entries.length === 0) return <p className="task-evidence">{t("noEvidence")}</p>;
  return (
    <ul className="task-evidence">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <span className="clock">{clockOf(entry.tick)}</span> {sentence(entry)}
        </li>
      ))}
    </ul>
  );
}
