// Talking: choose what to say, then to whom; what is said on the phone is offered at the phone only.
import type { Briefing, SendableMessage } from "../../sim-server/protocol/briefing.ts";
import type { PageView } from "./pages.ts";
import type { Block, PanelButton } from "./panel.ts";
import { notify } from "./play-store.ts";
import { read, word } from "./words.ts";

export function talkPage(view: PageView): Block[] {
  const { run, play } = view;
  if (!run.briefing) return [];
  const message = run.briefing.messages.find((known) => known.id === play.talking?.message);
  return message ? recipientsPage(view, run.briefing, message) : messagesPage(view, run.briefing);
}

function messagesPage(view: PageView, briefing: Briefing): Block[] {
  const { play, trainee } = view;
  const here = briefing.messages.filter((message) => message.at === play.at);
  const elsewhere = play.at === null ? briefing.messages.filter((message) => message.at !== null) : [];
  const title =
    play.at === null ? word("talk.title") : read(briefing.stage.props[play.at]?.title ?? { zh: "", en: "" });
  const blocks: Block[] = [
    { kind: "title", text: title },
    ...here.map((message) => messageButton(view, message)),
    ...elsewhere.map(
      (message): Block => ({
        ...messageButton(view, message),
        off: true,
        detail: word("talk.elsewhere", { place: placeTitle(briefing, message) }),
      }),
    ),
  ];
  if (here.length === 0) blocks.push({ kind: "text", text: word("talk.none"), tone: "quiet" });
  const atPhone = play.at !== null && briefing.stage.props[play.at]?.kind === "phone";
  if (atPhone && briefing.reports.some((report) => report.channel === "phone")) {
    const press = () => trainee.play.setState({ page: "report" });
    blocks.push({ kind: "button", id: "to-report", text: word("report.title"), tone: "act", press });
  }
  return blocks;
}

const placeTitle = (briefing: Briefing, message: SendableMessage): string =>
  read(briefing.stage.props[message.at ?? ""]?.title ?? { zh: "", en: "" });

function messageButton({ trainee }: PageView, message: SendableMessage): PanelButton {
  const kind = message.order ? word("talk.order") : word(`channel.${message.channel}`);
  return {
    kind: "button",
    id: `say-${message.id}`,
    text: read(message.title),
    detail: kind,
    press: () => trainee.play.setState({ talking: { message: message.id } }),
  };
}

function recipientsPage(view: PageView, briefing: Briefing, message: SendableMessage): Block[] {
  const { trainee } = view;
  const back = () => trainee.play.setState({ talking: null });
  const send = (to: string | null) => {
    back();
    const intent =
      to === null ? { do: "send" as const, message: message.id } : { do: "send" as const, message: message.id, to };
    void trainee.ask(intent).then((answer) => answer.ok && notify(trainee.play, word("talk.sent"), "safe"));
  };
  const people = recipients(briefing, message);
  return [
    { kind: "title", text: read(message.title) },
    { kind: "entry", head: word(`channel.${message.channel}`), text: read(message.text) },
    { kind: "text", text: word("talk.to"), tone: "quiet" },
    ...people.map(
      (person): Block => ({
        kind: "button",
        id: `to-${person.id ?? "all"}`,
        text: person.title,
        detail: word("talk.send"),
        tone: "act",
        press: () => send(person.id),
      }),
    ),
    { kind: "button", id: "back", text: word("talk.back"), tone: "quiet", press: back },
  ];
}

type Recipient = { id: string | null; title: string };

/** Everyone it may go to; a position with several people offers each of them and all together. */
function recipients(briefing: Briefing, message: SendableMessage): Recipient[] {
  const listed = message.to.flatMap((to): Recipient[] => {
    const contact = briefing.contacts.find((known) => known.id === to);
    if (contact) return [{ id: to, title: read(contact.title) }];
    const holders = briefing.roster.filter(
      (row) => (row.position === to || row.slot === to) && row.slot !== briefing.slot,
    );
    const named = holders.map((row) => ({
      id: row.slot,
      title: row.name ? `${row.name}（${read(row.positionTitle)}）` : read(row.positionTitle),
    }));
    const [first] = holders;
    if (named.length < 2 || !first) return named;
    return [{ id: to, title: word("talk.everyone", { title: read(first.positionTitle) }) }, ...named];
  });
  if (message.to.length < 2) return listed;
  return [{ id: null, title: word("talk.everyone", { title: "" }) }, ...listed];
}
