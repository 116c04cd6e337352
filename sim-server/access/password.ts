// Passwords: argon2id at rest, checked in constant time, and refused while they are new if easy to guess.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/**
 * 64 MiB, three passes, one lane: the second recommended set of RFC 9106 with a single lane, because the other core
 * belongs to the simulation. About a quarter of a second on a slow server core.
 */
const MEMORY_KIB = 64 * 1024;
const PASSES = 3;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const SHORTEST = 10;
const FEWEST_DIFFERENT = 5;
const COMMON = [
  "password",
  "qwerty",
  "123456",
  "abcdef",
  "letmein",
  "welcome",
  "admin",
  "sandtable",
  "changeme",
  "iloveyou",
];

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);
type Sizes = { readonly memory: number; readonly passes: number; readonly parallelism: number };

export type WeakPassword = "too-short" | "too-plain" | "too-common" | "contains-name";

/** Composed and decomposed spellings of one word are one password, whatever keyboard wrote it. */
const normal = (password: string) => password.normalize("NFKC");

export function weakness(password: string, login: string): WeakPassword | undefined {
  const letters = [...normal(password)];
  const plain = letters.join("").toLowerCase();
  if (letters.length < SHORTEST) return "too-short";
  if (new Set(letters).size < FEWEST_DIFFERENT) return "too-plain";
  if (isStaircase(letters)) return "too-plain";
  if (login.length >= 3 && plain.includes(login.toLowerCase())) return "contains-name";
  const rare = COMMON.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rare.length < SHORTEST / 2 ? "too-common" : undefined;
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const sizes = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES };
  const tag = await tagOf(password, salt, sizes, TAG_BYTES);
  const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${text(salt)}$${text(tag)}`;
}

/** Without a kept password the same work is done in vain, so that timing never tells whether an account exists. */
export async function passwordMatches(password: string, kept: string | undefined): Promise<boolean> {
  const { sizes, salt, tag } = parse(kept ?? NOBODY);
  const tried = await tagOf(password, salt, sizes, tag.length);
  return timingSafeEqual(tried, tag) && kept !== undefined;
}

const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${"A".repeat(22)}$${"A".repeat(43)}`;

function tagOf(password: string, nonce: Buffer, sizes: Sizes, tagLength: number): Promise<Buffer> {
  return derive("argon2id", { message: normal(password), nonce, tagLength, ...sizes });
}

function parse(kept: string) {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(kept);
  const [, memory, passes, parallelism, salt, tag] = parts ?? [];
  if (salt === undefined || tag === undefined) throw new Error("a kept password is not in the argon2id form");
  const sizes = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { sizes, salt: Buffer.from(salt, "base64"), tag: Buffer.from(tag, "base64") };
}

/** 12345678901, abcdefghijk, 9876543210 … */
function isStaircase(letters: readonly string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => Math.abs(code - (codes[index] ?? 0)));
  return steps.filter((step) => step === 1 || step === 9).length >= steps.length - 1;
}
