import {
  analyze,
  DEFAULT_SETTINGS,
  type FactCache,
  type Finding,
  factCache,
  isKept,
  isSkippedFolder,
  type Project,
  packagesOf,
  projectOf,
  type Repository,
  readAhead,
  repositoryOn,
  snapshotOf,
} from "../core/index.ts";
import { readGitFacts } from "./gitFacts.ts";
import { type Format, print } from "./print.ts";
import { readBelow, type WalkPart } from "./walk.ts";

/** What there is to say of a folder. */
export interface Judged {
  /** For standard output. */
  readonly text: string;
  /** Paths that could not be read. */
  readonly unreadable: readonly string[];
  /** True where nothing is at warning or above. */
  readonly isSound: boolean;
}

/** Takes the files of a folder part by part, and judges each part as it comes. */
export interface Judging {
  take(part: WalkPart): void;
  /** To be called once, after the last part. */
  finish(): Judged;
}

export function startJudging(folder: string, format: Format): Judging {
  const context = { settings: DEFAULT_SETTINGS, facts: factCache() };
  const read = new Map<string, string>();
  const unreadable: string[] = [];
  const repositories = new Set<string>();
  let count = 0;
  return {
    take(part) {
      for (const [path, text] of part.files) read.set(path, text);
      readAhead(part.files, read, context);
      count += part.count;
      unreadable.push(...part.unreadable);
      for (const top of part.repositories) repositories.add(top);
    },
    finish() {
      const files = new Map([...read].sort(byPath));
      const facts = readGitFacts(folder, files, repositories);
      const findings = findingsOf(folder, files, context.facts, repositoryOn(files, facts));
      const isSound = !findings.some(
        ({ severity }) => severity === "error" || severity === "warning",
      );
      return { text: print({ findings, files, count }, format), unreadable, isSound };
    },
  };
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : Number(a > b);
}

function findingsOf(
  folder: string,
  files: Map<string, string>,
  facts: FactCache,
  repository: Repository,
): readonly Finding[] {
  const context = {
    settings: DEFAULT_SETTINGS,
    facts,
    today: new Date().toISOString().slice(0, 10),
  };
  const projects = () => {
    const snapshot = snapshotOf(files, facts);
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
    const text = files.has(path) || wouldBeThere(path) ? undefined : readBelow(folder, path);
    if (text !== undefined) files.set(path, text);
  }
  return files.size > before;
}

/** True for a file that is kept whatever its text, in a folder that was read: it would be among them. */
function wouldBeThere(path: string): boolean {
  return isKept(path, "", DEFAULT_SETTINGS) && !path.split("/").some(isSkippedFolder);
}
