// What the trainee finds: the issue, the verdict, the amount, the rules and articles it rests on, the pinned evidence.
import { useState } from "react";
import { useWords } from "../words/language.ts";
import type { CaseActs, CaseModel, Stated } from "./case-model.ts";
import { CheckPicker } from "./check-picker.tsx";
import { fullMoney } from "./money.ts";

const AMOUNT = /^-?\d{1,15}(\.\d{1,2})?$/;
const NOTHING: ReadonlySet<string> = new Set();

export function FindingForm({ model, acts }: { model: CaseModel; acts: CaseActs }) {
  const t = useWords("case");
  const [issue, setIssue] = useState("");
  const [choice, setChoice] = useState("");
  const [amount, setAmount] = useState("");
  const [rules, setRules] = useState(NOTHING);
  const [articles, setArticles] = useState(NOTHING);
  const [evidence, setEvidence] = useState(NOTHING);
  const about = model.issues.find((one) => one.id === issue);
  const plain = amount.replace(/[,，\s]/g, "");
  const amountWrong = plain !== "" && !AMOUNT.test(plain);
  const used = model.findings.filter(({ id }) => id.startsWith(`${issue} `)).length;
  const numbered = about !== undefined && about.unit !== "none";
  const ready = about && !amountWrong && used < model.attempts && (about.choices.length === 0 || choice !== "");
  const submit = async () => {
    const granted = await acts.stateFinding({
      issue,
      choice: choice === "" ? null : choice,
      amount: plain === "" ? null : about?.unit === "rate" ? String(Number((Number(plain) / 100).toFixed(6))) : plain,
      rules: [...rules],
      cites: [...articles],
      evidence: [...evidence],
    });
    if (!granted) return;
    setIssue("");
    setChoice("");
    setAmount("");
    setRules(NOTHING);
    setArticles(NOTHING);
    setEvidence(NOTHING);
  };
  return (
    <div className="case-scroll">
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label>
          {t("finding.issue")}
          <select
            value={issue}
            data-id="finding-issue"
            onChange={(event) => {
              setIssue(event.target.value);
              setChoice("");
            }}
          >
            <option value="">{t("finding.chooseIssue")}</option>
            {model.issues.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        {used > 0 ? (
          <p className="case-quiet">{t("finding.attempt", { number: used + 1, most: model.attempts })}</p>
        ) : null}
        {about && about.choices.length > 0 ? (
          <fieldset>
            <legend>{t("finding.verdict")}</legend>
            {about.choices.map((one) => (
              <label key={one.id} className="case-check">
                <input
                  type="radio"
                  name="finding-choice"
                  data-id={`choice-${one.id}`}
                  checked={choice === one.id}
                  onChange={() => setChoice(one.id)}
                />
                <span>{one.title}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        {numbered ? (
          <label>
            {about.unit === "money" ? t("finding.amount", { currency: model.currency }) : t(`finding.${about.unit}`)}
            <input
              inputMode="decimal"
              value={amount}
              data-id="finding-amount"
              aria-invalid={amountWrong}
              onChange={(event) => setAmount(event.target.value)}
              placeholder="0.00"
            />
            <small className={amountWrong ? "tone-warn" : "case-quiet"}>
              {amountWrong ? t("finding.amountWrong") : plain === "" ? "" : `= ${fullMoney(plain)}`}
            </small>
          </label>
        ) : null}
        <CheckPicker
          title={t("finding.rules")}
          search={t("finding.searchRules")}
          choices={model.rules}
          picked={rules}
          onPick={setRules}
        />
        <CheckPicker
          title={t("finding.articles")}
          search={t("finding.searchArticles")}
          choices={model.articles}
          picked={articles}
          onPick={setArticles}
        />
        <CheckPicker
          title={t("finding.evidence")}
          search=""
          choices={model.pinned}
          picked={evidence}
          onPick={setEvidence}
          empty={t("finding.noEvidence")}
        />
        <button type="submit" className="press tone-act" data-id="state-finding" disabled={!ready}>
          {t("finding.state")}
        </button>
        {model.guided ? null : <p className="case-quiet">{t("finding.graded")}</p>}
      </form>
      {model.findings.length > 0 ? <h3>{t("finding.stated")}</h3> : null}
      {model.findings.toReversed().map((one) => (
        <StatedCard key={one.id} stated={one} />
      ))}
    </div>
  );
}

function StatedCard({ stated }: { stated: Stated }) {
  const t = useWords("case");
  const { verdict } = stated;
  return (
    <article className="stated">
      <header>
        <b>{stated.title}</b>
        <span className="clock">{stated.amount}</span>
      </header>
      {stated.choice === "" ? null : <p>{stated.choice}</p>}
      {verdict ? (
        <>
          <p className={verdict.share >= 0.999 ? "tone-safe" : "tone-warn"}>
            <b>{t("finding.share", { percent: Math.round(verdict.share * 100) })}</b>
          </p>
          <ul>
            {verdict.lines.map((line) => (
              <li key={line.text} className={line.good ? "tone-safe" : "tone-warn"}>
                {line.good ? "✓" : "✕"} {line.text}
              </li>
            ))}
          </ul>
          {verdict.why === "" ? null : <p>{verdict.why}</p>}
        </>
      ) : (
        <p className="case-quiet">✓ {t("finding.taken")}</p>
      )}
    </article>
  );
}
