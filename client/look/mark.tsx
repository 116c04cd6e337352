// The mark: a lit table of sand with one flag on it.
import { SAND, SIGNAL } from "./colours.ts";

export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M2 20 16 13l14 7-14 7z" fill={SAND} />
      <path d="M2 20v3l14 7 14-7v-3l-14 7z" fill={SAND} opacity="0.55" />
      <path d="M16 20V4" stroke={SIGNAL} strokeWidth="2.4" strokeLinecap="round" />
      <path d="M16 4.5 24 7.5 16 10.5z" fill={SIGNAL} />
    </svg>
  );
}
