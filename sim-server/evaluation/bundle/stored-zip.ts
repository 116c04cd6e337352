// ZIP without compression, written in exactly one way, so that a reader can tell every altered byte of the container.
// Source: PKWARE APPNOTE 6.3. Stored entries only, no extra fields, no comments, one fixed date; below 4 GiB.
import { crc32 } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };
export type ZipReading = { readonly entries: readonly ZipEntry[] } | { readonly fault: ZipFault };
/** The entry in whose part of the file the first wrong byte lies; null in the list at the end. */
export type ZipFault = { readonly file: string | null; readonly at: number };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day ZIP knows. */
const DATE = 0x0021;

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const title = Buffer.from(name, "utf8");
    const about = aboutOf(title, bytes);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    about.copy(local, 4);
    const listed = Buffer.alloc(CENTRAL_BYTES);
    listed.writeUInt32LE(CENTRAL, 0);
    listed.writeUInt16LE(VERSION, 4);
    about.copy(listed, 6);
    listed.writeUInt32LE(at, 42);
    parts.push(local, title, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    central.push(listed, title);
    at += LOCAL_BYTES + title.length + bytes.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

/** What the local header and the list say alike: from the version needed to the length of extra fields. */
function aboutOf(title: Buffer, bytes: Uint8Array): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(FLAGS, 2);
  about.writeUInt16LE(DATE, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(title.length, 22);
  return about;
}

/** Reads what `writeZip` wrote, and nothing that differs from it in a single byte. */
export function readZip(zip: Uint8Array): ZipReading {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const entries: ZipEntry[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at + LOCAL_BYTES <= bytes.length && bytes.readUInt32LE(at) === LOCAL) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const from = at + LOCAL_BYTES + length;
    if (from + size > bytes.length) return { fault: { file: nameAt(bytes, at), at } };
    entries.push({ name: nameAt(bytes, at), bytes: bytes.subarray(from, from + size) });
    at = from + size;
    ends.push(at);
  }
  if (at + LOCAL_BYTES <= bytes.length && bytes.readUInt32LE(at) !== CENTRAL)
    return { fault: { file: nameAt(bytes, at), at } };
  const again = Buffer.from(writeZip(entries));
  const longest = Math.max(again.length, bytes.length);
  let wrong = 0;
  while (wrong < longest && again[wrong] === bytes[wrong]) wrong += 1;
  if (wrong === longest) return { entries };
  return { fault: { file: entries[ends.findIndex((end) => wrong < end)]?.name ?? null, at: wrong } };
}

const nameAt = (bytes: Buffer, at: number): string =>
  bytes.toString("utf8", at + LOCAL_BYTES, at + LOCAL_BYTES + bytes.readUInt16LE(at + 26));
