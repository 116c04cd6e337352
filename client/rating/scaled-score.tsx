// The run's result on the scale this evaluator reads; the choice goes with him to exports and reports.
import { Select } from "antd";
import { useEffect, useState } from "react";
import type { Score } from "../../sim-server/protocol/api.ts";
import type { Assessment } from "../../sim-server/protocol/assessment.ts";
import { deskApi } from "../session/desk-api.ts";
import { useText, useWords } from "../words/language.ts";
import { keepScale } from "./scale-choice.ts";
import "./words.ts";

type Props = { runId: string; score: Score; scale: string | null; onScale: (id: string) => void };

export function ScaledScore({ runId, score, scale, onScale }: Props) {
  const t = useWords("ratings");
  const text = useText();
  const [found, setFound] = useState<Assessment | null>(null);
  // A new score, by rescoring, reads anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the score says that there is something new to read
  useEffect(() => {
    void deskApi.assessment(runId).then((reply) => reply.ok && setFound(reply.value));
  }, [runId, score.percent]);
  const wanted = scale ?? found?.usualScale;
  const shown = found?.scaled.find((one) => one.scale.id === wanted) ?? found?.scaled[0];
  if (!found || !shown) return <b className="clock">{Math.round(score.percent)}%</b>;
  return (
    <>
      <Select
        size="small"
        aria-label={t("scale")}
        value={shown.scale.id}
        popupMatchSelectWidth={false}
        onChange={(id) => {
          keepScale(id);
          onScale(id);
        }}
        options={found.scaled.map((one) => ({ value: one.scale.id, label: text(one.scale.title) }))}
      />
      <b className="clock" title={text(shown.whole.title)}>
        {shown.whole.mark}
      </b>
    </>
  );
}
