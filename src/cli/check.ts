import { statSync } from "node:fs";
import {
  analyze,
  DEFAULT_SETTINGS,
  type Finding,
  factCache,
  format,
  type LineMap,
  lineMap,
  type Project,
  packagesOf,
  projectOf,
  repositoryOn,
  snapshotOf,
} from "../core/index.ts";
import { readGitFacts } from "./gitFacts.ts";
import { oneOf, readArguments, UsageError } from "./usageError.ts";
import { readBelow, walk } from "./walk.ts";

/** A place for people and programs: line and column from 1, offset from 0, in UTF-16 units. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A finding as `--format json` prints it. */
interface PrintedFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
}

/** Prints what is wrong below a folder; 1 if anything is at warning or above, otherwise 0. */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { format: { type: "string", default: "pretty" } },
  });
  const print = oneOf("--format", values.format, ["pretty", "json"]) === "json" ? asJson : asText;
  if (positionals.length > 1) throw new UsageError("check takes one folder");
  const folder = positionals[0] ?? ".";
  assertFolder(folder);
  const read = walk(folder, DEFAULT_SETTINGS);
  for (const path of read.unreadable) process.stderr.write(`${path}: not read as text\n`);
  const files = new Map(read.files);
  const findings = findingsOf(folder, files);
  const printed = placed(findings, files);
  process.stdout.write(print(printed, read.count));
  return findings.some(({ severity }) => severity === "error" || severity === "warning") ? 1 : 0;
}

function assertFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) throw new Error(`${folder} does not exist`);
  if (!stat.isDirectory()) throw new Error(`${folder} is not a folder`);
}

function findingsOf(folder: string, files: Map<string, string>): readonly Finding[] {
  const repository = repositoryOn(files, readGitFacts(folder, files));
  const context = {
    settings: DEFAULT_SETTINGS,
    facts: factCache(),
    today: new Date().toISOString().slice(0, 10),
  };
  const projects = () => {
    const snapshot = snapshotOf(files, context.facts);
    return [...packagesOf(files)].map(([directory, paths]) =>
      projectOf(directory, paths, files, {
        ...context,
        repository: repository.rootOf(directory) === undefined ? undefined : repository,
        snapshot,
      }),
    );
  };
  let known = projects();
  // What is imported may import in its turn.
  while (addImports(folder, files, known)) known = projects();
  return known.flatMap((project) => analyze(project));
}

/** What sources import from is read though its name and text tell nothing; true if there was any. */
function addImports(
  folder: string,
  files: Map<string, string>,
  projects: readonly Project[],
): boolean {
  const before = files.size;
  const paths = projects.flatMap(({ scripts }) => scripts.flatMap(({ imports }) => imports));
  for (const path of new Set(paths)) {
    const text = files.has(path) ? undefined : readBelow(folder, path);
    if (text !== undefined) files.set(path, text);
  }
  return files.size > before;
}

function placed(
  findings: readonly Finding[],
  files: ReadonlyMap<string, string>,
): readonly PrintedFinding[] {
  const maps = new Map<string, LineMap>();
  const place = (file: string, offset: number): Place => {
    const lines = maps.get(file) ?? lineMap(files.get(file) ?? "");
    maps.set(file, lines);
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  };
  return findings
    .map(({ file, rule, severity, message, span }) => ({
      file,
      rule,
      severity,
      message: format(message),
      start: place(file, span.start),
      end: place(file, span.end),
    }))
    .sort(
      (a, b) =>
        Number(a.file > b.file) - Number(a.file < b.file) || a.start.offset - b.start.offset,
    );
}

function asJson(findings: readonly PrintedFinding[], files: number): string {
  return `${JSON.stringify({ files, findings }, undefined, 2)}\n`;
}

function asText(findings: readonly PrintedFinding[], files: number): string {
  const lines = findings.map(
    ({ file, start, severity, message, rule }) =>
      `${file}:${start.line}:${start.column} ${severity}: ${message} [${rule}]\n`,
  );
  const summary = `${counted(findings.length, "problem")} in ${counted(files, "file")}\n`;
  return [...lines, summary].join("");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
