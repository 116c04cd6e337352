// What every answer tells the browser about what this site may do: everything from here, nothing from elsewhere.
import type { RequestHandler } from "express";

const POLICY = [
  "default-src 'self'",
  // blob: because troika's text workers load their code from one, wasm because the mesh and texture decoders are.
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  // antd writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  // three.js unpacks the pictures inside a model through blob: addresses.
  "img-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "xr-spatial-tracking=(self), microphone=(self), camera=(), geolocation=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
} as const;

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};
