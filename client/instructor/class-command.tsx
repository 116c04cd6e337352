// One command to several runs, and what came of it in words.
import { message } from "antd";
import { type ReactNode, useCallback } from "react";
import type { ClassCommand } from "../../sim-server/protocol/class.ts";
import { api } from "../session/api.ts";
import { useErrorWords, useRefusalWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";

type ClassHand = {
  readonly command: (runs: readonly string[], command: ClassCommand["command"]) => Promise<void>;
  readonly holder: ReactNode;
};

export function useClassCommand(): ClassHand {
  const t = useWords("class");
  const errorWords = useErrorWords();
  const refusalWords = useRefusalWords();
  const [toast, holder] = message.useMessage();
  const command = useCallback(
    async (runs: readonly string[], wish: ClassCommand["command"]) => {
      const reply = await api.command({ runs, command: wish });
      if (!reply.ok) return void toast.error(errorWords(reply.code));
      const answers = Object.values(reply.value.answers);
      const refused = answers.filter((answer) => answer !== "ok");
      const n = answers.length - refused.length;
      if (refused.length === 0) return void toast.success(t("told", { n }));
      void toast.warning(t("partly", { n, bad: refused.length, why: refusalWords(refused[0] ?? "") }));
    },
    [t, toast, errorWords, refusalWords],
  );
  return { command, holder };
}
