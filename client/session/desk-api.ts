// The desk's further calls: human rating, invitations, appeals, bookmarks, forks, what-ifs and rescoring.
import type { CreatedRun } from "../../sim-server/protocol/api.ts";
import type {
  AnswerAppeal,
  Assessment,
  CreatedInvite,
  CreateInvite,
  InvitedAppeal,
  InvitedSheet,
  NewAppeal,
  OpenSheet,
  SaveSheet,
  SendSheet,
} from "../../sim-server/protocol/assessment.ts";
import type {
  AskRescore,
  AskWhatIf,
  Bookmark,
  ForkRun,
  NewBookmark,
  Rescore,
  Revision,
  WhatIf,
} from "../../sim-server/protocol/branching.ts";
import { call } from "./api.ts";

const run = (runId: string) => `/api/runs/${encodeURIComponent(runId)}`;

export const deskApi = {
  assessment: (runId: string) => call<Assessment>("GET", `${run(runId)}/assessment`),
  look: (runId: string) => call<Assessment>("POST", `${run(runId)}/assessment/look`, {}),
  openSheet: (runId: string, sheet: OpenSheet) => call<Assessment>("POST", `${run(runId)}/sheets`, sheet),
  saveSheet: (runId: string, sheetId: string, sheet: SaveSheet) =>
    call<Assessment>("POST", `${run(runId)}/sheets/${encodeURIComponent(sheetId)}`, sheet),
  invite: (runId: string, wish: CreateInvite) => call<CreatedInvite>("POST", `${run(runId)}/invites`, wish),
  revoke: (runId: string, inviteId: string) =>
    call<Assessment>("POST", `${run(runId)}/invites/${encodeURIComponent(inviteId)}/revoke`, {}),
  appeal: (runId: string, appeal: NewAppeal) => call<Assessment>("POST", `${run(runId)}/appeals`, appeal),
  answer: (runId: string, number: number, answer: AnswerAppeal) =>
    call<Assessment>("POST", `${run(runId)}/appeals/${number}`, answer),
  invited: (token: string) => call<InvitedSheet>("POST", "/api/rate", { token }),
  send: (sheet: SendSheet) => call<InvitedSheet | { state: "done" }>("POST", "/api/rate/send", sheet),
  invitedAppeal: (appeal: InvitedAppeal) => call<InvitedSheet>("POST", "/api/rate/appeal", appeal),
  bookmarks: (runId: string) => call<readonly Bookmark[]>("GET", `${run(runId)}/bookmarks`),
  addBookmark: (runId: string, mark: NewBookmark) => call<readonly Bookmark[]>("POST", `${run(runId)}/bookmarks`, mark),
  removeBookmark: (runId: string, number: number) =>
    call<readonly Bookmark[]>("POST", `${run(runId)}/bookmarks/${number}/remove`, {}),
  fork: (runId: string, from: ForkRun) => call<CreatedRun>("POST", `${run(runId)}/fork`, from),
  whatIf: (runId: string, ask: AskWhatIf) => call<WhatIf>("POST", `${run(runId)}/what-if`, ask),
  rescore: (runId: string, ask: AskRescore) => call<Rescore>("POST", `${run(runId)}/rescore`, ask),
  revisions: (runId: string) => call<readonly Revision[]>("GET", `${run(runId)}/revisions`),
};
