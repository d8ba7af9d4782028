import { joinPath, nameOf } from "../paths.ts";

/** Formats that only borrow the name: `.env.d.ts` declares types, `.env.json` is no env file. */
const OTHER_FORMAT = /\.(?:[cm]?[jt]sx?|json[c5]?|ya?ml|toml|md|html?|py|sh|ps1|enc|gpg|age)$/i;
const TEMPLATE_WORD =
  /^(?:examples?|samples?|templates?|tmpl|tpl|dist|defaults?|schema|skeleton|dummy)$/i;
const TEST_WORD = /^(?:tests?|testing|e2e|ci|spec|vitest|jest|cypress|playwright)$/i;

/**
 * True for files that hold environment variables: `.env`, `.env.*`, `*.env`, `.envrc`,
 * `.dev.vars`, `.dev.vars.*`, and templates without the leading dot such as `env.example`.
 */
export function isEnvFile(path: string): boolean {
  const name = nameOf(path);
  if (OTHER_FORMAT.test(name)) return false;
  if (/^\.env(?:rc)?(?:\..+)?$|^.+\.env$|^\.dev\.vars(?:\..+)?$/.test(name)) return true;
  return /^\.?env[-_.]/.test(name) && isTemplateFile(name);
}

/** True for a file meant to be committed with placeholders: `.env.example`, `example.env` … */
export function isTemplateFile(path: string): boolean {
  const words = wordsOf(path);
  return words.at(-1) !== "local" && words.some((word) => TEMPLATE_WORD.test(word));
}

/** True for a file that only tests load, so that its secrets guard nothing: `.env.test`. */
export function isTestEnvFile(path: string): boolean {
  return wordsOf(path).some((word) => TEST_WORD.test(word));
}

/** True where a shell reads the file, and so runs what `dotenv` would take for text. */
export function isShellEnvFile(path: string): boolean {
  return /^\.envrc(?:\.|$)/.test(nameOf(path));
}

/** Where a secret of one's own machine belongs: git ignores it in every framework's template. */
export function localEnvFile(directory: string): string {
  return joinPath(directory, ".env.local");
}

/**
 * Files that frameworks load in development, the one that wins first: Next's order (16.4.6);
 * Vite differs in the middle two, and Workers read `.dev.vars` alone.
 */
const LOADED = [".env.development.local", ".env.local", ".env.development", ".env", ".dev.vars"];

/** Of these files, those that a framework loads from the folder by itself, the winner first. */
export function loadedEnvFiles<File extends { readonly path: string }>(
  directory: string,
  files: readonly File[],
): readonly File[] {
  const order = LOADED.map((name) => joinPath(directory, name));
  return files
    .filter(({ path }) => order.includes(path))
    .sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
}

/** Where a person may want a secret written, best first: `.env.local`, then what exists. */
export function writableEnvFiles(directory: string, existing: readonly string[]): string[] {
  const local = localEnvFile(directory);
  const others = existing.filter((path) => path !== local && !isTemplateFile(path));
  return [
    local,
    ...others.sort((a, b) => rank(directory, a) - rank(directory, b) || compare(a, b)),
  ];
}

/** Files that are loaded come first, then others of the folder, then those below it. */
function rank(directory: string, path: string): number {
  const loaded = LOADED.findIndex((name) => joinPath(directory, name) === path);
  if (loaded >= 0) return loaded;
  return path === joinPath(directory, nameOf(path)) ? LOADED.length : LOADED.length + 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function wordsOf(path: string): readonly string[] {
  return nameOf(path).split(/[-_.]/);
}
