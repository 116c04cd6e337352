// Addresses: which page a path means, and going from one to another without loading anew.
import { useSyncExternalStore } from "react";

export type Route =
  | { page: "lobby"; code: string | null }
  | { page: "play"; runId: string }
  | { page: "setup" }
  | { page: "login" }
  | { page: "runs" }
  | { page: "class" }
  | { page: "console"; runId: string }
  | { page: "desk" }
  | { page: "review"; runId: string }
  | { page: "plan"; runId: string }
  | { page: "hotwash"; runId: string }
  | { page: "people" }
  | { page: "person"; person: string; unit: string }
  | { page: "unit" }
  | { page: "cohorts" }
  | { page: "cohort"; id: string }
  | { page: "office"; part: "accounts" | "records" | "password" }
  | { page: "ratings"; runId: string }
  | { page: "what-if"; runId: string }
  | { page: "compare"; runIds: readonly string[] }
  | { page: "rate" }
  | { page: "unknown" };

export function routeOf(path: string): Route {
  const [first, second, third] = path.split("/").filter((part) => part !== "");
  if (first === "desk" && second && third === "plan") return { page: "plan", runId: decodeURIComponent(second) };
  // A person is one of a unit: /people/name/unit.
  if (first === "people" && second)
    return { page: "person", person: decodeURIComponent(second), unit: decodeURIComponent(third ?? "") };
  if (third !== undefined) return { page: "unknown" };
  switch (first) {
    case undefined:
      return { page: "lobby", code: null };
    case "join":
      return { page: "lobby", code: second ?? null };
    case "play":
      return second ? { page: "play", runId: decodeURIComponent(second) } : { page: "lobby", code: null };
    case "setup":
      return second ? { page: "unknown" } : { page: "setup" };
    case "login":
      return second ? { page: "unknown" } : { page: "login" };
    case "console":
      return second ? { page: "console", runId: decodeURIComponent(second) } : { page: "runs" };
    case "class":
      return second ? { page: "unknown" } : { page: "class" };
    case "desk":
      return second ? { page: "review", runId: decodeURIComponent(second) } : { page: "desk" };
    case "hotwash":
      return second ? { page: "hotwash", runId: decodeURIComponent(second) } : { page: "unknown" };
    case "people":
      return { page: "people" };
    case "unit":
      return second ? { page: "unknown" } : { page: "unit" };
    case "cohorts":
      return second ? { page: "cohort", id: decodeURIComponent(second) } : { page: "cohorts" };
    case "office":
      return second === undefined || second === "accounts"
        ? { page: "office", part: "accounts" }
        : second === "records" || second === "password"
          ? { page: "office", part: second }
          : { page: "unknown" };
    case "ratings":
      return second ? { page: "ratings", runId: decodeURIComponent(second) } : { page: "desk" };
    case "what-if":
      return second ? { page: "what-if", runId: decodeURIComponent(second) } : { page: "desk" };
    case "compare":
      return second ? { page: "compare", runIds: decodeURIComponent(second).split(",") } : { page: "desk" };
    case "rate":
      return second ? { page: "unknown" } : { page: "rate" };
    default:
      return { page: "unknown" };
  }
}

const listeners = new Set<() => void>();
function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") window.history.pushState(null, "", path);
  else window.history.replaceState(null, "", path);
  for (const listener of listeners) listener();
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}
