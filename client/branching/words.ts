// Brings the words of bookmarks, forks, what-if and comparison.
import { branching as en } from "../words/en/branching.ts";
import { addWords } from "../words/language.ts";
import { branching as zh } from "../words/zh/branching.ts";

addWords("branching", { zh, en });
