import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { pick, reaches, targetsOf } from "../../client/trainee/targets.ts";
import { floorUnder, openGround } from "../../client/trainee/walk.ts";
import { PROP_ACTIONS, PROP_LOOKS, stage as stageFormat } from "../../scenarios/format/stage.ts";
import { stageView } from "../../sim-server/core/views/stage.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { BY_KIND, BY_LOOKS } from "./furnish.ts";
import { planMark } from "./plan.ts";
import { siteOf } from "./site.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const read = (file: string): unknown => parse(readFileSync(path.join(ROOT, file), "utf8"));
const SITES: readonly (readonly [string, unknown])[] = [
  ["ammonia-yard", (read("tests/ammonia-yard/scenario.yaml") as { stage: unknown }).stage],
  ["confined-space", read("scenarios/emergency/confined-space/stage.yaml")],
  ["restaurant-lpg", read("scenarios/emergency/restaurant-lpg/stage.yaml")],
  ["template", read("scenarios/template/stage.yaml")],
  ["chlorine-station, as if nobody had built it", read("scenarios/emergency/chlorine-station/stage.yaml")],
];

const faces = (stage: StageView) => {
  const { stage: site, anchors } = siteOf(stage, true);
  const models = site.rooms.flatMap((room) => [room.model, ...room.moving.map((part) => part.model)]);
  const solid = models.flatMap((model) => [...model.meshes.values()]);
  return { site, anchors, solid, all: [...solid, ...site.clear.meshes.values()] };
};

test("whatever the scenario language lets a prop be or look like has a model", () => {
  expect(Object.keys(BY_LOOKS).sort()).toEqual([...PROP_LOOKS].sort());
  const drawn = new Set(Object.keys(BY_KIND));
  expect(Object.keys(PROP_ACTIONS).filter((kind) => kind !== "scenery" && !drawn.has(kind))).toEqual([]);
});

describe.each(SITES)("%s", (_name, text) => {
  const stage = stageView(stageFormat.parse(text));
  const { site, anchors, solid, all } = faces(stage);

  test("what can be aimed at can be seen: there are faces in its box", () => {
    const bare = targetsOf(stage).filter(({ at, half }) => {
      const low = [at.x - half[0], at.y - half[1], at.z - half[2]];
      const high = [at.x + half[0], at.y + half[1], at.z + half[2]];
      return !solid.some(({ positions }) => {
        for (let i = 0; i < positions.length; i += 3)
          if (
            [0, 1, 2].every(
              (k) => (positions[i + k] ?? 0) >= (low[k] ?? 0) && (positions[i + k] ?? 0) <= (high[k] ?? 0),
            )
          )
            return true;
        return false;
      });
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test("every usable thing can be aimed at and reached from somewhere a body may stand", () => {
    const targets = targetsOf(stage);
    const isOpen = () => true;
    const lost = targets.filter((target) => {
      const floor = floorUnder(stage, target.at.z);
      const ground = openGround(stage, floor);
      for (let k = 0; k < 48; k++) {
        const [deg, far] = [(k % 16) * 22.5, 0.6 + 0.45 * Math.floor(k / 16)];
        const place = {
          x: target.at.x + Math.sin((deg * Math.PI) / 180) * far,
          y: target.at.y + Math.cos((deg * Math.PI) / 180) * far,
        };
        if (!ground.canHop(place, place, isOpen) || !reaches(place, target)) continue;
        const [dx, dy, dz] = [target.at.x - place.x, target.at.y - place.y, target.at.z - floor - 1.62];
        const long = Math.sqrt(dx * dx + dy * dy + dz * dz);
        const ray = { x: place.x, y: place.y, z: floor + 1.62, dx: dx / long, dy: dy / long, dz: dz / long };
        if (pick(ray, { targets, ground, isOpen: () => false })?.target.id === target.id) return false;
      }
      return true;
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test("doorways are free: no wall stands in them", () => {
    const walls = site.rooms.flatMap((room) =>
      ["plaster", "concrete"].flatMap((name) => {
        const mesh = room.model.meshes.get(name as "plaster");
        return mesh ? [mesh] : [];
      }),
    );
    for (const [id, door] of Object.entries(stage.doors)) {
      const alongX = door.wall === "north" || door.wall === "south";
      let stands = 0;
      for (const { positions } of walls)
        for (let i = 0; i < positions.length; i += 9) {
          const middle = (k: number) =>
            ((positions[i + k] ?? 0) + (positions[i + 3 + k] ?? 0) + (positions[i + 6 + k] ?? 0)) / 3;
          const [along, off] = alongX
            ? [middle(0) - door.at.x, middle(1) - door.at.y]
            : [middle(1) - door.at.y, middle(0) - door.at.x];
          const inWay = Math.abs(along) < door.widthM / 2 - 0.05 && Math.abs(off) < 0.2;
          if (inWay && middle(2) > 0.1 && middle(2) < door.heightM - 0.1) stands += 1;
        }
      expect([id, stands]).toEqual([id, 0]);
    }
  });

  test("every door moves, and so does every valve, switch, barrier and hatch", () => {
    const moves = (id: string) => anchors.turnings[id] || anchors.turnings[`${id}-l`] || anchors.foldings[id];
    const worked = new Set(["valve", "switch", "barrier", "hatch"]);
    const ids = [
      ...Object.keys(stage.doors),
      ...Object.entries(stage.props)
        .filter(([, p]) => worked.has(p.kind))
        .map(([id]) => id),
    ];
    expect(ids.filter((id) => !moves(id))).toEqual([]);
    const nodes = site.rooms.flatMap((room) => room.moving.map((part) => part.node));
    expect(new Set(nodes).size).toBe(nodes.length);
    for (const part of site.rooms.flatMap((room) => room.moving))
      expect([part.node, part.model.meshes.size]).toEqual([part.node, 1]);
  });

  test("a headset can carry it: few faces, all of them numbers", () => {
    const triangles = all.reduce((sum, mesh) => sum + mesh.details.length, 0);
    expect(triangles).toBeLessThan(160_000);
    for (const mesh of all) expect(mesh.positions.every(Number.isFinite)).toBe(true);
  });
});

test("a plan's mark changes when a thing is moved, and only then", () => {
  const stage = stageView(stageFormat.parse(SITES[1]?.[1]));
  const moved = structuredClone(stage);
  expect(planMark(moved)).toBe(planMark(stage));
  const prop = Object.values(moved.props)[0];
  if (prop) prop.at = { ...prop.at, x: prop.at.x + 0.5 };
  expect(planMark(moved)).not.toBe(planMark(stage));
});
