// One button that changes the language; it is written in the language it changes to.
import { setLanguage, useLanguage } from "./language.ts";

const NAMES = { zh: "中文", en: "English" } as const;

export function LanguageSwitch() {
  const other = useLanguage() === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className="language-switch"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => setLanguage(other)}
    >
      {NAMES[other]}
    </button>
  );
}
