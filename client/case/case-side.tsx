// The case's own side: evidence, findings, plan, messages and negotiation, one tab each.
import { useEffect } from "react";
import type { RunState } from "../session/run-store.ts";
import { useWords } from "../words/language.ts";
import { BargainPanel } from "./bargain-panel.tsx";
import type { CaseModel } from "./case-model.ts";
import type { CaseRun, CaseTab } from "./case-store.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { FindingForm } from "./finding-form.tsx";
import { MessagePanel } from "./message-panel.tsx";
import { PlanPanel } from "./plan-panel.tsx";

type Props = { model: CaseModel; run: RunState; taxCase: CaseRun };

export function CaseSide({ model, run, taxCase }: Props) {
  const t = useWords("case");
  const { tab, reading, selection, seenInbox } = taxCase.store();
  const tabs = tabsOf(model);
  const count = run.inbox.length;
  useEffect(() => {
    if (tab === "message") taxCase.store.setState({ seenInbox: count });
  }, [tab, count, taxCase]);
  const unread = count - seenInbox + (run.self?.decisions.length ?? 0);
  const badge: Partial<Record<CaseTab, number>> = { message: unread, finding: model.findings.length };
  return (
    <aside className="case-side">
      <div className="case-tabs" role="tablist">
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={tab === one}
            data-id={`tab-${one}`}
            onClick={() => taxCase.store.setState({ tab: one })}
          >
            {t(`tab.${one}`)}
            {(badge[one] ?? 0) > 0 ? <b className={one === "message" ? "unread" : ""}>{badge[one]}</b> : null}
          </button>
        ))}
      </div>
      <div className="case-tab" role="tabpanel" aria-label={t(`tab.${tab}`)}>
        {tab === "evidence" ? (
          <EvidenceList
            model={model}
            acts={taxCase.acts}
            reading={reading}
            onRead={(document) => taxCase.store.setState({ reading: document, trace: null })}
          />
        ) : null}
        {tab === "finding" ? <FindingForm model={model} acts={taxCase.acts} /> : null}
        {tab === "plan" ? <PlanPanel model={model} acts={taxCase.acts} selection={selection} /> : null}
        {tab === "message" ? <MessagePanel run={run} /> : null}
        {tab === "bargain" ? <BargainPanel model={model} acts={taxCase.acts} /> : null}
      </div>
    </aside>
  );
}

const tabsOf = (model: CaseModel): readonly CaseTab[] => [
  "evidence",
  "finding",
  "plan",
  "message",
  ...(model.bargains.length > 0 ? (["bargain"] as const) : []),
];
