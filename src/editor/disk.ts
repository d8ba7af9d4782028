import * as vscode from "vscode";
import { isSkippedFolder, SKIPPED_FOLDERS } from "../core/index.ts";
import { decode } from "./byteOrderMark.ts";
import { type Platform, platformFor } from "./platform.ts";

/** By their names alone: they decide most. */
const NAMES = [
  ".env*,*.env,env.*,env-*,env_*,.dev.vars*,package.json,.[Gg]it[Ii]gnore,tsconfig*.json,jsconfig*.json",
  "package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,yarn.lock,bun.lock",
  ".dockerignore,.vercelignore,*.dockerignore,vercel.json,railway.json,nixpacks.json",
  "wrangler.json,wrangler.jsonc,fly.toml,fly.*.toml,fly-*.toml,netlify.toml,railway.toml",
  "nixpacks.toml,wrangler.toml,Dockerfile*,Containerfile*,*.Dockerfile,*.dockerfile",
];

/** The rest, by what they end in. */
const ENDINGS = "ts,tsx,mts,cts,js,jsx,mjs,cjs,yml,yaml,md,mdx,sh,bash";

/**
 * Files that decide most come first, so that their findings do not wait for all the sources. No more
 * than that: for each search the extension host starts a program, and stands still while it does.
 */
const GLOBS = [`**/{${NAMES.join(",")}}`, `**/*.{${ENDINGS}}`];

/**
 * The name by which git reads an ignore file: where the disk takes names that differ in case for one,
 * a `.GitIgnore` is one too, and elsewhere there is no such file.
 */
export function asGitReads(uri: vscode.Uri): vscode.Uri {
  const isMeant = /\/\.gitignore$/i.test(uri.path) && !uri.path.endsWith("/.gitignore");
  return isMeant ? vscode.Uri.joinPath(uri, "../.gitignore") : uri;
}

/** Larger files are not read while they are closed: no secret is written into one by hand. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Files read, or folders listed, at once: enough to keep a disk busy, few enough to leave the editor
 * its turn.
 */
const BATCH = 64;

/** File systems that VS Code can search: on others a search waits for ever for who could do it. */
const SEARCHABLE = new Set(["file", "vscode-remote", "vscode-vfs"]);

/** Names all files below a folder that may matter, in batches, each when the last has been read. */
export async function scan(
  folder: vscode.Uri,
  read: (uris: readonly vscode.Uri[]) => Promise<void>,
): Promise<void> {
  // A search follows symbolic links, wherever they lead.
  if (!SEARCHABLE.has(folder.scheme) || !vscode.workspace.isTrusted) return walk(folder, read);
  const excluded = `**/{${SKIPPED_FOLDERS.join(",")}}/**`;
  for (const glob of GLOBS) {
    const pattern = new vscode.RelativePattern(folder, glob);
    await inBatches(await vscode.workspace.findFiles(pattern, excluded), read);
  }
}

/** The same, folder by folder: many at once, since each answer may be long on its way. */
async function walk(
  root: vscode.Uri,
  read: (uris: readonly vscode.Uri[]) => Promise<void>,
): Promise<void> {
  const pending = [root];
  while (pending.length > 0) {
    // The last ones: whoever goes down first has the fewest waiting.
    const listed = await Promise.all(pending.splice(-BATCH).map(listing));
    for (const folder of listed.flatMap(({ folders }) => folders)) pending.push(folder);
    await inBatches(
      listed.flatMap(({ files }) => files),
      read,
    );
  }
}

interface Listing {
  readonly folders: readonly vscode.Uri[];
  readonly files: readonly vscode.Uri[];
}

/** No symbolic link is in it. */
async function listing(folder: vscode.Uri): Promise<Listing> {
  const entries = await entriesOf(folder);
  const named = (wanted: vscode.FileType) => entries.filter(([, type]) => type === wanted);
  const uri = ([name]: (typeof entries)[number]) => vscode.Uri.joinPath(folder, name);
  return {
    folders: named(vscode.FileType.Directory)
      .filter(([name]) => !isSkippedFolder(name))
      .map(uri),
    files: named(vscode.FileType.File).map(uri),
  };
}

async function inBatches(
  uris: readonly vscode.Uri[],
  read: (uris: readonly vscode.Uri[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < uris.length; at += BATCH) await read(uris.slice(at, at + BATCH));
}

/**
 * True in a workspace that is not trusted for a file that is a symbolic link, or is reached by one
 * below the workspace's folder: it may lead anywhere.
 */
async function isBarred(uri: vscode.Uri, platform: Platform | undefined): Promise<boolean> {
  const folder = vscode.workspace.isTrusted ? undefined : vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const names = uri.path.slice(folder.uri.path.length).split("/").filter(Boolean);
  const places = names.map((_, at) => vscode.Uri.joinPath(folder.uri, ...names.slice(0, at + 1)));
  return (await Promise.all(places.map((place) => isLink(place, platform)))).includes(true);
}

async function isLink(uri: vscode.Uri, platform: Platform | undefined): Promise<boolean> {
  const here = platformFor(uri, platform);
  try {
    if (here) return await here.isLink(uri.fsPath);
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}

/** What a folder holds; nothing where it cannot be read. */
export function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  return Promise.resolve(vscode.workspace.fs.readDirectory(folder)).then(
    (entries) => entries,
    () => [],
  );
}

/**
 * A file's text, or undefined where there is none to show.
 * @param platform for who reads many: `workspace.fs` asks the window about every single one before it
 * reads from the very disk that the platform reads from (VS Code 1.139, `$ensureActivation`)
 */
export async function readText(uri: vscode.Uri, platform?: Platform): Promise<string | undefined> {
  try {
    const bytes = await readBytes(uri, MOST_BYTES, platform);
    return !bytes || bytes.includes(0) ? undefined : decode(uri.path, bytes);
  } catch {
    return undefined;
  }
}

/**
 * A file's bytes; undefined where they are not to be read, for what is no plain file, and for one of
 * more bytes than `most`.
 * @param platform see {@link readText}
 * @throws where it cannot be read.
 */
export async function readBytes(
  uri: vscode.Uri,
  most: number,
  platform?: Platform,
): Promise<Uint8Array | undefined> {
  if (await isBarred(uri, platform)) return undefined;
  const here = platformFor(uri, platform);
  if (here) return await here.readFile(uri.fsPath, most);
  const { type, size } = await vscode.workspace.fs.stat(uri);
  const isRead = (type & vscode.FileType.File) !== 0 && size <= most;
  return isRead ? await vscode.workspace.fs.readFile(uri) : undefined;
}

export function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
