// Automatic, human and self rating of every task side by side, on the chosen scale, and the standard's own form.
import { Table, Tag } from "antd";
import type { RaterSource, SheetView } from "../../sim-server/protocol/assessment.ts";
import type { Rating } from "../../sim-server/protocol/words.ts";
import { useText, useWords } from "../words/language.ts";
import { Withheld } from "./agreement-tab.tsx";
import type { TabProps } from "./ratings-page.tsx";
import { stepWord } from "./sheet-form.tsx";

const COLOURS: Readonly<Record<Rating, string>> = { P: "success", S: "processing", M: "warning", U: "error" };
const RATED_BY: readonly RaterSource[] = ["evaluator", "third-party", "superior", "self"];

export function ScoresTab({ detail, assessment }: TabProps) {
  const t = useWords("ratings");
  const c = useWords("common");
  const text = useText();
  const { score, briefing } = detail;
  const tasks = briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
  const results = new Map(score?.tasks.map((result) => [result.task, result]));
  const columnsOf = assessment.sheets.filter(
    (sheet) => sheet.about === "" && sheet.marks !== null && sheet.doneAtMs !== null && RATED_BY.includes(sheet.source),
  );
  const form = assessment.scaled.find((one) => one.form !== null);
  return (
    <>
      <p className="lead">{t("scores.lead")}</p>
      {assessment.withheld !== null && <Withheld assessment={assessment} />}
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={tasks}
        columns={[
          { title: t("scores.task"), render: (_, task) => text(task.title) },
          {
            title: t("scores.automatic"),
            width: 150,
            render: (_, task) => {
              const rating = results.get(task.id)?.rating;
              return rating && <Tag color={COLOURS[rating]}>{`${rating} ${c(`rating.${rating}`)}`}</Tag>;
            },
          },
          ...columnsOf.map((sheet) => ({
            title: `${sheet.rater} · ${t(`source.${sheet.source}`)}`,
            key: sheet.sheetId,
            width: 150,
            render: (_: unknown, task: { id: string }) => (
              <Given sheet={sheet} task={task.id} automatic={results.get(task.id)?.rating} />
            ),
          })),
        ]}
      />
      {form?.form && (
        <>
          <h2>
            {text(form.scale.title)} · {text(form.form.title)}
          </h2>
          <p className="lead">
            {form.scale.source}
            {form.scale.verified ? "" : c("aside", { words: t("unverified") })}
          </p>
          <Table
            size="small"
            pagination={false}
            rowKey="id"
            dataSource={[...form.form.items]}
            columns={[
              { title: t("scores.item"), render: (_, item) => text(item.title) },
              {
                title: t("scores.task"),
                render: (_, item) =>
                  item.tasks
                    .map((id) => text(tasks.find((task) => task.id === id)?.title ?? { zh: id, en: id }))
                    .join(c("semicolon")),
              },
              {
                title: t("scores.percent"),
                width: 110,
                align: "right",
                render: (_, item) => (item.percent === null ? "—" : `${item.percent}%`),
              },
              {
                title: t("scores.finding"),
                width: 150,
                render: (_, item) =>
                  item.mark ? item.mark.mark : <span className="quiet">{t("scores.notExercised")}</span>,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function Given({ sheet, task, automatic }: { sheet: SheetView; task: string; automatic: Rating | undefined }) {
  const t = useWords("ratings");
  const mark = sheet.marks?.find((one) => one.kind === "task" && one.item === task);
  if (!mark || mark.value === null) return <span className="quiet">—</span>;
  const rating = stepWord("task", mark.value) as Rating;
  return (
    <span title={mark.reason}>
      <Tag color={COLOURS[rating]}>{rating}</Tag>{" "}
      {automatic !== undefined && automatic !== rating && <em className="quiet">{t("scores.differs")}</em>}
    </span>
  );
}
