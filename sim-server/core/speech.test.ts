import { describe, expect, test } from "vitest";
import { hut, rig } from "./hut.fixture.ts";
import { inboxFor } from "./views/self.ts";

const t = (words: string) => ({ zh: words, en: words });
const message = (more: object) => ({
  title: t("m"),
  text: t("words"),
  from: ["lead"],
  to: ["hand"],
  channel: "radio",
  ...more,
});
const option = (id: string, right: boolean | string) => ({ id, text: t(id), right });
const compiled = hut({
  messages: {
    hello: message({ times: 2 }),
    ring: message({ channel: "phone", at: "phone", to: ["bureau"] }),
    retreat: message({ do: [{ go: "village" }] }),
    both: message({ from: ["hand"], to: ["lead", "bureau"] }),
  },
  reports: {
    casualties: {
      title: t("r"),
      from: ["lead"],
      to: "bureau",
      channel: "phone",
      items: [
        { id: "dead", title: t("the dead"), options: [option("none", "dead == 0.0"), option("some", "dead > 0.0")] },
        { id: "where", title: t("the place"), options: [option("here", true), option("there", false)] },
        { id: "when", title: t("the time"), options: [option("now", true), option("then", false)] },
      ],
    },
    note: {
      title: t("n"),
      from: ["lead"],
      to: "bureau",
      channel: "written",
      items: [{ id: "any", title: t("any"), options: [option("yes", true), option("no", false)] }],
    },
  },
  simulated: {
    bureau: {
      title: t("bureau"),
      channels: ["phone"],
      behaviour: [
        {
          id: "ask",
          when: "happened('report-sent')",
          do: [{ say: { zh: "缺：{missing}。错：{wrong}。", en: "Missing: {missing}. Wrong: {wrong}." }, to: "lead" }],
        },
      ],
    },
  },
});
const begun = () => {
  const one = rig(compiled);
  one.start();
  return one;
};

describe("a message", () => {
  test("reaches everybody of the position it is for, with who said it, and nobody else", () => {
    const { ask, run, facts } = begun();
    expect(ask("lead-1", { do: "send", message: "hello" })).toBeNull();
    for (const slot of ["hand-1", "hand-2", "hand-3"])
      expect(inboxFor(run, slot)).toMatchObject([{ from: "lead-1", channel: "radio", text: t("words") }]);
    expect(inboxFor(run, "lead-1")).toEqual([]);
    expect(facts("said", "hello")).toMatchObject([{ by: "lead-1", to: "hand", channel: "radio" }]);
  });

  test("to one person of a position reaches only that person", () => {
    const { ask, run } = begun();
    expect(ask("lead-1", { do: "send", message: "hello", to: "hand-2" })).toBeNull();
    expect([inboxFor(run, "hand-1").length, inboxFor(run, "hand-2").length]).toEqual([0, 1]);
  });

  test("may be sent by its own position, to its own people, from its own place, and so many times", () => {
    const { ask, put, body } = begun();
    const send = (by: string, id: string, to?: string) =>
      ask(by, { do: "send", message: id, ...(to === undefined ? {} : { to }) });
    expect(send("lead-1", "nothing")).toBe("unknown");
    expect(send("hand-1", "hello")).toBe("not-yours");
    expect(send("lead-1", "hello", "bureau")).toBe("not-here");
    expect(send("lead-1", "ring")).toBe("out-of-reach");
    put("lead-1", -14, 2);
    expect(send("lead-1", "ring")).toBeNull();
    expect([send("lead-1", "hello"), send("lead-1", "hello"), send("lead-1", "hello")]).toEqual([
      null,
      null,
      "already-done",
    ]);
    body("lead-1").condition = "collapsed";
    expect(send("lead-1", "retreat")).toBe("collapsed");
  });

  test("with steps is an order: simulated people carry it out, players only hear it", () => {
    const { ask, wait, body, facts } = begun();
    body("hand-3").follow = "lead-1";
    const where = body("hand-1").x;
    ask("lead-1", { do: "send", message: "retreat" });
    expect(facts("ordered", "retreat")).toMatchObject([{ by: "lead-1", to: "hand-3" }]);
    wait(20);
    expect(body("hand-3").x).toBeGreaterThan(where + 10);
    expect(body("hand-1").x).toBe(where);
  });

  test("to several is said once to each", () => {
    const { ask, facts } = begun();
    ask("hand-1", { do: "send", message: "both" });
    expect(facts("said", "both").map((fact) => fact["to"])).toEqual(["lead", "bureau"]);
  });
});

describe("a report", () => {
  const items = (dead: string, where: string, when?: string) => ({ dead, where, ...(when ? { when } : {}) });
  const sent = (chosen: Record<string, string>, dead: number) => {
    const one = begun();
    one.put("lead-1", -14, 2);
    one.run.state.casualties.dead = dead;
    expect(one.ask("lead-1", { do: "report", report: "casualties", items: chosen })).toBeNull();
    return one;
  };

  test("is graded item by item against the truth of its moment", () => {
    const graded = (chosen: Record<string, string>, dead: number) => {
      const fact = sent(chosen, dead).facts("report-sent")[0];
      return { complete: fact?.["complete"], missing: fact?.["missing"], wrong: fact?.["wrong"] };
    };
    expect(graded(items("none", "here", "now"), 0)).toEqual({ complete: true, missing: 0, wrong: 0 });
    expect(graded(items("none", "here", "now"), 1)).toEqual({ complete: true, missing: 0, wrong: 1 });
    expect(graded(items("some", "here", "now"), 1)).toEqual({ complete: true, missing: 0, wrong: 0 });
    expect(graded(items("some", "there"), 0)).toEqual({ complete: false, missing: 1, wrong: 2 });
    expect(graded(items("guess", "here", "now"), 0)).toEqual({ complete: false, missing: 1, wrong: 0 });
  });

  test("is answered by a simulated person with the titles of what is missing and wrong", () => {
    const { run, wait } = sent(items("some", "there"), 0);
    wait(5);
    expect(inboxFor(run, "lead-1").map(({ text }) => text)).toEqual([
      { zh: "缺：the time。错：the dead、the place。", en: "Missing: the time. Wrong: the dead, the place." },
    ]);
  });

  test("is made by its own position, by phone at the phone and in writing at the desk", () => {
    const { ask, put } = begun();
    const report = (by: string, id: string) => ask(by, { do: "report", report: id, items: { any: "yes" } });
    expect(report("lead-1", "casualties")).toBe("out-of-reach");
    expect(report("hand-1", "casualties")).toBe("not-yours");
    put("lead-1", -14, 2);
    expect(report("lead-1", "note")).toBe("out-of-reach");
    expect(report("lead-1", "none")).toBe("unknown");
    put("lead-1", -14, 9);
    expect(report("lead-1", "note")).toBeNull();
  });
});
