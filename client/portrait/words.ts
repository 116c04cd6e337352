// Brings the portraits' words.
import { portrait as en } from "../words/en/portrait.ts";
import { addWords } from "../words/language.ts";
import { portrait as zh } from "../words/zh/portrait.ts";

addWords("portrait", { zh, en });
