// A document opened on the table: its pages as paper, passages to pin, and in an interview the questions to ask.
import { useEffect, useRef } from "react";
import { useWords } from "../words/language.ts";
import type { CaseActs, CaseDocument, PaperTable, Passage } from "./case-model.ts";

type Props = { document: CaseDocument; acts: CaseActs; hoursLeft: number; onClose: () => void };
/** Dates and amounts are not broken over lines. */
const FIGURES = /^[-−\d.,%/ ]+$/;
type Pin = (key: string, on: boolean) => void;

export function DocumentSheet({ document, acts, hoursLeft, onClose }: Props) {
  const t = useWords("case");
  const sheet = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document starts at its top and takes the focus
  useEffect(() => {
    sheet.current?.scrollTo(0, 0);
    sheet.current?.focus();
  }, [document.id]);
  const pin: Pin = (key, on) => void acts.pin(key, on);
  return (
    <section
      ref={sheet}
      className="sheet"
      aria-label={document.title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header>
        <div>
          <small>{[document.kindName, document.from, document.date].filter((part) => part !== "").join(" · ")}</small>
          <h2>{document.title}</h2>
          <small>{t("evidence.pinHint")}</small>
        </div>
        <button type="button" className="press" data-id="close-sheet" onClick={onClose}>
          ✕ {t("close")}
        </button>
      </header>
      {document.pages.map((page, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document's pages keep their places
        <article key={`${document.id} ${number}`} className="paper">
          {page.title === "" ? null : <h3>{page.title}</h3>}
          {page.passages.map((passage) => (
            <PassageLine key={passage.key} passage={passage} pin={pin} />
          ))}
          {page.table ? <Table table={page.table} pin={pin} /> : null}
          <footer>
            {number + 1} / {document.pages.length}
          </footer>
        </article>
      ))}
      {document.questions.length > 0 ? (
        <article className="paper">
          <h3>{t("evidence.interview")}</h3>
          {document.questions.map((question) =>
            question.answer ? (
              <div key={question.id} className="question">
                <p>
                  <b>{t("evidence.ask")}</b> {question.text}
                </p>
                <PassageLine passage={question.answer} pin={pin} says={t("evidence.answer")} />
              </div>
            ) : (
              <button
                key={question.id}
                type="button"
                className="question-ask"
                data-id={`ask-${question.id}`}
                disabled={question.hours > hoursLeft}
                onClick={() => void acts.askQuestion(document.id, question.id)}
              >
                {t("evidence.ask")} {question.text}
                {question.hours > 0 ? <small> {t("evidence.costs", { hours: question.hours })}</small> : null}
              </button>
            ),
          )}
        </article>
      ) : null}
    </section>
  );
}

/** One passage; the pin is a button of its own, so that the words can be selected and read out. */
function PassageLine({ passage, pin, says }: { passage: Passage; pin: Pin; says?: string }) {
  return (
    <div className={`passage ${passage.pinned ? "pinned" : ""}`}>
      <p>
        {says ? <b>{says} </b> : null}
        {passage.text}
      </p>
      <PinButton passage={passage} pin={pin} />
    </div>
  );
}

function PinButton({ passage, pin }: { passage: Pick<Passage, "key" | "pinned">; pin: Pin }) {
  const t = useWords("case");
  return (
    <button
      type="button"
      className="pin"
      aria-pressed={passage.pinned}
      data-id={`pin-${passage.key}`}
      onClick={() => pin(passage.key, !passage.pinned)}
    >
      {passage.pinned ? "★" : "☆"} {t(passage.pinned ? "evidence.unpin" : "evidence.pin")}
    </button>
  );
}

function Table({ table, pin }: { table: PaperTable; pin: Pin }) {
  const t = useWords("case");
  return (
    <div className="paper-table">
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th>
              <span className="unseen">{t("evidence.pin")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key} className={row.pinned ? "pinned" : ""}>
              {row.cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells keep their columns
                <td key={place} className={FIGURES.test(cell) ? "figures clock" : ""}>
                  {cell}
                </td>
              ))}
              <td>
                <PinButton passage={row} pin={pin} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
