import ignore from "ignore";
import { directoryOf, isWithin } from "../paths.ts";

/** Texts of `.gitignore` files by path; all paths start at the repository's top. */
export type IgnoreFiles = ReadonlyMap<string, string>;

/** How git takes names. */
export interface NameRules {
  /** `core.ignorecase`: names that differ in case are one. */
  readonly ignoresCase: boolean;
}

const EXACT: NameRules = { ignoresCase: false };

/**
 * True where git would leave the file out by these `.gitignore` files alone. As git does, a deeper
 * file's pattern wins over one further up, and nothing below an ignored folder can be taken back.
 * Known to differ from git 2.39 only where `**` stands between part of a name and a slash, which
 * git against its own manual takes for any depth, on slashes with a backslash before them, and, where
 * case is ignored, on capitals in `[…]` and behind a backslash, which match nothing in git.
 */
export function isIgnoredBy(path: string, ignoreFiles: IgnoreFiles, names = EXACT): boolean {
  return lastMatch(path, ignoreFiles, names).ignored;
}

/** True where a pattern with `!` says that git shall not leave out this very file. */
export function isTakenBack(path: string, ignoreFiles: IgnoreFiles, names = EXACT): boolean {
  return lastMatch(path, ignoreFiles, names).unignored;
}

function lastMatch(
  path: string,
  ignoreFiles: IgnoreFiles,
  { ignoresCase }: NameRules,
): ignore.TestResult {
  // One list of patterns seen from the top, the deepest file's last: the last match decides.
  const patterns = [...ignoreFiles]
    .map(([file, text]) => ({ folder: directoryOf(file), text }))
    .filter(({ folder }) => isWithin(path, folder))
    .sort((a, b) => a.folder.length - b.folder.length)
    .flatMap(({ folder, text }) => patternsOf(text).map((pattern) => fromTop(pattern, folder)));
  const asked = toBytes(path);
  const asBytes = patterns.map(toBytes).filter((pattern) => isWithinReason(pattern, asked));
  return ignore({ ignorecase: ignoresCase }).add(asBytes).test(asked);
}

/** Linux has no longer paths (`PATH_MAX`), so that a longer pattern matches none but by `*`s alone. */
const LONGEST_PATTERN = 4096;
/** Ways to share a path among the `*`s of a pattern: from here on trying them all takes seconds. */
const MOST_WAYS = 1e8;

/** False for a pattern that `ignore` cannot make an expression of, or that it would try for hours. */
function isWithinReason(pattern: string, path: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false;
  const stars = pattern.match(/\*+/g)?.length ?? 0;
  let ways = 1;
  for (let star = 1; star <= stars; star++) ways *= Math.max(1, path.length / star);
  return ways < MOST_WAYS;
}

/**
 * One character for each UTF-8 byte: what `?` and `[…]` stand for in git. Bytes of other letters than
 * ASCII's become characters that have no case, as they have none for git.
 */
function toBytes(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const isWhole = !/\p{Surrogate}/u.test(character);
    return encodeURIComponent(isWhole ? character : "\uFFFD").replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(NO_CASE + Number.parseInt(hex, 16)),
    );
  });
}

/** Unicode's area for private use. */
const NO_CASE = 0xe000;

/** The lines that are patterns, as git 2.39 reads them: a byte order mark and one CR are dropped. */
function patternsOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line) => trimBlanks(line.replace(/\r$/, "")))
    .filter((line) => line !== "" && line !== "!" && !line.startsWith("#"));
}

/** Without the blanks at the end, but for one behind a backslash. */
function trimBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === " ") end--;
  let sign = end;
  while (sign > 0 && line[sign - 1] === "\\") sign--;
  return line.slice(0, (end - sign) % 2 === 0 ? end : end + 1);
}

/** The pattern of a folder's file as the top folder's file would have it. */
function fromTop(pattern: string, folder: string): string {
  if (folder === "") return pattern;
  const sign = pattern.startsWith("!") ? "!" : "";
  const body = pattern.slice(sign.length);
  const isAnchored = body.slice(0, -1).includes("/");
  const below = isAnchored ? body.replace(/^\//, "") : `**/${body}`;
  return `${sign}/${escapePattern(folder)}/${below}`;
}

/** A path as a pattern that matches nothing else. */
export function escapePattern(path: string): string {
  return path
    .replace(/[\\*?[]/g, "\\$&")
    .replace(/^[!#]/, "\\$&")
    .replace(/ $/, "\\ ");
}
