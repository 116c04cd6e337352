// The client's beginning: language, address, and the one page it asks for, each page its own bundle.
import { Component, lazy, type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { routeOf, usePath } from "./route.ts";
import { keptSeat } from "./session/seat.ts";
import { addCommonWords } from "./words/common.ts";
import { startLanguage, useWords } from "./words/language.ts";
import "./look/base.css";
import "./look/fonts.css";

const LobbyPage = lazy(() => import("./lobby/lobby-page.tsx"));
const PlayPage = lazy(() => import("./session/play-page.tsx"));
const SetupPage = lazy(() => import("./account/setup-page.tsx"));
const LoginPage = lazy(() => import("./account/login-page.tsx"));
const RunsPage = lazy(() => import("./instructor/runs-page.tsx"));
const ClassPage = lazy(() => import("./instructor/class-page.tsx"));
const ConsolePage = lazy(() => import("./instructor/console-page.tsx"));
const OfficePage = lazy(() => import("./office/office-page.tsx"));
const DeskPage = lazy(() => import("./evaluator/desk-page.tsx"));
const PeoplePage = lazy(() => import("./portrait/people-page.tsx"));
const PersonPage = lazy(() => import("./portrait/person-page.tsx"));
const UnitPage = lazy(() => import("./portrait/unit-page.tsx"));
const CohortsPage = lazy(() => import("./portrait/cohorts-page.tsx"));
const CohortPage = lazy(() => import("./portrait/cohort-page.tsx"));
const PlanPage = lazy(() => import("./hotwash/plan-page.tsx"));
const HotwashPage = lazy(() => import("./hotwash/hotwash-page.tsx"));
const RatingsPage = lazy(() => import("./rating/ratings-page.tsx"));
const RatePage = lazy(() => import("./rating/rate-page.tsx"));
const WhatIfPage = lazy(() => import("./branching/what-if-page.tsx"));
const ComparePage = lazy(() => import("./branching/compare-page.tsx"));
const ReviewPage = lazy(() => import("./evaluator/review-page.tsx"));

function Page() {
  const route = routeOf(usePath());
  switch (route.page) {
    case "lobby":
      return <LobbyPage code={route.code} />;
    case "play": {
      // Without a seat on this device there is nothing to play: the lobby gives one.
      const seat = keptSeat(route.runId);
      return seat ? <PlayPage runId={route.runId} token={seat.token} /> : <LobbyPage code={null} />;
    }
    case "setup":
      return <SetupPage />;
    case "login":
      return <LoginPage />;
    case "runs":
      return <RunsPage />;
    case "class":
      return <ClassPage />;
    case "console":
      return <ConsolePage key={route.runId} runId={route.runId} />;
    case "desk":
      return <DeskPage />;
    case "review":
      return <ReviewPage key={route.runId} runId={route.runId} />;
    case "plan":
      return <PlanPage key={route.runId} runId={route.runId} />;
    case "hotwash":
      return <HotwashPage key={route.runId} runId={route.runId} />;
    case "people":
      return <PeoplePage />;
    case "person":
      return <PersonPage key={`${route.unit}/${route.person}`} person={route.person} unit={route.unit} />;
    case "unit":
      return <UnitPage />;
    case "cohorts":
      return <CohortsPage />;
    case "cohort":
      return <CohortPage key={route.id} id={route.id} />;
    case "office":
      return <OfficePage part={route.part} />;
    case "ratings":
      return <RatingsPage key={route.runId} runId={route.runId} />;
    case "what-if":
      return <WhatIfPage key={route.runId} runId={route.runId} />;
    case "compare":
      return <ComparePage key={route.runIds.join()} runIds={route.runIds} />;
    case "rate":
      return <RatePage />;
    case "unknown":
      return <UnknownPage />;
  }
}

function UnknownPage() {
  const c = useWords("common");
  return (
    <main className="page-wait">
      <div style={{ textAlign: "center" }}>
        <h1>{c("unknownPage.title")}</h1>
        <p>{c("unknownPage.hint")}</p>
        <p>
          <a href="/">{c("unknownPage.home")}</a>
        </p>
      </div>
    </main>
  );
}

function Wait() {
  const c = useWords("common");
  return <p className="page-wait">{c("loading")}</p>;
}

function BrokenPage({ problem }: { problem: string }) {
  const c = useWords("common");
  return (
    <main className="page-wait" role="alert">
      <div style={{ textAlign: "center", maxWidth: "40em" }}>
        <h1>{c("broken.title")}</h1>
        <p>{c("broken.hint")}</p>
        <p>
          <code>{problem}</code>
        </p>
        <p>
          <a href={window.location.pathname}>{c("again")}</a>
        </p>
      </div>
    </main>
  );
}

class Fence extends Component<{ children: ReactNode }, { problem: string | null }> {
  override state: { problem: string | null } = { problem: null };
  static getDerivedStateFromError(problem: unknown) {
    return { problem: problem instanceof Error ? problem.message : `${problem}` };
  }
  override render() {
    return this.state.problem === null ? this.props.children : <BrokenPage problem={this.state.problem} />;
  }
}

await startLanguage();
addCommonWords();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Fence>
      <Suspense fallback={<Wait />}>
        <Page />
      </Suspense>
    </Fence>
  </StrictMode>,
);
