import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { ignoreEdit } from "../../src/core/gitignore/ignoreEdit.ts";
import { isIgnoredBy, type NameRules } from "../../src/core/gitignore/isIgnored.ts";
import { editFiles, type Files, project } from "../support/project.ts";

/** `.gitignore` files of one repository, and paths to ask for. */
type Repository = readonly [ignoreFiles: Files, paths: readonly string[]];

const ENV = [".env", ".env.local", ".env.production.local", ".env.staging", ".env.bak"];
const TEMPLATES = [".env.example", ".env.sample", ".env.local.example"];
const NESTED = [...ENV, ...TEMPLATES].flatMap((name) => [name, `web/${name}`, `web/api/${name}`]);

const TRICKY: readonly Repository[] = [
  [{ ".gitignore": ".env*\n!.env.example\n" }, NESTED],
  [{ ".gitignore": "!.env.example\n.env*\n" }, NESTED],
  [{ ".gitignore": "/.env*\n" }, NESTED],
  [{ ".gitignore": ".env.local/\n.env # note\n.env\t\n" }, NESTED],
  [{ ".gitignore": ".env   \n.env.local\\ \n" }, [...NESTED, ".env.local "]],
  [{ ".gitignore": "\uFEFF.env\r\n.env.local\r\n" }, NESTED],
  [{ ".gitignore": ".env\r" }, NESTED],
  [{ ".gitignore": "**/.env\nweb/**/.env.local\nweb/**\n!web/api/\n" }, NESTED],
  [{ ".gitignore": "/**/.env\n/web/*/.env.bak\n**\n!**/\n!.env.local\n" }, NESTED],
  [{ ".gitignore": ".env", "web/.gitignore": "!.env", "web/api/.gitignore": ".env" }, NESTED],
  [{ ".gitignore": "web/\n", "web/.gitignore": "!.env\n" }, NESTED],
  [{ ".gitignore": "web/api/\n", "web/.gitignore": "!api/\n!/api\n" }, NESTED],
  [{ ".gitignore": "web/*\n!web/api\n" }, NESTED],
  [{ ".gitignore": "*\n!.gitignore\n!web\n!web/.env\n" }, NESTED],
  [{ ".gitignore": "[.]env\n.env.[!l]*\n.en[a-z].local\n.env.[[:alpha:]]ak\n" }, NESTED],
  [{ ".gitignore": ".env[\n.en]v\n.env.[]l]ocal\n.env.[^a]ak\n" }, NESTED],
  [
    { ".gitignore": "\\.env\n\\!x\n\\#x\n#x\n!x\n\\\n.env.local\\\n" },
    [...NESTED, "!x", "#x", "x"],
  ],
  [{ ".gitignore": ".ENV\n.Env.Local\n" }, [...NESTED, ".ENV", ".Env.Local"]],
  [{ ".gitignore": "?env\n.env.????l\n.env.*l\n" }, NESTED],
  [{ ".gitignore": "é.env\n?.env\n??.env\n" }, ["é.env", "☃.env", "e.env", "web/é.env"]],
  [{ ".gitignore": "/web/.env\nweb/.env.local\n./.env\n//.env.bak\n" }, NESTED],
  [{ ".gitignore": "!\n/\n\n   \n.env\n" }, NESTED],
];

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

describe("isIgnoredBy, ignoreEdit and git", () => {
  let top = "";
  before(() => {
    top = mkdtempSync(path.join(tmpdir(), "auth-secret-git-"));
  });
  after(() => rmSync(top, { recursive: true, force: true }));

  it("agree on tricky patterns", () => {
    for (const [index, [files, paths]] of TRICKY.entries()) {
      const folder = path.join(top, `tricky-${index}`);
      assertSame(files, ignoredByGit(folder, [[files, paths]])[0] ?? [], paths);
    }
  });

  it("agree on generated patterns", () => {
    const samples = fc.sample(repositories, 2_000).map((files) => [files, PATHS] as const);
    const ignored = ignoredByGit(path.join(top, "generated"), samples);
    for (const [index, [files]] of samples.entries()) {
      assertSame(files, ignored[index] ?? [], PATHS);
    }
  });

  it("agree where names that differ in case are one", () => {
    const samples = fc.sample(repositories, 1_000).map((files) => [inCases(files), PATHS] as const);
    const all = [...TRICKY, ...samples];
    const ignored = ignoredByGit(path.join(top, "cases"), all, { ignoresCase: true });
    for (const [index, [files, paths]] of all.entries()) {
      assertSame(files, ignored[index] ?? [], paths, { ignoresCase: true });
    }
  });

  it("agree that a fix leaves out the files, and nothing else that was not", () => {
    const target = fc.constantFrom(
      ...["", "a/", "a/b/"].flatMap((d) => ENV.map((name) => d + name)),
    );
    const samples = fc.sample(fc.tuple(repositories, target), 1_000);
    const before = samples.map(([files]) => [files, PATHS] as const);
    const after = samples.map(([files, file]) => [fixed(files, file), PATHS] as const);
    const ignoredBefore = ignoredByGit(path.join(top, "before"), before);
    const ignoredAfter = ignoredByGit(path.join(top, "after"), after);
    for (const [index, [files, file]] of samples.entries()) {
      const now = new Set(ignoredAfter[index]);
      const was = new Set(ignoredBefore[index]);
      const context = JSON.stringify([files, after[index]?.[0], file]);
      assert.ok(now.has(file), context);
      assert.deepEqual(
        [...was].filter((name) => !now.has(name)),
        [],
        context,
      );
      const added = [...now].filter((name) => !was.has(name));
      assert.deepEqual(
        added.filter((name) => !isMeant(name)),
        [],
        context,
      );
    }
  });
});

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

/** Some of the patterns in capitals, but for what `isIgnoredBy` says it reads otherwise. */
function inCases(files: Files): Files {
  const shout = (line: string, at: number) =>
    at % 2 === 0 && !line.includes("[") ? line.toUpperCase() : line;
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.split("\n").map(shout).join("\n")]),
  );
}

function assertSame(
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
function ignoredByGit(
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
