// While people gather: the code and its QR large enough to read across a room, who is in place, and the start.
import { Button } from "antd";
import { toString as drawQr } from "qrcode";
import { useEffect, useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { postOf } from "../record/names.ts";
import { spacedCode } from "../record/time.ts";
import { api } from "../session/api.ts";
import { useText, useWords } from "../words/language.ts";

type Props = {
  briefing: ConsoleBriefing;
  view: ConsoleView | null;
  onStart: (() => void) | null;
  onClose: (() => void) | null;
};

export function JoinBoard({ briefing, view, onStart, onClose }: Props) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const code = useCode(briefing.runId);
  const address = code ? `${window.location.origin}/join/${code}` : null;
  const picture = useQr(address);
  const people = new Map(view?.people.map((person) => [person.slot, person]));
  const joined = briefing.roster.filter(
    (seat) => people.get(seat.slot)?.connected && !people.get(seat.slot)?.simulated,
  );

  return (
    <section className="join-board" aria-labelledby="join-title">
      <h1 id="join-title">{text(briefing.scenario.title)}</h1>
      <div className="join-main">
        <div className="join-qr">
          {picture ? (
            <img src={picture} alt={t("qr")} width="280" height="280" />
          ) : (
            <p>{code === "" ? t("codeGone") : c("loading")}</p>
          )}
        </div>
        <div className="join-words">
          <p className="join-title">{t("joinTitle")}</p>
          <p>{t("joinHint", { url: window.location.origin })}</p>
          <p className="join-code clock">
            {code === null ? "··· ···" : code === "" ? t("codeGone") : spacedCode(code)}
          </p>
          <p className="join-count">{t("joined", { n: joined.length, all: briefing.roster.length })}</p>
          <ul className="join-seats">
            {briefing.roster.map((seat) => {
              const person = people.get(seat.slot);
              const here = person?.connected && !person.simulated;
              return (
                <li key={seat.slot} className={here ? "here" : undefined}>
                  <span aria-hidden="true">{here ? "✓" : "○"}</span>
                  {postOf(briefing.roster, seat, text)}
                  <b>{here ? person.name : seat.name || t("waiting")}</b>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
      {onStart && (
        <div className="join-act">
          <Button type="primary" size="large" onClick={onStart}>
            ▶ {t("start")}
          </Button>
          <span>{t("startHint")}</span>
        </div>
      )}
      {onClose && (
        <div className="join-act">
          <Button onClick={onClose}>{c("close")}</Button>
        </div>
      )}
    </section>
  );
}

/** The run's code; empty when it has expired, null while asking. */
function useCode(runId: string): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void api.run(runId).then((reply) => here && setCode(reply.ok ? (reply.value.row.code ?? "") : ""));
    return () => {
      here = false;
    };
  }, [runId]);
  return code;
}

function useQr(address: string | null): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (!address) return;
    let here = true;
    void drawQr(address, { type: "svg", margin: 1, color: { dark: "#0f1b24", light: "#fffdf6" } }).then((svg) => {
      if (here) setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
    });
    return () => {
      here = false;
    };
  }, [address]);
  return picture;
}
