// The desk of a tax case: the chart over the bars, papers and workings laid over them, the case's tabs beside.
import type { RunState } from "../session/run-store.ts";
import { useLanguage, useWords } from "../words/language.ts";
import { type CaseModel, movesTo } from "./case-model.ts";
import { CaseSide } from "./case-side.tsx";
import type { CaseRun } from "./case-store.ts";
import { FLOW_KINDS, FLOW_LOOK } from "./chart.ts";
import { DocumentSheet } from "./document-sheet.tsx";
import { type Selection, StructureChart } from "./structure-chart.tsx";
import { TaxBars } from "./tax-bars.tsx";
import { TraceTree } from "./trace-tree.tsx";
import { useBarWords } from "./use-bar-words.ts";

type Props = { model: CaseModel; run: RunState; taxCase: CaseRun };

export function CaseDesk({ model, run, taxCase }: Props) {
  const t = useWords("case");
  const language = useLanguage();
  const { reading, selection, trace } = taxCase.store();
  const document = model.documents.find(({ id, open }) => id === reading && open);
  const select = (chosen: Selection) => taxCase.store.setState({ selection: chosen, tab: "plan" });
  const words = useBarWords();
  return (
    <div className="case-desk">
      <main className={`case-table ${model.totals ? "" : "untaxed"}`}>
        <StructureChart
          chart={model.chart}
          label={t("chart")}
          selection={selection}
          onSelect={select}
          padsFor={(entity) => movesTo(model, entity)}
          onMove={(entity, place) => void taxCase.acts.change({ what: "move", entity, to: place })}
          dropHint={t("dropHint")}
        />
        <Legend model={model} />
        {model.totals ? (
          <TaxBars
            now={model.now}
            before={model.before}
            totals={model.totals}
            words={words}
            language={language}
            onWhy={(country) => void showTrace(taxCase, country === null ? "total" : `country:${country}`)}
          />
        ) : (
          <p className="case-untaxed">{t("noPricing")}</p>
        )}
        {document ? (
          <DocumentSheet
            document={document}
            acts={taxCase.acts}
            hoursLeft={model.hours.left}
            onClose={() => taxCase.store.setState({ reading: null })}
          />
        ) : null}
        {trace ? (
          <section className="sheet working" aria-label={t("trace.title")}>
            <header>
              <h2>{t("trace.title")}</h2>
              <button
                type="button"
                className="press"
                data-id="close-trace"
                onClick={() => taxCase.store.setState({ trace: null })}
              >
                ✕ {t("close")}
              </button>
            </header>
            {trace.tree ? <TraceTree key={trace.of} trace={trace.tree} /> : <p>{t("trace.none")}</p>}
          </section>
        ) : null}
      </main>
      <CaseSide model={model} run={run} taxCase={taxCase} />
    </div>
  );
}

export async function showTrace({ store, acts }: CaseRun, of: string): Promise<void> {
  const tree = await acts.trace(of);
  store.setState({ trace: { of, tree }, reading: null });
}

/** What lines and shapes mean, of those that are on the chart. */
function Legend({ model }: { model: CaseModel }) {
  const t = useWords("case");
  const kinds = FLOW_KINDS.filter((kind) => model.chart.flows.some((flow) => flow.kind === kind));
  const shapes = (["rectangle", "triangle", "oval", "rounded"] as const).filter((shape) =>
    model.chart.entities.some((entity) => entity.shape === shape),
  );
  return (
    <ul className="case-legend" aria-label={t("legend")}>
      {shapes.length > 1 || shapes[0] !== "rectangle"
        ? shapes.map((shape) => (
            <li key={shape}>
              <i className={`shape-${shape}`} /> {t(`shape.${shape}`)}
            </li>
          ))
        : null}
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="34" height="10" aria-hidden="true">
            <path d="M1 5H33" stroke={FLOW_LOOK[kind].colour} strokeWidth="4" strokeDasharray={FLOW_LOOK[kind].dash} />
          </svg>{" "}
          {t(`flow.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
