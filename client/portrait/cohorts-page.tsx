// The classes of a unit, and making a new one.
import { App, Button, Empty, Input, Modal, Table } from "antd";
import { useState } from "react";
import type { CohortRow } from "../../sim-server/protocol/portrait.ts";
import { useDateAndTime } from "../record/time.ts";
import { go } from "../route.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { namesIn } from "./cohort-page.tsx";
import { Frame, useAnswer, useUnit, Waiting } from "./frame.tsx";
import { portraitApi } from "./portrait-api.ts";

export default function CohortsPage() {
  return (
    <Frame here="cohorts">
      <Cohorts />
    </Frame>
  );
}

function Cohorts() {
  const t = useWords("portrait");
  const when = useDateAndTime();
  const { unit, choice } = useUnit();
  const { answer, problem } = useAnswer(() => portraitApi.cohorts(unit), unit);
  const [adding, setAdding] = useState(false);
  if (!answer) return <Waiting problem={problem} />;
  return (
    <>
      <h1>{t("cohort.title")}</h1>
      <div className="portrait-filters">
        {choice}
        <Button type="primary" onClick={() => setAdding(true)}>
          {t("cohort.add")}
        </Button>
      </div>
      <Table<CohortRow>
        rowKey="id"
        dataSource={[...answer]}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        onRow={({ id }) => ({ onClick: () => go(`/cohorts/${encodeURIComponent(id)}`), style: { cursor: "pointer" } })}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<b>{t("cohort.none")}</b>}>
              <p>{t("cohort.noneHint")}</p>
            </Empty>
          ),
        }}
        columns={[
          {
            title: t("cohort.name"),
            render: (_, { id, name }) => <a href={`/cohorts/${encodeURIComponent(id)}`}>{name}</a>,
          },
          { title: t("cohort.people"), align: "right", render: (_, { people }) => people },
          { title: t("cohort.created"), render: (_, { createdAtMs }) => when(createdAtMs) },
        ]}
      />
      {adding && <NewCohort onClose={() => setAdding(false)} />}
    </>
  );
}

function NewCohort({ onClose }: { onClose: () => void }) {
  const t = useWords("portrait");
  const c = useWords("common");
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const [name, setName] = useState("");
  const [people, setPeople] = useState("");
  const make = async () => {
    if (name.trim() === "") return void message.warning(t("cohort.nameNeeded"));
    const reply = await portraitApi.addCohort({ name: name.trim(), people: namesIn(people) });
    if (!reply.ok) return void message.error(errorWords(reply.code));
    go(`/cohorts/${encodeURIComponent(reply.value.id)}`);
  };
  return (
    <Modal
      open
      title={t("cohort.add")}
      okText={t("cohort.save")}
      cancelText={c("cancel")}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <Input
        aria-label={t("cohort.name")}
        placeholder={t("cohort.name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input.TextArea
        aria-label={t("cohort.names")}
        placeholder={t("cohort.names")}
        rows={8}
        style={{ marginTop: 12 }}
        value={people}
        onChange={(event) => setPeople(event.target.value)}
      />
    </Modal>
  );
}
