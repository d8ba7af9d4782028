import { nameOf } from "../paths.ts";

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

/** True for a file of development that developers share: `.env.development`, not `.env.local`. */
export function isDevelopmentEnvFile(path: string): boolean {
  const words = wordsOf(path);
  return (
    words.some((word) => /^(?:development|develop|dev)$/i.test(word)) && words.at(-1) !== "local"
  );
}

/** True where a shell reads the file, and so runs what `dotenv` would take for text. */
export function isShellEnvFile(path: string): boolean {
  return /^\.envrc(?:\.|$)/.test(nameOf(path));
}

function wordsOf(path: string): readonly string[] {
  return nameOf(path).split(/[-_.]/);
}
