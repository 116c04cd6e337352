// What a client's message becomes: parsed, held against the sender's role, or refused with a code.
import { z } from "zod";
import type { AccountActor, Actor } from "../access/access.ts";
import type { RunHeader } from "../journal/entry.ts";
import { controlIntent, type Intent, POSE_LIMITS, type Pose, playerIntent } from "../protocol/intents.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { planChange } from "../protocol/tax-intents.ts";
import type { TraceAsk, WhatIfAsk } from "../protocol/tax-views.ts";

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

const traceAsk = z.strictObject({ of: z.string().max(80) });
const whatIfAsk = z.strictObject({ change: planChange });
export const readTraceAsk = (message: unknown): TraceAsk | null => traceAsk.safeParse(message).data ?? null;
export const readWhatIfAsk = (message: unknown): WhatIfAsk | null => whatIfAsk.safeParse(message).data ?? null;

const { x: X, y: Y, z: Z, yawDeg: YAW, pitchDeg: PITCH, hand: HAND } = POSE_LIMITS;
const PLACE_ONLY = 6;
const IN_ORDER: readonly (readonly [number, number])[] = [
  [0, Number.MAX_SAFE_INTEGER],
  ...[X, Y, Z, YAW, PITCH],
  ...[HAND, HAND, HAND, HAND, HAND, HAND],
];

/**
 * A pose comes as [number, x, y, z, yaw, pitch] with six more numbers when the hands are known. Ten of them a second
 * come from everybody, so they are held against their limits here and not by a schema, which takes thirty times as long.
 */
export function readPose(message: unknown): Pose | null {
  if (!Array.isArray(message)) return null;
  if (message.length !== PLACE_ONLY && message.length !== IN_ORDER.length) return null;
  for (let at = 0; at < message.length; at += 1) {
    const value: unknown = message[at];
    const [least, most] = IN_ORDER[at] ?? [0, 0];
    if (typeof value !== "number" || !(value >= least && value <= most)) return null;
  }
  const [, x, y, z, yawDeg, pitchDeg, ...hands] = message as number[];
  const body = { x: x ?? 0, y: y ?? 0, z: z ?? 0, yawDeg: yawDeg ?? 0, pitchDeg: pitchDeg ?? 0 };
  return hands.length > 0 ? { ...body, hands } : body;
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
