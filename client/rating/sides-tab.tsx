// Behaviour from all sides: each source by itself, the weighted value with its sum, who is absent, and invitations.
import { Alert, App, Button, Input, InputNumber, Popconfirm, Select, Table, Tag } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import type { InviteView, RaterSource, Round } from "../../sim-server/protocol/assessment.ts";
import { useDateAndTime } from "../record/time.ts";
import { deskApi } from "../session/desk-api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import { Withheld } from "./agreement-tab.tsx";
import { Field } from "./field.tsx";
import type { TabProps } from "./ratings-page.tsx";
import { RATER_SOURCES_SHOWN } from "./sources.ts";
import { useSubjects } from "./subject.ts";

const Chart = lazy(() => import("../portrait/chart.tsx"));
/** Told apart by dash and mark as well as by colour. */
const LINES = [
  { color: "#1d6ba8", type: "solid", symbol: "circle" },
  { color: "#b52a2a", type: "dashed", symbol: "rect" },
  { color: "#1f7a51", type: "dotted", symbol: "triangle" },
  { color: "#5b3f99", type: "solid", symbol: "diamond" },
  { color: "#8a5f00", type: "dashed", symbol: "emptyCircle" },
  { color: "#566773", type: "dotted", symbol: "emptyRect" },
] as const;

export function SidesTab(props: TabProps) {
  const t = useWords("ratings");
  const { assessment, detail } = props;
  const { nameOf } = useSubjects(detail);
  const heard = assessment.rounds.filter(({ sources }) => sources.length > 0);
  return (
    <>
      <p className="lead">{t("sides.lead")}</p>
      {assessment.withheld !== null && <Withheld assessment={assessment} />}
      {assessment.withheld === null && heard.length === 0 && <Alert type="info" showIcon title={t("sides.none")} />}
      {heard.map((round) => (
        <RoundView key={round.about} round={round} subject={nameOf(round.about)} assessment={assessment} />
      ))}
      <Invites {...props} />
    </>
  );
}

function RoundView({ round, subject, assessment }: { round: Round; subject: string } & Pick<TabProps, "assessment">) {
  const t = useWords("ratings");
  const c = useWords("common");
  const text = useText();
  const items = assessment.items.evaluator.filter(({ kind }) => kind === "marker");
  const option = useMemo(
    () => ({
      animation: false,
      legend: { bottom: 0, textStyle: { color: "#3d4c57" } },
      tooltip: {},
      radar: {
        center: ["50%", "46%"],
        radius: "70%",
        min: 1,
        indicator: items.map((item) => ({ name: text(item.title), min: 0, max: 5 })),
        axisName: { color: "#22323f" },
      },
      series: [
        {
          type: "radar",
          data: round.sources.map(({ source }, at) => ({
            name: t(`source.${source}`),
            value: round.markers.map(({ bySource }) => bySource[source] ?? 0),
            lineStyle: { color: LINES[at]?.color, type: LINES[at]?.type, width: 2 },
            itemStyle: { color: LINES[at]?.color },
            symbol: LINES[at]?.symbol,
          })),
        },
      ],
    }),
    [round, items, text, t],
  );
  const parts = round.sources
    .filter(({ share }) => share > 0)
    .map(({ mean, share }) => `${mean.toFixed(2)} × ${Math.round(share * 100)}%`)
    .join(" + ");
  return (
    <section>
      <h2>{subject}</h2>
      <div className="sides">
        <div>
          <Table
            size="small"
            pagination={false}
            rowKey="source"
            dataSource={[...round.sources]}
            columns={[
              { title: "", render: (_, one) => <b>{t(`source.${one.source}`)}</b> },
              { title: t("sides.raters"), dataIndex: "raters", align: "right" },
              { title: t("sides.mean"), align: "right", render: (_, one) => one.mean.toFixed(2) },
              { title: t("sides.weight"), dataIndex: "weight", align: "right" },
              { title: t("sides.share"), align: "right", render: (_, one) => `${Math.round(one.share * 100)}%` },
            ]}
          />
          {round.weighted !== null && (
            <div className="weighted">
              {t("sides.weighted")} <b className="clock">{round.weighted.toFixed(2)}</b> / 5
              <small className="weighted-sum">{t("sides.formula", { value: round.weighted.toFixed(2), parts })}</small>
              {round.missing.length > 0 && (
                <small className="weighted-sum">
                  {t("sides.missing", {
                    who: round.missing.map((source) => t(`source.${source}`)).join(c("listComma")),
                  })}
                </small>
              )}
            </div>
          )}
        </div>
        <Suspense fallback={<p className="quiet">{c("loading")}</p>}>
          <Chart option={option} label={t("sides.radar")} heightPx={340} />
        </Suspense>
      </div>
    </section>
  );
}

function Invites({ detail, assessment, onChange }: TabProps) {
  const t = useWords("ratings");
  const errorWords = useErrorWords();
  const when = useDateAndTime();
  const { message } = App.useApp();
  const { options, nameOf } = useSubjects(detail);
  const [source, setSource] = useState<RaterSource>("third-party");
  const [about, setAbout] = useState("");
  const [label, setLabel] = useState("");
  const [lifeDays, setLifeDays] = useState(7);
  const [link, setLink] = useState<string | null>(null);
  const { runId } = detail.row;
  const make = async () => {
    const reply = await deskApi.invite(runId, { source, about, label: label.trim(), lifeDays });
    if (!reply.ok) return void message.error(errorWords(reply.code));
    setLink(reply.value.link);
    setLabel("");
    onChange({ ...assessment, invites: [reply.value.invite, ...assessment.invites] });
  };
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    void message.success(t("sides.copied"));
  };
  const revoke = async ({ inviteId }: InviteView) => {
    const reply = await deskApi.revoke(runId, inviteId);
    if (reply.ok) onChange(reply.value);
  };
  return (
    <section>
      <h2>{t("sides.invite")}</h2>
      <div className="rating-row">
        <Field label={t("sides.role")}>
          {(id) => (
            <Select
              id={id}
              aria-label={t("sides.invite")}
              value={source}
              onChange={setSource}
              style={{ minWidth: 140 }}
              options={RATER_SOURCES_SHOWN.map((one) => ({ value: one, label: t(`source.${one}`) }))}
            />
          )}
        </Field>
        <Field label={t("mine.about")}>
          {(id) => (
            <Select
              id={id}
              aria-label={t("mine.about")}
              value={about}
              onChange={setAbout}
              options={options}
              style={{ minWidth: 160 }}
            />
          )}
        </Field>
        <Field label={t("sides.label")}>
          {(id) => (
            <Input
              id={id}
              value={label}
              maxLength={60}
              placeholder={t("sides.labelHint")}
              style={{ width: 240 }}
              onChange={(event) => setLabel(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("sides.days")}>
          {(id) => (
            <InputNumber id={id} min={1} max={60} value={lifeDays} onChange={(value) => setLifeDays(value ?? 7)} />
          )}
        </Field>
        <Button type="primary" disabled={label.trim() === ""} onClick={() => void make()}>
          {t("sides.make")}
        </Button>
      </div>
      {link && (
        <div role="status">
          <p>{t("sides.once")}</p>
          <code className="link-once">{link}</code>
          <div className="rating-row">
            <Button onClick={() => void copy(link)}>{t("sides.copy")}</Button>
          </div>
        </div>
      )}
      {assessment.invites.length === 0 ? (
        <p className="quiet">{t("sides.noInvites")}</p>
      ) : (
        <Table
          size="small"
          pagination={false}
          rowKey="inviteId"
          dataSource={[...assessment.invites]}
          columns={[
            { title: t("sides.label"), dataIndex: "label" },
            { title: t("sides.role"), render: (_, one) => t(`source.${one.source}`) },
            { title: t("mine.about"), render: (_, one) => nameOf(one.about) },
            {
              title: t("sides.invites"),
              render: (_, one) => (
                <Tag color={one.state === "used" ? "success" : one.state === "open" ? "processing" : "default"}>
                  {t(`sides.state.${one.state}`)}
                </Tag>
              ),
            },
            { title: "", render: (_, one) => t("sides.expires", { when: when(one.expiresAtMs) }) },
            {
              title: "",
              render: (_, one) =>
                one.state === "open" && (
                  <Popconfirm title={`${t("sides.revoke")}?`} onConfirm={() => void revoke(one)}>
                    <Button size="small">{t("sides.revoke")}</Button>
                  </Popconfirm>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
