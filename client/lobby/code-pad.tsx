// Six digits by big keys, by keyboard or by paste: usable with gloves on and without reading glasses.
import { type FormEvent, useEffect, useRef } from "react";
import { useWords } from "../words/language.ts";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
export const CODE_LENGTH = 6;

type Props = {
  code: string;
  onCode: (code: string) => void;
  onEnter: () => void;
  busy: boolean;
  problem: string | null;
};

export function CodePad({ code, onCode, onEnter, busy, problem }: Props) {
  const t = useWords("lobby");
  const field = useRef<HTMLInputElement>(null);
  const full = code.length === CODE_LENGTH;
  // A touch screen must not open its own keyboard over our keys.
  useEffect(() => {
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, []);

  const press = (digit: string) => onCode((code + digit).slice(0, CODE_LENGTH));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (full && !busy) onEnter();
  };

  return (
    <form className="pad" onSubmit={submit}>
      <label className="code-field">
        <span className="unseen">{t("codeLabel")}</span>
        <input
          ref={field}
          value={code}
          onChange={(event) => onCode(event.target.value.replace(/\D/g, "").slice(0, CODE_LENGTH))}
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-describedby="code-hint"
          aria-invalid={problem !== null}
          disabled={busy}
        />
        <span className="code-cells clock" aria-hidden="true">
          {Array.from({ length: CODE_LENGTH }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the code is its index
            <span key={place} className={place === code.length ? "code-cell next" : "code-cell"}>
              {code[place] ?? ""}
            </span>
          ))}
        </span>
      </label>
      <p id="code-hint" className={problem ? "pad-problem" : "pad-hint"} role={problem ? "alert" : undefined}>
        {problem ?? t("hint")}
      </p>
      <div className="keys">
        {KEYS.map((digit) => (
          <button key={digit} type="button" className="key" onClick={() => press(digit)} disabled={busy}>
            {digit}
          </button>
        ))}
        <button type="button" className="key key-word" onClick={() => onCode("")} disabled={busy || code === ""}>
          {t("clear")}
        </button>
        <button type="button" className="key" onClick={() => press("0")} disabled={busy}>
          0
        </button>
        <button
          type="button"
          className="key"
          aria-label={t("erase")}
          onClick={() => onCode(code.slice(0, -1))}
          disabled={busy || code === ""}
        >
          <svg viewBox="0 0 32 24" width="34" aria-hidden="true">
            <path d="M10 3h19v18H10L2 12z" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round" />
            <path d="m15 8 8 8m0-8-8 8" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      <button type="submit" className="act" disabled={!full || busy}>
        {busy ? t("checking") : t("enterCode")}
      </button>
    </form>
  );
}
