// The ratings an estimate rests on, each one click from the run it was earned in.
import { Table, Tag } from "antd";
import type { Evidence as Row } from "../../sim-server/protocol/portrait.ts";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { useText, useWords } from "../words/language.ts";

const COLOUR = { P: "success", S: "processing", M: "warning", U: "error" } as const;

export function Evidence({ title, rows }: { title: string; rows: readonly Row[] }) {
  const t = useWords("portrait");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  return (
    <>
      <h2>{t("evidenceOf", { name: title })}</h2>
      <Table<Row>
        rowKey={(row) => `${row.runId} ${row.task.en}`}
        size="small"
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...rows]}
        columns={[
          {
            title: t("when"),
            render: (_, row) => (
              <a
                href={`/desk/${row.runId}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(`/desk/${row.runId}`);
                }}
              >
                {when(row.atMs)}
              </a>
            ),
          },
          { title: t("scenario"), render: (_, row) => text(row.scenario) },
          { title: t("task"), render: (_, row) => text(row.task) },
          {
            title: t("rating"),
            render: (_, { rating }) => (
              <Tag color={COLOUR[rating]}>
                {rating} {c(`rating.${rating}`)}
              </Tag>
            ),
          },
        ]}
      />
    </>
  );
}
