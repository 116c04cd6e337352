// The 3D view behind a fence: it is fetched when first asked for, and if it fails the page around it goes on.
import { Component, lazy, type ReactNode, Suspense } from "react";
import type { StageView as Stage } from "../../sim-server/protocol/frames.ts";
import type { MirrorSource } from "../session/mirror.ts";
import { useWords } from "../words/language.ts";

const StageView = lazy(() => import("../scene/stage-view.tsx"));

type Props = {
  source: MirrorSource;
  stage: Stage;
  titles: Readonly<Record<string, string>>;
  view: { kind: "orbit" } | { kind: "follow" | "eyes"; slot: string };
};

export function StageWindow(props: Props) {
  const t = useWords("map");
  return (
    <StageFence instead={<p className="page-wait">{t("no3d")}</p>}>
      <Suspense fallback={<p className="page-wait">{t("loading3d")}</p>}>
        <StageView {...props} />
      </Suspense>
    </StageFence>
  );
}

class StageFence extends Component<{ children: ReactNode; instead: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
