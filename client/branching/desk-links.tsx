// From a run's review to its ratings, its what-ifs, and the run it was forked from.
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { clockOf } from "../record/time.ts";
import { go } from "../route.ts";
import { useWords } from "../words/language.ts";
import "./words.ts";

export function DeskLinks({ detail: { row, forkedFrom } }: { detail: RunDetail }) {
  const t = useWords("branching");
  const link = (path: string, words: string) => (
    <a
      className="head-button"
      href={path}
      onClick={(event) => {
        event.preventDefault();
        go(path);
      }}
    >
      {words}
    </a>
  );
  const id = encodeURIComponent(row.runId);
  return (
    <>
      {forkedFrom &&
        link(`/desk/${encodeURIComponent(forkedFrom.runId)}`, t("origin", { time: clockOf(forkedFrom.tick) }))}
      {link(`/ratings/${id}`, t("ratings"))}
      {row.state === "ended" && link(`/what-if/${id}`, t("whatIf"))}
    </>
  );
}
