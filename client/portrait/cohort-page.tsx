// One class: its people's pass rates before and after, where they fail, and who is in it.
import { App, Button, Input } from "antd";
import { useState } from "react";
import type { GroupPortrait } from "../../sim-server/protocol/portrait.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { Frame, useAnswer, Waiting } from "./frame.tsx";
import { GroupView } from "./group-view.tsx";
import { portraitApi } from "./portrait-api.ts";

export default function CohortPage({ id }: { id: string }) {
  return (
    <Frame here="cohorts">
      <Cohort id={id} />
    </Frame>
  );
}

function Cohort({ id }: { id: string }) {
  const { answer, problem, look } = useAnswer(() => portraitApi.cohort(id), id);
  if (!answer) return <Waiting problem={problem} />;
  return (
    <>
      <GroupView group={answer} />
      <EditPeople id={id} group={answer} onSaved={() => void look()} />
    </>
  );
}

function EditPeople({ id, group, onSaved }: { id: string; group: GroupPortrait; onSaved: () => void }) {
  const t = useWords("portrait");
  const { message } = App.useApp();
  const errorWords = useErrorWords();
  const [names, setNames] = useState<string | null>(null);
  if (names === null)
    return (
      <Button onClick={() => setNames(group.people.map(({ person }) => person).join("\n"))}>{t("cohort.edit")}</Button>
    );
  const save = async () => {
    const reply = await portraitApi.setCohortPeople(id, namesIn(names));
    if (!reply.ok) return void message.error(errorWords(reply.code));
    void message.success(t("cohort.saved"));
    setNames(null);
    onSaved();
  };
  return (
    <div className="portrait-edit">
      <Input.TextArea
        aria-label={t("cohort.names")}
        rows={10}
        value={names}
        onChange={(event) => setNames(event.target.value)}
      />
      <Button type="primary" onClick={() => void save()}>
        {t("cohort.edit")}
      </Button>
    </div>
  );
}

/** One name a line, or parted by commas. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,，、;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];
