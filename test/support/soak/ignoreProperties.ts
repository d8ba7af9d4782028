import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { ignoreEdit } from "../../../src/core/gitignore/ignoreEdit.ts";
import { isIgnoredBy, type NameRules } from "../../../src/core/gitignore/isIgnored.ts";
import { editFiles, type Files, project } from "../project.ts";

/** `.gitignore` files of one repository, and paths to ask for. */
export type Repository = readonly [ignoreFiles: Files, paths: readonly string[]];

/** How much is generated, and from what. */
interface Sampling {
  /** An empty folder, for the repositories. */
  readonly folder: string;
  readonly count: number;
  readonly seed?: number;
}

export const ENV = [".env", ".env.local", ".env.production.local", ".env.staging", ".env.bak"];
export const TEMPLATES = [".env.example", ".env.sample", ".env.local.example"];

const PARTS = [
  ...[".env", ".env", "env", "*.local", ".env*", ".env.*", ".env*.local", "*", "?", "a", "b"],
  ...["[a-c]", "[!a]", "[.]env", "[[:alpha:]]", "[]a]", "[", "]", "\\", "\\ ", " ", "\\!", "\\#"],
  ...["#", "!", "{a,b}", ".ENV", "local", "\t", "é", "example"],
];
const part = fc.oneof(
  fc.constant("**"),
  fc
    .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 3 })
    .map((atoms) => atoms.join("")),
);
const pattern = fc
  .record({
    sign: fc.constantFrom("", "", "", "!"),
    top: fc.constantFrom("", "", "/"),
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
    end: fc.constantFrom("", "", "", "/", " "),
  })
  .map(({ sign, top, parts, end }) => sign + top + parts.join("/") + end)
  // Two things that `isIgnoredBy` says it reads otherwise: `.env**/x`, and a slash with a backslash.
  .filter((text) => !/[^/!]\*{2,}\/|\\\//.test(text));
const ignoreFile = fc
  .tuple(fc.array(pattern, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([patterns, newline, isEnded]) => patterns.join(newline) + (isEnded ? newline : ""));
const FOLDERS = ["", "a/", "a/b/", "[a]/"];
const repositories = fc
  .tuple(...FOLDERS.map((folder) => fc.option(ignoreFile, { freq: folder === "" ? 5 : 1 })))
  .map((texts) => {
    const files: Record<string, string> = {};
    for (const [index, text] of texts.entries()) {
      if (text !== null) files[`${FOLDERS[index]}.gitignore`] = text;
    }
    return files;
  });
const NAMES = [
  ...ENV,
  ...TEMPLATES,
  "env",
  "b",
  ".ENV",
  ".env ",
  "#a",
  "!a",
  "é",
  "a b",
  "[a",
  "c",
];
const PATHS = [...FOLDERS, "c/", "a/c/"].flatMap((folder) => NAMES.map((name) => folder + name));

/** What is ignored by our reading is what git ignores. */
export function checkIgnoreReading({
  folder,
  count,
  seed,
  ignoresCase = false,
}: Sampling & Partial<NameRules>): void {
  const parameters = { numRuns: count, ...(seed !== undefined && { seed }) };
  const samples = fc
    .sample(repositories, parameters)
    .map((files) => [ignoresCase ? inCases(files) : files, PATHS] as const);
  const ignored = ignoredByGit(folder, samples, { ignoresCase });
  for (const [index, [files]] of samples.entries()) {
    assertSame(files, ignored[index] ?? [], PATHS, { ignoresCase });
  }
}

/** Some of the patterns in capitals, but for what `isIgnoredBy` says it reads otherwise. */
function inCases(files: Files): Files {
  const shout = (line: string, at: number) =>
    at % 2 === 0 && !/\[|\\[a-zé]/.test(line) ? line.toUpperCase() : line;
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.split("\n").map(shout).join("\n")]),
  );
}

/** By git's own word, before and after: a fix leaves out the files, and nothing else that was not. */
export function checkIgnoreFix({ folder, count, seed }: Sampling): void {
  const target = fc.constantFrom(...["", "a/", "a/b/"].flatMap((d) => ENV.map((name) => d + name)));
  const parameters = { numRuns: count, ...(seed !== undefined && { seed }) };
  const samples = fc.sample(fc.tuple(repositories, target), parameters);
  const before = samples.map(([files]) => [files, PATHS] as const);
  const after = samples.map(([files, file]) => [fixed(files, file), PATHS] as const);
  const ignoredBefore = ignoredByGit(path.join(folder, "before"), before);
  const ignoredAfter = ignoredByGit(path.join(folder, "after"), after);
  for (const [index, [files, file]] of samples.entries()) {
    const now = new Set(ignoredAfter[index]);
    const was = new Set(ignoredBefore[index]);
    const context = JSON.stringify([files, after[index]?.[0], file]);
    const lost = [...was].filter((name) => !now.has(name));
    const added = [...now].filter((name) => !was.has(name));
    assert.ok(now.has(file), context);
    assert.deepEqual(lost, [], context);
    assert.deepEqual(
      added.filter((name) => !isMeant(name)),
      [],
      context,
    );
  }
}

function isMeant(file: string): boolean {
  return ENV.includes(path.posix.basename(file));
}

/** The files after the fix, and after it once more. */
function fixed(files: Files, file: string): Files {
  const withFile = { ...files, [file]: "AUTH_SECRET=x\n" };
  const once = editFiles(withFile, ignoreEdit(project(withFile), [file]));
  assert.deepEqual(ignoreEdit(project(once), [file]), [], JSON.stringify(files));
  const { [file]: _, ...ignoreFiles } = once;
  return ignoreFiles;
}

export function assertSame(
  files: Files,
  ignored: readonly string[],
  paths: readonly string[],
  names: NameRules = { ignoresCase: false },
): void {
  const ignoreFiles = new Map(Object.entries(files));
  const own = paths.filter((file) => isIgnoredBy(file, ignoreFiles, names));
  assert.deepEqual(own, ignored, JSON.stringify(files));
}

/** Which paths git leaves out, for each repository: a folder of one big one, asked in one go. */
export function ignoredByGit(
  folder: string,
  repositories: readonly Repository[],
  { ignoresCase }: NameRules = { ignoresCase: false },
): readonly string[][] {
  const isAlone = repositories.length === 1;
  const prefix = (index: number) => (isAlone ? "" : `${index}/`);
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "-q"]);
  git(folder, ["config", "core.ignorecase", String(ignoresCase)]);
  for (const [index, [files]] of repositories.entries()) {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(folder, prefix(index) + file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
  const asked = repositories.map(([, paths], index) => paths.map((file) => prefix(index) + file));
  const input = asked.flat().join("\0");
  const output = git(folder, ["check-ignore", "--no-index", "--stdin", "-z"], input);
  const ignored = new Set(output.split("\0"));
  return repositories.map(([, paths], index) =>
    paths.filter((file) => ignored.has(prefix(index) + file)),
  );
}

/** Runs git without the patterns and settings of who runs the tests. */
function git(folder: string, args: readonly string[], input = ""): string {
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: folder,
    env,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  // `check-ignore` ends with 1 where nothing is ignored.
  assert.ok(status === 0 || status === 1, stderr);
  return stdout;
}
