// What a statement says about a file that comes with it.
import { type Check, count, fulfils, members } from "./check.ts";
import { iri } from "./iri.ts";
import { languageMap } from "./language.ts";

export const SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

const mediaType = fulfils(
  "an Internet media type",
  (value) => typeof value === "string" && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/.test(value),
);
// SHA-224, 256, 384 or 512 by their hexadecimal digits.
const sha2 = fulfils(
  "a SHA-2 in hexadecimal digits",
  (value) => typeof value === "string" && /^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value),
);

export const attachment: Check = members({
  required: { usageType: iri, display: languageMap, contentType: mediaType, length: count, sha2 },
  optional: { description: languageMap, fileUrl: iri },
});
