// The events list at hand: next, manual and past, each inject fired, held or skipped with one press.
import { Button, Segmented } from "antd";
import { useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { Names } from "../record/names.ts";
import { clockOf, clockOfSeconds, secondsOf } from "../record/time.ts";
import { useText, useWords } from "../words/language.ts";
import type { Command } from "./command.ts";
import { type Item, type Sorted, ticksToGo } from "./events-list.ts";

type Props = {
  briefing: ConsoleBriefing;
  lists: Sorted;
  /** Ids of events that have come to pass. */
  happened: ReadonlySet<string>;
  tick: number;
  names: Names;
  command: Command;
  onAdhoc: () => void;
};
type Tab = "next" | "manual" | "past";

export function EventsPanel({ briefing, lists, happened, tick, names, command, onAdhoc }: Props) {
  const t = useWords("console");
  const text = useText();
  const [tab, setTab] = useState<Tab>("next");
  // Those meant for a hand come first; any other declared event may be brought about by hand as well.
  const events = briefing.events
    .filter((event) => !happened.has(event.id))
    .sort((a, b) => Number(b.manual) - Number(a.manual));
  const counts = { next: lists.next.length, manual: lists.manual.length + events.length, past: lists.past.length };
  const none = { next: t("noNext"), manual: t("noManual"), past: t("noPast") };
  return (
    <section className="panel events" aria-labelledby="events-title">
      <h2 id="events-title">
        {t("msel")}
        <Button size="small" onClick={onAdhoc}>
          + {t("adhoc")}
        </Button>
      </h2>
      <Segmented
        block
        size="small"
        aria-label={t("msel")}
        value={tab}
        onChange={setTab}
        options={(["next", "manual", "past"] as const).map((one) => ({
          value: one,
          label: `${t(one)} ${counts[one]}`,
        }))}
      />
      <ul className="scroll">
        {counts[tab] === 0 && <li className="empty">{none[tab]}</li>}
        {lists[tab].map((item) => (
          <InjectRow key={item.id} item={item} tick={tick} names={names} command={command} />
        ))}
        {tab === "manual" &&
          events.map((event) => (
            <li key={event.id} className="inject">
              <span className="inject-when" aria-hidden="true">
                ◆
              </span>
              <span className="inject-title" title={text(event.title)}>
                {text(event.title)}
              </span>
              <span className="inject-facts">{t(event.manual ? "eventByHand" : "eventByItself")}</span>
              <span className="inject-acts">
                <Button
                  size="small"
                  aria-label={`${t("cause")} ${text(event.title)}`}
                  onClick={() => command({ do: "event", event: event.id })}
                >
                  ▸ {t("cause")}
                </Button>
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}

type RowProps = { item: Item; tick: number; names: Names; command: Command };

function InjectRow({ item, tick, names, command }: RowProps) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const toGo = ticksToGo(item, tick);
  const waiting = item.status === "pending" || item.status === "held";
  const title = text(item.title);
  return (
    <li className={`inject inject-${item.status}`}>
      <span className="inject-when clock">
        {waiting
          ? item.atS === null
            ? item.manual
              ? t("hand")
              : "⚑"
            : clockOfSeconds(item.atS)
          : clockOf(item.tick ?? 0)}
      </span>
      <span className="inject-title" title={text(item.text)}>
        {title}
      </span>
      <span className="inject-facts">
        {waiting && toGo !== null && (
          <b className="clock">{toGo > 0 ? t("due", { time: clockOfSeconds(secondsOf(toGo)) }) : t("now")} · </b>
        )}
        {waiting && item.when !== null && <b title={item.when}>{t("when")} · </b>}
        {item.status === "held" && <b className="warn">❚❚ {t("held")} · </b>}
        {item.status === "skipped" && <b>{t("skipped")} · </b>}
        {c(`channel.${item.channel}`)} → {item.to.map(names.who).join(c("listComma"))}
      </span>
      {waiting && (
        <span className="inject-acts">
          <Button
            size="small"
            type="primary"
            aria-label={`${t("fire")} ${title}`}
            onClick={() => command({ do: "fire", inject: item.id })}
          >
            ▸ {t("fire")}
          </Button>
          <Button
            size="small"
            title={t(item.status === "held" ? "unhold" : "hold")}
            aria-label={`${t(item.status === "held" ? "unhold" : "hold")} ${title}`}
            onClick={() => command({ do: item.status === "held" ? "unhold" : "hold", inject: item.id })}
          >
            {item.status === "held" ? "▶" : "❚❚"}
          </Button>
          <Button
            size="small"
            title={t("skip")}
            aria-label={`${t("skip")} ${title}`}
            onClick={() => command({ do: "skip", inject: item.id })}
          >
            ⤼
          </Button>
        </span>
      )}
    </li>
  );
}
