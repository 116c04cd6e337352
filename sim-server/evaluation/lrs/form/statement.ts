// A whole statement, judged by the version it was sent in.
import { activity } from "./activity.ts";
import { actor, authority } from "./actor.ts";
import { attachment } from "./attachment.ts";
import { type Check, type Findings, fulfils, has, isJson, type Json, listOf, members } from "./check.ts";
import { context } from "./context.ts";
import { iri, uuid } from "./iri.ts";
import { languageMap } from "./language.ts";
import { statementRef } from "./reference.ts";
import { result } from "./result.ts";
import { moment } from "./time.ts";
import { spokenVersion, type Version } from "./version.ts";

export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

const verb = members({ required: { id: iri }, optional: { display: languageMap } });
const version = fulfils("1.0.x or 2.0.x", (value) => typeof value === "string" && spokenVersion(value) !== undefined);

/** The checks of one version, with and without an Activity as object: made once, for they judge every statement. */
type Shapes = { readonly object: Check; readonly statement: Both; readonly subStatement: Both };
type Both = { readonly ofActivity: Check; readonly ofOther: Check };

const both = (make: (ofActivity: boolean) => Check): Both => ({ ofActivity: make(true), ofOther: make(false) });

function shapesOf(spoken: Version): Shapes {
  const object: Check = (value, path, findings) => {
    switch (typeOf(value)) {
      case "Activity":
        return activity(value, path, findings);
      case "Agent":
      case "Group":
        return actor(value, path, findings);
      case "StatementRef":
        return statementRef(value, path, findings);
      case "SubStatement":
        return isJson(value) ? checkSubStatement(value, path, shapes.subStatement, findings) : undefined;
      default:
        findings.push(`${path}.objectType: is not a kind of object xAPI knows`);
    }
  };
  const required = { actor, verb, object };
  const shared = { result, timestamp: moment, attachments: listOf(attachment) };
  const own = { id: uuid, stored: moment, authority, version };
  const shapes: Shapes = {
    object,
    statement: both((of) => members({ required, optional: { ...shared, ...own, context: context(spoken, of) } })),
    subStatement: both((of) => members({ required, optional: { ...shared, context: context(spoken, of) } })),
  };
  return shapes;
}

const SHAPES: Readonly<Record<Version, Shapes>> = { "1.0.3": shapesOf("1.0.3"), "2.0.0": shapesOf("2.0.0") };

/** Without a type, what a statement is about is an Activity. */
function typeOf(object: unknown): unknown {
  return isJson(object) && has(object, "objectType") ? object["objectType"] : "Activity";
}

const shapeFor = (json: Json, { ofActivity, ofOther }: Both): Check =>
  typeOf(json["object"]) === "Activity" ? ofActivity : ofOther;

function checkSubStatement(value: Json, path: string, shapes: Both, findings: Findings): void {
  const { objectType: _type, ...rest } = value;
  if (typeOf(rest["object"]) === "SubStatement") {
    findings.push(`${path}.object: a SubStatement holds no other SubStatement`);
    return;
  }
  shapeFor(rest, shapes)(rest, path, findings);
}

/** What is wrong with a statement, by the version it was sent in; nothing when it may be kept. */
export function checkStatement(value: unknown, path: string, spoken: Version): Findings {
  if (!isJson(value)) return [`${path}: a statement is an object`];
  const findings: Findings = [];
  shapeFor(value, SHAPES[spoken].statement)(value, path, findings);
  if (isVoiding(value) && typeOf(value["object"]) !== "StatementRef")
    findings.push(`${path}.object: what voids a statement points at it by StatementRef`);
  return findings;
}

export const isVoiding = (statement: Json): boolean => isJson(statement["verb"]) && statement["verb"]["id"] === VOIDED;
