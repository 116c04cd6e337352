// The boardroom of a case on a screen or in the headset: the same model, the same asks, taken up by ray.
import { XR } from "@react-three/xr";
import { useCallback, useEffect, useMemo, useState } from "react";
import { CanvasRoot } from "../scene/canvas-root.tsx";
import { CaseBoardroom } from "../scene/case-boardroom.tsx";
import { CaseControls } from "../scene/case-controls.tsx";
import { openGrip } from "../scene/case-grip.ts";
import type { BoardView } from "../scene/case-view.ts";
import type { RunState } from "../session/run-store.ts";
import { useLanguage, useWords } from "../words/language.ts";
import { boardroomXr } from "./boardroom-xr.ts";
import { type CaseModel, movesTo } from "./case-model.ts";
import { exposeCase } from "./case-probe.ts";
import { CaseSide } from "./case-side.tsx";
import type { CaseRun } from "./case-store.ts";
import { DocumentSheet } from "./document-sheet.tsx";
import { CaseHeadset } from "./headset.tsx";
import { percent, shortMoney } from "./money.ts";

type Props = { model: CaseModel; run: RunState; taxCase: CaseRun };

export default function Boardroom({ model, run, taxCase }: Props) {
  const t = useWords("case");
  const language = useLanguage();
  const grip = useMemo(openGrip, []);
  const [held, setHeld] = useState<string | null>(null);
  const { selection, reading } = taxCase.store();
  const view = useMemo<BoardView>(
    () => ({
      chart: model.chart,
      now: model.now,
      before: model.before,
      places: model.places,
      open: new Set(held === null ? [] : movesTo(model, held).map(({ id }) => id)),
      chosen: selection?.id ?? null,
      screen: screenOf(model, (key) => t(key), language),
      money: (amount) => shortMoney(amount, language),
    }),
    [model, held, selection, language, t],
  );
  const acts = useMemo(
    () => ({
      mayMove: (entity: string) => movesTo(model, entity).length > 0,
      onHold: setHeld,
      onChoose: (pick: { kind: string; id: string }) => {
        if (pick.kind === "entity" || pick.kind === "flow")
          taxCase.store.setState({ selection: { kind: pick.kind, id: pick.id }, tab: "plan" });
      },
      onMove: (entity: string, place: string) => void taxCase.acts.change({ what: "move", entity, to: place }),
    }),
    [model, taxCase],
  );
  const headset = useHeadset();
  const [failed, setFailed] = useState(false);
  const onRenderer = useCallback<NonNullable<React.ComponentProps<typeof CanvasRoot>["onRenderer"]>>(
    (renderer, scene) => exposeCase(boardroomXr, renderer, scene),
    [],
  );
  const wear = () => {
    setFailed(false);
    boardroomXr.enterVR().then(
      (session) => setFailed(!session),
      () => setFailed(true),
    );
  };
  const document = model.documents.find(({ id, open }) => id === reading && open);
  return (
    <div className="case-desk">
      <main className="case-room">
        <CanvasRoot label={t("room")} onRenderer={onRenderer}>
          <XR store={boardroomXr}>
            <CaseBoardroom view={view} grip={grip} />
            <CaseControls grip={grip} acts={acts} />
            <CaseHeadset model={model} run={run} taxCase={taxCase} grip={grip} acts={acts} language={language} />
          </XR>
        </CanvasRoot>
        <p className="case-room-help">
          {t("room3d.help")}
          {headset ? (
            <button type="button" className="press" data-id="enter-vr" onClick={wear}>
              {t("room3d.headset")}
            </button>
          ) : null}
          {failed ? <span role="alert">{t("room3d.headsetFailed")}</span> : null}
        </p>
        {document ? (
          <DocumentSheet
            document={document}
            acts={taxCase.acts}
            hoursLeft={model.hours.left}
            onClose={() => taxCase.store.setState({ reading: null })}
          />
        ) : null}
      </main>
      <CaseSide model={model} run={run} taxCase={taxCase} />
    </div>
  );
}

function screenOf(
  model: CaseModel,
  t: (key: string, values?: Record<string, string | number>) => string,
  language: "zh" | "en",
) {
  const lines = [{ text: model.title, value: "" }];
  if (model.totals) {
    const { now, before } = model.totals;
    lines.push(
      { text: t("bars.total"), value: shortMoney(now.total, language) },
      { text: t("bars.before"), value: shortMoney(before.total, language) },
      { text: t("bars.etr"), value: percent(now.etr) },
      { text: t("bars.topUp"), value: shortMoney(now.topUp, language) },
    );
  }
  lines.push({ text: t("hours.title"), value: `${model.hours.left} / ${model.hours.budget}` });
  return lines;
}

function useHeadset(): boolean {
  const [able, setAble] = useState(false);
  useEffect(() => {
    let wanted = true;
    navigator.xr?.isSessionSupported("immersive-vr").then(
      (yes) => wanted && setAble(yes),
      () => wanted && setAble(false),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return able;
}
