// What the crowd page tells a test of itself.
type CrowdProbe = {
  readonly info: () => { calls: number; triangles: number; textureBytes: number };
  /** What frames cost, medians: all our own work before drawing, drawing itself (ms each), and heap growth. */
  readonly frames: (count: number) => Promise<{ ownMs: number; drawMs: number; bytesPerFrame: number }>;
};
declare global {
  interface Window {
    __crowd?: CrowdProbe;
  }
}

export {};
