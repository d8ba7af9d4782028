import { isTemplateFile, isTestEnvFile } from "../dotenv/files.ts";
import { variableParts } from "../frameworks/index.ts";
import { nameOf } from "../paths.ts";
import { isDockerfile } from "./dockerfile.ts";
import { configKinds } from "./index.ts";
import { isUploadFile } from "./uploads.ts";

/** Written by package managers, and long. */
const LOCKFILE = /^pnpm-(?:lock|workspace)\.yaml$/;

/** True for files that a kind of configuration claims by their path; of YAML that is every file. */
export function isConfigFile(path: string): boolean {
  return !LOCKFILE.test(nameOf(path)) && configKinds.some(({ isFile }) => isFile(path));
}

/** Lists of changes tell of commands as they once were. */
const HISTORY = /^(?:changelog|changes|history|releases?|news)\b/i;

/** True for documentation and shell scripts, which tell people and machines what to run. */
export function isTextFile(path: string): boolean {
  const name = nameOf(path);
  return /\.(?:mdx?|sh|bash)$/i.test(name) && !HISTORY.test(name);
}

/** True for files that are searched for secrets and commands, or that tell what leaves the machine. */
export function isSearchedFile(path: string): boolean {
  return isConfigFile(path) || isTextFile(path) || isUploadFile(path);
}

/** The same; but every package has a manifest, so only one that has something to say counts. */
export function isJudgedText(path: string, text: string): boolean {
  return (
    isSearchedFile(path) && (nameOf(path) !== "package.json" || isWorthReading(path, text, []))
  );
}

/** The `auth` command as people write it down. */
const COMMAND = /\bauth(?:@[\w.^~-]+)?[ \t]+secret\b/;

function mentionsCommand(text: string): boolean {
  return text.includes(" secret") && COMMAND.test(text);
}

/** True for a text in which a secret variable's name stands, told without parsing. */
export function mentionsVariable(text: string, extraVariables: readonly string[]): boolean {
  return [...variableParts, ...extraVariables].some((name) => text.includes(name));
}

/** True where a snapshot needs the text of such a file. */
export function isWorthReading(
  path: string,
  text: string,
  extraVariables: readonly string[],
): boolean {
  if (isUploadFile(path)) return true;
  if (mentionsCommand(text)) return true;
  if (!isConfigFile(path)) return false;
  return mentionsVariable(text, extraVariables) || (isDockerfile(path) && copies(text));
}

function copies(text: string): boolean {
  return /^[^\S\r\n\u2028\u2029]*(?:copy|add)\s/im.test(text);
}

/** True for a file that shows how another one is to be written. */
export function isExampleFile(path: string): boolean {
  return isTemplateFile(path) || /(?:^|\/)(?:examples?|samples?)\//.test(path);
}

/**
 * True for a file that only developers' own machines use: `compose.dev.yml`, a dev container, and
 * `compose.override.yml`, which Compose adds by itself where no file is named.
 */
export function isDevelopmentFile(path: string): boolean {
  return /(?:^|\/)\.devcontainer\/|[-._](?:dev|develop|development|local|override)\.[^/]*$/i.test(
    path,
  );
}

/** True for a file of the tests alone: `docker-compose.e2e.yml`. Pipelines are no such files. */
export function isTestConfigFile(path: string): boolean {
  return (
    !/(?:^|\/)\.(?:github|gitlab-ci)/.test(path) && isTestEnvFile(nameOf(path).replace(/^\./, ""))
  );
}
