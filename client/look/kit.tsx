// The UI kit for consoles and forms, in our colours and in the reader's language.
import { App, ConfigProvider, type ConfigProviderProps } from "antd";
import enUS from "antd/es/locale/en_US.js";
import zhCN from "antd/es/locale/zh_CN.js";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.ts";
import { darkTheme, paperTheme } from "./theme.ts";

type Locale = NonNullable<ConfigProviderProps["locale"]>;

/** The types see these files as CommonJS, the bundler as modules: take the locale out of either. */
const localeIn = (file: Locale | { default: Locale }): Locale => ("default" in file ? file.default : file);
const LOCALES = { zh: localeIn(zhCN), en: localeIn(enUS) };

export function Kit({ ground, children }: { ground: "dark" | "paper"; children: ReactNode }) {
  const language = useLanguage();
  return (
    <ConfigProvider
      locale={LOCALES[language]}
      theme={ground === "dark" ? darkTheme : paperTheme}
      button={{ autoInsertSpace: false }}
    >
      <App className={`kit kit-${ground}`}>{children}</App>
    </ConfigProvider>
  );
}
