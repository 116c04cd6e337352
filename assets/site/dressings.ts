// What a site shows beyond its stage file, by the stage's model name: colours, furniture, the street outside.
import type { Building } from "./building.ts";
import type { GroundStyle } from "./ground.ts";
import type { ShellStyle } from "./shell.ts";

export interface Dressing {
  readonly shell?: ShellStyle;
  readonly ground?: GroundStyle;
  readonly dress?: (b: Building) => void;
}

export const DRESSINGS: Readonly<Record<string, Dressing>> = {};
