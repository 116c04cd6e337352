// Times as people read them: mm:ss in the exercise, 24-hour clock on the wall.
import { useCallback } from "react";
import { type Language, useLanguage } from "../words/language.ts";

const TICKS_PER_SECOND = 10;

/** mm:ss of the exercise, minutes running past 99 if they must; negative times get a minus. */
export function clockOfSeconds(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const sign = seconds <= -1 ? "−" : "";
  return `${sign}${`${Math.floor(whole / 60)}`.padStart(2, "0")}:${`${whole % 60}`.padStart(2, "0")}`;
}

export function clockOf(tick: number): string {
  return clockOfSeconds(tick / TICKS_PER_SECOND);
}

export function secondsOf(tick: number): number {
  return tick / TICKS_PER_SECOND;
}

export function ticksOf(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND);
}

const TAGS: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

export function dateAndTime(ms: number, language: Language): string {
  return new Intl.DateTimeFormat(TAGS[language], {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(ms);
}

export function useDateAndTime(): (ms: number) => string {
  const language = useLanguage();
  return useCallback((ms: number) => dateAndTime(ms, language), [language]);
}

/** The code as it is read aloud: two groups of three. */
export function spacedCode(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}
