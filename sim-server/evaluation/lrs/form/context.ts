// Where and with whom it happened: context, its activities, and the context agents and groups that 2.0 brought.

import { activity, extensions } from "./activity.ts";
import { actor, agent, group } from "./actor.ts";
import { type Check, isJson, listOf, members, text, word } from "./check.ts";
import { iri, uuid } from "./iri.ts";
import { languageTag } from "./language.ts";
import { statementRef } from "./reference.ts";
import type { Version } from "./version.ts";

/** One Activity may stand for a list of one; the store keeps lists (xAPI 2.4.6.2). */
const oneOrMore: Check = (value, path, findings) =>
  (Array.isArray(value) ? listOf(activity) : activity)(value, path, findings);

const contextActivities = members({
  optional: { parent: oneOrMore, grouping: oneOrMore, category: oneOrMore, other: oneOrMore },
});

const relevantTypes = listOf(iri, 1);
const contextAgent = members({
  required: { objectType: word("contextAgent"), agent },
  optional: { relevantTypes },
});
const contextGroup = members({
  required: { objectType: word("contextGroup"), group },
  optional: { relevantTypes },
});

const common = {
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities,
  revision: text,
  platform: text,
  language: languageTag,
  statement: statementRef,
  extensions,
};
const SHAPES: Readonly<Record<Version, Check>> = {
  "1.0.3": members({ optional: common }),
  "2.0.0": members({
    optional: { ...common, contextAgents: listOf(contextAgent), contextGroups: listOf(contextGroup) },
  }),
};

/** `ofActivity`: revision and platform belong only to statements about Activities. */
export const context =
  (version: Version, ofActivity: boolean): Check =>
  (value, path, findings) => {
    SHAPES[version](value, path, findings);
    if (ofActivity || !isJson(value)) return;
    for (const name of ["revision", "platform"]) {
      if (Object.hasOwn(value, name)) findings.push(`${path}.${name}: belongs only beside an Activity`);
    }
  };
