// Placeholder replaced below.
export function HeadsetController() {
  return null;
}
export function HandFree() {
  return null;
}
