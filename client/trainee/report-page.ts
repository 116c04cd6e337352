// Composing a report by choosing: one item at a time with big choices, then a review before it goes out.
import type { Briefing, ReportForm } from "../../sim-server/protocol/briefing.ts";
import type { PageView } from "./pages.ts";
import type { Block, PanelButton } from "./panel.ts";
import { closePage, notify } from "./play-store.ts";
import { clock, read, word } from "./words.ts";

export function reportPage(view: PageView): Block[] {
  const { run, play } = view;
  if (!run.briefing) return [];
  const form = run.briefing.reports.find((known) => known.id === play.writing?.report);
  if (!form || !play.writing) return formsPage(view, run.briefing);
  return play.writing.item < form.items.length ? itemPage(view, form, play.writing.item) : reviewPage(view, form);
}

/** A phone report is made at a phone, a written one at a desk, a radio one anywhere. */
function canWrite(briefing: Briefing, form: ReportForm, at: string | null): boolean {
  if (form.channel === "radio") return true;
  const kind = at === null ? null : briefing.stage.props[at]?.kind;
  return form.channel === "phone" ? kind === "phone" : kind === "report-desk";
}

function formsPage(view: PageView, briefing: Briefing): Block[] {
  const { play, run, trainee } = view;
  const to = (form: ReportForm) => {
    const contact = briefing.contacts.find((known) => known.id === form.to);
    return contact ? `${word("report.to")} ${read(contact.title)}` : "";
  };
  const sent = (form: ReportForm) => run.self?.reportsSent.findLast((report) => report.report === form.id);
  const forms = briefing.reports.map((form): PanelButton => {
    const able = canWrite(briefing, form, play.at);
    const last = sent(form);
    const state = last ? `${word("report.sent")} ${clock(last.tick)}` : to(form);
    return {
      kind: "button",
      id: `report-${form.id}`,
      text: read(form.title),
      detail: able ? state : word(form.channel === "phone" ? "report.phone" : "report.written"),
      off: !able,
      press: () => trainee.play.setState({ writing: { report: form.id, item: 0, items: {} } }),
    };
  });
  if (forms.length === 0)
    return [
      { kind: "title", text: word("report.title") },
      { kind: "text", text: word("report.none"), tone: "quiet" },
    ];
  return [{ kind: "title", text: word("report.choose") }, ...forms];
}

function itemPage(view: PageView, form: ReportForm, index: number): Block[] {
  const { play, trainee } = view;
  const item = form.items[index];
  const writing = play.writing;
  if (!item || !writing) return [];
  const move = (items: Readonly<Record<string, string>>, to: number) =>
    trainee.play.setState({ writing: { ...writing, items, item: to } });
  const full = form.items.every((other) => other.id === item.id || writing.items[other.id]);
  const next = full ? form.items.length : index + 1;
  const { [item.id]: _skipped, ...rest } = writing.items;
  return [
    {
      kind: "text",
      text: `${read(form.title)} · ${word("report.item", { number: index + 1, count: form.items.length })}`,
      tone: "quiet",
    },
    { kind: "title", text: read(item.title) },
    ...item.options.map(
      (option): Block => ({
        kind: "button",
        id: `option-${option.id}`,
        text: read(option.text),
        chosen: writing.items[item.id] === option.id,
        press: () => move({ ...writing.items, [item.id]: option.id }, next),
      }),
    ),
    {
      kind: "row",
      buttons: [
        {
          kind: "button",
          id: "back",
          text: word("report.back"),
          tone: "quiet",
          press: () => (index > 0 ? move(writing.items, index - 1) : trainee.play.setState({ writing: null })),
        },
        { kind: "button", id: "skip", text: word("report.skip"), tone: "quiet", press: () => move(rest, index + 1) },
      ],
    },
  ];
}

function reviewPage(view: PageView, form: ReportForm): Block[] {
  const { play, trainee } = view;
  const writing = play.writing;
  if (!writing) return [];
  const send = () => {
    void trainee.ask({ do: "report", report: form.id, items: { ...writing.items } }).then((answer) => {
      if (!answer.ok) return;
      notify(trainee.play, word("report.sent"), "safe");
      closePage(trainee.play);
    });
  };
  return [
    { kind: "title", text: `${word("report.review")}：${read(form.title)}` },
    { kind: "text", text: word("report.change"), tone: "quiet" },
    ...form.items.map((item, index): Block => {
      const chosen = item.options.find((option) => option.id === writing.items[item.id]);
      return {
        kind: "button",
        id: `change-${item.id}`,
        text: chosen ? read(chosen.text) : word("report.missing"),
        detail: read(item.title),
        tone: chosen ? "plain" : "warn",
        press: () => trainee.play.setState({ writing: { ...writing, item: index } }),
      };
    }),
    { kind: "button", id: "send-report", text: word("report.send"), tone: "act", press: send },
  ];
}
