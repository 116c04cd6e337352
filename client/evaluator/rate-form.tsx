// A human's rating with its reason, kept beside the automatic one and never in its place.
import { App, Button, Input, Segmented } from "antd";
import { type FormEvent, useId, useState } from "react";
import type { Rating } from "../../sim-server/protocol/words.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";

const RATINGS: readonly Rating[] = ["P", "S", "M", "U"];

type Props = { runId: string; task: string; again: boolean; onRated: () => void };

export function RateForm({ runId, task, again, onRated }: Props) {
  const t = useWords("desk");
  const c = useWords("common");
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const field = useId();
  const [open, setOpen] = useState(false);
  const [rating, setRating] = useState<Rating>("P");
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return;
    setBusy(true);
    const reply = await api.rate(runId, { task, rating, reason: reason.trim() });
    setBusy(false);
    if (!reply.ok) {
      void message.error(errorWords(reply.code));
      return;
    }
    void message.success(t("rated"));
    setOpen(false);
    setReason("");
    onRated();
  };

  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        ✎ {t(again ? "rateAgain" : "rate")}
      </Button>
    );
  }
  return (
    <form className="rate" onSubmit={(event) => void save(event)}>
      <Segmented
        aria-label={t("rate")}
        value={rating}
        onChange={setRating}
        options={RATINGS.map((one) => ({ value: one, label: `${one} ${c(`rating.${one}`)}` }))}
      />
      <label htmlFor={field}>{t("reason")}</label>
      <Input.TextArea
        id={field}
        rows={2}
        value={reason}
        maxLength={1000}
        placeholder={t("reasonNeeded")}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className="rate-acts">
        <Button type="primary" htmlType="submit" loading={busy} disabled={reason.trim() === ""}>
          {t("saveRating")}
        </Button>
        <Button onClick={() => setOpen(false)}>{c("cancel")}</Button>
      </span>
    </form>
  );
}
