// The rating of one run: the own sheet, all sides, agreement, scores side by side, rescoring, appeals.
import { Alert, Select, Tabs } from "antd";
import { useEffect, useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { Assessment } from "../../sim-server/protocol/assessment.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { useAnswer, Waiting } from "../portrait/frame.tsx";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { deskApi } from "../session/desk-api.ts";
import { useText, useWords } from "../words/language.ts";
import { AgreementTab } from "./agreement-tab.tsx";
import { AppealsTab } from "./appeals-tab.tsx";
import { MineTab } from "./mine-tab.tsx";
import { RescoreTab } from "./rescore-tab.tsx";
import { keepScale, keptScale } from "./scale-choice.ts";
import { ScoresTab } from "./scores-tab.tsx";
import { SidesTab } from "./sides-tab.tsx";
import "./words.ts";
import "../look/kit.css";
import "./rating.css";

export default function RatingsPage({ runId }: { runId: string }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Bar here="desk" />
        <Ratings runId={runId} />
      </SignedIn>
    </Kit>
  );
}

export type TabProps = {
  readonly detail: RunDetail;
  readonly assessment: Assessment;
  readonly onChange: (assessment: Assessment) => void;
};

function Ratings({ runId }: { runId: string }) {
  const t = useWords("ratings");
  const { answer: detail, problem, look } = useAnswer(() => api.run(runId), runId);
  const { answer, problem: other } = useAnswer(() => deskApi.assessment(runId), runId);
  const [assessment, setAssessment] = useState<Assessment | null>(null);
  useEffect(() => setAssessment(answer), [answer]);
  if (!detail || !assessment) return <Waiting problem={problem ?? other} />;
  const props: TabProps = { detail, assessment, onChange: setAssessment };
  const rescored = () => void look().then(() => deskApi.assessment(runId).then((r) => r.ok && setAssessment(r.value)));
  return (
    <main className="rating">
      <Head {...props} />
      {detail.row.state !== "ended" && <Alert type="info" showIcon title={t("notEnded")} />}
      {detail.row.state === "ended" && (
        <Tabs
          destroyOnHidden
          items={[
            { key: "sheet", label: t("tabs.sheet"), children: <MineTab {...props} /> },
            { key: "sides", label: t("tabs.sides"), children: <SidesTab {...props} /> },
            { key: "agreement", label: t("tabs.agreement"), children: <AgreementTab {...props} /> },
            { key: "scores", label: t("tabs.scores"), children: <ScoresTab {...props} /> },
            { key: "rescore", label: t("tabs.rescore"), children: <RescoreTab {...props} onRescored={rescored} /> },
            { key: "appeals", label: t("tabs.appeals"), children: <AppealsTab {...props} /> },
          ]}
        />
      )}
    </main>
  );
}

function Head({ detail, assessment }: TabProps) {
  const t = useWords("ratings");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  const [scale, setScale] = useState(() => keptScale() ?? assessment.usualScale);
  const shown = assessment.scaled.find((one) => one.scale.id === scale) ?? assessment.scaled[0];
  const address = `/desk/${encodeURIComponent(detail.row.runId)}`;
  return (
    <header className="rating-head">
      <h1>{t("title")}</h1>
      <p>
        {text(detail.row.title)} · {when(detail.row.startedAtMs ?? detail.row.createdAtMs)} ·{" "}
        {detail.row.people.join(c("listComma"))}
      </p>
      <a
        href={address}
        onClick={(event) => {
          event.preventDefault();
          go(address);
        }}
      >
        ← {t("back")}
      </a>
      {shown && (
        <span className="rating-scale">
          <Select
            aria-label={t("scale")}
            value={shown.scale.id}
            popupMatchSelectWidth={false}
            onChange={(id) => {
              keepScale(id);
              setScale(id);
            }}
            options={assessment.scaled.map((one) => ({ value: one.scale.id, label: text(one.scale.title) }))}
          />
          <b title={`${shown.scale.source}${shown.scale.verified ? "" : ` (${t("unverified")})`}`}>
            {shown.whole.mark}
          </b>
        </span>
      )}
    </header>
  );
}
