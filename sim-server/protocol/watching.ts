// Watching a recorded run together: the one place in it that everybody sees, and what anybody present may ask of it.
import { type SchemaType, schema, t } from "@colyseus/schema";

export const Watching = schema(
  {
    tick: t.uint32().default(0),
    playing: t.boolean().default(false),
    /** Times exercise speed. */
    rate: t.uint8().default(4),
    /** Who last moved it, by name. */
    by: t.string().default(""),
    people: t.uint8().default(0),
  },
  "Watching",
);
export type Watching = SchemaType<typeof Watching>;

export const WATCH_RATES = [1, 2, 4, 8, 16] as const;

export type WatchAsk =
  | { readonly do: "play" }
  | { readonly do: "stop" }
  | { readonly do: "seek"; readonly tick: number }
  | { readonly do: "rate"; readonly rate: (typeof WATCH_RATES)[number] };

/** POST /api/runs/:id/watch */
export type WatchRoom = { readonly roomId: string };
