import { isConfigFile, isTextFile, mentionsVariable } from "../../src/core/config/files.ts";
import { readConfig } from "../../src/core/config/index.ts";
import { isUploadFile, tellsOfUploads } from "../../src/core/config/uploads.ts";
import { isEnvFile } from "../../src/core/dotenv/files.ts";
import { parseEnvFile } from "../../src/core/dotenv/parse.ts";
import { applyEdits, type FileEdit } from "../../src/core/edit.ts";
import { detectFramework, findFrameworks } from "../../src/core/frameworks/index.ts";
import { isIgnoredBy } from "../../src/core/gitignore/isIgnored.ts";
import { detectLoader } from "../../src/core/loaders/index.ts";
import type { Project, Repository } from "../../src/core/project.ts";
import { isScriptFile, isTestFile } from "../../src/core/script/files.ts";
import { mayConfigureAuth } from "../../src/core/script/gate.ts";
import { moduleReader } from "../../src/core/script/modules.ts";
import { readScript } from "../../src/core/script/readScript.ts";

export type Files = Readonly<Record<string, string>>;

/** What a test says of a project besides its files. */
export type ProjectOptions = Partial<
  Omit<Project, "envFiles" | "scripts" | "configFiles" | "texts" | "uploadTexts">
> & {
  /** False for a folder that is in no git repository; the workspace's root is one by default. */
  readonly git?: boolean;
  /** Env files that git tracks. */
  readonly tracked?: readonly string[];
  /** `core.ignorecase` */
  readonly ignoresCase?: boolean;
};

/** A project made of files by path, read as the real workspace is. */
export function project(files: Files, options: ProjectOptions = {}): Project {
  const { git = true, tracked = [], ignoresCase = false, ...given } = options;
  const framework = given.framework ?? detectFramework(files["package.json"], lockfileOf(files));
  const libraries = findFrameworks(files["package.json"], lockfileOf(files));
  const entries = Object.entries(files);
  const modules = moduleReader((path) => files[path]);
  return {
    directory: "",
    framework,
    loader: detectLoader(files["package.json"]),
    isDependency: libraries.length > 0,
    libraries,
    envFiles: entries
      .filter(([path]) => isEnvFile(path))
      .map(([path, text]) => parseEnvFile(path, text)),
    inheritedVariables: new Set(),
    appEnvFiles: [],
    scripts: entries
      .filter(
        ([path]) =>
          isScriptFile(path) && !isTestFile(path) && mayConfigureAuth(path, files[path] ?? ""),
      )
      .map(([path, text]) => readScript(path, text, framework, { modules })),
    configFiles: entries
      .filter(
        ([path, text]) => isConfigFile(path) && mentionsVariable(text, given.extraVariables ?? []),
      )
      .flatMap(([path, text]) => readConfig(path, text) ?? []),
    texts: new Map(
      entries.filter(([path]) => isConfigFile(path) || isTextFile(path) || isUploadFile(path)),
    ),
    uploadTexts: new Map(entries.filter(([path]) => tellsOfUploads(path))),
    repository: git ? repositoryOf(files, tracked, ignoresCase) : undefined,
    extraVariables: [],
    minimumBits: 256,
    today: "2027-01-31",
    ...given,
  };
}

/** The files after the edits, as the editor would leave them. */
export function editFiles(files: Files, edits: readonly FileEdit[]): Files {
  const result: Record<string, string> = { ...files };
  for (const edit of edits) result[edit.file] = applyEdits(result[edit.file] ?? "", edit.edits);
  return result;
}

function lockfileOf(files: Files): string | undefined {
  const path = Object.keys(files).find((name) =>
    /^(package-lock\.json|.*\.lock|pnpm-lock\.yaml)$/.test(name),
  );
  return path === undefined ? undefined : files[path];
}

function repositoryOf(files: Files, tracked: readonly string[], ignoresCase: boolean): Repository {
  const isIgnoreFile = (path: string) => path === ".gitignore" || path.endsWith("/.gitignore");
  const ignoreFiles = new Map(Object.entries(files).filter(([path]) => isIgnoreFile(path)));
  return {
    rootOf: () => "",
    ignoreFiles,
    isIgnored: (path) => isIgnoredBy(path, ignoreFiles, { ignoresCase }),
    ignoresCase: () => ignoresCase,
    isTracked: (path) => tracked.includes(path),
  };
}
