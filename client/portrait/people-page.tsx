// The list of everyone who has trained: how sure we are of what they can do, sorted and searched on the server.
import { Empty, Input, Table, Tooltip } from "antd";
import { useEffect, useState } from "react";
import type { PeoplePage as Page, PersonRow } from "../../sim-server/protocol/portrait.ts";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";
import { Frame, useUnit } from "./frame.tsx";
import { Interval, Trend } from "./interval.tsx";
import { portraitApi } from "./portrait-api.ts";

const SIZE = 20;

export default function PeoplePage() {
  return (
    <Frame here="people">
      <People />
    </Frame>
  );
}

export const personAddress = (person: string, unit: string): string =>
  `/people/${encodeURIComponent(person)}${unit === "" ? "" : `/${encodeURIComponent(unit)}`}`;

function People() {
  const t = useWords("portrait");
  const text = useText();
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const { unit, choice } = useUnit();
  const [filter, setFilter] = useState({ q: "", sort: "last", up: false, page: 1, size: SIZE });
  const [found, setFound] = useState<Page | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => {
      void portraitApi.people({ ...filter, unit }).then((reply) => {
        if (!here) return;
        if (reply.ok) setFound(reply.value);
        setProblem(reply.ok ? null : reply.code);
      });
    }, 150);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [filter, unit]);

  return (
    <>
      <h1>{t("people.title")}</h1>
      <div className="portrait-filters">
        <Input.Search
          allowClear
          aria-label={t("search")}
          placeholder={t("search")}
          onChange={(event) => setFilter((known) => ({ ...known, page: 1, q: event.target.value }))}
        />
        {choice}
      </div>
      {problem && <p role="alert">{errorWords(problem)}</p>}
      <Table<PersonRow>
        rowKey="person"
        loading={found === null && problem === null}
        dataSource={[...(found?.rows ?? [])]}
        onRow={(row) => ({ onClick: () => go(personAddress(row.person, unit)), style: { cursor: "pointer" } })}
        onChange={({ current }, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          const sort = one?.order ? String(one.columnKey) : "last";
          setFilter((known) => ({ ...known, sort, up: one?.order === "ascend", page: current ?? 1 }));
        }}
        pagination={{
          current: filter.page,
          pageSize: SIZE,
          total: found?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
        }}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<b>{t("people.none")}</b>}>
              <p>{t("people.noneHint")}</p>
            </Empty>
          ),
        }}
        columns={[
          {
            key: "person",
            title: t("people.person"),
            sorter: true,
            render: (_, row) => (
              <a
                href={personAddress(row.person, unit)}
                onClick={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  go(personAddress(row.person, unit));
                }}
              >
                {row.person}
              </a>
            ),
          },
          { key: "runs", title: t("people.runs"), sorter: true, align: "right", render: (_, row) => row.runs },
          { title: t("people.passed"), align: "right", render: (_, row) => row.passed },
          { key: "last", title: t("people.last"), sorter: true, render: (_, row) => when(row.lastMs) },
          {
            key: "chance",
            title: <Tooltip title={t("chanceHint")}>{t("people.chance")}</Tooltip>,
            sorter: true,
            width: 330,
            render: (_, row) => <Interval estimate={row.overall} />,
          },
          { title: t("trendTitle"), render: (_, row) => <Trend trend={row.overall.trend} /> },
          {
            title: t("people.weakest"),
            render: (_, row) => {
              const title = row.weakest === null ? undefined : found?.capabilities[row.weakest];
              return title ? text(title) : "—";
            },
          },
        ]}
      />
    </>
  );
}
