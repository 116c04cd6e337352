// Brings the console's words.
import { console as en } from "../words/en/console.ts";
import { addWords } from "../words/language.ts";
import { console as zh } from "../words/zh/console.ts";

addWords("console", { zh, en });
