// The first page: code, post, enter; and what this device lacks for it.
import { useCallback, useEffect, useState } from "react";
import type { JoinOffer } from "../../sim-server/protocol/api.ts";
import { Mark } from "../look/mark.tsx";
import { TablePicture } from "../look/table-picture.tsx";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { deviceId, keepSeat } from "../session/seat.ts";
import { useErrorWords } from "../words/common.ts";
import { lobby as en } from "../words/en/lobby.ts";
import { addWords, useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import { lobby as zh } from "../words/zh/lobby.ts";
import { CODE_LENGTH, CodePad } from "./code-pad.tsx";
import { DeviceCheck } from "./device-check.tsx";
import { SeatList } from "./seat-list.tsx";
import "./lobby.css";
import "./lobby-seats.css";
import "./lobby-side.css";

addWords("lobby", { zh, en });

export default function LobbyPage({ code: given }: { code: string | null }) {
  const t = useWords("lobby");
  const c = useWords("common");
  const errorWords = useErrorWords();
  const [code, setCode] = useState((given ?? "").replace(/\D/g, "").slice(0, CODE_LENGTH));
  const [offer, setOffer] = useState<JoinOffer | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const offerFor = useCallback(
    async (wanted: string) => {
      setBusy(true);
      setProblem(null);
      const reply = await api.join(wanted);
      setBusy(false);
      if (reply.ok) setOffer(reply.value);
      else setProblem(errorWords(reply.code));
    },
    [errorWords],
  );

  // A scanned QR code or a link needs no key press.
  useEffect(() => {
    if (given !== null && given.replace(/\D/g, "").length === CODE_LENGTH) void offerFor(given.replace(/\D/g, ""));
  }, [given, offerFor]);

  const enter = async (slot: string, name: string) => {
    setBusy(true);
    setProblem(null);
    const reply = await api.claim({ code, slot, name, deviceId: deviceId() });
    if (reply.ok) {
      keepSeat(reply.value);
      go(`/play/${encodeURIComponent(reply.value.runId)}`);
      return;
    }
    // Someone may have been quicker: show the posts as they are now, with the reason.
    const fresh = await api.join(code);
    if (fresh.ok) setOffer(fresh.value);
    setProblem(errorWords(reply.code));
    setBusy(false);
  };

  return (
    <div className="lobby">
      <header className="lobby-head">
        <Mark size={40} />
        <div>
          <p className="lobby-name">{c("product")}</p>
          <p className="lobby-tagline">{c("tagline")}</p>
        </div>
        <LanguageSwitch />
      </header>
      <main className="lobby-main">
        <section className="lobby-card" aria-labelledby="lobby-title">
          <h1 id="lobby-title" className={offer ? "unseen" : undefined}>
            {t("title")}
          </h1>
          {offer ? (
            <SeatList
              offer={offer}
              busy={busy}
              problem={problem}
              onEnter={(slot, name) => void enter(slot, name)}
              onContinue={(runId) => go(`/play/${encodeURIComponent(runId)}`)}
              onOtherCode={() => {
                setOffer(null);
                setCode("");
                setProblem(null);
                go("/", "replace");
              }}
            />
          ) : (
            <CodePad
              code={code}
              busy={busy}
              problem={problem}
              onCode={(next) => {
                setCode(next);
                setProblem(null);
              }}
              onEnter={() => void offerFor(code)}
            />
          )}
        </section>
        <aside className="lobby-side">
          <TablePicture />
          <DeviceCheck />
        </aside>
      </main>
      <footer className="lobby-foot">
        <span>{t("staff")}</span>
        <a href="/console">{t("console")}</a>
        <a href="/desk">{t("desk")}</a>
      </footer>
    </div>
  );
}
