// Ant Design's theme in the product's colours: a dark one for the console, a paper one for the desk and the forms.
import { type ThemeConfig, theme } from "antd";
import { DANGER, INK, ON_DARK, ON_PAPER, SAFE, SIGNAL, WARN } from "./colours.ts";

const shared = {
  fontFamily: "var(--type)",
  fontSize: 14,
  lineHeight: 1.6,
  borderRadius: 6,
  motionDurationFast: "0.12s",
  motionDurationMid: "0.16s",
  motionDurationSlow: "0.2s",
  colorPrimary: SIGNAL,
  colorSuccess: SAFE,
  colorWarning: WARN,
  colorError: DANGER,
} as const;

/** Strong enough to be seen on paper and on the dark ground. */
const slider = { trackBg: SIGNAL, trackHoverBg: SIGNAL, handleColor: SIGNAL, handleActiveColor: SIGNAL } as const;

/** Orange says "act here" and carries ink letters: white on it would be too faint. */
const button = { primaryColor: INK, fontWeight: 500, primaryShadow: "none", defaultShadow: "none" } as const;

export const darkTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorInfo: ON_DARK.water,
    colorLink: ON_DARK.water,
    colorBgBase: ON_DARK.ground,
    colorBgContainer: ON_DARK.raised,
    colorBgElevated: "#203442",
    colorBorder: "#3b5465",
    colorBorderSecondary: ON_DARK.line,
    colorTextBase: ON_DARK.text,
    colorTextSecondary: ON_DARK.quiet,
    colorTextTertiary: ON_DARK.quiet,
    colorTextPlaceholder: "#8ba0ae",
    colorError: ON_DARK.danger,
  },
  components: { Button: button, Slider: slider },
};

export const paperTheme: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorInfo: ON_PAPER.water,
    colorSuccess: ON_PAPER.safe,
    colorSuccessBg: "#e9f5ee",
    colorWarning: ON_PAPER.warn,
    colorWarningBg: "#fdf4dd",
    colorError: ON_PAPER.danger,
    colorErrorBg: "#fdeeed",
    colorInfoBg: "#e9f2f9",
    colorLink: ON_PAPER.water,
    colorBgLayout: ON_PAPER.ground,
    colorBgContainer: ON_PAPER.panel,
    colorTextBase: ON_PAPER.text,
    colorTextSecondary: ON_PAPER.quiet,
    colorTextTertiary: ON_PAPER.quiet,
    colorTextPlaceholder: "#6b7a85",
    colorBorder: "#c9c0ae",
    colorBorderSecondary: ON_PAPER.line,
  },
  components: {
    Button: button,
    Slider: { ...slider, railBg: "#e3dccd", railHoverBg: "#d5ccba" },
    Tabs: { itemSelectedColor: INK, itemHoverColor: ON_PAPER.water, itemActiveColor: INK, inkBarColor: SIGNAL },
    Table: { headerBg: "#efeadf", rowHoverBg: "#faf8f3" },
  },
};
