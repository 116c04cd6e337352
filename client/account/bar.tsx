// The bar over the lists of runs: where one is, who one is, the language.
import { Mark } from "../look/mark.tsx";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useWords } from "../words/language.ts";
import { LanguageSwitch } from "../words/language-switch.tsx";
import { useMe } from "./signed-in.tsx";

export function Bar({ here }: { here: "console" | "class" | "desk" | "people" | "office" }) {
  const c = useWords("common");
  const me = useMe();
  const may = (role: "instructor" | "evaluator") => me?.roles.some((own) => own === role || own === "admin") ?? false;
  return (
    <header className="bar">
      <Mark />
      <span className="bar-name">{c("product")}</span>
      <nav style={{ display: "flex", gap: 20 }}>
        {may("instructor") && (
          <a href="/console" aria-current={here === "console" ? "page" : undefined}>
            {c("consoleName")}
          </a>
        )}
        {may("instructor") && (
          <a href="/class" aria-current={here === "class" ? "page" : undefined}>
            {c("className")}
          </a>
        )}
        {(may("evaluator") || may("instructor")) && (
          <a href="/desk" aria-current={here === "desk" ? "page" : undefined}>
            {c("deskName")}
          </a>
        )}
        {(may("evaluator") || may("instructor")) && (
          <a href="/people" aria-current={here === "people" ? "page" : undefined}>
            {c("peopleName")}
          </a>
        )}
        {me?.roles.includes("admin") && (
          <a href="/office" aria-current={here === "office" ? "page" : undefined}>
            {c("officeName")}
          </a>
        )}
      </nav>
      <span className="bar-end">
        <a className="bar-me" title={c("ownPassword")} href="/office/password">
          {me?.name}
        </a>
        <button type="button" className="bar-out" onClick={() => void api.logout().then(() => go("/login"))}>
          {c("signOut")}
        </button>
        <LanguageSwitch />
      </span>
    </header>
  );
}
