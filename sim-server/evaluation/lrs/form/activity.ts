// What was acted on: Activities with their definition, and the nine interaction types of cmi.interaction.
import { type Check, type Findings, has, isJson, listOf, members, text, word } from "./check.ts";
import { iri } from "./iri.ts";
import { languageMap } from "./language.ts";

export const extensions: Check = (value, path, findings) => {
  if (!isJson(value)) {
    findings.push(`${path}: must be an object of extensions by IRI`);
    return;
  }
  for (const key of Object.keys(value)) iri(key, `${path} key "${key}"`, findings);
};

/** Interaction types and the component lists each may have (xAPI 2.4.4.1). */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  "true-false": [],
  choice: ["choices"],
  "fill-in": [],
  "long-fill-in": [],
  matching: ["source", "target"],
  performance: ["steps"],
  sequencing: ["choices"],
  likert: ["scale"],
  numeric: [],
  other: [],
};
const LISTS = ["choices", "scale", "source", "target", "steps"] as const;

const component = members({ required: { id: text }, optional: { description: languageMap } });
const components: Check = (value, path, findings) => {
  listOf(component)(value, path, findings);
  if (!Array.isArray(value)) return;
  const ids = value.map((entry) => (isJson(entry) ? entry["id"] : undefined));
  if (new Set(ids).size !== ids.length) findings.push(`${path}: ids must differ`);
};

const definitionMembers = members({
  optional: {
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    extensions,
    interactionType: word(...Object.keys(COMPONENTS)),
    correctResponsesPattern: listOf(text),
    ...Object.fromEntries(LISTS.map((list) => [list, components])),
  },
});

export const definition: Check = (value, path, findings) => {
  definitionMembers(value, path, findings);
  if (!isJson(value)) return;
  const type = value["interactionType"];
  const interactive = has(value, "correctResponsesPattern") || LISTS.some((list) => has(value, list));
  if (type === undefined) {
    if (interactive) findings.push(`${path}.interactionType: is required beside an interaction's properties`);
    return;
  }
  const allowed = COMPONENTS[String(type)] ?? [];
  for (const list of LISTS) {
    if (has(value, list) && !allowed.includes(list))
      findings.push(`${path}.${list}: does not belong to the interaction type ${String(type)}`);
  }
};

const activityMembers = members({
  required: { id: iri },
  optional: { objectType: word("Activity"), definition },
});

export function activity(value: unknown, path: string, findings: Findings): void {
  activityMembers(value, path, findings);
}
