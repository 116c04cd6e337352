// Speech: messages sent with one choice, orders to teammates, composed reports, and who hears them.
import type { RefusalCode } from "../protocol/refusals.ts";
import { able, emitFact, type Run, slotsOf, TICKS, tell } from "./run.ts";
import { sparkOfPhone } from "./sparks.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

const TALK_TICKS = 30;
const AT_PROP_M = 2.5;

/** Sends a declared message; a message with steps is an order that simulated teammates carry out. */
export function send(run: Run, body: Body, id: string, to: string | undefined): RefusalCode | null {
  const message = run.compiled.scenario.messages[id];
  if (!message) return "unknown";
  if (!able(body)) return "collapsed";
  if (!message.from.includes(body.position)) return "not-yours";
  if (message.at !== undefined && !near(run, body, message.at)) return "out-of-reach";
  const sent = run.state.sent[id] ?? 0;
  if (sent >= message.times) return "already-done";
  const targets = to === undefined ? message.to : [to];
  const allowed = (target: string): boolean =>
    message.to.includes(target) || message.to.some((position) => slotsOf(run, position).includes(target));
  if (!targets.every(allowed)) return "not-here";
  run.state.sent[id] = sent + 1;
  body.talkingUntil = run.state.tick + TALK_TICKS;
  deliver(run, body.slot, id, targets);
  if (message.channel === "phone" && message.at === undefined) sparkOfPhone(run, body);
  return null;
}

/** A simulated person without a body sends a message it is declared to send. */
export function sendVoice(run: Run, speaker: string, id: string, to: string | undefined): void {
  const message = run.compiled.scenario.messages[id];
  if (message?.from.includes(speaker)) deliver(run, speaker, id, to === undefined ? message.to : [to]);
}

function deliver(run: Run, speaker: string, id: string, targets: readonly string[]): void {
  const message = run.compiled.scenario.messages[id];
  if (!message) return;
  for (const target of targets) {
    emitFact(run, speaker, "said", id, { to: target, channel: message.channel });
    for (const slot of slotsOf(run, target)) {
      if (slot === speaker) continue;
      const listener = run.state.bodies[slot];
      if (!listener) continue;
      tell(run, slot, { channel: message.channel, from: speaker, text: message.text });
      if (message.do && !listener.player && able(listener)) {
        listener.scripts = [
          { source: { kind: "message", id }, index: 0, waitUntil: run.state.tick + 2 * TICKS, begun: false },
        ];
        listener.walk = null;
        listener.work = null;
        listener.follow = null;
        emitFact(run, speaker, "ordered", id, { to: slot });
      }
    }
  }
}

/** Sends a composed report; each item is graded against the truth of this moment. */
export function report(run: Run, body: Body, id: string, items: Readonly<Record<string, string>>): RefusalCode | null {
  const form = run.compiled.scenario.reports[id];
  if (!form) return "unknown";
  if (!able(body)) return "collapsed";
  if (!form.from.includes(body.position)) return "not-yours";
  if (form.channel !== "radio" && !nearKind(run, body, form.channel === "phone" ? "phone" : "report-desk"))
    return "out-of-reach";
  const missing: string[] = [];
  const wrong: string[] = [];
  for (const item of form.items) {
    const choice = item.options.find((option) => option.id === items[item.id]);
    if (!choice) missing.push(item.id);
    else {
      const right =
        typeof choice.right === "boolean" ? choice.right : run.compiled.truths.get(`${id}/${item.id}/${choice.id}`)?.();
      if (right !== true) wrong.push(item.id);
    }
  }
  body.talkingUntil = run.state.tick + TALK_TICKS;
  emitFact(run, body.slot, "report-sent", id, {
    to: form.to,
    complete: missing.length === 0,
    missing: missing.length,
    wrong: wrong.length,
    missingItems: missing.join(" "),
    wrongItems: wrong.join(" "),
  });
  return null;
}

/**
 * Fills {missing} and {wrong} in a simulated person's words from the last report sent to them, and {air} from the
 * speaker's last test of the air.
 */
export function fillWords(run: Run, speaker: string, words: { zh: string; en: string }): { zh: string; en: string } {
  if (!words.zh.includes("{") && !words.en.includes("{")) return words;
  const test = (run.index.byKind.get("tested") ?? []).findLast((fact) => fact.by === speaker);
  const air = test
    ? {
        zh: `氧 ${test["oxygenPercent"]}%，可燃 ${test["lelPercent"]}%LEL，硫化氢 ${test["toxicPpm"]} ppm${test["clear"] ? "，合格" : "，不合格"}`,
        en: `oxygen ${test["oxygenPercent"]} %, flammable ${test["lelPercent"]} % LEL, hydrogen sulfide ${test["toxicPpm"]} ppm, ${test["clear"] ? "clear" : "not clear"}`,
      }
    : { zh: "没有读数", en: "no reading" };
  const last = (run.index.byKind.get("report-sent") ?? []).findLast((fact) => fact["to"] === speaker);
  const form = last ? run.compiled.scenario.reports[last.of] : undefined;
  const titles = (list: unknown, language: "zh" | "en"): string =>
    String(list ?? "")
      .split(" ")
      .map((item) => form?.items.find((entry) => entry.id === item)?.title[language] ?? "")
      .filter((title) => title !== "")
      .join(language === "zh" ? "、" : ", ");
  const fill = (language: "zh" | "en"): string =>
    words[language]
      .replaceAll("{air}", air[language])
      .replaceAll("{missing}", titles(last?.["missingItems"], language))
      .replaceAll("{wrong}", titles(last?.["wrongItems"], language));
  return { zh: fill("zh"), en: fill("en") };
}

function near(run: Run, body: Body, target: string): boolean {
  const prop = run.compiled.scenario.stage.props[target];
  return prop !== undefined && distance(body, prop.at) <= AT_PROP_M;
}

/** Near any prop of a kind; where the stage has none, the act needs no such prop. */
function nearKind(run: Run, body: Body, kind: string): boolean {
  const props = Object.values(run.compiled.scenario.stage.props).filter((prop) => prop.kind === kind);
  return props.length === 0 || props.some((prop) => distance(body, prop.at) <= AT_PROP_M);
}
