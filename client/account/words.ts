// Brings the words of signing in.
import { account as en } from "../words/en/account.ts";
import { addWords } from "../words/language.ts";
import { account as zh } from "../words/zh/account.ts";

addWords("account", { zh, en });
