// What every part of the console may ask of the run, with the words that tell it is done.
import type { ControlIntent } from "../../sim-server/protocol/intents.ts";

export type Command = (intent: ControlIntent, done?: string) => void;
