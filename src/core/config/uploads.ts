import ignore from "ignore";
import type { Span } from "../edit.ts";
import { escapePattern } from "../gitignore/isIgnored.ts";
import { type Message, message } from "../message.ts";
import { directoryOf, isWithin, joinPath, nameOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { isDockerfile, stagedInstructions } from "./dockerfile.ts";
import type { Instruction } from "./syntax/dockerfile.ts";

/** A way in which a whole folder leaves the machine, ignored by git or not. */
export interface Upload {
  /** What says so: the place of a finding. */
  readonly file: string;
  readonly span: Span;
  /** What happens to a file of the folder: "{0} goes …". */
  readonly consequence: (path: string, variable: string) => Message;
  /** The file that leaves things out, there or not. */
  readonly ignoreFile: string;
  /** True for a file that goes along. */
  takes(path: string): boolean;
  /** The line that leaves a file of the folder out. */
  lineFor(path: string): string;
}

/** True for the files that tell of uploads besides Dockerfiles. */
export function isUploadFile(path: string): boolean {
  return /^(?:(?:.+)?\.dockerignore|\.vercelignore|vercel\.json)$/.test(nameOf(path));
}

/** Every upload that the project's files tell of. */
export function uploadsOf({ uploadTexts: texts }: Project): readonly Upload[] {
  return [...texts.keys()].flatMap((path) => {
    if (isDockerfile(path)) return imageUploads(path, texts);
    return nameOf(path) === "vercel.json" ? [vercelUpload(path, texts)] : [];
  });
}

/** True for a file that bears on all packages below it. */
export function tellsOfUploads(path: string): boolean {
  return isUploadFile(path) || isDockerfile(path);
}

type Texts = ReadonlyMap<string, string>;

/**
 * `COPY . .` takes all of the build context, which is the Dockerfile's folder unless one says else.
 * What an earlier stage copies is not in the image.
 */
function imageUploads(path: string, texts: Texts): readonly Upload[] {
  const folder = directoryOf(path);
  const own = `${path}.dockerignore`;
  const ignoreFile = texts.has(own) ? own : joinPath(folder, ".dockerignore");
  const isExcluded = dockerPatterns(texts.get(ignoreFile) ?? "");
  const copy = stagedInstructions(texts.get(path) ?? "").find(
    ({ instruction, isFinal }) => isFinal && copiesAll(instruction),
  )?.instruction;
  if (copy === undefined) return [];
  return [
    {
      file: path,
      span: copy.span,
      consequence: (file, variable) =>
        message(
          "This copies {0}, with the value of {1}, into a layer of the image, for everyone who can pull it. Leave env files out in {2}.",
          file,
          variable,
          ignoreFile,
        ),
      ignoreFile,
      takes: (file) => isWithin(file, folder) && !isExcluded(below(file, folder)),
      lineFor: (file) => escapePattern(below(file, folder)),
    },
  ];
}

function copiesAll({ keyword, words }: Instruction): boolean {
  if (keyword !== "COPY" && keyword !== "ADD") return false;
  const texts = words.map(({ text }) => text);
  // Another stage has only what was copied into it; the list form is as rare as it is long.
  if (texts.some((text) => text.startsWith("--from"))) return false;
  const sources = texts.filter((text) => !text.startsWith("--")).slice(0, -1);
  return sources.some((source) => /^(?:\.|\.\/|\/|\.\/\*|\*)$/.test(source));
}

function below(path: string, folder: string): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

/**
 * What a `.dockerignore` leaves out (moby/patternmatcher): patterns start at the context's root, and
 * unlike git's, a `!` also takes back what lies in a folder that is left out.
 */
function dockerPatterns(text: string): (path: string) => boolean {
  const patterns = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const isTakenBack = line.startsWith("!");
      const pattern = line
        .slice(Number(isTakenBack))
        .trim()
        .replace(/^\.?\//, "");
      const anchored = `/${pattern.replace(/(?<!\/)\/+$/, "")}`;
      return { isTakenBack, matcher: ignore({ ignorecase: false }).add(anchored) };
    });
  return (path) =>
    patterns.reduce(
      (isOut, { isTakenBack, matcher }) => (matcher.ignores(path) ? !isTakenBack : isOut),
      false,
    );
}

/** What @vercel/client leaves out by itself (`utils/index.ts`, 2026); `.gitignore` is not asked. */
const NEVER_UPLOADED = [".env.local", ".env.*.local", "node_modules", ".git", ".next", ".vercel"];

function vercelUpload(path: string, texts: Texts): Upload {
  const folder = directoryOf(path);
  const ignoreFile = joinPath(folder, ".vercelignore");
  const own = (texts.get(ignoreFile) ?? "").replace(/(\n|^)\.\//g, "$1");
  const patterns = ignore().add(NEVER_UPLOADED.join("\n")).add(own);
  return {
    file: path,
    span: { start: 0, end: Math.min(1, (texts.get(path) ?? "").length) },
    consequence: (file, variable) =>
      message(
        "`vercel deploy` uploads {0}, with the value of {1}: it leaves out .env.local, but does not ask .gitignore. Leave env files out in {2}.",
        file,
        variable,
        ignoreFile,
      ),
    ignoreFile,
    takes: (file) => isWithin(file, folder) && !patterns.ignores(below(file, folder)),
    lineFor: (file) => `/${escapePattern(below(file, folder))}`,
  };
}
