// The hash of a state: SHA-256 over its JSON, so that a replay elsewhere can be held against it.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Session } from "./session.ts";

/** Key order is that of construction, which replay repeats; facts are vouched for by their running digest. */
export const hashOf = (session: Session): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(session.run.state))));
