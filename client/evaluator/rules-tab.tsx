// What was broken, which legal deadlines held, and what people knew when asked.
import { Tag } from "antd";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { useNames } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useWords } from "../words/language.ts";

export function RulesTab({ detail, onJump }: { detail: RunDetail; onJump: (tick: number) => void }) {
  const t = useWords("desk");
  const c = useWords("common");
  const names = useNames(detail.briefing);
  const { score } = detail;
  if (!score) return null;
  return (
    <div className="rules">
      <h3>{t("violations")}</h3>
      {score.violations.length === 0 && <p className="quiet">✓ {t("noViolations")}</p>}
      {score.violations.map((one) => (
        <button key={`${one.id} ${one.tick}`} type="button" className="evidence grave" onClick={() => onJump(one.tick)}>
          <b className="clock">{clockOf(one.tick)}</b> {names.who(one.by)}
          {c("colon")}
          {names.what("violation", one.id)} <span className="clock">({one.points})</span>
          {one.critical && <em>{t("critical")}</em>}
        </button>
      ))}
      <h3>{t("duties")}</h3>
      {score.duties.map((one) => (
        <p key={one.id}>
          <Tag color={one.status === "met" ? "success" : one.status === "not-started" ? "default" : "error"}>
            {t(`dutyState.${one.status}`)}
          </Tag>
          {names.what("duty", one.id)} {one.seconds !== null && t("seconds", { n: Math.round(one.seconds) })}
        </p>
      ))}
      <h3>{t("probes")}</h3>
      {score.probes.length === 0 && <p className="quiet">{t("noProbes")}</p>}
      {score.probes.map((one) => (
        <p key={`${one.id} ${one.by}`}>
          <Tag color={one.right === null ? "default" : one.right ? "success" : "error"}>
            {t(one.right === null ? "unanswered" : one.right ? "right" : "wrong")}
          </Tag>
          {names.who(one.by)}
          {c("colon")}
          {names.what("probe", one.id)}{" "}
          {one.seconds !== null && <span className="quiet">{t("seconds", { n: Math.round(one.seconds) })}</span>}
        </p>
      ))}
    </div>
  );
}
