// How far raters agree, with the form of each number named, and every item on which they lie apart.
import { Alert, Table, Tag } from "antd";
import type { Agreement } from "../../sim-server/protocol/assessment.ts";
import { useText, useWords } from "../words/language.ts";
import type { TabProps } from "./ratings-page.tsx";
import { stepWord } from "./sheet-form.tsx";
import { useSubjects } from "./subject.ts";

/** Krippendorff's limits: below the lower one draw no conclusion, above the upper one rely on it. */
const LOWER = 0.667;
const UPPER = 0.8;

export function AgreementTab({ detail, assessment }: TabProps) {
  const t = useWords("ratings");
  const { nameOf } = useSubjects(detail);
  if (assessment.withheld !== null) return <Withheld assessment={assessment} />;
  if (assessment.agreement.length === 0) return <Alert type="info" showIcon title={t("agreement.none")} />;
  return (
    <>
      <p className="lead">{t("agreement.lead")}</p>
      {assessment.agreement.map((one) => (
        <One key={`${one.about} ${one.kind}`} one={one} subject={nameOf(one.about)} assessment={assessment} />
      ))}
    </>
  );
}

export function Withheld({ assessment }: Pick<TabProps, "assessment">) {
  const t = useWords("ratings");
  const n = assessment.sheets.filter((sheet) => !sheet.mine && sheet.doneAtMs !== null).length;
  return <Alert type="warning" showIcon title={t(`withheld.${assessment.withheld ?? "not-asked"}`, { n })} />;
}

function One({ one, subject, assessment }: { one: Agreement; subject: string } & Pick<TabProps, "assessment">) {
  const t = useWords("ratings");
  const text = useText();
  const c = useWords("common");
  const show = (value: number | null) => (value === null ? t("agreement.unknown") : value.toFixed(3));
  const verdict =
    one.alphaOrdinal === null ? null : one.alphaOrdinal >= UPPER ? "good" : one.alphaOrdinal >= LOWER ? "fine" : "low";
  const titles = new Map(
    Object.values(assessment.items)
      .flat()
      .map((item) => [`${item.kind} ${item.item}`, item.title]),
  );
  return (
    <section>
      <h2>
        {subject} · {t(`kind.${one.kind}`)}{" "}
        {verdict && (
          <Tag color={verdict === "low" ? "error" : verdict === "fine" ? "warning" : "success"}>
            {t(`agreement.${verdict}`)}
          </Tag>
        )}
      </h2>
      <p className="lead">
        {t("agreement.raters")}
        {c("colon")}
        {one.raters.join(c("listComma"))} · {t("agreement.items")} {one.items}
      </p>
      <Table
        size="small"
        pagination={false}
        rowKey="name"
        columns={[
          { dataIndex: "name", title: "" },
          { dataIndex: "value", title: "", align: "right", className: "clock" },
        ]}
        showHeader={false}
        style={{ maxWidth: 520 }}
        dataSource={[
          { name: t("agreement.alphaOrdinal"), value: show(one.alphaOrdinal) },
          { name: t("agreement.alphaInterval"), value: show(one.alphaInterval) },
          { name: t("agreement.icc2"), value: show(one.icc2) },
          { name: t("agreement.icc2k"), value: show(one.icc2k) },
          ...(one.raters.length === 2 ? [{ name: t("agreement.kappa"), value: show(one.weightedKappa) }] : []),
        ]}
      />
      {one.disagreed.length === 0 ? (
        <p className="quiet">✓ {t("agreement.agreed")}</p>
      ) : (
        <Table
          size="small"
          pagination={false}
          rowKey="item"
          style={{ marginTop: 10 }}
          dataSource={[...one.disagreed]}
          columns={[
            {
              title: t("agreement.disagreed"),
              render: (_, { item }) => {
                const title = titles.get(`${one.kind} ${item}`);
                return title ? text(title) : item;
              },
            },
            ...one.raters.map((rater, at) => ({
              title: rater,
              key: `${rater} ${at}`,
              width: 120,
              render: (_: unknown, { values }: Agreement["disagreed"][number]) => {
                const value = values[at];
                return typeof value === "number" ? <b>{stepWord(one.kind, value)}</b> : t("agreement.none2");
              },
            })),
          ]}
        />
      )}
    </section>
  );
}
