// The group as a structure chart standing in the air over the table: cards, lines of holdings, flows as bowed arcs.
import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import {
  BufferGeometry,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  QuadraticBezierCurve3,
  TubeGeometry,
  Vector3,
} from "three";
import { FLOW_LOOK, flowWidth, largestFlow } from "../case/chart.ts";
import { BOX, type Layout, layoutOf, type Spot } from "../case/chart-layout.ts";
import { flowArcs } from "../case/flow-arcs.ts";
import { percent } from "../case/money.ts";
import { entityCard } from "./case-card.ts";
import type { Grip } from "./case-grip.ts";
import { type BoardView, CHART_AT } from "./case-view.ts";
import { openLabel } from "./label.ts";

export function CaseChart({ view, grip }: { view: BoardView; grip: Grip }) {
  const made = useMemo(() => build(view), [view]);
  useEffect(() => () => made.dispose(), [made]);
  useFrame(() => {
    for (const [id, card] of made.cards) {
      const home = made.homes.get(id);
      const held = grip.held === id;
      if (held && grip.at) {
        made.group.worldToLocal(card.mesh.position.copy(grip.at));
        card.mesh.position.z += 0.04;
      } else if (home) card.mesh.position.lerp(home, 0.3);
      card.show(held ? "held" : view.chosen === id ? "chosen" : grip.pointed?.id === id ? "pointed" : "still");
    }
  });
  return <primitive object={made.group} />;
}

function build(view: BoardView) {
  const layout = layoutOf(view.chart);
  const perPx = Math.min(CHART_AT.width / layout.width, CHART_AT.height / layout.height, CHART_AT.mostMetresPerPx);
  const spot = ({ x, y }: Spot, z = 0) =>
    new Vector3((x - layout.width / 2) * perPx, (layout.height / 2 - y) * perPx, z);
  const group = new Group();
  group.position.set(0, CHART_AT.y, CHART_AT.z);
  const homes = new Map<string, Vector3>();
  const cards = new Map<string, ReturnType<typeof entityCard>>();
  const drop: (() => void)[] = [];
  for (const entity of view.chart.entities) {
    const at = layout.spots.get(entity.id);
    if (!at) continue;
    const card = entityCard(entity, perPx);
    card.show("still");
    homes.set(entity.id, spot(at));
    card.mesh.position.copy(spot(at));
    cards.set(entity.id, card);
    group.add(card.mesh);
    drop.push(card.dispose);
  }
  group.add(holdings(view, layout, spot));
  for (const { holder, held, share } of view.chart.holdings) {
    const to = layout.spots.get(held);
    if (!to || !layout.spots.has(holder)) continue;
    drop.push(
      write(
        group,
        percent(share),
        "rgba(15,27,36,0.7)",
        perPx * 0.48,
        spot({ x: to.x + 34, y: to.y - BOX.height / 2 - 16 }),
      ),
    );
  }
  const largest = largestFlow(view.chart.flows);
  for (const { flow, label, path } of flowArcs(view.chart.flows, layout)) {
    const [sx = 0, sy = 0, cx = 0, cy = 0, ex = 0, ey = 0] = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const curve = new QuadraticBezierCurve3(
      spot({ x: sx, y: sy }, 0.01),
      spot({ x: cx, y: cy }, 0.3),
      spot({ x: ex, y: ey }, 0.01),
    );
    const tube = new Mesh(
      new TubeGeometry(curve, 28, 0.003 + 0.0011 * flowWidth(flow.amount, largest), 8),
      new MeshBasicMaterial({ color: FLOW_LOOK[flow.kind].colour, toneMapped: false }),
    );
    const tip = arrow(curve, FLOW_LOOK[flow.kind].colour, 0.012 + 0.002 * flowWidth(flow.amount, largest));
    group.add(tube, tip);
    const words = `${flow.risks.length > 0 ? "⚠ " : ""}${flow.kindName} ${flow.amountName}`;
    drop.push(
      write(group, words, "rgba(15,27,36,0.88)", perPx * 0.52, spot(label, 0.16), { kind: "flow", id: flow.id }),
    );
  }
  return {
    group,
    homes,
    cards,
    dispose: () => {
      for (const one of drop) one();
      group.traverse((part) => (part instanceof Mesh || part instanceof LineSegments) && part.geometry.dispose());
      group.removeFromParent();
    },
  };
}

function write(
  group: Group,
  text: string,
  ground: string,
  metresPerPixel: number,
  at: Vector3,
  pick?: { kind: "flow"; id: string },
) {
  const label = openLabel({ ground, metresPerPixel, onTop: true });
  label.write([{ text, size: 27, colour: "#f2f6f8" }]);
  label.mesh.position.copy(at);
  if (pick) label.mesh.userData["pick"] = pick;
  group.add(label.mesh);
  return label.dispose;
}

/** Where a flow arrives: a small cone of its own colour. */
function arrow(curve: QuadraticBezierCurve3, colour: string, size: number): Mesh {
  const end = curve.getPoint(1);
  const way = curve.getTangent(1);
  const tip = new BufferGeometry();
  const side = new Vector3(-way.y, way.x, 0).normalize().multiplyScalar(size);
  const back = end.clone().addScaledVector(way, -size * 2.4);
  const corners = [end, back.clone().add(side), back.clone().sub(side)].flatMap(({ x, y, z }) => [x, y, z + 0.004]);
  tip.setAttribute("position", new Float32BufferAttribute(corners, 3));
  return new Mesh(tip, new MeshBasicMaterial({ color: colour, toneMapped: false, side: 2 }));
}

function holdings({ chart }: BoardView, layout: Layout, spot: (at: Spot, z?: number) => Vector3): LineSegments {
  const points: Vector3[] = [];
  for (const { holder, held } of chart.holdings) {
    const [from, to] = [layout.spots.get(holder), layout.spots.get(held)];
    if (!from || !to) continue;
    const bend = to.y - BOX.height / 2 - BOX.gapY * 0.42;
    const way = [
      { x: from.x, y: from.y + BOX.height / 2 },
      { x: from.x, y: bend },
      { x: to.x, y: bend },
      { x: to.x, y: to.y - BOX.height / 2 },
    ].map((at) => spot(at, -0.004));
    for (let i = 0; i + 1 < way.length; i += 1) points.push(way[i] ?? new Vector3(), way[i + 1] ?? new Vector3());
  }
  return new LineSegments(
    new BufferGeometry().setFromPoints(points),
    new LineBasicMaterial({ color: "#a9c4d6", toneMapped: false }),
  );
}
