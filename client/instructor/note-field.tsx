// A note bound to this moment, about the run or the person chosen.
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import type { Names } from "../record/names.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./command.ts";

export const NOTE_FIELD = "note-field";

export function NoteField({ selected, names, command }: { selected: string | null; names: Names; command: Command }) {
  const t = useWords("console");
  const [note, setNote] = useState("");
  const save = (event: FormEvent) => {
    event.preventDefault();
    const text = note.trim();
    if (text === "") return;
    command({ do: "observe", text, ...(selected ? { about: selected } : {}) }, t("noteSaved"));
    setNote("");
    document.getElementById(NOTE_FIELD)?.blur();
  };
  return (
    <form className="note" onSubmit={save}>
      <label htmlFor={NOTE_FIELD} className="unseen">
        {t("noteLabel")}
      </label>
      <Input
        id={NOTE_FIELD}
        size="small"
        value={note}
        maxLength={1000}
        placeholder={selected ? `${t("noteAbout")} ${names.who(selected)}` : t("noteLabel")}
        title={t("noteHint")}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={note.trim() === ""}>
        {t("note")}
      </Button>
    </form>
  );
}
