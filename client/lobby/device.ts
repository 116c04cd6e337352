// What this device can do for a trainee: encrypted page, headset, 3D picture, sound.

export type Verdict = "ok" | "missing" | "unknown";

export function secureVerdict(): Verdict {
  return window.isSecureContext ? "ok" : "missing";
}

export async function headsetVerdict(): Promise<Verdict> {
  const xr = (navigator as { xr?: { isSessionSupported(mode: string): Promise<boolean> } }).xr;
  if (!xr) return "missing";
  try {
    return (await xr.isSessionSupported("immersive-vr")) ? "ok" : "missing";
  } catch (problem) {
    console.info("the headset check was refused", problem);
    return "missing";
  }
}

export function pictureVerdict(): Verdict {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context ? "ok" : "missing";
}

/** Two soft notes, so that someone in a noisy room can tell them from other beeps. */
export async function playTestSound(): Promise<void> {
  const audio = new AudioContext();
  await audio.resume();
  const start = audio.currentTime + 0.05;
  for (const [index, hertz] of [523, 784].entries()) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const from = start + index * 0.35;
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.25, from + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.6);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.65);
  }
  await new Promise((done) => setTimeout(done, 1300));
  await audio.close();
}
