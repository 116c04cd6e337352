// What a site may show beyond its stage file: colours, furniture, the street outside.
import type { Building } from "./building.ts";
import type { GroundStyle } from "./ground.ts";
import type { ShellStyle } from "./shell.ts";

export interface Dressing {
  readonly shell?: ShellStyle;
  readonly ground?: GroundStyle;
  readonly dress?: (b: Building) => void;
}
