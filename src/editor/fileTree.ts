import * as vscode from "vscode";
import {
  analyze,
  directoryOf,
  type FactCache,
  type Finding,
  factCache,
  isEnvFile,
  isKept,
  isRelevantFile,
  isWithin,
  nameOf,
  type Overview,
  overviewOf,
  type Project,
  packageOf,
  packagesOf,
  projectOf,
  type Repository,
  type RepositoryFacts,
  repositoryOn,
  type Snapshot,
  type Span,
  sayingOf,
  snapshotOf,
  tellsOfUploads,
  type WorkspaceFiles,
} from "../core/index.ts";
import { rangesOf } from "./convert.ts";
import { Importers } from "./importers.ts";
import { KnownPaths } from "./knownPaths.ts";
import { readSettings, type Settings } from "./settings.ts";

/** A finding, and the project that its fixes are made for. */
export interface ProjectFinding {
  readonly finding: Finding;
  readonly project: Project;
}

/**
 * The files below one folder that the rules need, each with its newest text: an open document's
 * where there is one, the disk's otherwise. Who changes a text names it; readers are told once.
 */
export class FileTree implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #known = new KnownPaths();
  #facts: FactCache | undefined;
  readonly #changes = new vscode.EventEmitter<readonly string[]>();
  readonly #projects = new Map<string, Project>();
  readonly #findings = new Map<string, readonly Finding[]>();
  readonly #importers = new Importers();
  readonly #wants = new vscode.EventEmitter<readonly string[]>();
  #overview: Overview | undefined;
  #snapshot: Snapshot | undefined;
  #repository: Repository | undefined;
  #packages: ReadonlyMap<string, readonly string[]> | undefined;
  #packagesWithEnv: ReadonlySet<string> | undefined;
  #settings: Settings | undefined;
  #gitFacts: RepositoryFacts | undefined;

  /** Fires with the paths whose findings may have changed; no path at all means every one. */
  readonly onDidChange = this.#changes.event;

  /** Fires with the paths of files that sources turned out to import from. */
  readonly onDidWant = this.#wants.event;

  readonly root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.root = root;
  }

  dispose(): void {
    this.#changes.dispose();
    this.#wants.dispose();
  }

  get files(): WorkspaceFiles {
    return this.#texts;
  }

  get settings(): Settings {
    this.#settings ??= readSettings(this.root);
    return this.#settings;
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  /** The path of a URI below the root, or undefined for one elsewhere. */
  path(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== this.root.scheme || uri.authority !== this.root.authority) return undefined;
    const prefix = this.root.path.endsWith("/") ? this.root.path : `${this.root.path}/`;
    return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
  }

  /**
   * The files at a path or below it, in whatever case: an editor may have opened a file by a name that
   * the disk takes for the same.
   */
  knownAt(path: string): readonly string[] {
    return this.#known.at(path);
  }

  ranges(path: string): (span: Span) => vscode.Range {
    return rangesOf(this.#texts.get(path) ?? "");
  }

  /** Takes a file's new text, or its end; texts that the rules do not need are not kept. */
  set(path: string, text: string | undefined): void {
    const before = this.#texts.get(path);
    const kept = text !== undefined && this.#keeps(path, text);
    if (kept ? before === text : before === undefined) return;
    this.#put(path, kept ? text : undefined);
    // What stands in a manifest decides whether it is judged itself.
    const isRegrouped = kept !== (before !== undefined) || nameOf(path) === "package.json";
    if (isRegrouped) {
      this.#packages = undefined;
      this.#packagesWithEnv = undefined;
      this.#overview = undefined;
    }
    this.#invalidate([path]);
  }

  #put(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.#texts.delete(path);
      this.#known.delete(path);
    } else {
      if (!this.#texts.has(path)) this.#known.add(path);
      this.#texts.set(path, text);
    }
  }

  /** What sources import from is kept whatever stands in it. */
  #keeps(path: string, text: string): boolean {
    return isRelevantFile(path) && (this.#importers.has(path) || isKept(path, text, this.settings));
  }

  setGitFacts(facts: RepositoryFacts | undefined): void {
    this.#gitFacts = facts;
    this.#invalidate([]);
  }

  reloadSettings(): void {
    this.#settings = undefined;
    this.#invalidate([]);
  }

  #invalidate(paths: readonly string[]): void {
    this.#projects.clear();
    this.#findings.clear();
    this.#repository = undefined;
    this.#snapshot = undefined;
    this.#changes.fire(paths);
  }

  /** The folders of all packages that have files to check. */
  get packages(): readonly string[] {
    return [...this.#grouped().keys()];
  }

  packageOf(path: string): string {
    return packageOf(path, this.#texts);
  }

  /**
   * The packages whose findings depend on a file: the one that owns it, who imports from it, and
   * for an env file or what tells of uploads those below it; for an env file also those with env
   * files of their own, which may hold the same.
   */
  packagesWith(path: string): readonly string[] {
    const folder = directoryOf(path);
    const withEnv = isEnvFile(path) ? this.#withEnv() : undefined;
    const reading =
      withEnv || tellsOfUploads(path)
        ? this.packages.filter((other) => isWithin(other, folder) || withEnv?.has(other))
        : [];
    return [...new Set([this.packageOf(path), ...reading, ...this.#importers.of(path)])];
  }

  project(folder: string): Project {
    const known = this.#projects.get(folder);
    const project = known ?? this.projectOn(folder, this.#texts);
    this.#projects.set(folder, project);
    if (!known) this.#follow(folder, project);
    return project;
  }

  #follow(folder: string, { scripts }: Project): void {
    const paths = scripts.flatMap(({ imports }) => imports);
    const missing = this.#importers.follow(folder, paths).filter((path) => !this.#texts.has(path));
    if (missing.length > 0) this.#wants.fire(missing);
  }

  /** The project as it would be with other texts: what a chain of fixes is tried on. */
  projectOn(folder: string, files: WorkspaceFiles): Project {
    const isOwn = files === this.#texts;
    const paths = (isOwn ? this.#grouped() : packagesOf(files)).get(folder) ?? [];
    const repository = isOwn ? this.#ownRepository() : this.#repositoryOn(files);
    return projectOf(folder, paths, files, {
      repository: repository?.rootOf(folder) === undefined ? undefined : repository,
      ...(isOwn && { snapshot: this.#ownSnapshot() }),
      settings: this.settings,
      facts: this.#ownFacts(),
      today: new Date().toISOString().slice(0, 10),
    });
  }

  #repositoryOn(files: WorkspaceFiles): Repository | undefined {
    return this.#gitFacts && repositoryOn(files, this.#gitFacts);
  }

  #ownRepository(): Repository | undefined {
    this.#repository ??= this.#repositoryOn(this.#texts);
    return this.#repository;
  }

  /** Made at first use: what makes it is no part of activating. */
  #ownFacts(): FactCache {
    this.#facts ??= factCache();
    return this.#facts;
  }

  #ownSnapshot(): Snapshot {
    this.#overview ??= this.#newOverview();
    this.#snapshot ??= snapshotOf(this.#texts, this.#ownFacts(), this.#overview);
    return this.#snapshot;
  }

  /** Once for many files that came and went: what is known of those that went is forgotten. */
  #newOverview(): Overview {
    const overview = overviewOf(this.#texts.keys());
    this.#ownFacts().keepOnly({ files: this.#texts, overview });
    this.#importers.keepOnly(this.#grouped());
    return overview;
  }

  findings(folder: string): readonly Finding[] {
    const known = this.#findings.get(folder) ?? analyze(this.project(folder), this.settings.rules);
    this.#findings.set(folder, known);
    return known;
  }

  /** What is said of a file, each with the project that says it: others may import from the file. */
  findingsIn(path: string): readonly ProjectFinding[] {
    const said = new Set<string>();
    return this.packagesWith(path)
      .flatMap((folder) =>
        this.findings(folder).map((finding) => ({ finding, project: this.project(folder) })),
      )
      .filter(({ finding }) => {
        const key = sayingOf(finding);
        return finding.file === path && !said.has(key) && said.add(key) !== undefined;
      });
  }

  #withEnv(): ReadonlySet<string> {
    const hasEnv = (folder: string) => this.#grouped().get(folder)?.some(isEnvFile);
    this.#packagesWithEnv ??= new Set(this.packages.filter(hasEnv));
    return this.#packagesWithEnv;
  }

  #grouped(): ReadonlyMap<string, readonly string[]> {
    this.#packages ??= packagesOf(this.#texts);
    return this.#packages;
  }
}
