// Who acts: Agents and Groups, each known by exactly one inverse functional identifier; and the key that equals by it.
import { type Check, type Findings, has, isJson, type Json, listOf, members, text, word } from "./check.ts";
import { iri, mailto, sha1 } from "./iri.ts";

const IDENTIFIERS = ["mbox", "mbox_sha1sum", "openid", "account"] as const;

const account = members({ required: { homePage: iri, name: text } });
const identity = { mbox: mailto, mbox_sha1sum: sha1, openid: iri, account };

const agentMembers = members({ optional: { objectType: word("Agent"), name: text, ...identity } });
const groupMembers = members({
  required: { objectType: word("Group") },
  optional: { name: text, member: listOf(agentOnly), ...identity },
});

const identifiersOf = (actor: Json): readonly string[] => IDENTIFIERS.filter((name) => has(actor, name));

function agentOnly(value: unknown, path: string, findings: Findings): void {
  agentMembers(value, path, findings);
  if (isJson(value) && identifiersOf(value).length !== 1)
    findings.push(`${path}: an Agent has exactly one of ${IDENTIFIERS.join(", ")}`);
}
export const agent: Check = agentOnly;

export const group: Check = (value, path, findings) => {
  groupMembers(value, path, findings);
  if (!isJson(value)) return;
  const known = identifiersOf(value).length;
  if (known > 1) findings.push(`${path}: a Group has at most one of ${IDENTIFIERS.join(", ")}`);
  if (known === 0 && !has(value, "member")) findings.push(`${path}.member: an anonymous Group names its members`);
};

export const isGroup = (value: unknown): boolean => isJson(value) && value["objectType"] === "Group";

export const actor: Check = (value, path, findings) => (isGroup(value) ? group : agent)(value, path, findings);

/** An Agent, or a Group of the two members that three-legged OAuth makes (xAPI 2.4.9). */
export const authority: Check = (value, path, findings) => {
  actor(value, path, findings);
  if (!isJson(value) || !isGroup(value)) return;
  const list = value["member"];
  if (identifiersOf(value).length > 0 || !Array.isArray(list) || list.length !== 2)
    findings.push(`${path}: a Group that vouches is anonymous and has two members`);
};

/** The same for two actors exactly when xAPI holds them for the same; nothing for an anonymous Group. */
export function actorKey(value: Json): string | undefined {
  const [name] = identifiersOf(value);
  if (name === undefined) return undefined;
  const own = value[name];
  if (!isJson(own)) return `${name}:${name === "mbox_sha1sum" ? String(own).toLowerCase() : String(own)}`;
  return `account:${JSON.stringify([own["homePage"], own["name"]])}`;
}

/** The actor with nothing but what identifies it; an anonymous Group keeps its members, as bare. */
export function bareActor(value: Json): Json {
  const [name] = identifiersOf(value);
  const type = has(value, "objectType") ? { objectType: value["objectType"] } : {};
  if (name !== undefined) return { ...type, [name]: value[name] };
  return { ...type, member: membersOf(value).map(bareActor) };
}

export const membersOf = (value: Json): readonly Json[] =>
  Array.isArray(value["member"]) ? value["member"].filter(isJson) : [];
