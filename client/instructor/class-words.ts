// Brings the class view's words.
import { classroom as en } from "../words/en/class.ts";
import { addWords } from "../words/language.ts";
import { classroom as zh } from "../words/zh/class.ts";

addWords("class", { zh, en });
