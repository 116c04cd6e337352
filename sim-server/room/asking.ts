// What a client's message becomes: parsed, held against the sender's role, or refused with a code.
import { z } from "zod";
import type { AccountActor, Actor } from "../access/access.ts";
import type { RunHeader } from "../journal/entry.ts";
import { controlIntent, type Intent, type Pose, playerIntent, pose } from "../protocol/intents.ts";
import type { RefusalCode } from "../protocol/refusals.ts";

const envelope = z.strictObject({
  askId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  intent: z.record(z.string().max(30), z.unknown()),
});

export type ReadAsk = { readonly by: string; readonly intent: Intent; readonly askId: string } | { code: RefusalCode };

const isAdmin = (actor: AccountActor): boolean => actor.roles.includes("admin");
const isOwn = (actor: AccountActor, header: Pick<RunHeader, "unit">): boolean =>
  isAdmin(actor) || actor.unit === header.unit;

/** May watch: whoever holds a seat of this run, and instructors and evaluators of its unit. */
export function mayEnter(actor: Actor, header: Pick<RunHeader, "unit" | "runId">): boolean {
  if (actor.kind === "seat") return actor.runId === header.runId;
  return isOwn(actor, header) && (isAdmin(actor) || actor.roles.some((role) => role !== "author"));
}

export function readAsk(actor: Actor, message: unknown): ReadAsk {
  const asked = envelope.safeParse(message);
  if (!asked.success) return { code: "malformed" };
  const { askId, intent } = asked.data;
  const player = playerIntent.safeParse(intent);
  if (player.success) {
    return actor.kind === "seat" ? { by: actor.slot, intent: player.data, askId } : { code: "forbidden" };
  }
  const control = controlIntent.safeParse(intent);
  if (!control.success) return { code: "malformed" };
  if (actor.kind === "seat") return { code: "forbidden" };
  const steers = isAdmin(actor) || actor.roles.includes("instructor");
  if (!steers && control.data.do !== "observe") return { code: "forbidden" };
  return { by: `${steers ? "instructor" : "evaluator"}:${actor.accountId}`, intent: control.data, askId };
}

const numbers = z.union([z.array(z.number()).length(6), z.array(z.number()).length(12)]);

/** A pose comes as [number, x, y, z, yaw, pitch] with six more numbers when the hands are known. */
export function readPose(message: unknown): Pose | null {
  const list = numbers.safeParse(message);
  if (!list.success) return null;
  const [, x, y, z, yawDeg, pitchDeg, ...hands] = list.data;
  const read = pose.safeParse({ x, y, z, yawDeg, pitchDeg, ...(hands.length > 0 ? { hands } : {}) });
  return read.success ? read.data : null;
}

/** How many of each kind one client may send in a second; full again a second later. */
export function openMeter(perSecond: number): () => boolean {
  let windowMs = 0;
  let used = 0;
  return () => {
    const nowMs = performance.now();
    if (nowMs - windowMs >= 1000) {
      windowMs = nowMs;
      used = 0;
    }
    used += 1;
    return used <= perSecond;
  };
}
