// A unit or class as a whole: first against latest, month by month, where people fail, and the forecast with its back-test.
import { Table } from "antd";
import { lazy, Suspense, useMemo } from "react";
import type { GroupPortrait, RateView, TaskFigure } from "../../sim-server/protocol/portrait.ts";
import { reportAddress } from "../hotwash/plan-api.ts";
import { go } from "../route.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import { monthsOption, percentOf } from "./chart-options.ts";
import { Forecasts, useMonthName } from "./forecasts.tsx";
import { Interval, Trend } from "./interval.tsx";
import { personAddress } from "./people-page.tsx";

const Chart = lazy(() => import("./chart.tsx"));

const share = ({ passed, of }: RateView): number => (of === 0 ? 0 : passed / of);

export function GroupView({ group }: { group: GroupPortrait }) {
  const t = useWords("portrait");
  const language = useLanguage();
  const monthName = useMonthName();
  const passed = group.rates.reduce((sum, { all }) => sum + all.passed, 0);
  const of = group.rates.reduce((sum, { all }) => sum + all.of, 0);
  const months = useMemo(
    () => monthsOption(group.months, t("group.passRate"), monthName),
    [group.months, t, monthName],
  );
  return (
    <>
      <header className="portrait-head">
        <div>
          <h1>{group.cohort?.name ?? t("group.unit", { unit: group.unit })}</h1>
          {group.cohort && <p>{group.unit}</p>}
        </div>
        <span className="portrait-pdf">
          <a
            href={
              group.cohort
                ? reportAddress.cohort(group.cohort.id, language, "pdf")
                : reportAddress.unit(group.unit, language)
            }
            download
          >
            ↓ PDF
          </a>
          {group.cohort && (
            <a href={reportAddress.cohort(group.cohort.id, language, "zip")} download>
              ↓ {t("group.zip")}
            </a>
          )}
        </span>
        <dl className="portrait-figures">
          <dt>{t("group.people")}</dt>
          <dd>{group.people.length}</dd>
          <dt>{t("group.runs")}</dt>
          <dd>{group.runs}</dd>
          <dt>{t("group.passRate")}</dt>
          <dd>{of === 0 ? "—" : t("percent", { n: percentOf(passed / of) })}</dd>
        </dl>
      </header>
      <div className="portrait-two">
        <section className="portrait-card">
          <h2>{t("group.beforeAfter")}</h2>
          <BeforeAfter rates={group.rates} />
        </section>
        <section className="portrait-card">
          <h2>{t("group.months")}</h2>
          <Suspense fallback={<div style={{ height: 220 }} />}>
            <Chart
              option={months}
              heightPx={220}
              label={group.months
                .map(({ fromMs, rate }) => `${monthName(fromMs)} ${percentOf(share(rate))}%`)
                .join("; ")}
            />
          </Suspense>
        </section>
      </div>
      <div className="portrait-two">
        <section className="portrait-card">
          <h2>{t("group.hardest")}</h2>
          <Hardest tasks={group.hardest} />
        </section>
        <section className="portrait-card">
          <h2>{t("group.forecast")}</h2>
          <Forecasts group={group} />
        </section>
      </div>
      <Capabilities group={group} />
      <People group={group} />
      <p className="portrait-method">{t("method")}</p>
    </>
  );
}

function BeforeAfter({ rates }: Pick<GroupPortrait, "rates">) {
  const t = useWords("portrait");
  const text = useText();
  return rates
    .filter(({ pair }) => pair.people > 0)
    .map(({ scenario, title, pair }) => (
      <div key={scenario} className="before-after">
        <b>{text(title)}</b>
        {(["before", "after"] as const).map((when) => (
          <p key={when}>
            <span>{t(when === "before" ? "group.first" : "group.latest")}</span>
            <span className="rate-bar" aria-hidden="true">
              <b className={when} style={{ width: `${percentOf(share(pair[when]))}%` }} />
              <i style={{ left: `${percentOf(pair[when].low)}%`, right: `${100 - percentOf(pair[when].high)}%` }} />
            </span>
            <strong className="clock">{t("percent", { n: percentOf(share(pair[when])) })}</strong>
          </p>
        ))}
        <small>{t("group.pair", { people: pair.people, improved: pair.improved, worsened: pair.worsened })}</small>
      </div>
    ));
}

function Hardest({ tasks }: { tasks: readonly TaskFigure[] }) {
  const t = useWords("portrait");
  const text = useText();
  return (
    <table className="portrait-table">
      <thead>
        <tr>
          <th>{t("task")}</th>
          <th>{t("group.met")}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.slice(0, 8).map((one) => (
          <tr key={`${one.scenario.en} ${one.task.en}`}>
            <td>{text(one.task)}</td>
            <td className="rate-cell">
              <span className="rate-bar" aria-hidden="true">
                <b className="task" style={{ width: `${percentOf(one.met / one.attempts)}%` }} />
              </span>
              <span className="clock">{t("percent", { n: percentOf(one.met / one.attempts) })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Capabilities({ group }: { group: GroupPortrait }) {
  const t = useWords("portrait");
  const text = useText();
  return (
    <section className="portrait-card">
      <h2>{t("group.capabilities")}</h2>
      <div className="portrait-capabilities">
        {group.capabilities.map(({ id, title, chance, unsure }) => (
          <p key={id}>
            <span>{text(title)}</span>
            <span className="rate-bar" aria-hidden="true">
              <b className="after" style={{ width: `${percentOf(chance ?? 0)}%` }} />
            </span>
            <strong className="clock">{chance === null ? "—" : t("percent", { n: percentOf(chance) })}</strong>
            <small>{unsure > 0 && t("group.unsure", { n: unsure })}</small>
          </p>
        ))}
      </div>
    </section>
  );
}

function People({ group }: { group: GroupPortrait }) {
  const t = useWords("portrait");
  const text = useText();
  const titles = new Map(group.capabilities.map(({ id, title }) => [id, title]));
  return (
    <Table
      rowKey="person"
      size="small"
      pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={group.people.toSorted((a, b) => a.overall.chance - b.overall.chance)}
      onRow={({ person }) => ({
        onClick: () => go(personAddress(person, group.unit)),
        style: { cursor: "pointer" },
      })}
      columns={[
        {
          title: t("people.person"),
          render: (_, { person }) => <a href={personAddress(person, group.unit)}>{person}</a>,
        },
        { title: t("people.runs"), align: "right", render: (_, { runs }) => runs },
        { title: t("people.passed"), align: "right", render: (_, row) => row.passed },
        { title: t("people.chance"), width: 330, render: (_, row) => <Interval estimate={row.overall} /> },
        { title: t("trendTitle"), render: (_, row) => <Trend trend={row.overall.trend} /> },
        {
          title: t("people.weakest"),
          render: (_, { weakest }) => {
            const title = weakest === null ? undefined : titles.get(weakest);
            return title ? text(title) : "—";
          },
        },
      ]}
    />
  );
}
