// The whole log of a run, by lane; every line leads to its moment.
import { Segmented } from "antd";
import { useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { isGrave, LANES, type Lane, laneOf } from "../record/kinds.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useWords } from "../words/language.ts";

export function FactsTab({ detail, onJump }: { detail: RunDetail; onJump: (tick: number) => void }) {
  const r = useWords("record");
  const sentence = useSentence(detail.briefing);
  const [lane, setLane] = useState<Lane | "all">("all");
  const facts = lane === "all" ? detail.facts : detail.facts.filter((entry) => laneOf(entry) === lane);
  return (
    <>
      <Segmented
        size="small"
        value={lane}
        onChange={setLane}
        options={(["all", ...LANES] as const).map((one) => ({ value: one, label: r(`lane.${one}`) }))}
      />
      <div className="facts">
        {facts.map((entry) => (
          <button
            key={entry.seq}
            type="button"
            className={isGrave(entry) ? "evidence grave" : "evidence"}
            onClick={() => onJump(entry.tick)}
          >
            <b className="clock">{clockOf(entry.tick)}</b> {sentence(entry)}
          </button>
        ))}
      </div>
    </>
  );
}
