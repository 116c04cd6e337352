import { describe, expect, test } from "vitest";
import { hut, rig } from "./hut.fixture.ts";
import { selfView } from "./views/self.ts";

const t = (words: string) => ({ zh: words, en: words });
const option = (id: string, judgement: string, changes: readonly object[] = []) => ({
  id,
  text: t(id),
  judgement,
  because: t(`because of ${id}`),
  changes,
});
const compiled = hut({
  decisions: [
    {
      id: "water",
      to: ["hand"],
      trigger: { at: "5s" },
      prompt: t("water?"),
      options: [option("no", "right"), option("yes", "wrong", [{ dead: 1 }])],
      within: "10s",
    },
  ],
  probes: [
    {
      id: "how-many",
      level: 1,
      trigger: { at: "5s" },
      to: ["lead", "hand"],
      ask: t("missing?"),
      options: [
        { id: "none", text: t("none"), right: "missing == 0.0" },
        { id: "some", text: t("some"), right: "missing > 0.0" },
      ],
      within: "10s",
    },
  ],
});
const begun = () => {
  const one = rig(compiled);
  one.start();
  return one;
};
const decide = (option: string) => ({ do: "decide" as const, decision: "water", option });
const answer = (option: string) => ({ do: "answer" as const, probe: "how-many", option });

describe("a decision", () => {
  test("is put to those it is for, and taken once by whoever of them is first", () => {
    const { ask, wait, run, facts } = begun();
    expect(ask("hand-1", decide("no"))).toBe("not-open");
    wait(6);
    expect(selfView(run, "hand-2")?.decisions).toMatchObject([{ id: "water", options: [{ id: "no" }, { id: "yes" }] }]);
    expect(selfView(run, "lead-1")?.decisions).toEqual([]);
    expect(ask("lead-1", decide("no"))).toBe("not-yours");
    expect(ask("hand-1", decide("maybe"))).toBe("unknown");
    expect(ask("hand-2", decide("yes"))).toBeNull();
    expect(ask("hand-1", decide("no"))).toBe("already-done");
    expect(facts("decided", "water")).toMatchObject([{ by: "hand-2", option: "yes", judgement: "wrong" }]);
    expect(run.state.casualties.dead).toBe(1);
    expect(selfView(run, "hand-1")?.decisions).toEqual([]);
  });

  test("lapses when its time is over, to the tick", () => {
    const open = begun();
    open.waitFor(() => open.run.state.decisions["water"]?.opened !== -1, 10);
    const due = open.run.state.decisions["water"]?.due ?? 0;
    open.waitFor(() => open.run.state.tick === due, 20);
    expect(open.ask("hand-1", decide("no"))).toBe("expired");
    open.wait(1);
    expect(open.facts("decision-expired")).toMatchObject([{ of: "water" }]);
  });

  test("is not taken by somebody who has collapsed", () => {
    const { ask, wait, body } = begun();
    wait(6);
    body("hand-1").condition = "collapsed";
    expect(ask("hand-1", decide("no"))).toBe("collapsed");
  });
});

describe("a probe", () => {
  test("is asked of every player it is for, never of simulated people", () => {
    const { wait, facts } = begun();
    wait(6);
    expect(facts("probe-asked").map(({ by }) => by)).toEqual(["lead-1", "hand-1", "hand-2"]);
  });

  test("is right by the truth of the moment it was asked, not of the answer", () => {
    const { ask, wait, run, facts } = begun();
    wait(6);
    run.state.casualties.missing = 3;
    expect(ask("hand-1", answer("none"))).toBeNull();
    expect(ask("hand-2", answer("some"))).toBeNull();
    expect(facts("probe-answered").map((fact) => fact["right"])).toEqual([true, false]);
  });

  test("is answered once by each, in time, with an option it has", () => {
    const { ask, wait } = begun();
    expect(ask("hand-1", answer("none"))).toBe("not-open");
    wait(6);
    expect(ask("hand-1", answer("all"))).toBe("unknown");
    expect(ask("hand-1", answer("none"))).toBeNull();
    expect(ask("hand-1", answer("some"))).toBe("already-done");
    wait(10);
    expect(ask("hand-2", answer("none"))).toBe("expired");
    expect(ask("hand-3", answer("none"))).toBe("not-open");
  });
});
