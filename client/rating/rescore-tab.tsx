// Scoring again under the newer rubric on the shelf: shown first, kept with a reason, every older score beside it.
import { Alert, App, Button, Input, Table, Timeline } from "antd";
import { useState } from "react";
import type { Rescore } from "../../sim-server/protocol/branching.ts";
import { useAnswer } from "../portrait/frame.tsx";
import { useNames } from "../record/sentence.ts";
import { useDateAndTime } from "../record/time.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { Field } from "./field.tsx";
import type { TabProps } from "./ratings-page.tsx";

export function RescoreTab({ detail, onRescored }: TabProps & { onRescored: () => void }) {
  const t = useWords("ratings");
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const { runId } = detail.row;
  const { answer: revisions, look } = useAnswer(() => deskApi.revisions(runId), runId);
  const [shown, setShown] = useState<Rescore | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const ask = async (keep: boolean) => {
    setBusy(true);
    const reply = await deskApi.rescore(runId, keep ? { reason: reason.trim() } : {});
    setBusy(false);
    if (!reply.ok) {
      const detailed = reply.code === "conflict" ? reply.detail : null;
      if (detailed === null) void message.error(errorWords(reply.code));
      setWhy(detailed);
      return;
    }
    setWhy(null);
    setShown(reply.value);
    if (keep) {
      void look();
      onRescored();
    }
  };
  return (
    <>
      <p className="lead">{t("rescore.lead")}</p>
      <div className="rating-row">
        <Button type="primary" loading={busy} onClick={() => void ask(false)}>
          {t("rescore.preview")}
        </Button>
      </div>
      {why !== null && (
        <Alert
          type={why === "same-version" ? "info" : "warning"}
          showIcon
          title={why === "same-version" ? t("rescore.same") : t("rescore.unfit", { why })}
        />
      )}
      {shown && <Changes shown={shown} detail={detail} />}
      {shown && shown.revision === null && (
        <div className="rating-row">
          <Field label={t("rescore.reason")} grow>
            {(id) => (
              <Input
                id={id}
                value={reason}
                maxLength={600}
                placeholder={t("rescore.reasonHint")}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Button disabled={reason.trim() === ""} loading={busy} onClick={() => void ask(true)}>
            {t("rescore.keep")}
          </Button>
        </div>
      )}
      {shown && shown.revision !== null && (
        <Alert type="success" showIcon title={t("rescore.kept", { n: shown.revision })} />
      )}
      <History revisions={revisions ?? []} />
    </>
  );
}

function Changes({ shown, detail }: { shown: Rescore; detail: TabProps["detail"] }) {
  const t = useWords("ratings");
  const names = useNames(detail.briefing);
  const changed = shown.tasks.filter(
    ({ before, after }) => before?.rating !== after?.rating || before?.points !== after?.points,
  );
  const say = (mark: Rescore["tasks"][number]["before"]) =>
    mark ? `${mark.rating} · ${mark.points}/${mark.maxPoints}` : t("rescore.none");
  return (
    <section>
      <h2>
        {t("rescore.versions", { from: shown.from.version, to: shown.to.version })} · {t("rescore.total")}{" "}
        <span className="clock">
          {shown.percent.before}% → <Change before={shown.percent.before} after={shown.percent.after} />
        </span>
      </h2>
      <p className="lead">{t(shown.sameWorld ? "rescore.world" : "rescore.otherWorld")}</p>
      <Table
        size="small"
        pagination={false}
        rowKey="task"
        dataSource={[...changed]}
        footer={() => t("rescore.unchanged", { n: shown.tasks.length - changed.length })}
        columns={[
          { title: t("scores.task"), render: (_, one) => names.what("task", one.task) },
          { title: t("rescore.before"), width: 150, render: (_, one) => say(one.before) },
          { title: t("rescore.after"), width: 150, render: (_, one) => <b>{say(one.after)}</b> },
        ]}
      />
      {shown.people.length > 0 && (
        <Table
          size="small"
          pagination={false}
          rowKey="slot"
          style={{ maxWidth: 520, marginTop: 10 }}
          dataSource={[...shown.people]}
          columns={[
            { title: t("rescore.people"), dataIndex: "name" },
            { title: t("rescore.before"), align: "right", render: (_, one) => `${one.before}%` },
            {
              title: t("rescore.after"),
              align: "right",
              render: (_, one) => <Change before={one.before} after={one.after} />,
            },
          ]}
        />
      )}
    </section>
  );
}

const Change = ({ before, after }: { before: number; after: number }) => (
  <b className={after > before ? "up" : after < before ? "down" : ""}>
    {after}% {after > before ? "▲" : after < before ? "▼" : ""}
  </b>
);

type HistoryProps = {
  revisions: readonly {
    revision: number;
    atMs: number;
    version: string;
    percent: number;
    by: string | null;
    reason: string | null;
  }[];
};

function History({ revisions }: HistoryProps) {
  const t = useWords("ratings");
  const when = useDateAndTime();
  return (
    <section>
      <h2>{t("rescore.history")}</h2>
      <Timeline
        items={revisions.map((one) => ({
          content: (
            <>
              <b>
                {t("rescore.revision", { n: one.revision })} · {one.percent}%
              </b>{" "}
              v{one.version} · {when(one.atMs)} · {one.by ?? t("rescore.first")} {one.reason}
            </>
          ),
        }))}
      />
    </section>
  );
}
