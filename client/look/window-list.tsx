// A list that stays quick however long it is: beyond a page of rows only those in sight are drawn.
import { type ReactNode, type UIEvent, useEffect, useRef, useState } from "react";
import { rowsInSight } from "./sight.ts";

type Props<T> = {
  items: readonly T[];
  /** What a row takes with its margin, px; rows of a long list all take the same. */
  rowPx: number;
  keyOf: (item: T) => string | number;
  render: (item: T) => ReactNode;
  className: string;
  label: string;
  /** Shown in place of rows. */
  empty: ReactNode;
  /** When this changes, the list starts again from its top. */
  about?: string;
};

export function WindowList<T>({ items, rowPx, keyOf, render, className, label, empty, about }: Props<T>) {
  const box = useRef<HTMLUListElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSight((known) => ({ ...known, height: entry.contentRect.height }));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject starts again from the top
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [about]);
  const scrolled = (event: UIEvent<HTMLElement>) => {
    const top = event.currentTarget.scrollTop;
    setSight((known) => (Math.abs(known.top - top) < rowPx / 2 ? known : { ...known, top }));
  };

  const [first, last] = rowsInSight(items.length, sight.top, sight.height, rowPx);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <ul ref={box} className={className} aria-label={label} onScroll={scrolled} tabIndex={0}>
      {items.length === 0 && <li className="empty">{empty}</li>}
      {first > 0 && <li role="presentation" style={{ height: first * rowPx }} />}
      {items.slice(first, last).map((item, index) => (
        <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={first + index + 1}>
          {render(item)}
        </li>
      ))}
      {last < items.length && <li role="presentation" style={{ height: (items.length - last) * rowPx }} />}
    </ul>
  );
}
