// The language of the person at the screen: Chinese first, English complete, kept from visit to visit.
import i18next from "i18next";
import { useCallback } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Text } from "../../sim-server/protocol/words.ts";

export type Language = "zh" | "en";
/** The same keys with any words: what the English file must be, given the Chinese one. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
type WordTree = { readonly [key: string]: string | WordTree };

const KEPT_AS = "sandtable.language";

function keptLanguage(): Language {
  return globalThis.localStorage?.getItem(KEPT_AS) === "en" ? "en" : "zh";
}

function dress(language: Language) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

/** Call once, before the first page is drawn. */
export async function startLanguage(): Promise<void> {
  const language = keptLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh",
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  dress(language);
}

/** Each area (lobby, console, trainee …) brings its own words when it is loaded. */
export function addWords(area: string, words: { zh: WordTree; en: WordTree }): void {
  i18next.addResourceBundle("zh", area, words.zh);
  i18next.addResourceBundle("en", area, words.en);
}

export function setLanguage(language: Language): void {
  globalThis.localStorage?.setItem(KEPT_AS, language);
  dress(language);
  void i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "zh";
}

/** Words of one area: `const t = useWords("lobby"); t("enter")`. */
export function useWords(area: string) {
  return useTranslation(area).t;
}

/** Picks the reader's language out of an author's text. */
export function useText(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text: Text) => text[language] || text.zh, [language]);
}
