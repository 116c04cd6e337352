// The HTTP API as typed calls; a refusal or a dead line is data with a code, never a surprise.
import type {
  CreatedRun,
  CreateRun,
  ExportFormat,
  HumanRating,
  JoinOffer,
  Me,
  RateTask,
  Replay,
  RunDetail,
  RunPage,
  ScenarioCard,
  SeatToken,
} from "../../sim-server/protocol/api.ts";
import type { ClassAnswer, ClassCommand } from "../../sim-server/protocol/class.ts";
import type { WatchRoom } from "../../sim-server/protocol/watching.ts";

export type Reply<T> = { ok: true; value: T } | { ok: false; status: number; code: string; detail: string | null };

type Method = "GET" | "POST" | "PATCH" | "DELETE";

export async function call<T>(method: Method, path: string, body?: unknown): Promise<Reply<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch (problem) {
    return { ok: false, status: 0, code: "unreachable", detail: problem instanceof Error ? problem.message : null };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: answer as T };
  const said = (answer ?? {}) as { code?: unknown; detail?: unknown };
  return {
    ok: false,
    status: response.status,
    code: typeof said.code === "string" ? said.code : `http-${response.status}`,
    detail: typeof said.detail === "string" ? said.detail : null,
  };
}

export type RunFilter = { state?: string; scenario?: string; q?: string; page?: number; size?: number };

function query(filter: RunFilter): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(filter))
    if (value !== undefined && value !== "") parts.set(key, `${value}`);
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

const run = (runId: string) => `/api/runs/${encodeURIComponent(runId)}`;

export const api = {
  join: (code: string) => call<JoinOffer>("POST", "/api/join", { code }),
  claim: (seat: { code: string; slot: string; name: string; deviceId: string }) =>
    call<SeatToken>("POST", "/api/join/claim", seat),
  setup: (first: { token: string; name: string; unit: string; login: string; password: string }) =>
    call<Me>("POST", "/api/setup", first),
  login: (who: { login: string; password: string }) => call<Me>("POST", "/api/login", who),
  logout: () => call<null>("POST", "/api/logout", {}),
  me: () => call<Me>("GET", "/api/me"),
  roomTicket: () => call<{ ticket: string }>("POST", "/api/room-ticket", {}),
  scenarios: () => call<readonly ScenarioCard[]>("GET", "/api/scenarios"),
  createRun: (wish: CreateRun) => call<CreatedRun>("POST", "/api/runs", wish),
  command: (wish: ClassCommand) => call<ClassAnswer>("POST", "/api/class", wish),
  runs: (filter: RunFilter) => call<RunPage>("GET", `/api/runs${query(filter)}`),
  run: (runId: string) => call<RunDetail>("GET", run(runId)),
  replay: (runId: string) => call<Replay>("GET", `${run(runId)}/replay`),
  watch: (runId: string) => call<WatchRoom>("POST", `${run(runId)}/watch`, {}),
  rate: (runId: string, rating: RateTask) => call<HumanRating>("POST", `${run(runId)}/ratings`, rating),
  exportAddress: (runId: string, format: ExportFormat, language: "zh" | "en", scale = "") =>
    `${run(runId)}/export?format=${format}&language=${language}&scale=${encodeURIComponent(scale)}`,
};
