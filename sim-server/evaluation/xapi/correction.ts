// A corrected score in the record store: what no longer holds is voided, what holds instead is sent under a new id.
import { statementsOf } from "./catalogue.ts";
import type { ReportedRun, Statement } from "./reported-run.ts";
import { NAMESPACE, uuidV5 } from "./statement-id.ts";
import { type RuleName, templateId } from "./templates.ts";
import { extension, languages, PROFILE } from "./vocabulary.ts";

/** The one verb xAPI itself reserves. */
const VOIDED = { id: "http://adlnet.gov/expapi/verbs/voided", display: { zh: "作废", en: "voided" } };

/** Rules that judge; what people did is reported once and never corrected. */
const JUDGING: readonly RuleName[] = [
  "inject-ignored",
  "task-met",
  "task-missed",
  "duty-met",
  "duty-expired",
  "violation-fed-back",
  "run-completed",
  "run-passed",
  "run-failed",
  "session-ended",
];
const CATEGORIES = new Set(JUDGING.map((rule) => `${PROFILE}/${templateId(rule)}`));

type Sent = Statement & {
  readonly verb?: { readonly id?: string };
  readonly actor?: unknown;
  readonly object?: { readonly id?: string; readonly objectType?: string };
  readonly result?: { readonly extensions?: Readonly<Record<string, unknown>> };
  readonly context?: { readonly contextActivities?: { readonly category?: readonly { readonly id?: string }[] } };
};

/**
 * The statements that turn what was sent for a run into what its new score says, voids first. Order and numbers of
 * facts may shift with a rubric; a judgement that says the same of the same is left alone.
 */
export function correction(sent: readonly Statement[], run: ReportedRun, revision: number, nowMs: number): Statement[] {
  const voided = new Set(
    (sent as readonly Sent[]).flatMap(({ verb, object }) =>
      verb?.id === VOIDED.id && object?.id !== undefined ? [object.id] : [],
    ),
  );
  const standing = (sent as readonly Sent[]).filter((one) => judges(one) && !voided.has(one.id));
  const wanted = (statementsOf(run) as readonly Sent[]).filter(judges);
  const left = [...standing];
  const fresh = wanted.filter((one) => {
    const at = left.findIndex((other) => sense(other) === sense(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...left.map((one) => voiding(one.id, run.home, nowMs)),
    ...fresh.map((one) => ({ ...one, id: uuidV5(NAMESPACE, `${one.id}@${revision}`) })),
  ];
}

function judges({ context }: Sent): boolean {
  return (context?.contextActivities?.category ?? []).some(({ id }) => id !== undefined && CATEGORIES.has(id));
}

/** What a judgement says, without when and by which facts it was come to. */
function sense({ verb, object, actor, result, context }: Sent): string {
  const { [extension("evidence")]: _evidence, ...extensions } = result?.extensions ?? {};
  const rule = context?.contextActivities?.category?.map(({ id }) => id);
  return JSON.stringify([rule, verb?.id, object?.id, actor, { ...result, extensions }]);
}

const voiding = (target: string, home: string, nowMs: number): Statement => ({
  id: uuidV5(NAMESPACE, `${target}#voided`),
  actor: { objectType: "Agent", name: "Sandtable", account: { homePage: home, name: "sandtable" } },
  verb: { id: VOIDED.id, display: languages(VOIDED.display) },
  object: { objectType: "StatementRef", id: target },
  timestamp: new Date(nowMs).toISOString(),
});
