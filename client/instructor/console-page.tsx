// The controller's console: everything about one running exercise on one screen.
import { Button, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { go } from "../route.ts";
import { type ConsoleLine, openConsole } from "../session/console-store.ts";
import { useWords } from "../words/language.ts";
import { ConsoleDesk } from "./console-desk.tsx";
import "./words.ts";
import "../look/kit.css";
import "./console.css";
import "./join-board.css";
import "./console-lists.css";
import "./console-board.css";

export default function ConsolePage({ runId }: { runId: string }) {
  return (
    <Kit ground="dark">
      <SignedIn roles={["instructor"]}>
        <Attached runId={runId} />
      </SignedIn>
    </Kit>
  );
}

function Attached({ runId }: { runId: string }) {
  const [line, setLine] = useState<ConsoleLine | null>(null);
  useEffect(() => {
    const opened = openConsole(runId);
    setLine(opened);
    return opened.close;
  }, [runId]);
  return line ? <WhenBriefed line={line} /> : null;
}

function WhenBriefed({ line }: { line: ConsoleLine }) {
  const t = useWords("console");
  const connection = line.store((state) => state.connection);
  const briefed = line.store((state) => state.briefing !== null);
  if (briefed) return <ConsoleDesk line={line} />;
  if (connection === "turned-away") {
    return (
      <main className="notice" role="alert">
        <h1>{t("turnedAway.title")}</h1>
        <p>{t("turnedAway.hint")}</p>
        <Button type="primary" onClick={() => go("/console")}>
          {t("turnedAway.runs")}
        </Button>
      </main>
    );
  }
  return (
    <main className="console-wait" aria-busy="true">
      <p>{t(`connection.${connection}`)}</p>
      <Skeleton active paragraph={{ rows: 8 }} />
    </main>
  );
}
