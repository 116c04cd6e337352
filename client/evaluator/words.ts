// Brings the desk's words.
import { desk as en } from "../words/en/desk.ts";
import { addWords } from "../words/language.ts";
import { desk as zh } from "../words/zh/desk.ts";

addWords("desk", { zh, en });
