import { type Message, message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { effectiveEntry } from "./effective.ts";
import { isShellEnvFile } from "./files.ts";
import type { SecretEntry } from "./secretEntries.ts";

/** Where a secret is used, the more exposed the higher its rank. */
export interface Environment {
  readonly name: string;
  /** For people. */
  readonly title: Message;
  readonly rank: number;
}

const DEVELOPMENT: Environment = { name: "development", title: message("development"), rank: 0 };

/** What people call environments in the names of env files. */
const WORDS: readonly (readonly [RegExp, Environment])[] = [
  [
    /^(?:production|prod|live|prd)$/i,
    { name: "production", title: message("production"), rank: 2 },
  ],
  [/^(?:staging|stage|stg)$/i, { name: "staging", title: message("staging"), rank: 1 }],
  [/^(?:preview|uat|qa|demo)$/i, { name: "preview", title: message("preview"), rank: 1 }],
  [/^(?:development|develop|dev|local)$/i, DEVELOPMENT],
];

/**
 * The environment that a file's secret is for: `.env.local` and what development takes from `.env`
 * are a developer's own. Undefined where the name does not tell.
 */
export function environmentOf(
  { file, entry }: SecretEntry,
  project: Project,
): Environment | undefined {
  const words = nameOf(file.path).split(/[-_.]/);
  const named = WORDS.find(([word]) => words.some((part) => word.test(part)));
  if (named !== undefined) return named[1];
  if (isShellEnvFile(file.path)) return undefined;
  const isUsed = effectiveEntry(project, "development", entry.key)?.entry === entry;
  return isUsed ? DEVELOPMENT : undefined;
}
