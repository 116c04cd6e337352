// What smoke does to walking: the thicker it is, the slower, down to feeling one's way along the wall.

/** Pace of people who see nothing and feel their way, m/s (Jin 1978). */
const FEELING_MPS = 0.3;

/**
 * Share of their pace that people keep in smoke of this extinction coefficient, 1/m. A straight line that halves the
 * pace at 1/m (the reading of Jin's corridor used by NIST TN 1822 test 2.5: 1.25 becomes 0.625 m/s), never below
 * feeling one's way. Valid for smoke that does not sting; irritants are a matter of dose.
 */
export const smokePace = (extinctionPerM: number, paceMps: number): number =>
  Math.min(1, Math.max(1 - 0.5 * Math.max(0, extinctionPerM), paceMps > 0 ? FEELING_MPS / paceMps : 0));
