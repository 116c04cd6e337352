// Brings the words of the rating pages.
import { ratings as en } from "../words/en/ratings.ts";
import { addWords } from "../words/language.ts";
import { ratings as zh } from "../words/zh/ratings.ts";

addWords("ratings", { zh, en });
