// Three deciding moments, each a small picture of the map at that second and one sentence.
import { useMemo } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { MapPicture } from "../map/map-picture.tsx";
import { isGrave } from "../record/kinds.ts";
import { useSentence } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { useWords } from "../words/language.ts";
import { decidingMoments } from "./moments.ts";
import { momentAt, type Track } from "./replay-track.ts";

type Props = { detail: RunDetail; track: Track | null; onJump: (tick: number) => void };

export function MomentsRow({ detail, track, onJump }: Props) {
  const t = useWords("desk");
  const sentence = useSentence(detail.briefing);
  const moments = useMemo(() => decidingMoments(detail.facts, detail.score), [detail]);
  return (
    <section aria-labelledby="moments-title">
      <h2 id="moments-title">{t("moments")}</h2>
      {moments.length === 0 && <p className="quiet">{t("noMoments")}</p>}
      <div className="moments">
        {moments.map((entry) => {
          const moment = track ? momentAt(track, entry.tick) : null;
          return (
            <button
              key={entry.seq}
              type="button"
              className={isGrave(entry) ? "moment grave" : "moment"}
              onClick={() => onJump(entry.tick)}
            >
              {moment && (
                <MapPicture
                  stage={detail.briefing.stage}
                  levels={detail.briefing.gas?.levels ?? []}
                  frame={moment.frame}
                  field={moment.field}
                />
              )}
              <span>
                <b className="clock">{clockOf(entry.tick)}</b> {sentence(entry)}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
