// Our xAPI profile as JSON-LD (xAPI Profiles 1.0): the concepts we add and a template for every rule of the catalogue.
import type { Text } from "../../protocol/words.ts";
import { TEMPLATES, type Template, templateId } from "./templates.ts";
import { languages, OWN_EXTENSIONS, OWN_TYPES, PROFILE, PROFILE_VERSION, TYPES, VERBS } from "./vocabulary.ts";

/** Moves with the version: what is published under one version never changes. */
const PUBLISHED = "2026-11-23T00:00:00Z";

export function profileDocument() {
  const named = (label: Text) => ({ prefLabel: languages(label), definition: languages(label) });
  const inScheme = { inScheme: PROFILE_VERSION };
  return {
    "@context": "https://w3id.org/xapi/profiles/context",
    id: PROFILE,
    type: "Profile",
    conformsTo: "https://w3id.org/xapi/profiles#1.0",
    prefLabel: languages({ zh: "沙盘演练", en: "Sandtable exercises" }),
    definition: languages({
      zh: "应急与税务沉浸演练的学习记录：注入、决定、关键任务、暴露、违章、时限与结果。",
      en: "Learning records of immersive exercises: injects, decisions, critical tasks, exposure, violations, legal deadlines and results.",
    }),
    author: { type: "Organization", name: "Sandtable" },
    versions: [{ id: PROFILE_VERSION, generatedAtTime: PUBLISHED }],
    concepts: [
      ...Object.entries(OWN_TYPES).map(([name, label]) => ({
        id: `${PROFILE}/activity-types/${name}`,
        type: "ActivityType",
        ...inScheme,
        ...named(label),
      })),
      ...Object.entries(OWN_EXTENSIONS).map(([name, label]) => ({
        id: `${PROFILE}/extensions/${name}`,
        type: RESULT_EXTENSIONS.has(name) ? "ResultExtension" : "ContextExtension",
        ...inScheme,
        ...named(label),
        recommendedVerbs: Object.values(VERBS).map(({ id }) => id),
      })),
    ],
    templates: Object.entries(TEMPLATES).map(([rule, template]) =>
      templateDocument(rule as keyof typeof TEMPLATES, template),
    ),
    patterns: [],
  };
}

const RESULT_EXTENSIONS = new Set(["rating", "reason", "evidence", "dose", "points"]);

const templateDocument = (rule: keyof typeof TEMPLATES, { verb, type, label, rules }: Template) => ({
  id: `${PROFILE}/${templateId(rule)}`,
  type: "StatementTemplate",
  inScheme: PROFILE_VERSION,
  prefLabel: languages(label),
  definition: languages(label),
  verb: VERBS[verb].id,
  objectActivityType: TYPES[type],
  contextCategoryActivityType: [TYPES.profile],
  rules,
});
