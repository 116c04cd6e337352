// One evidence set on every scale: what each scale's data says, and nothing of the evidence lost.
import { describe, expect, test } from "vitest";
import { loadMarkerSets, loadScales } from "../../../scenarios/format/load-rating.ts";
import type { RatingScale } from "../../../scenarios/format/scale.ts";
import { CHLORINE, chlorine, readCase } from "../../../tests/chlorine.fixture.ts";
import { playCase } from "../../core/play-case.ts";
import { scaled, wholeMark } from "./scaled.ts";

const scales = loadScales();
const scale = (id: string): RatingScale => {
  const found = scales.get(id);
  if (!found) throw new Error(`no scale ${id}`);
  return found;
};

describe("a whole result", () => {
  test.each([
    ["hseep-psmu", 100, "P"],
    ["hseep-psmu", 89.9, "S"],
    ["hseep-psmu", 50, "M"],
    ["hseep-psmu", 0, "U"],
    ["cn-four-grade", 90, "优"],
    ["cn-four-grade", 79.9, "中"],
    ["cn-four-grade", 59.9, "差"],
    ["percent", 66.6, "67"],
  ] as const)("on %s is, for %f per cent, %s", (id, percent, mark) => {
    expect(wholeMark(scale(id), percent, true).mark).toBe(mark);
  });

  test("never falls when the percentage rises", () => {
    for (const one of scales.values()) {
      if (one.whole.by !== "bands") continue;
      const order = one.whole.bands.map(({ mark }) => mark).reverse();
      const places = Array.from({ length: 1001 }, (_, at) => order.indexOf(wholeMark(one, at / 10, true).mark));
      expect(places.every((place, at) => place >= (places[at - 1] ?? 0))).toBe(true);
      expect(places.at(-1)).toBe(order.length - 1);
    }
  });

  test("passes or fails as the scenario says, whatever the percentage", () => {
    expect(wholeMark(scale("pass-fail"), 95, false).mark).toBe("不合格");
    expect(wholeMark(scale("pass-fail"), 71, true).mark).toBe("合格");
  });
});

describe("the drill on a form", () => {
  const { score } = playCase(chlorine(), readCase("late-report"));
  const forms = chlorine().scenario.assessment?.forms ?? {};

  test("has every task on exactly one item of the AQ/T 9009 form", () => {
    const form = scaled(scale("aq-t-9009"), score, forms).form;
    expect(form?.items.flatMap(({ tasks }) => tasks).sort()).toEqual(score.tasks.map(({ task }) => task).sort());
    expect(form?.items.find(({ id }) => id === "medical")).toMatchObject({ percent: null, mark: null, tasks: [] });
  });

  test("puts what no item claims under the rest", () => {
    const form = scaled(scale("aq-t-9009"), score, {}).form;
    expect(form?.items.find(({ id }) => id === "other")?.tasks).toHaveLength(score.tasks.length);
  });

  test("names scales, markers, capabilities and items that exist", () => {
    const { assessment, objectives } = chlorine().scenario;
    const capabilities = objectives.flatMap((one) => one.capabilities.map(({ id }) => id));
    expect(scales.has(assessment?.scale ?? "")).toBe(true);
    expect(loadMarkerSets().has(assessment?.markers ?? "")).toBe(true);
    for (const [id, items] of Object.entries(forms)) {
      expect(Object.keys(items).sort(), CHLORINE).toEqual(capabilities.sort());
      const known = scale(id).form?.items.map((item) => item.id) ?? [];
      for (const item of Object.values(items)) expect(known).toContain(item);
    }
  });
});
