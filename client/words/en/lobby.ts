// The lobby's words, in English.
import type { SameKeys } from "../language.ts";
import type { lobby as zh } from "../zh/lobby.ts";

export const lobby: SameKeys<typeof zh> = {
  title: "Enter your join code",
  hint: "Six digits, shown on the controller's screen.",
  codeLabel: "Join code",
  digit: "Digit {{digit}}",
  erase: "Delete one digit",
  clear: "Clear",
  enterCode: "Next",
  checking: "Checking…",
  chooseTitle: "Choose your post",
  chooseHint: "Posts nobody takes are played by simulated people.",
  otherCode: "Use another code",
  free: "Open",
  yours: "Reserved",
  taken: "Taken",
  nameLabel: "Your name",
  nameHint: "Shown on the console and in the report. You may leave it empty.",
  enter: "Enter the exercise",
  enterAs: "Enter as {{post}}",
  continueAs: "You are already in this exercise: {{post}}",
  continueSeat: "Go on",
  noSlots: {
    title: "Every post is taken",
    hint: "Ask the controller to free one for you, or use another code.",
  },
  vrLater: 'With a headset: press "Enter VR" on the next page.',
  staff: "Staff",
  console: "Controller console",
  desk: "Evaluator desk",
  check: {
    title: "Device check",
    ok: "Ready",
    missing: "Not available",
    unknown: "Not checked",
    secure: {
      name: "Secure connection",
      ok: "This page came over an encrypted connection.",
      missing:
        "Headsets need an encrypted connection. Open the address that begins with https://, or ask the controller for the certificate QR code. A computer works as it is.",
    },
    xr: {
      name: "Headset (WebXR)",
      ok: "You can take part in a headset.",
      missing:
        "This browser has no headset support. Keyboard and mouse work just as well; for a headset, open this page in the headset's own browser.",
      unknown: "Checking…",
    },
    picture: {
      name: "3D picture",
      ok: "The graphics card can draw the scene.",
      missing: "This browser cannot draw the scene. Use a recent Chrome or Edge with hardware acceleration on.",
    },
    sound: {
      name: "Sound",
      ok: "Sound works.",
      missing:
        "If you heard nothing, check volume and headphones. Every sound is captioned, so you can still take part.",
      unknown: 'Alarms, phone and radio are heard. Press "Play" to try.',
      test: "Play",
      heard: "I heard it",
      notHeard: "Nothing",
    },
  },
};
