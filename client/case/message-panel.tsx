// Messages: what came by phone or on paper, decisions asked for, things to say and reports to write.
import { useState } from "react";
import type { Briefing, ReportForm, SendableMessage } from "../../sim-server/protocol/briefing.ts";
import { clockOf } from "../record/time.ts";
import type { RunState } from "../session/run-store.ts";
import { useText, useWords } from "../words/language.ts";

export function MessagePanel({ run }: { run: RunState }) {
  const t = useWords("case");
  const s = useWords("trainee");
  const text = useText();
  const { briefing, inbox, self } = run;
  if (!briefing) return null;
  return (
    <div className="case-scroll">
      {(self?.decisions ?? []).map((decision) => (
        <section key={decision.id} className="case-block decision">
          <h3>{t("message.decide")}</h3>
          <p>{text(decision.prompt)}</p>
          {decision.options.map((option) => (
            <button
              key={option.id}
              type="button"
              className="press"
              data-id={`decide-${option.id}`}
              onClick={() => void run.ask({ do: "decide", decision: decision.id, option: option.id })}
            >
              {text(option.text)}
            </button>
          ))}
        </section>
      ))}
      {inbox.toReversed().map((item) => (
        <article key={item.id} className="stated">
          <header>
            <b>{text(item.fromTitle)}</b>
            <span className="clock">
              {s(`channel.${item.channel}`)} · {clockOf(item.tick)}
            </span>
          </header>
          <p>{text(item.text)}</p>
        </article>
      ))}
      {inbox.length === 0 ? <p className="case-quiet">{t("message.none")}</p> : null}
      {briefing.messages.length > 0 ? <h3>{t("message.say")}</h3> : null}
      {briefing.messages.map((message) => (
        <Sendable key={message.id} message={message} briefing={briefing} run={run} />
      ))}
      {briefing.reports.map((report) => (
        <Report key={report.id} report={report} run={run} />
      ))}
    </div>
  );
}

function Sendable({ message, briefing, run }: { message: SendableMessage; briefing: Briefing; run: RunState }) {
  const t = useWords("case");
  const text = useText();
  const [sent, setSent] = useState("");
  const title = (to: string) => {
    const contact = briefing.contacts.find(({ id }) => id === to);
    const post = briefing.roster.find((row) => row.position === to || row.slot === to);
    return contact ? text(contact.title) : post ? text(post.positionTitle) : to;
  };
  const send = async (to: string) => {
    const answer = await run.ask({ do: "send", message: message.id, to });
    if (answer.ok) setSent(to);
  };
  return (
    <details className="case-block">
      <summary>{text(message.title)}</summary>
      <p>{text(message.text)}</p>
      {message.to.map((to) => (
        <button key={to} type="button" className="press" onClick={() => void send(to)}>
          {sent === to ? `✓ ${t("message.sent")} · ` : "→ "}
          {title(to)}
        </button>
      ))}
    </details>
  );
}

function Report({ report, run }: { report: ReportForm; run: RunState }) {
  const t = useWords("case");
  const text = useText();
  const [items, setItems] = useState<Readonly<Record<string, string>>>({});
  const sent = run.self?.reportsSent.some((one) => one.report === report.id) ?? false;
  const send = () => void run.ask({ do: "report", report: report.id, items: { ...items } });
  return (
    <details className="case-block">
      <summary>
        {t("message.report")} · {text(report.title)} {sent ? `✓ ${t("message.sent")}` : ""}
      </summary>
      <div className="case-form">
        {report.items.map((item) => (
          <label key={item.id}>
            {text(item.title)}
            <select
              value={items[item.id] ?? ""}
              onChange={(event) => setItems({ ...items, [item.id]: event.target.value })}
            >
              <option value="">{t("message.choose")}</option>
              {item.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {text(option.text)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button
          type="button"
          className="press tone-act"
          disabled={report.items.some(({ id }) => !items[id])}
          onClick={send}
        >
          {t("message.send")}
        </button>
      </div>
    </details>
  );
}
