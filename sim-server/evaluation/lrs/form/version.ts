// The two versions of xAPI spoken here, and which of them a header or a statement names.
export const VERSIONS = ["1.0.3", "2.0.0"] as const;
export type Version = (typeof VERSIONS)[number];

/** The version a request header asks for: 1.0 and 1.0.x are 1.0.3, 2.0 and 2.0.x are 2.0.0. */
export function spokenVersion(header: string | undefined): Version | undefined {
  if (header === undefined) return undefined;
  if (/^1\.0(\.\d+)?$/.test(header)) return "1.0.3";
  if (/^2\.0(\.\d+)?$/.test(header)) return "2.0.0";
  return undefined;
}
