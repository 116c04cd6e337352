// A rating sheet: every item with its anchored words as steps to choose from; the keyboard's arrows move along them.
import { Input } from "antd";
import { type CSSProperties, useId } from "react";
import type { Mark, MarkKind, SheetItem } from "../../sim-server/protocol/assessment.ts";
import { useText, useWords } from "../words/language.ts";

export type Given = Readonly<Record<string, Mark>>;
export const keyOf = ({ kind, item }: Pick<Mark, "kind" | "item">): string => `${kind} ${item}`;
export const givenFrom = (marks: readonly Mark[]): Given =>
  Object.fromEntries(marks.map((mark) => [keyOf(mark), mark]));

const KINDS: readonly MarkKind[] = ["marker", "capability", "task"];
const LETTERS = ["U", "M", "S", "P"] as const;
export const stepWord = (kind: MarkKind, value: number): string =>
  kind === "marker" ? `${value}` : (LETTERS[value] ?? "");

type Props = { items: readonly SheetItem[]; given: Given; onGive: (mark: Mark) => void; locked?: boolean };

export function SheetForm({ items, given, onGive, locked = false }: Props) {
  const t = useWords("ratings");
  return (
    <>
      {KINDS.filter((kind) => items.some((item) => item.kind === kind)).map((kind) => (
        <section key={kind} className="sheet-kind">
          <h3>{t(`kind.${kind}`)}</h3>
          {items
            .filter((item) => item.kind === kind)
            .map((item) => (
              <ItemField key={item.item} item={item} mark={given[keyOf(item)]} onGive={onGive} locked={locked} />
            ))}
        </section>
      ))}
    </>
  );
}

type FieldProps = { item: SheetItem; mark: Mark | undefined; onGive: (mark: Mark) => void; locked: boolean };

function ItemField({ item, mark, onGive, locked }: FieldProps) {
  const t = useWords("ratings");
  const text = useText();
  const name = useId();
  const { kind, item: id } = item;
  const give = (value: number | null) => onGive({ kind, item: id, value, reason: mark?.reason ?? "" });
  return (
    <fieldset className="sheet-item" disabled={locked}>
      <legend>
        {text(item.title)}
        {item.looks && <small>{text(item.looks)}</small>}
      </legend>
      <div className="anchors" style={{ "--steps": item.anchors.length } as CSSProperties}>
        {item.anchors.map(({ value, title }) => (
          <label key={value} className="anchor">
            <input type="radio" name={name} checked={mark?.value === value} onChange={() => give(value)} />
            <b>{stepWord(kind, value)}</b>
            <span>{text(title)}</span>
          </label>
        ))}
        <label className="anchor unseen-step">
          <input
            type="radio"
            name={name}
            checked={mark !== undefined && mark.value === null}
            onChange={() => give(null)}
          />
          <span>{t("mine.notSeen")}</span>
        </label>
      </div>
      {mark && mark.value !== null && (
        <Input
          size="small"
          aria-label={`${text(item.title)} ${t("mine.reason")}`}
          placeholder={t("mine.reason")}
          value={mark.reason}
          maxLength={600}
          disabled={locked}
          onChange={(event) => onGive({ ...mark, reason: event.target.value })}
        />
      )}
    </fieldset>
  );
}
