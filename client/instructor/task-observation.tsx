// What a controller saw of one task, with a rating if they will: kept in the log, beside what the system judges.
import { Button, Input, Segmented } from "antd";
import { type FormEvent, useId, useState } from "react";
import type { Rating } from "../../sim-server/protocol/words.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./command.ts";

const RATINGS: readonly (Rating | "")[] = ["", "P", "S", "M", "U"];

export function TaskObservation({ task, command }: { task: string; command: Command }) {
  const t = useWords("console");
  const field = useId();
  const [rating, setRating] = useState<Rating | "">("");
  const [seen, setSeen] = useState("");
  const save = (event: FormEvent) => {
    event.preventDefault();
    const text = seen.trim();
    if (text === "") return;
    command({ do: "observe", text, task, ...(rating === "" ? {} : { rating }) }, t("noteSaved"));
    setSeen("");
    setRating("");
  };
  return (
    <form className="task-observe" onSubmit={save}>
      <Segmented
        size="small"
        aria-label={t("observe.rating")}
        value={rating}
        onChange={setRating}
        options={RATINGS.map((one) => ({ value: one, label: one === "" ? t("observe.unrated") : one }))}
      />
      <label htmlFor={field} className="unseen">
        {t("observe.seen")}
      </label>
      <Input
        id={field}
        size="small"
        value={seen}
        maxLength={1000}
        placeholder={t("observe.seen")}
        onChange={(event) => setSeen(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={seen.trim() === ""}>
        {t("note")}
      </Button>
    </form>
  );
}
