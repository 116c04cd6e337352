// The controller's first page: exercises under way, and a new one in under a minute.
import { Alert, Button, Empty, Skeleton, Tag } from "antd";
import { useEffect, useState } from "react";
import type { RunRow } from "../../sim-server/protocol/api.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { spacedCode, useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { openFeed } from "../session/feed.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import { CreateRunForm } from "./create-run-form.tsx";
import "./words.ts";
import "../look/kit.css";
import "./runs.css";

export default function RunsPage() {
  return (
    <Kit ground="paper">
      <SignedIn roles={["instructor"]}>
        <Bar here="console" />
        <main className="runs">
          <LiveRuns />
          <CreateRunForm />
        </main>
      </SignedIn>
    </Kit>
  );
}

/** While the feed cannot be heard the list is looked up this often. */
const REFRESH_MS = 5000;
const RECENT = 5;

function LiveRuns() {
  const t = useWords("console");
  const errorWords = useErrorWords();
  const [rows, setRows] = useState<readonly RunRow[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    const look = async () => {
      const reply = await api.runs({ size: 50 });
      if (!here) return;
      if (reply.ok) setRows(reply.value.rows);
      setProblem(reply.ok ? null : reply.code);
    };
    void look();
    const feed = openFeed(() => void look());
    const timer = setInterval(() => !feed.connected() && void look(), REFRESH_MS);
    return () => {
      here = false;
      feed.close();
      clearInterval(timer);
    };
  }, []);

  const live = rows?.filter((row) => row.state !== "ended") ?? null;
  const ended = rows?.filter((row) => row.state === "ended").slice(0, RECENT) ?? [];
  return (
    <section aria-labelledby="live-title">
      <h1 id="live-title">{t("live")}</h1>
      {problem && <Alert type="error" showIcon title={errorWords(problem)} style={{ marginBottom: 12 }} />}
      {live === null ? (
        !problem && <Skeleton active />
      ) : live.length === 0 ? (
        <div className="runs-none">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<b>{t("none.title")}</b>} />
          <p>{t("none.hint")}</p>
        </div>
      ) : (
        <ul className="run-cards">
          {live.map((row) => (
            <RunCard key={row.runId} row={row} />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <>
          <h2 className="runs-recent">{t("recent")}</h2>
          <ul className="run-cards">
            {ended.map((row) => (
              <EndedCard key={row.runId} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function EndedCard({ row }: { row: RunRow }) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  const address = `/desk/${encodeURIComponent(row.runId)}`;
  return (
    <li className="run-card run-ended">
      <div>
        <h3>{text(row.title)}</h3>
        <p>{[when(row.startedAtMs ?? row.createdAtMs), row.people.join(c("listComma"))].filter(Boolean).join(" · ")}</p>
      </div>
      <p className="clock">
        {row.outcome && c(`outcome.${row.outcome}`)} {row.percent !== null && <b>{Math.round(row.percent)}%</b>}
      </p>
      <Button
        href={address}
        onClick={(event) => {
          event.preventDefault();
          go(address);
        }}
      >
        {t("review")}
      </Button>
    </li>
  );
}

function RunCard({ row }: { row: RunRow }) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  const colour = { lobby: "default", running: "success", paused: "warning", ended: "default" }[row.state];
  return (
    <li className="run-card">
      <div>
        <h2>{text(row.title)}</h2>
        <p>
          <Tag color={colour}>{c(`state.${row.state}`)}</Tag>
          {row.createdBy} · {when(row.createdAtMs)}
        </p>
        {row.people.length > 0 && <p className="run-people">{row.people.join(c("listComma"))}</p>}
      </div>
      <p className="run-code">
        <span>{t("code")}</span>
        <b className="clock">{row.code ? spacedCode(row.code) : t("codeGone")}</b>
      </p>
      <Button type="primary" onClick={() => go(`/console/${encodeURIComponent(row.runId)}`)}>
        {t("open")}
      </Button>
    </li>
  );
}
