// The way to a number as a tree one can walk: rule, formula with its numbers, law, and why it is not something else.
import { useRef, useState } from "react";
import type { TraceView } from "../../sim-server/protocol/tax-views.ts";
import { useText, useWords } from "../words/language.ts";
import { fullMoney, percent } from "./money.ts";
import "./trace-tree.css";

type Shared = { readonly open: ReadonlySet<string>; readonly toggle: (path: string, open?: boolean) => void };

export function TraceTree({ trace }: { trace: TraceView }) {
  const t = useWords("case");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(["0"]));
  const tree = useRef<HTMLDivElement>(null);
  const toggle = (path: string, wanted?: boolean) => {
    const next = new Set(open);
    if (wanted ?? !open.has(path)) next.add(path);
    else next.delete(path);
    setOpen(next);
  };
  const walk = (event: React.KeyboardEvent) => {
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>("[data-path]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const row = rows[at];
    if (!row) return;
    const path = row.dataset["path"] ?? "";
    const go = (to: HTMLElement | undefined) => {
      event.preventDefault();
      to?.focus();
    };
    if (event.key === "ArrowDown") go(rows[at + 1]);
    else if (event.key === "ArrowUp") go(rows[at - 1]);
    else if (event.key === "ArrowRight") {
      event.preventDefault();
      if (open.has(path)) rows[at + 1]?.focus();
      else toggle(path, true);
    } else if (event.key === "ArrowLeft") {
      event.preventDefault();
      if (open.has(path)) toggle(path, false);
      else rows.find((one) => one.dataset["path"] === path.slice(0, path.lastIndexOf(".")))?.focus();
    }
  };
  return (
    <div ref={tree} className="trace" role="tree" tabIndex={-1} aria-label={t("trace.title")} onKeyDown={walk}>
      <Node node={trace} path="0" depth={1} shared={{ open, toggle }} />
    </div>
  );
}

function Node({ node, path, depth, shared }: { node: TraceView; path: string; depth: number; shared: Shared }) {
  const t = useWords("case");
  const text = useText();
  const opened = shared.open.has(path);
  const inputs = Object.entries(node.inputs);
  return (
    <div className="trace-node" role="none">
      <button
        type="button"
        role="treeitem"
        className="trace-row"
        aria-level={depth}
        aria-expanded={opened}
        aria-selected={opened}
        data-path={path}
        onClick={() => shared.toggle(path)}
      >
        <span aria-hidden="true">{opened ? "▾" : "▸"}</span>
        <span className="trace-title">{text(node.title)}</span>
        <b className="clock">{shownValue(node.value, node.unit, t)}</b>
      </button>
      {opened ? (
        <div className="trace-body">
          {node.exception ? <p className="tone-warn">⚠ {exceptionWord(node.exception, t)}</p> : null}
          <p className="trace-formula">
            <code>{node.formula}</code>
          </p>
          {inputs.length > 0 ? (
            <dl>
              {inputs.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="clock">{fullMoney(value)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          <p className="trace-cites">
            <span>{node.rule}</span>
            {node.cites.map((cite) => (
              <cite key={`${cite.law} ${cite.article}`}>
                {cite.law} · {cite.article}
                {!cite.verified ? <em> {t("trace.unverified")}</em> : null}
              </cite>
            ))}
          </p>
          {node.whyNot.map((one) => (
            <p key={one.alternative} className="trace-why-not">
              <b>{t("trace.whyNot", { what: one.alternative })}</b> {text(one.reason)}
            </p>
          ))}
          {node.children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a trace is a fixed tree; the place is the name
            <Node key={`${path}.${index}`} node={child} path={`${path}.${index}`} depth={depth + 1} shared={shared} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function shownValue(value: string, unit: string | null, t: (key: string) => string): string {
  if (value === "yes" || value === "no") return t(`trace.${value}`);
  if (unit === "rate" || unit === "share") return percent(value);
  return fullMoney(value);
}

const exceptionWord = (exception: string, t: (key: string) => string): string =>
  exception === "insufficientEvidence" ? t("trace.insufficientEvidence") : exception;
