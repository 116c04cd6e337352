// The frame of every portrait page: the bar, the three ways in, and the unit one looks at.
import { Alert, Select, Skeleton } from "antd";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Bar } from "../account/bar.tsx";
import { SignedIn } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { go } from "../route.ts";
import type { Reply } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { portraitApi } from "./portrait-api.ts";
import "./words.ts";
import "../look/kit.css";
import "./portrait.css";

export type Tab = "people" | "unit" | "cohorts";
const TABS: readonly Tab[] = ["people", "unit", "cohorts"];

export function Frame({ here, children }: { here: Tab; children: ReactNode }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={["evaluator", "instructor"]}>
        <Bar here="people" />
        <Ways here={here} />
        <main className="portrait">{children}</main>
      </SignedIn>
    </Kit>
  );
}

function Ways({ here }: { here: Tab }) {
  const t = useWords("portrait");
  return (
    <nav className="portrait-ways" aria-label={t("name")}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={`/${tab}`}
          aria-current={tab === here ? "page" : undefined}
          onClick={(event) => {
            event.preventDefault();
            go(`/${tab}`);
          }}
        >
          {t(`tabs.${tab}`)}
        </a>
      ))}
    </nav>
  );
}

/** The unit looked at; an administrator may choose among all, anybody else has one. */
export function useUnit(): { unit: string; choice: ReactNode } {
  const t = useWords("portrait");
  const [unit, setUnit] = useState("");
  const [units, setUnits] = useState<readonly string[]>([]);
  useEffect(() => {
    void portraitApi.units().then((reply) => reply.ok && setUnits(reply.value));
  }, []);
  const choice =
    units.length > 1 ? (
      <Select
        aria-label={t("unit")}
        value={unit === "" ? (units[0] ?? "") : unit}
        onChange={setUnit}
        popupMatchSelectWidth={false}
        options={units.map((one) => ({ value: one, label: one }))}
      />
    ) : null;
  return { unit, choice };
}

/** Asks, and asks again when what is asked for changes. */
export function useAnswer<T>(ask: () => Promise<Reply<T>>, key: string) {
  const [answer, setAnswer] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked for
  const look = useCallback(async () => {
    const reply = await ask();
    if (reply.ok) setAnswer(reply.value);
    setProblem(reply.ok ? null : reply.code);
  }, [key]);
  useEffect(() => {
    void look();
  }, [look]);
  return { answer, problem, look };
}

export function Waiting({ problem }: { problem: string | null }) {
  const errorWords = useErrorWords();
  return problem === null ? (
    <Skeleton active paragraph={{ rows: 10 }} />
  ) : (
    <Alert type="error" showIcon title={errorWords(problem)} />
  );
}
