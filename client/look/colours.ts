// The colours of the product, once: state colours, the hazard bands' own scale, and the grounds they lie on.

export const INK = "#0f1b24";
const PAPER = "#f7f5f0";
export const SAND = "#d9c8a5";
export const SIGNAL = "#f0702a";
export const SAFE = "#2e9e6b";
export const WARN = "#e0a11b";
export const DANGER = "#d13c3c";

/** The same states as words and lines on a dark ground, at least 4.5:1 on the console's panels. */
export const ON_DARK = {
  ground: INK,
  panel: "#15232e",
  raised: "#1c2e3b",
  line: "#2d4352",
  text: "#e9eff3",
  quiet: "#a3b5c2",
  water: "#62b0ea",
  safe: "#4cc58d",
  warn: "#f0bb45",
  danger: "#ff7d7d",
} as const;

/** The same states on paper. */
export const ON_PAPER = {
  ground: PAPER,
  panel: "#ffffff",
  line: "#ddd6c8",
  text: INK,
  quiet: "#566773",
  water: "#1d6ba8",
  safe: "#1f7a51",
  warn: "#8a5f00",
  danger: "#b52a2a",
} as const;

/** Hazard bands AEGL-1, 2, 3: violet, which no state uses; each has its own hatching beside its colour. */
export const BANDS = [
  { fill: "#b59fdc", line: "#7f5fc0", text: "#5b3f99" },
  { fill: "#8a5fc4", line: "#5f35a3", text: "#4d2a8a" },
  { fill: "#54259a", line: "#35106e", text: "#35106e" },
] as const;
