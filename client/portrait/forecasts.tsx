// What a group may expect of its next run, and how such forecasts have done so far.
import { lazy, Suspense, useMemo } from "react";
import type { GroupPortrait } from "../../sim-server/protocol/portrait.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import { backTestOption, percentOf } from "./chart-options.ts";

const Chart = lazy(() => import("./chart.tsx"));

export function useMonthName() {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
      year: "2-digit",
      month: language === "zh" ? "numeric" : "short",
      timeZone: "UTC",
    });
    return (ms: number) => format.format(ms);
  }, [language]);
}

export function Forecasts({ group }: { group: GroupPortrait }) {
  const t = useWords("portrait");
  const text = useText();
  const monthName = useMonthName();
  return group.forecasts.map(({ scenario, title, forecast, attemptsKnown, attemptsNeeded }) => {
    const test = group.backTests.find((one) => one.scenario === scenario);
    return (
      <div key={scenario}>
        <p>
          <b>{text(title)}</b>
          <br />
          {forecast
            ? t("group.forecastLine", {
                mean: percentOf(forecast.mean),
                low: percentOf(forecast.low),
                high: percentOf(forecast.high),
              })
            : t("group.forecastTooFew", { known: attemptsKnown, needed: attemptsNeeded })}
        </p>
        {test && (
          <>
            <Suspense fallback={<div style={{ height: 220 }} />}>
              <Chart
                option={backTestOption(
                  test.months,
                  { actual: t("group.actual"), predicted: t("group.predicted") },
                  monthName,
                )}
                heightPx={220}
                label={t("group.backTest")}
              />
            </Suspense>
            <p>
              {t("group.backTestLine", { attempts: test.attempts, covered: test.covered, months: test.months.length })}
            </p>
            <table className="portrait-table">
              <caption>{t("group.brier")}</caption>
              <tbody>
                {(["model", "rateSoFar", "sameAsLast"] as const).map((one) => (
                  <tr key={one}>
                    <th scope="row">{t(`group.${one}`)}</th>
                    <td className="clock">{test.brier[one].toFixed(3)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={verdictOf(test.brier) === "better" ? "good" : "bad"}>{t(`group.${verdictOf(test.brier)}`)}</p>
          </>
        )}
      </div>
    );
  });
}

/** A difference smaller than this is none. */
const TELLING = 0.01;

function verdictOf({ model, sameAsLast, rateSoFar }: GroupPortrait["backTests"][number]["brier"]) {
  if (model > sameAsLast - TELLING) return "worse";
  return model > rateSoFar - TELLING ? "barely" : "better";
}
