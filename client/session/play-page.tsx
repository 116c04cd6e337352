// A seat in a run: opens its line, and hands it to the page its kind of scenario is played on, each its own bundle.
import { lazy, Suspense, useEffect, useState } from "react";
import { type CaseRun, openCase } from "../case/case-store.ts";
import { useWords } from "../words/language.ts";
import { type Line, openLine } from "./connect.ts";
import { type Attached, attach } from "./run-store.ts";

const TraineePage = lazy(() => import("../trainee/trainee-page.tsx"));
const CasePage = lazy(() => import("../case/case-page.tsx"));

type Seat = { readonly line: Line; readonly attached: Attached; readonly taxCase: CaseRun };

export default function PlayPage({ runId, token }: { runId: string; token: string }) {
  const [seat, setSeat] = useState<Seat | null>(null);
  useEffect(() => {
    const line = openLine(runId, () => Promise.resolve(token));
    const attached = attach(line);
    // It listens from the start: what a case is told first comes with the briefing.
    const taxCase = openCase(line);
    setSeat({ line, attached, taxCase });
    return () => {
      taxCase.detach();
      attached.detach();
      line.close();
    };
  }, [runId, token]);
  return seat ? <Seated key={runId} {...seat} /> : null;
}

/** Until the briefing tells the kind, the page of an emergency waits: it also says why a line does not come. */
function Seated({ line, attached, taxCase }: Seat) {
  const c = useWords("common");
  const tax = attached.store((run) => run.briefing?.scenario.kind === "tax");
  const waiting = attached.store((run) => run.briefing === null && run.connection === "connecting");
  const wait = <p className="page-wait">{c("loading")}</p>;
  if (waiting) return wait;
  return (
    <Suspense fallback={wait}>
      {tax ? (
        <CasePage line={line} attached={attached} taxCase={taxCase} />
      ) : (
        <TraineePage line={line} attached={attached} />
      )}
    </Suspense>
  );
}
