// The review's screen: who and what on top, the score's story on the left, the replay it rests on at the right.

import { Dropdown, Tabs, Tag } from "antd";
import { useMemo, useState } from "react";
import type { Replay, RunDetail } from "../../sim-server/protocol/api.ts";
import { DeskLinks } from "../branching/desk-links.tsx";
import { reportAddress } from "../hotwash/plan-api.ts";
import { Mark } from "../look/mark.tsx";
import { keptScale } from "../rating/scale-choice.ts";
import { ScaledScore } from "../rating/scaled-score.tsx";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import { FactsTab } from "./facts-tab.tsx";
import type { Jump } from "./jump.ts";
import { MomentsRow } from "./moments-row.tsx";
import { ReplayPanel } from "./replay-panel.tsx";
import { unfolded } from "./replay-track.ts";
import { RulesTab } from "./rules-tab.tsx";
import { ScorePanel } from "./score-panel.tsx";

type Props = { detail: RunDetail; replay: Replay | null | "none"; onRated: () => void };

export function Review({ detail, replay, onRated }: Props) {
  const t = useWords("desk");
  const c = useWords("common");
  const track = useMemo(() => (replay && replay !== "none" ? unfolded(replay) : null), [replay]);
  const [jump, setJump] = useState<Jump>({ tick: 0, count: 0 });
  /** To the moment, and to whoever earned or lost it there. */
  const jumpTo = (tick: number) => {
    const seats = new Set(detail.briefing.roster.map(({ slot }) => slot));
    const who = detail.facts.findLast((fact) => fact.tick <= tick && fact.tick > tick - 20 && seats.has(fact.by))?.by;
    setJump((last) => ({ tick, count: last.count + 1, ...(who === undefined ? {} : { who }) }));
  };
  return (
    <div className="review">
      <ReviewHead detail={detail} />
      <section className="review-story">
        {detail.row.state !== "ended" && <p className="review-notice">{t("notEnded")}</p>}
        <MomentsRow detail={detail} track={track} onJump={jumpTo} />
        <Tabs
          size="small"
          items={[
            {
              key: "score",
              label: t("tabs.score"),
              children: <ScorePanel detail={detail} onJump={jumpTo} onRated={onRated} />,
            },
            { key: "rules", label: t("tabs.rules"), children: <RulesTab detail={detail} onJump={jumpTo} /> },
            { key: "facts", label: t("tabs.facts"), children: <FactsTab detail={detail} onJump={jumpTo} /> },
          ]}
        />
      </section>
      <section className="review-proof">
        {track && track.moments.length > 0 ? (
          <ReplayPanel detail={detail} track={track} jump={jump} />
        ) : (
          <p className="page-wait">{replay === null ? c("loading") : t("noReplay")}</p>
        )}
      </section>
    </div>
  );
}

function ReviewHead({ detail }: { detail: RunDetail }) {
  const t = useWords("desk");
  const c = useWords("common");
  const text = useText();
  const when = useDateAndTime();
  const language = useLanguage();
  const { row, score, journal } = detail;
  const [scale, setScale] = useState(keptScale);
  return (
    <header className="review-head">
      <a href="/desk" title={t("back")} aria-label={t("back")}>
        <Mark size={30} />
      </a>
      <div className="review-what">
        <h1>{text(row.title)}</h1>
        <p>
          {when(row.startedAtMs ?? row.createdAtMs)} · {row.people.join(c("listComma")) || "—"} ·{" "}
          {row.outcome ? c(`outcome.${row.outcome}`, { defaultValue: row.outcome }) : c(`state.${row.state}`)}
          <span className={journal.intact ? "journal" : "journal altered"} title={journal.head}>
            {journal.intact
              ? `✓ ${t("intact", { n: journal.entries, head: journal.head.slice(0, 10) })}`
              : `✕ ${t("broken")}`}
          </span>
        </p>
      </div>
      {score && (
        <div className="review-score">
          <ScaledScore runId={row.runId} score={score} scale={scale} onScale={setScale} />
          <Tag color={score.passed ? "success" : "error"}>{score.passed ? `✓ ${t("passed")}` : `✕ ${t("failed")}`}</Tag>
        </div>
      )}
      <DeskLinks detail={detail} />
      <Dropdown
        menu={{
          items: [
            {
              key: "pdf",
              label: (
                <a href={reportAddress.run(row.runId, language)} download>
                  {t("pdf")}
                </a>
              ),
            },
            ...(["csv", "xlsx", "json"] as const).map((format) => ({
              key: format,
              label: (
                <a href={api.exportAddress(row.runId, format, language, scale ?? "")} download>
                  {t(format)}
                </a>
              ),
            })),
          ],
        }}
        trigger={["click"]}
      >
        <button type="button" className="head-button">
          ↓ {t("exports")}
        </button>
      </Dropdown>
      {row.state === "ended" && (
        <>
          <button
            type="button"
            className="head-button"
            onClick={() => go(`/desk/${encodeURIComponent(row.runId)}/plan`)}
          >
            {t("plan")}
          </button>
          <button type="button" className="head-button" onClick={() => go(`/hotwash/${encodeURIComponent(row.runId)}`)}>
            {t("hotwash")}
          </button>
        </>
      )}
      <button type="button" className="head-button" onClick={() => window.print()}>
        {t("print")}
      </button>
      <LanguageSwitch />
    </header>
  );
}
