// What the record store has, what waits and what it refused; files between closed networks; the server's load.
import { Alert, Button, message, Table, Upload } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { ParkedStatement, RecordsDesk } from "../../sim-server/protocol/office.ts";
import { useDateAndTime } from "../record/time.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { LoadCards } from "./load-cards.tsx";
import { office } from "./office-api.ts";
import { StoreKeys } from "./store-keys.tsx";

/** A queue that moves is looked at again. */
const LOOK_AGAIN_MS = 5000;

export function RecordsPart() {
  const t = useWords("office");
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const [desk, setDesk] = useState<RecordsDesk | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [toast, holder] = message.useMessage();

  const load = useCallback(async () => {
    const reply = await office.records();
    if (reply.ok) setDesk(reply.value);
    setProblem(reply.ok ? null : reply.code);
  }, []);
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [load]);

  const retry = async (ids?: readonly string[]) => {
    const reply = await office.retry(ids);
    if (reply.ok) void toast.success(t("records.retried", { n: reply.value.again }));
    else void toast.error(errorWords(reply.code));
    await load();
  };
  const take = async () => {
    const reply = await office.takeFile();
    if (!reply.ok) return void toast.error(errorWords(`http-${reply.status}`));
    const address = URL.createObjectURL(await reply.blob());
    const link = document.createElement("a");
    link.href = address;
    link.download = /filename="([^"]+)"/.exec(reply.headers.get("content-disposition") ?? "")?.[1] ?? "outbox.ndjson";
    link.click();
    URL.revokeObjectURL(address);
    await load();
  };
  const bring = async (file: Blob) => {
    const reply = await office.bringFile(await file.text());
    if (reply.ok) void toast.success(t("records.brought", { n: ((await reply.json()) as { taken: number }).taken }));
    else void toast.error(t("records.notAFile"));
    await load();
  };
  const { counts, parked = [], credentials = [] } = desk ?? {};
  return (
    <section>
      {holder}
      <h1>{t("records.title")}</h1>
      <p className="office-hint">{t("records.hint")}</p>
      {problem && <Alert type="error" showIcon title={errorWords(problem)} style={{ marginBottom: 12 }} />}
      <div className="office-counts">
        {(["waiting", "sent", "carried", "parked"] as const).map((state) => (
          <div key={state} className={`office-count${state === "parked" && counts?.parked ? " bad" : ""}`}>
            <b>{counts?.[state] ?? "—"}</b>
            {t(`records.${state}`)}
          </div>
        ))}
      </div>
      <Table<ParkedStatement>
        rowKey="statementId"
        size="small"
        dataSource={[...parked]}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: t("records.nothingParked") }}
        columns={[
          { title: t("records.when"), width: 150, render: (_, row) => when(row.atMs) },
          {
            title: t("records.run"),
            width: 110,
            render: (_, row) => <a href={`/desk/${encodeURIComponent(row.runId)}`}>{row.runId.slice(0, 8)}</a>,
          },
          { title: t("records.statement"), width: 290, render: (_, row) => <code>{row.statementId}</code> },
          { title: t("records.problem"), dataIndex: "problem" },
          {
            title: "",
            width: 110,
            align: "right",
            render: (_, row) => (
              <Button size="small" onClick={() => void retry([row.statementId])}>
                {t("records.retry")}
              </Button>
            ),
          },
        ]}
      />
      <div className="office-acts" style={{ marginTop: 12 }}>
        <Button disabled={parked.length === 0} onClick={() => void retry()}>
          {t("records.retryAll")}
        </Button>
      </div>
      <h2>{t("records.files")}</h2>
      <p className="office-hint">{t("records.filesHint")}</p>
      <div className="office-acts">
        <Button disabled={!counts || counts.waiting + counts.parked === 0} onClick={() => void take()}>
          {t("records.take")}
        </Button>
        <Upload
          accept=".ndjson"
          showUploadList={false}
          beforeUpload={(file) => {
            void bring(file);
            return false;
          }}
        >
          <Button>{t("records.bring")}</Button>
        </Upload>
      </div>
      <StoreKeys keys={credentials} onChanged={() => void load()} />
      <LoadCards />
    </section>
  );
}
