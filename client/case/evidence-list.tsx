// The evidence room's shelf: every document with what it costs to read, and what is left of the hours.
import { useWords } from "../words/language.ts";
import type { CaseActs, CaseDocument, CaseModel } from "./case-model.ts";

type Props = {
  model: CaseModel;
  acts: CaseActs;
  reading: string | null;
  onRead: (document: string) => void;
};

export function EvidenceList({ model, acts, reading, onRead }: Props) {
  const t = useWords("case");
  const read = async (document: CaseDocument) => {
    if (document.open || (await acts.openDocument(document.id))) onRead(document.id);
  };
  return (
    <div className="case-scroll">
      <p className="case-quiet">{t("evidence.hint")}</p>
      <ul className="case-list">
        {model.documents.map((document) => {
          const pins = model.pinned.filter((one) => one.document === document.id).length;
          const dear = !document.open && !document.affordable;
          return (
            <li key={document.id}>
              <button
                type="button"
                className={`case-row ${reading === document.id ? "chosen" : ""} ${document.open ? "" : "sealed"}`}
                data-id={`document-${document.id}`}
                disabled={dear}
                onClick={() => void read(document)}
              >
                <span>
                  <small>
                    {document.kindName}
                    {document.date === "" ? "" : ` · ${document.date}`}
                  </small>
                  <b>{document.title}</b>
                  <small>{document.summary}</small>
                </span>
                <em className="clock">
                  {document.open ? `✓ ${t("evidence.opened")}` : t("evidence.costs", { hours: document.hours })}
                  {dear ? <i>{t("evidence.tooDear")}</i> : null}
                  {pins > 0 ? <i>★ {pins}</i> : null}
                </em>
              </button>
            </li>
          );
        })}
      </ul>
      {model.documents.length === 0 ? <p className="case-quiet">{t("evidence.none")}</p> : null}
    </div>
  );
}
