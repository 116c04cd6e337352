// A pointer to another statement.
import { type Check, members, word } from "./check.ts";
import { uuid } from "./iri.ts";

export const statementRef: Check = members({ required: { objectType: word("StatementRef"), id: uuid } });
