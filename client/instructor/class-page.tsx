// The class view: every open run of the unit side by side, and one hand for all of them.
import { Alert, Button, Empty, Popconfirm, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { ClassRun } from "../../sim-server/protocol/class.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { api } from "../session/api.ts";
import { openClass } from "../session/feed.ts";
import { useWords } from "../words/language.ts";
import { byAttention, needy } from "./attention.ts";
import { Broadcast } from "./broadcast.tsx";
import { ClassCard } from "./class-card.tsx";
import { useClassCommand } from "./class-command.tsx";
import { OpenRuns } from "./open-runs.tsx";
import "./class-words.ts";
import "../look/kit.css";
import "./class.css";

export default function ClassPage() {
  return (
    <Kit ground="paper">
      <SignedIn roles={["instructor"]}>
        <Bar here="class" />
        <ClassView />
      </SignedIn>
    </Kit>
  );
}

/** Join codes by run; looked up again when the runs are others. */
function useCodes(runs: readonly ClassRun[] | null): ReadonlyMap<string, string> {
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = (runs ?? []).map(({ runId }) => runId).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other runs have other codes
  useEffect(() => {
    let here = true;
    void api.runs({ size: 100 }).then((reply) => {
      if (!here || !reply.ok) return;
      setCodes(new Map(reply.value.rows.flatMap(({ runId, code }) => (code ? [[runId, code]] : []))));
    });
    return () => {
      here = false;
    };
  }, [ids]);
  return codes;
}

function ClassView() {
  const t = useWords("class");
  const [runs, setRuns] = useState<readonly ClassRun[] | null>(null);
  const [live, setLive] = useState(true);
  const [order, setOrder] = useState<"trouble" | "begun">("trouble");
  const [asking, setAsking] = useState<"add" | "broadcast" | null>(null);
  const codes = useCodes(runs);
  const { command, holder } = useClassCommand();
  useEffect(() => openClass(setRuns, setLive), []);

  const all = runs ?? [];
  const ids = (...phases: ClassRun["phase"][]) =>
    all.filter((run) => phases.includes(run.phase)).map((run) => run.runId);
  const seated = all.flatMap(({ people }) => people).filter((person) => !person.simulated && person.connected).length;
  const troubled = all.reduce((sum, run) => sum + needy(run), 0);
  return (
    <main className="class">
      {holder}
      <div className="class-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="class-hint">{t("hint")}</p>
        </div>
        <p className="class-sum" aria-live="polite">
          <b>{t("runs", { n: all.length })}</b>
          <b>{t("seated", { n: seated })}</b>
          <b className={troubled > 0 ? "class-bad" : undefined}>{t("troubled", { n: troubled })}</b>
        </p>
      </div>
      <div className="class-acts">
        <Button type="primary" onClick={() => setAsking("add")}>
          {t("add")}
        </Button>
        <Popconfirm title={t("startSure")} onConfirm={() => command(ids("lobby"), { do: "start" })}>
          <Button disabled={ids("lobby").length === 0}>{t("startAll")}</Button>
        </Popconfirm>
        <Button disabled={ids("running").length === 0} onClick={() => void command(ids("running"), { do: "pause" })}>
          {t("pauseAll")}
        </Button>
        <Button disabled={ids("paused").length === 0} onClick={() => void command(ids("paused"), { do: "resume" })}>
          {t("resumeAll")}
        </Button>
        <Button disabled={all.length === 0} onClick={() => setAsking("broadcast")}>
          {t("broadcast")}
        </Button>
        <Segmented
          value={order}
          onChange={setOrder}
          options={[
            { value: "trouble" as const, label: t("order.trouble") },
            { value: "begun" as const, label: t("order.begun") },
          ]}
        />
      </div>
      {!live && <Alert type="warning" showIcon title={t("lost")} style={{ marginBottom: 12 }} />}
      {runs === null ? (
        <Skeleton active />
      ) : all.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<b>{t("none.title")}</b>}>
          <p>{t("none.hint")}</p>
        </Empty>
      ) : (
        <ul className="class-cards">
          {(order === "trouble" ? byAttention(all) : all).map((run) => (
            <ClassCard key={run.runId} run={run} code={codes.get(run.runId) ?? null} />
          ))}
        </ul>
      )}
      {asking === "add" && <OpenRuns onClose={() => setAsking(null)} />}
      {asking === "broadcast" && (
        <Broadcast
          onClose={() => setAsking(null)}
          onSend={(channel, text) => {
            setAsking(null);
            void command(ids("lobby", "running", "paused"), { do: "tell", channel, text });
          }}
        />
      )}
    </main>
  );
}
