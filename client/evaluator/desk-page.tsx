// The evaluator's first page: every run on record, filtered, one click from its review.
import { Alert, Button, Empty, Input, Select, Table, Tag } from "antd";
import { useEffect, useState } from "react";
import type { RunPage, RunRow, ScenarioCard } from "../../sim-server/protocol/api.ts";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import "../branching/words.ts";
import "./words.ts";
import "../look/kit.css";
import "./desk.css";

const SIZE = 20;
const MOST_COMPARED = 4;
const STATES = ["lobby", "running", "paused", "ended"] as const;

export default function DeskPage() {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Bar here="desk" />
        <RunsTable />
      </SignedIn>
    </Kit>
  );
}

function RunsTable() {
  const t = useWords("desk");
  const c = useWords("common");
  const b = useWords("branching");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const text = useText();
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const [filter, setFilter] = useState({ state: "", scenario: "", q: "", page: 1 });
  const [found, setFound] = useState<RunPage | null>(null);
  const [cards, setCards] = useState<readonly ScenarioCard[]>([]);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    void api.scenarios().then((reply) => reply.ok && setCards(reply.value));
  }, []);
  useEffect(() => {
    let here = true;
    // Typing should not ask at every letter.
    const timer = setTimeout(() => {
      void api.runs({ ...filter, size: SIZE }).then((reply) => {
        if (!here) return;
        if (reply.ok) setFound(reply.value);
        setProblem(reply.ok ? null : reply.code);
      });
    }, 200);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [filter]);
  const change = (part: Partial<typeof filter>) => setFilter((known) => ({ ...known, page: 1, ...part }));

  return (
    <main className="desk">
      <h1>{t("title")}</h1>
      <div className="desk-filters">
        <Input.Search
          allowClear
          aria-label={t("search")}
          placeholder={t("search")}
          onChange={(event) => change({ q: event.target.value })}
        />
        <Select
          aria-label={t("state")}
          value={filter.state}
          onChange={(state) => change({ state })}
          options={[
            { value: "", label: t("anyState") },
            ...STATES.map((state) => ({ value: state as string, label: c(`state.${state}`) })),
          ]}
        />
        <Select
          aria-label={t("scenario")}
          value={filter.scenario}
          onChange={(scenario) => change({ scenario })}
          popupMatchSelectWidth={false}
          options={[
            { value: "", label: t("anyScenario") },
            ...cards.map((card) => ({ value: card.id, label: text(card.title) })),
          ]}
        />
      </div>
      <p className="desk-compare">
        <Button
          disabled={chosen.length < 2}
          onClick={() => go(`/compare/${chosen.map((id) => encodeURIComponent(id)).join(",")}`)}
        >
          {b("compare")}
        </Button>{" "}
        <span>{b("compareHint")}</span>
      </p>
      {problem && <Alert type="error" showIcon title={errorWords(problem)} style={{ marginBottom: 12 }} />}
      <Table<RunRow>
        rowKey="runId"
        loading={found === null && problem === null}
        dataSource={[...(found?.rows ?? [])]}
        rowSelection={{
          selectedRowKeys: [...chosen],
          hideSelectAll: true,
          onChange: (keys) => setChosen(keys.map(String).slice(0, MOST_COMPARED)),
          getCheckboxProps: (row) => ({ disabled: row.state !== "ended", "aria-label": text(row.title) }) as object,
        }}
        onRow={(row) => ({ onClick: () => go(`/desk/${encodeURIComponent(row.runId)}`), style: { cursor: "pointer" } })}
        pagination={{
          current: filter.page,
          pageSize: SIZE,
          total: found?.total ?? 0,
          hideOnSinglePage: true,
          onChange: (page) => setFilter((known) => ({ ...known, page })),
        }}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<b>{t("none.title")}</b>}>
              <p>{t("none.hint")}</p>
              <Button onClick={() => go("/console")}>{t("toConsole")}</Button>
            </Empty>
          ),
        }}
        columns={[
          {
            title: t("columns.title"),
            render: (_, row) => (
              <a
                href={`/desk/${encodeURIComponent(row.runId)}`}
                onClick={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  go(`/desk/${encodeURIComponent(row.runId)}`);
                }}
              >
                {text(row.title)}
              </a>
            ),
          },
          { title: t("columns.when"), width: 160, render: (_, row) => when(row.startedAtMs ?? row.createdAtMs) },
          {
            title: t("columns.people"),
            render: (_, row) => <span className="desk-people">{row.people.join(c("listComma")) || "—"}</span>,
          },
          { title: t("columns.state"), width: 100, render: (_, row) => <Tag>{c(`state.${row.state}`)}</Tag> },
          {
            title: t("columns.outcome"),
            width: 120,
            render: (_, row) => (row.outcome ? c(`outcome.${row.outcome}`, { defaultValue: row.outcome }) : "—"),
          },
          {
            title: t("columns.score"),
            width: 130,
            align: "right",
            render: (_, row) =>
              row.percent === null ? (
                "—"
              ) : (
                <span className="clock">
                  <b>{Math.round(row.percent)}%</b>{" "}
                  {row.passed !== null && (
                    <Tag color={row.passed ? "success" : "error"}>
                      {row.passed ? `✓ ${t("passed")}` : `✕ ${t("failed")}`}
                    </Tag>
                  )}
                </span>
              ),
          },
        ]}
      />
    </main>
  );
}
