// What the tablet says in the boardroom: documents to read and pin, the plan, the messages; as panels drawn on a canvas.
import type { RunState } from "../session/run-store.ts";
import type { Block, Panel, PanelButton } from "../trainee/panel.ts";
import type { Wording } from "./case-chart-model.ts";
import { type CaseModel, movesTo } from "./case-model.ts";
import type { CaseRun, CaseTab } from "./case-store.ts";
import { percent, shortMoney } from "./money.ts";

export type PanelOf = { model: CaseModel; run: RunState; taxCase: CaseRun; wording: Wording; leave: () => void };

const TABS = ["evidence", "plan", "message"] as const satisfies readonly CaseTab[];

export function headsetPanel(of: PanelOf): Panel {
  const { taxCase, wording } = of;
  const { tab: wanted } = taxCase.store.getState();
  const tab = TABS.find((one) => one === wanted) ?? "evidence";
  return {
    tabs: TABS.map((one) => ({
      kind: "button",
      id: `tab-${one}`,
      text: wording.t(`tab.${one}`),
      chosen: one === tab,
      press: () => taxCase.store.setState({ tab: one, reading: null }),
    })),
    blocks: tab === "evidence" ? evidence(of) : tab === "plan" ? plan(of) : messages(of),
  };
}

function evidence({ model, taxCase, wording: { t } }: PanelOf): Block[] {
  const { reading } = taxCase.store.getState();
  const document = model.documents.find(({ id, open }) => id === reading && open);
  if (!document)
    return [
      { kind: "text", text: t("hours.left", { left: model.hours.left, budget: model.hours.budget }), tone: "warn" },
      ...model.documents.map(
        (one): PanelButton => ({
          kind: "button",
          id: `document-${one.id}`,
          text: one.title,
          detail: `${one.kindName} · ${one.open ? t("evidence.opened") : t("evidence.costs", { hours: one.hours })}`,
          off: !one.open && !one.affordable,
          press: () => {
            const read = () => taxCase.store.setState({ reading: one.id });
            if (one.open) read();
            else void taxCase.acts.openDocument(one.id).then((granted) => granted && read());
          },
        }),
      ),
    ];
  const passage = ({ key, text, pinned }: { key: string; text: string; pinned: boolean }): PanelButton => ({
    kind: "button",
    id: `pin-${key}`,
    text,
    detail: pinned ? `★ ${t("evidence.unpin")}` : `☆ ${t("evidence.pin")}`,
    chosen: pinned,
    press: () => void taxCase.acts.pin(key, !pinned),
  });
  return [
    {
      kind: "button",
      id: "close-sheet",
      text: `← ${t("tab.evidence")}`,
      tone: "quiet",
      press: () => taxCase.store.setState({ reading: null }),
    },
    { kind: "title", text: document.title },
    ...document.pages.flatMap((page) => [
      ...(page.title === "" ? [] : [{ kind: "text", text: page.title, tone: "quiet" } as const]),
      ...page.passages.map(passage),
      ...(page.table?.rows ?? []).map((row) => passage({ ...row, text: row.cells.join(" · ") })),
    ]),
    ...document.questions.flatMap((question): Block[] =>
      question.answer
        ? [{ kind: "text", text: `${t("evidence.ask")} ${question.text}` }, passage(question.answer)]
        : [
            {
              kind: "button",
              id: `ask-${question.id}`,
              text: question.text,
              detail: t("evidence.costs", { hours: question.hours }),
              press: () => void taxCase.acts.askQuestion(document.id, question.id),
            },
          ],
    ),
  ];
}

function plan({ model, taxCase, wording: { t, language }, leave }: PanelOf): Block[] {
  const { selection } = taxCase.store.getState();
  const chosen = selection?.kind === "entity" ? model.chart.entities.find(({ id }) => id === selection.id) : undefined;
  const now = model.totals?.now;
  return [
    ...(now
      ? [
          {
            kind: "entry",
            head: t("bars.total"),
            text: `${shortMoney(now.total, language)} · ${t("bars.etr")} ${percent(now.etr)}`,
          } as const,
        ]
      : []),
    ...(chosen
      ? [{ kind: "title", text: chosen.name } as const]
      : [{ kind: "text", text: t("plan.hint"), tone: "quiet" } as const]),
    ...(chosen?.risks ?? []).map((risk) => ({ kind: "text", text: `⚠ ${risk}`, tone: "warn" }) as const),
    ...(chosen
      ? movesTo(model, chosen.id).map(
          (place): PanelButton => ({
            kind: "button",
            id: `move-${place.id}`,
            text: `${place.id} ${place.name}`,
            detail: t("plan.moveTo"),
            off: place.id === chosen.place,
            press: () => void taxCase.acts.change({ what: "move", entity: chosen.id, to: place.id }),
          }),
        )
      : []),
    { kind: "title", text: t("plan.changes", { count: model.changes.length }) },
    ...model.changes.map((text) => ({ kind: "text", text }) as const),
    {
      kind: "button",
      id: "undo",
      text: `↶ ${t("plan.undo")}`,
      off: model.changes.length === 0,
      press: () => void taxCase.acts.undo(),
    },
    {
      kind: "button",
      id: "keep-plan",
      text: t("plan.keep"),
      press: () => void taxCase.acts.keepPlan(t("plan.unnamed", { number: model.plans.length + 1 })),
    },
    { kind: "button", id: "leave-vr", text: t("room3d.leave"), tone: "quiet", press: leave },
  ];
}

function messages({ run, taxCase, wording: { t, text } }: PanelOf): Block[] {
  const decisions = (run.self?.decisions ?? []).flatMap((decision): Block[] => [
    { kind: "title", text: text(decision.prompt) },
    ...decision.options.map(
      (option): PanelButton => ({
        kind: "button",
        id: `decide-${option.id}`,
        text: text(option.text),
        tone: "act",
        press: () => void run.ask({ do: "decide", decision: decision.id, option: option.id }),
      }),
    ),
  ]);
  if (run.inbox.length > taxCase.store.getState().seenInbox) taxCase.store.setState({ seenInbox: run.inbox.length });
  return [
    ...decisions,
    ...run.inbox
      .toReversed()
      .slice(0, 12)
      .map((item) => ({ kind: "entry", head: text(item.fromTitle), text: text(item.text) }) as const),
    ...(run.inbox.length === 0 ? [{ kind: "text", text: t("message.none"), tone: "quiet" } as const] : []),
  ];
}
