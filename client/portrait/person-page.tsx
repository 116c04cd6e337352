// One person's portrait: radar and trend with their intervals, the runs each figure rests on, and the next drill.
import { Button, Table, Tag } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import type { CapabilityPortrait, PersonPortrait } from "../../sim-server/protocol/portrait.ts";
import { reportAddress } from "../hotwash/plan-api.ts";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import { percentOf, radarOption, trendOption } from "./chart-options.ts";
import { Evidence } from "./evidence.tsx";
import { Frame, useAnswer, Waiting } from "./frame.tsx";
import { Interval, Trend } from "./interval.tsx";
import { portraitApi } from "./portrait-api.ts";

const Chart = lazy(() => import("./chart.tsx"));

export default function PersonPage({ person, unit }: { person: string; unit: string }) {
  return (
    <Frame here="people">
      <Portrait person={person} unit={unit} />
    </Frame>
  );
}

function Portrait({ person, unit }: { person: string; unit: string }) {
  const { answer, problem } = useAnswer(() => portraitApi.person(person, unit), `${person}/${unit}`);
  return answer ? <Shown portrait={answer} /> : <Waiting problem={problem} />;
}

function Shown({ portrait }: { portrait: PersonPortrait }) {
  const t = useWords("portrait");
  const text = useText();
  const language = useLanguage();
  const [chosen, setChosen] = useState(portrait.overall.id);
  const named = useMemo(
    () => portrait.capabilities.map((one) => ({ ...one, name: text(one.title) })),
    [portrait, text],
  );
  const names = useMemo(() => ({ estimate: t("estimate"), band: t("band"), unitMean: t("unitMean") }), [t]);
  const radar = useMemo(() => radarOption(named, names), [named, names]);
  const one = [portrait.overall, ...portrait.capabilities].find(({ id }) => id === chosen) ?? portrait.overall;
  const trend = useMemo(() => trendOption(one.history, one.unitChance, names), [one, names]);
  const said = named
    .map(({ name, estimate }) => `${name} ${estimate.enough ? `${percentOf(estimate.chance)}%` : t("notEnough")}`)
    .join("; ");
  return (
    <>
      <header className="portrait-head">
        <div>
          <h1>{t("portraitOf", { name: portrait.person })}</h1>
          <p>
            {portrait.unit}
            {portrait.cohorts.map(({ id, name }) => (
              <Tag key={id} style={{ marginInlineStart: 8 }}>
                <a href={`/cohorts/${id}`}>{name}</a>
              </Tag>
            ))}
          </p>
        </div>
        <a className="portrait-pdf" href={reportAddress.person(portrait.person, portrait.unit, language)} download>
          ↓ PDF
        </a>
        <div className="portrait-figure" title={t("chanceHint")}>
          <span>{t("overall")}</span>
          <Interval estimate={portrait.overall.estimate} mean={portrait.overall.unitChance} />
        </div>
      </header>
      <div className="portrait-two">
        <section className="portrait-card">
          <h2>{t("radar")}</h2>
          <Suspense fallback={<div style={{ height: 380 }} />}>
            <Chart option={radar} label={said} heightPx={380} />
          </Suspense>
        </section>
        <section className="portrait-card">
          <h2>
            {t("trendTitle")} · {text(one.title)} <Trend trend={one.estimate.trend} />
          </h2>
          <Suspense fallback={<div style={{ height: 240 }} />}>
            <Chart option={trend} label={`${t("trendTitle")}: ${text(one.title)}`} heightPx={240} />
          </Suspense>
          <h2>{t("next")}</h2>
          <NextDrills advice={portrait.advice} />
        </section>
      </div>
      <CapabilityTable rows={[portrait.overall, ...portrait.capabilities]} chosen={chosen} onChoose={setChosen} />
      {one.evidence.length > 0 && <Evidence title={text(one.title)} rows={one.evidence} />}
      <Attempts attempts={portrait.attempts} />
      <p className="portrait-method">{t("method")}</p>
    </>
  );
}

function NextDrills({ advice }: Pick<PersonPortrait, "advice">) {
  const t = useWords("portrait");
  const text = useText();
  if (advice.length === 0) return <p>{t("nextNone")}</p>;
  return (
    <ol className="portrait-next">
      {advice.map((one) => (
        <li key={`${one.scenario} ${one.position.en}`}>
          <b>{text(one.title)}</b> <Tag>{t("seat", { position: text(one.position) })}</Tag>
          <br />
          {t(`reason.${one.reason}`, {
            capability: text(one.capability),
            chance: percentOf(one.chance),
            months: Math.round(one.monthsSince ?? 0),
          })}
        </li>
      ))}
    </ol>
  );
}

type Choice = { rows: readonly CapabilityPortrait[]; chosen: string; onChoose: (id: string) => void };

function CapabilityTable({ rows, chosen, onChoose }: Choice) {
  const t = useWords("portrait");
  const text = useText();
  return (
    <Table<CapabilityPortrait>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...rows]}
      rowClassName={({ id }) => (id === chosen ? "portrait-chosen" : "")}
      columns={[
        { title: t("capability"), render: (_, row) => text(row.title) },
        {
          title: t("people.chance"),
          width: 360,
          render: (_, row) => <Interval estimate={row.estimate} mean={row.unitChance} />,
        },
        { title: t("trendTitle"), render: (_, row) => <Trend trend={row.estimate.trend} /> },
        {
          title: t("trials"),
          render: (_, { estimate: { met, trials } }) => t("trialsOf", { met, trials }),
        },
        {
          title: t("evidence"),
          render: (_, row) => (
            <Button size="small" aria-pressed={row.id === chosen} onClick={() => onChoose(row.id)}>
              {t("showEvidence")}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Attempts({ attempts }: Pick<PersonPortrait, "attempts">) {
  const t = useWords("portrait");
  const text = useText();
  const when = useDateAndTime();
  return (
    <>
      <h2>{t("attempts")}</h2>
      <Table
        rowKey="runId"
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={[...attempts]}
        columns={[
          { title: t("when"), render: (_, row) => when(row.atMs) },
          {
            title: t("scenario"),
            render: (_, row) => (
              <a
                href={`/desk/${row.runId}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(`/desk/${row.runId}`);
                }}
              >
                {text(row.scenario)}
              </a>
            ),
          },
          { title: t("position"), render: (_, row) => text(row.position) },
          { title: t("score"), align: "right", render: (_, row) => `${Math.round(row.percent)}%` },
          {
            title: t("verdict"),
            render: (_, { passed }) => (
              <Tag color={passed ? "success" : "error"}>{passed ? `✓ ${t("passedWord")}` : `✕ ${t("failedWord")}`}</Tag>
            ),
          },
        ]}
      />
    </>
  );
}
