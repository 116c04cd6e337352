// Lets a page be seen only by an account with the right role; says plainly what is missing otherwise.
import { Button } from "antd";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Me } from "../../sim-server/protocol/api.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { loginFor } from "./next.ts";

type Role = Me["roles"][number];
const MeContext = createContext<Me | null>(null);

export function useMe(): Me | null {
  return useContext(MeContext);
}

type Stand = { is: "asking" } | { is: "in"; me: Me } | { is: "without-role" } | { is: "failed"; code: string };

export function SignedIn({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const c = useWords("common");
  const errorWords = useErrorWords();
  const [stand, setStand] = useState<Stand>({ is: "asking" });
  const [tries, setTries] = useState(0);
  const needed = roles.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let here = true;
    void api.me().then((reply) => {
      if (!here) return;
      if (!reply.ok && reply.status === 401) go(loginFor(window.location.pathname), "replace");
      else if (!reply.ok) setStand({ is: "failed", code: reply.code });
      else if (reply.value.roles.some((role) => role === "admin" || needed.split(",").includes(role)))
        setStand({ is: "in", me: reply.value });
      else setStand({ is: "without-role" });
    });
    return () => {
      here = false;
    };
  }, [needed, tries]);

  switch (stand.is) {
    case "asking":
      return <p className="page-wait">{c("loading")}</p>;
    case "in":
      return <MeContext.Provider value={stand.me}>{children}</MeContext.Provider>;
    case "without-role":
      return (
        <main className="notice">
          <h1>{c("forbidden.title")}</h1>
          <p>{c("forbidden.hint", { roles: roles.map((role) => c(`roles.${role}`)).join(c("listComma")) })}</p>
          <Button type="primary" onClick={() => void api.logout().then(() => go(loginFor(window.location.pathname)))}>
            {c("signIn")}
          </Button>
        </main>
      );
    case "failed":
      return (
        <main className="notice" role="alert">
          <h1>{errorWords(stand.code)}</h1>
          <Button type="primary" onClick={() => setTries(tries + 1)}>
            {c("again")}
          </Button>
        </main>
      );
  }
}
