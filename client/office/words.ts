// Brings the office's words.
import { office as en } from "../words/en/office.ts";
import { addWords } from "../words/language.ts";
import { office as zh } from "../words/zh/office.ts";

addWords("office", { zh, en });
