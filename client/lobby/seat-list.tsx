// After the code: the posts of this exercise as large rows, one to choose, a name to give, one button to enter.
import { type FormEvent, useState } from "react";
import type { JoinOffer } from "../../sim-server/protocol/api.ts";
import { keptSeat } from "../session/seat.ts";
import { useText, useWords } from "../words/language.ts";

type Props = {
  offer: JoinOffer;
  busy: boolean;
  problem: string | null;
  onEnter: (slot: string, name: string) => void;
  onContinue: (runId: string) => void;
  onOtherCode: () => void;
};

export function SeatList({ offer, busy, problem, onEnter, onContinue, onOtherCode }: Props) {
  const t = useWords("lobby");
  const text = useText();
  const kept = keptSeat(offer.runId);
  const mine = offer.slots.find((slot) => slot.slot === kept?.slot);
  const free = offer.slots.filter((slot) => slot.free);
  const [slot, setSlot] = useState<string | null>(free.length === 1 ? (free[0]?.slot ?? null) : null);
  const chosen = offer.slots.find((seat) => seat.slot === slot);
  const [name, setName] = useState("");
  const post = (seat: JoinOffer["slots"][number]) => `${text(seat.positionTitle)} ${ordinal(offer, seat.slot)}`.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && !busy) onEnter(chosen.slot, chosen.name || name.trim() || post(chosen));
  };

  return (
    <form className="seats" onSubmit={submit}>
      <p className="run-title">{text(offer.title)}</p>
      {mine && (
        <div className="seat-kept">
          <p>{t("continueAs", { post: post(mine) })}</p>
          <button type="button" className="act" onClick={() => onContinue(offer.runId)}>
            {t("continueSeat")}
          </button>
        </div>
      )}
      {free.length === 0 && !mine ? (
        <div className="seats-none" role="alert">
          <h2>{t("noSlots.title")}</h2>
          <p>{t("noSlots.hint")}</p>
        </div>
      ) : (
        <fieldset className="seat-set">
          <legend>{t("chooseTitle")}</legend>
          <p className="pad-hint">{t("chooseHint")}</p>
          <div className="seat-rows">
            {offer.slots.map((seat) => (
              <label key={seat.slot} className={seat.free ? "seat" : "seat seat-taken"}>
                <input
                  type="radio"
                  name="slot"
                  value={seat.slot}
                  checked={slot === seat.slot}
                  disabled={!seat.free || busy}
                  onChange={() => setSlot(seat.slot)}
                />
                <span className="seat-post">{post(seat)}</span>
                <span className="seat-name">{seat.name}</span>
                <span className="seat-state">{t(seat.free ? (seat.name ? "yours" : "free") : "taken")}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {chosen && chosen.name === "" && (
        <label className="name-field">
          {t("nameLabel")}
          <input value={name} maxLength={24} autoComplete="name" onChange={(event) => setName(event.target.value)} />
          <span className="pad-hint">{t("nameHint")}</span>
        </label>
      )}
      {problem && (
        <p className="pad-problem" role="alert">
          {problem}
        </p>
      )}
      {free.length > 0 && (
        <>
          <button type="submit" className="act" disabled={!chosen || busy}>
            {chosen ? t("enterAs", { post: post(chosen) }) : t("enter")}
          </button>
          <p className="pad-hint centred">{t("vrLater")}</p>
        </>
      )}
      <button type="button" className="plain" onClick={onOtherCode}>
        {t("otherCode")}
      </button>
    </form>
  );
}

/** The number behind a post that several people hold; a post of one has none. */
function ordinal(offer: JoinOffer, slot: string): string {
  const position = slot.replace(/-\d+$/, "");
  const alike = offer.slots.filter((seat) => seat.slot.replace(/-\d+$/, "") === position);
  return alike.length > 1 ? (slot.match(/\d+$/)?.[0] ?? "") : "";
}
