// Several of a long list: what is picked stays in sight, the rest is found by typing.
import { useId, useState } from "react";
import { useWords } from "../words/language.ts";
import type { Choice } from "./case-model.ts";

type Props = {
  title: string;
  /** What the search field says; without it there is none. */
  search: string;
  choices: readonly Choice[];
  picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
  empty?: string;
};

const MOST = 40;

export function CheckPicker({ title, search, choices, picked, onPick, empty = "" }: Props) {
  const t = useWords("case");
  const [sought, setSought] = useState("");
  const id = useId();
  const words = sought.trim().toLowerCase();
  const fits = (one: Choice) =>
    words === "" || `${one.title} ${one.detail ?? ""} ${one.id}`.toLowerCase().includes(words);
  const found = choices.filter((one) => picked.has(one.id) || fits(one));
  const toggle = (one: string) => {
    const next = new Set(picked);
    if (!next.delete(one)) next.add(one);
    onPick(next);
  };
  return (
    <fieldset className="picker">
      <legend>
        {title} <span className="clock">{picked.size > 0 ? `· ${picked.size}` : ""}</span>
      </legend>
      {search !== "" && choices.length > 5 ? (
        <input
          id={id}
          type="search"
          aria-label={search}
          placeholder={search}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      ) : null}
      <div className="picker-list">
        {found.slice(0, MOST).map((one) => (
          <label key={one.id} className="case-check">
            <input
              type="checkbox"
              data-id={`pick-${one.id}`}
              checked={picked.has(one.id)}
              onChange={() => toggle(one.id)}
            />
            <span>
              {one.title}
              {one.detail ? <small>{one.detail}</small> : null}
            </span>
          </label>
        ))}
        {choices.length === 0 ? <p className="case-quiet">{empty}</p> : null}
        {choices.length > 0 && found.length === 0 ? <p className="case-quiet">{t("nothingFound")}</p> : null}
        {found.length > MOST ? <p className="case-quiet">{t("more", { count: found.length - MOST })}</p> : null}
      </div>
    </fieldset>
  );
}
