// Cards that ask for attention, one at a time: a decision with its clock, a probe, a choice of acts.

import type { PageView } from "./pages.ts";
import type { Block, Panel } from "./panel.ts";
import { clock, read, word } from "./words.ts";

export type Card = { readonly id: string; readonly panel: Panel };

/** The most pressing card: a probe stops everything, then a decision, then what the hands were about to do. */
export function cardOf(view: PageView, tick: number): Card | null {
  const { run, play, trainee } = view;
  const probe = run.self?.probe;
  if (probe) {
    return {
      id: `probe-${probe.id}`,
      panel: {
        tabs: [],
        blocks: [
          {
            kind: "text",
            text: `${word("probe.title")} · ${word("decision.left", { time: clock(probe.dueTick - tick) })}`,
            tone: "warn",
          },
          { kind: "title", text: read(probe.ask) },
          { kind: "text", text: word("probe.hint"), tone: "quiet" },
          ...probe.options.map(
            (option): Block => ({
              kind: "button",
              id: `answer-${option.id}`,
              text: read(option.text),
              press: () => void trainee.ask({ do: "answer", probe: probe.id, option: option.id }),
            }),
          ),
        ],
      },
    };
  }
  const decision = run.self?.decisions[0];
  if (decision) {
    const left = decision.dueTick - tick;
    return {
      id: `decision-${decision.id}`,
      panel: {
        tabs: [],
        blocks: [
          {
            kind: "meter",
            label: word("decision.title"),
            value: word("decision.left", { time: clock(left) }),
            fraction: Math.max(0, left / Math.max(1, decision.dueTick - decision.openedTick)),
            tone: left < 150 ? "danger" : "warn",
          },
          { kind: "title", text: read(decision.prompt) },
          ...decision.options.map(
            (option): Block => ({
              kind: "button",
              id: `decide-${option.id}`,
              text: read(option.text),
              press: () => void trainee.ask({ do: "decide", decision: decision.id, option: option.id }),
            }),
          ),
        ],
      },
    };
  }
  if (!play.choosing) return null;
  const { target, actions } = play.choosing;
  return {
    id: `choose-${target.id}`,
    panel: {
      tabs: [],
      blocks: [
        { kind: "text", text: word("choose.title"), tone: "quiet" },
        { kind: "title", text: read(target.title) },
        ...actions.map(
          (action): Block => ({
            kind: "button",
            id: `act-${action}`,
            text: word(`act.${action}`),
            tone: "act",
            press: () => trainee.act(target, action),
          }),
        ),
        {
          kind: "button",
          id: "act-none",
          text: word("choose.cancel"),
          tone: "quiet",
          press: () => trainee.play.setState({ choosing: null }),
        },
      ],
    },
  };
}
