import { isEnvFile } from "../dotenv/files.ts";

/** Bytes of an object's name: SHA-1's, and SHA-256's in a repository that was made for it. */
const HASH_LENGTHS = [20, 32];

/** Before an entry's object name stand ten 32-bit numbers; the seventh is the file's mode. */
const STAT_LENGTH = 40;
const HEADER_LENGTH = 12;

/**
 * The env files that git tracks, in whatever case, by path from the repository's top, read from the bytes of its
 * `index` (gitformat-index(5), versions 2 to 4); undefined for bytes that are none, and for a split
 * index, whose other half is another file. Of a folder that a sparse index folds up nothing is told.
 */
export function trackedEnvFiles(index: Uint8Array): ReadonlySet<string> | undefined {
  // Which hash the repository uses stands elsewhere: with the wrong length nothing fits.
  for (const hashLength of HASH_LENGTHS) {
    const entries = readEntries(index, hashLength);
    if (!entries) continue;
    if (extensionsFrom(index, entries.end, hashLength)?.includes("link") !== false) continue;
    return new Set(entries.paths);
  }
  return undefined;
}

/** The folder that a `.git` file names, as it stands there: for a worktree or a submodule. */
export function gitFolderIn(gitFile: string): string | undefined {
  return /^gitdir: (.+?)[\r\n]*$/.exec(gitFile)?.[1];
}

interface Entries {
  readonly paths: readonly string[];
  /** Where the entries end and the extensions begin. */
  readonly end: number;
}

function readEntries(index: Uint8Array, hashLength: number): Entries | undefined {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  if (index.length < HEADER_LENGTH + hashLength || ascii(index, 0, 4) !== "DIRC") return undefined;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const paths: string[] = [];
  let start = HEADER_LENGTH;
  let previous = "";
  for (let left = view.getUint32(8); left > 0; left--) {
    const entry = readEntry(view, start, { hashLength, version, previous });
    if (!entry) return undefined;
    // Where the disk makes no difference between cases, this may be an env file all the same.
    if (isEnvFile(entry.path.toLowerCase())) paths.push(fromUtf8(entry.path));
    previous = entry.path;
    start = entry.end;
  }
  return { paths, end: start };
}

interface EntryFormat {
  readonly hashLength: number;
  readonly version: number;
  /** The path before, which version 4 builds on. */
  readonly previous: string;
}

/** A path with one character for each byte, and where the next entry begins. */
function readEntry(
  view: DataView,
  start: number,
  { hashLength, version, previous }: EntryFormat,
): { readonly path: string; readonly end: number } | undefined {
  const flagsAt = start + STAT_LENGTH + hashLength;
  if (flagsAt + 4 > view.byteLength) return undefined;
  const flags = view.getUint16(flagsAt);
  const nameAt = flagsAt + ((flags & 0x4000) === 0 ? 2 : 4);
  const kept = version === 4 ? prefixOf(view, nameAt, previous) : { text: "", end: nameAt };
  const end = kept && endOfName(view, kept.end);
  if (end === undefined || !kept) return undefined;
  const bytes = new Uint8Array(view.buffer, view.byteOffset);
  const path = kept.text + ascii(bytes, kept.end, end);
  // Of a longer path the flags only say that it is longer.
  if (path === "" || (flags & 0xfff) !== Math.min(path.length, 0xfff)) return undefined;
  const length = end - start;
  return { path, end: version === 4 ? end + 1 : start + length + 8 - (length % 8) };
}

/** The part of the path before that an entry of version 4 begins with. */
function prefixOf(
  view: DataView,
  at: number,
  previous: string,
): { readonly text: string; readonly end: number } | undefined {
  let end = at;
  let dropped = -1;
  let byte: number;
  do {
    if (end >= view.byteLength) return undefined;
    byte = view.getUint8(end++);
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  } while (byte > 0x7f);
  if (dropped > previous.length) return undefined;
  return { text: previous.slice(0, previous.length - dropped), end };
}

function endOfName(view: DataView, start: number): number | undefined {
  for (let at = start; at < view.byteLength; at++) if (view.getUint8(at) === 0) return at;
  return undefined;
}

/** The names of the extensions, which fill all that is left before the checksum. */
function extensionsFrom(
  index: Uint8Array,
  start: number,
  hashLength: number,
): readonly string[] | undefined {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const names: string[] = [];
  let at = start;
  while (at + 8 <= index.length - hashLength) {
    names.push(ascii(index, at, at + 4));
    at += 8 + view.getUint32(at + 4);
  }
  return at === index.length - hashLength ? names : undefined;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** The text of UTF-8 bytes that are given as a character each; as it is where it is none. */
function fromUtf8(bytes: string): string {
  try {
    return decodeURIComponent(bytes.replace(/[^\w./-]/g, escapeByte));
  } catch {
    return bytes;
  }
}

function escapeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
