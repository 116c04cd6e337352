// The trainee's own page on a run in the page: `?slot=operator-1`; `window.__solo` moves its time.
import { createRoot } from "react-dom/client";
import { TraineeSite } from "../../../client/trainee/trainee-page.tsx";
import { addCommonWords } from "../../../client/words/common.ts";
import { startLanguage } from "../../../client/words/language.ts";
import "../../../client/look/base.css";
import { openSolo, type Solo } from "./solo-line.ts";

declare global {
  interface Window {
    __solo?: Solo;
  }
}

await startLanguage();
addCommonWords();
const solo = openSolo(new URLSearchParams(location.search).get("slot") ?? "operator-1");
window.__solo = solo;
const root = document.getElementById("root");
if (root) createRoot(root).render(<TraineeSite openLine={() => solo.line} />);
