// Negotiation: what the other side asks for, our offers and their answers, and evidence to argue with.
import { useState } from "react";
import { useWords } from "../words/language.ts";
import { amountWords } from "./build-model.ts";
import type { Bargain, CaseActs, CaseModel } from "./case-model.ts";
import { CheckPicker } from "./check-picker.tsx";

export function BargainPanel({ model, acts }: { model: CaseModel; acts: CaseActs }) {
  return (
    <div className="case-scroll">
      {model.bargains.map((one) => (
        <BargainCard key={one.id} bargain={one} model={model} acts={acts} />
      ))}
    </div>
  );
}

function BargainCard({ bargain, model, acts }: { bargain: Bargain; model: CaseModel; acts: CaseActs }) {
  const t = useWords("case");
  const [amount, setAmount] = useState("");
  const [evidence, setEvidence] = useState<ReadonlySet<string>>(new Set());
  const words = (value: string) =>
    amountWords(value, bargain.unit, model.currency, (key, values) => t(key, values ?? {}));
  const given = Number(amount.replace(/[,，\s]/g, ""));
  const value = bargain.unit === "rate" ? given / 100 : given;
  const wrong = amount !== "" && !(value >= Number(bargain.least) && value <= Number(bargain.most));
  const put = async () => {
    const written = bargain.unit === "rate" ? String(Number(value.toFixed(6))) : amount.replace(/[,，\s]/g, "");
    if (await acts.offer(bargain.id, written, [...evidence])) setAmount("");
  };
  return (
    <section className="case-block">
      <header>
        <h3>{bargain.title}</h3>
        <span>{t("bargain.with", { name: bargain.with })}</span>
      </header>
      <p>{bargain.brief}</p>
      {bargain.status === "closed" ? <p className="case-quiet">{t("bargain.closed")}</p> : null}
      <ol className="offers">
        {bargain.offers.map((offer, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: offers only grow; the place is the round
          <li key={index}>
            <b className="clock">{t("bargain.ours", { amount: words(offer.amount) })}</b>
            <p>{offer.reply}</p>
            <b className="clock">{t("bargain.theirs", { amount: words(offer.counter) })}</b>
          </li>
        ))}
      </ol>
      {bargain.status === "agreed" && bargain.agreed ? (
        <p className="tone-safe">✓ {t("bargain.agreed", { amount: words(bargain.agreed) })}</p>
      ) : null}
      {bargain.status === "broken" ? <p className="tone-danger">✕ {t("bargain.broken")}</p> : null}
      {bargain.status === "open" ? (
        <form
          className="case-form"
          onSubmit={(event) => {
            event.preventDefault();
            void put();
          }}
        >
          <p>
            <b>{t("bargain.asks", { amount: words(bargain.asks) })}</b>
            <br />
            <small className="case-quiet">
              {t("bargain.round", { round: bargain.round, rounds: bargain.rounds, hours: bargain.hoursPerRound })}
            </small>
          </p>
          <label>
            {t("bargain.offer")}{" "}
            <small className="case-quiet clock">{`${words(bargain.least)} – ${words(bargain.most)}`}</small>
            <input
              inputMode="decimal"
              value={amount}
              aria-invalid={wrong}
              data-id={`offer-${bargain.id}`}
              onChange={(event) => setAmount(event.target.value)}
            />
          </label>
          <CheckPicker
            title={t("bargain.arguments")}
            search=""
            choices={model.pinned}
            picked={evidence}
            onPick={setEvidence}
            empty={t("finding.noEvidence")}
          />
          <div className="case-inline">
            <button type="submit" className="press tone-act" disabled={amount === "" || wrong}>
              {t("bargain.put")}
            </button>
            <button type="button" className="press tone-quiet" onClick={() => void acts.walkAway(bargain.id)}>
              {t("bargain.walkAway")}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
