// What moves, shows or carries words on a stage: the numbers a model shares with the client that draws it.

/** Plan metres: x east, y north, z up. */
export type Point = readonly [east: number, north: number, up: number];

export interface Turning {
  readonly node: string;
  readonly pivot: Point;
  /** Plan direction; a positive angle follows the right hand around it. */
  readonly axis: Point;
  readonly fromDeg: number;
  readonly toDeg: number;
  /** What the far end of the travel means, in the words of the scenario. */
  readonly means: "open" | "closed" | "gas-side-up" | "on" | "any";
}

export interface Sliding {
  readonly node: string;
  readonly pivot: Point;
  readonly axis: Point;
  readonly fromM: number;
  readonly toM: number;
}

/** What rolls or folds away when it is opened: its size along east, north and up is multiplied by `open`. */
export interface Folding {
  readonly node: string;
  readonly pivot: Point;
  readonly open: Point;
}

export interface Screen {
  readonly node: string;
  readonly centre: Point;
  readonly widthM: number;
  readonly heightM: number;
  /** The way the screen looks, clockwise from north. */
  readonly facingDeg: number;
  readonly pixels: readonly [width: number, height: number];
}

/** Words on a wall or post in the viewer's language; `look` is its colours. */
export interface NamePlate {
  readonly title: { readonly zh: string; readonly en: string };
  readonly at: Point;
  readonly facingDeg: number;
  readonly widthM: number;
  readonly look: "room" | "thing" | "warning" | "shop";
}

export interface WaterCurtainLine {
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly nozzleHeightM: number;
  readonly nozzles: number;
}

export interface StageAnchors {
  readonly turnings: Readonly<Record<string, Turning>>;
  readonly slidings: Readonly<Record<string, Sliding>>;
  readonly foldings: Readonly<Record<string, Folding>>;
  readonly screens: Readonly<Record<string, Screen>>;
  readonly plates: readonly NamePlate[];
  readonly curtain: WaterCurtainLine | null;
  /** Unit vector towards the sun and its plain colour, for what the client lights itself. */
  readonly sun: { readonly towards: Point; readonly colour: string };
}
