// One run under review: fetched whole, then told as a story with its proof beside it.
import { Button, Skeleton } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { Replay, RunDetail } from "../../sim-server/protocol/api.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { Report } from "./report.tsx";
import { Review } from "./review.tsx";
import "./words.ts";
import "../look/kit.css";
import "./review.css";
import "./replay.css";
import "./report.css";

export default function ReviewPage({ runId }: { runId: string }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Fetched runId={runId} />
      </SignedIn>
    </Kit>
  );
}

function Fetched({ runId }: { runId: string }) {
  const t = useWords("desk");
  const c = useWords("common");
  const errorWords = useErrorWords();
  const [detail, setDetail] = useState<RunDetail | null>(null);
  const [replay, setReplay] = useState<Replay | null | "none">(null);
  const [problem, setProblem] = useState<string | null>(null);

  const look = useCallback(async () => {
    const reply = await api.run(runId);
    if (reply.ok) setDetail(reply.value);
    setProblem(reply.ok ? null : reply.code);
  }, [runId]);
  useEffect(() => {
    void look();
    void api.replay(runId).then((reply) => setReplay(reply.ok ? reply.value : "none"));
  }, [look, runId]);

  if (problem !== null && !detail) {
    return (
      <>
        <Bar here="desk" />
        <main className="notice" role="alert">
          <h1>{errorWords(problem)}</h1>
          <p>
            <Button onClick={() => go("/desk")}>{t("back")}</Button>{" "}
            <Button type="primary" onClick={() => void look()}>
              {c("again")}
            </Button>
          </p>
        </main>
      </>
    );
  }
  if (!detail) {
    return (
      <>
        <Bar here="desk" />
        <main style={{ padding: 32 }} aria-busy="true">
          <Skeleton active paragraph={{ rows: 12 }} />
        </main>
      </>
    );
  }
  return (
    <>
      <Review detail={detail} replay={replay} onRated={() => void look()} />
      <Report detail={detail} />
    </>
  );
}
