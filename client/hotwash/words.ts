// Brings the words of the improvement plan and the hot wash.
import { plan as en } from "../words/en/plan.ts";
import { addWords } from "../words/language.ts";
import { plan as zh } from "../words/zh/plan.ts";

addWords("plan", { zh, en });
