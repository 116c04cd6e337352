// An estimate with its interval as a bar and in figures, or the plain word that there is not enough evidence.
import { Tooltip } from "antd";
import type { EstimateView } from "../../sim-server/protocol/portrait.ts";
import { useWords } from "../words/language.ts";
import { percentOf } from "./chart-options.ts";

export function Interval({ estimate, mean }: { estimate: EstimateView; mean?: number | null }) {
  const t = useWords("portrait");
  const { chance, low, high, enough } = estimate;
  const said = t("interval", { low: percentOf(low), high: percentOf(high) });
  return (
    <span className={enough ? "interval" : "interval interval-thin"}>
      <span className="interval-bar" aria-hidden="true">
        <i style={{ left: `${percentOf(low)}%`, right: `${100 - percentOf(high)}%` }} />
        {mean !== null && mean !== undefined && <u style={{ left: `${percentOf(mean)}%` }} />}
        {enough && <b style={{ left: `${percentOf(chance)}%` }} />}
      </span>
      {enough ? (
        <span className="clock">
          <strong>{percentOf(chance)}%</strong> <small>{said}</small>
        </span>
      ) : (
        <Tooltip title={t("notEnoughHint")}>
          <em>{t("notEnough")}</em>
        </Tooltip>
      )}
    </span>
  );
}

const ARROW = { rising: "↗", falling: "↘", steady: "→", unclear: "·" } as const;

export function Trend({ trend }: { trend: EstimateView["trend"] }) {
  const t = useWords("portrait");
  return (
    <span className={`trend trend-${trend}`}>
      <span aria-hidden="true">{ARROW[trend]}</span> {t(`trend.${trend}`)}
    </span>
  );
}
