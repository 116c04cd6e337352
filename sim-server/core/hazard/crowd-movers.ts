// The bodies of a crowd as motion sees them, and the parameters of their motion.

/**
 * Collision-free speed model (Tordeux, Chraibi, Seyfried 2016): the direction is the wish turned away from neighbours
 * and walls, the speed what the room ahead allows. Fitted once to Weidmann's speed and density and to the bottlenecks
 * of Kretz and Seyfried, and then used for every test and run.
 */
export const MOTION = {
  /** Time one keeps to the person ahead, s. */
  timeGapS: 1.8,
  /** How far ahead in time one trusts the person ahead to walk on, s; in steady flow it changes nothing. */
  trustS: 1.3,
  /** Push of a neighbour at touch against the wish of one, and how fast it fades, m. */
  neighbourPush: 4.8,
  neighbourFadeM: 0.12,
  /** The same of a wall; a direction that still leads into one slides along it. */
  wallPush: 0.6,
  wallFadeM: 0.08,
  /** Shoulder width in which somebody ahead is in the way, as a share of both radii. */
  laneShare: 0.6,
  /** Stepping aside for somebody slower or oncoming, for each share of one's own speed one closes in; its fade, m. */
  swervePush: 0.5,
  /** The same for somebody who comes towards one. */
  oncomingPush: 4,
  /** Two who meet turn their shoulders: the lane share between them. */
  oncomingLaneShare: 0.35,
  swerveFadeM: 0.75,
  /** One looks no further than this, m. */
  sightM: 1.6,
} as const;
export type Motion = { readonly [K in keyof typeof MOTION]: number };

/** Radius of a body, m: half of the area of a shoulder-wide ellipse drawn as a circle. */
export const BODY_RADIUS_M = 0.175;
/** What motion reads and changes; one entry a body present, in the order of their names. */
export type Movers = {
  count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly layer: Int32Array;
  readonly facingX: Float64Array;
  readonly facingY: Float64Array;
  /** The wish: direction, and speed that is free of others, m/s; 0 for one who stands. */
  readonly wishX: Float64Array;
  readonly wishY: Float64Array;
  readonly wishMps: Float64Array;
  /** The walk that is left, m: of two who bar each other's way the nearer goes first. */
  readonly walkM: Float64Array;
  readonly radiusM: Float64Array;
  /** 1 for somebody others must not walk into, 0 for one they step round or over. */
  readonly solid: Uint8Array;
  readonly speedMps: Float64Array;
  readonly nextX: Float64Array;
  readonly nextY: Float64Array;
  readonly nextFacingX: Float64Array;
  readonly nextFacingY: Float64Array;
  readonly nextMps: Float64Array;
  readonly z: Float64Array;
  readonly link: Int32Array;
  heads: Int32Array;
};

export function openMovers(most: number): Movers {
  const numbers = (): Float64Array => new Float64Array(most);
  return {
    count: 0,
    x: numbers(),
    y: numbers(),
    layer: new Int32Array(most),
    facingX: numbers(),
    facingY: numbers(),
    wishX: numbers(),
    wishY: numbers(),
    wishMps: numbers(),
    walkM: numbers(),
    radiusM: numbers(),
    solid: new Uint8Array(most),
    speedMps: numbers(),
    nextX: numbers(),
    nextY: numbers(),
    nextFacingX: numbers(),
    nextFacingY: numbers(),
    nextMps: numbers(),
    z: numbers(),
    link: new Int32Array(most),
    heads: new Int32Array(0),
  };
}
