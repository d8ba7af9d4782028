import { setValue } from "../dotenv/edit.ts";
import { isTestEnvFile } from "../dotenv/files.ts";
import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import type { Fix, Problem } from "../finding.ts";
import { secretVariables } from "../frameworks/index.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { isPublicVariable, privateName } from "../script/evaluate/environment.ts";
import { moveOutFix } from "../script/rewrite/moveOutFix.ts";
import type { SecretSource } from "../script/script.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const publicSecret: Rule = {
  id: "public-secret",
  title: "A secret comes from a variable that browsers get to see",
  defaultSeverity: "error",
  check: (project) => [
    ...sourcesOf(project)
      .filter(isExposed)
      .map((source) => ({
        file: source.file,
        span: source.span,
        message: source.isPublic ? PUBLIC_NAME : PUBLIC_BLOCK,
        related: relatedTo(source),
      })),
    ...publicEntries(project).map(({ file, entry }) => ({
      file: file.path,
      span: entry.keySpan,
      message: PUBLIC_NAME,
    })),
  ],
  fixes: (problem, project) => [...moveOutFix(problem, project), ...renameFix(problem, project)],
};

const PUBLIC_NAME = message(
  "A variable of this name is copied into the code that browsers load: whoever opens the site can read the secret. Use the name without its public prefix, and a new secret.",
);
const PUBLIC_BLOCK = message(
  "What stands in this block is copied into the code that browsers load: whoever opens the site can read the secret. Server code reads the variable without it.",
);

function isExposed({ kind, isPublic, isWhole, option }: SecretSource): boolean {
  return kind === "environment" && (isPublic || (option.isPublished && isWhole));
}

interface PublicEntry {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/** A library's variable with a public prefix, where an env file gives it a value. */
function publicEntries({ envFiles }: Project): readonly PublicEntry[] {
  return envFiles
    .filter(({ path, isTemplate }) => !isTemplate && !isTestEnvFile(path))
    .flatMap((file) =>
      file.entries
        .filter(({ key, value }) => value !== "" && isPublicVariable(key))
        .filter(({ key }) => secretVariables.has(privateName(key)))
        .map((entry) => ({ file, entry })),
    );
}

function renameFix({ file: path, span }: Problem, project: Project): readonly Fix[] {
  const found = publicEntries(project).find(
    ({ file, entry }) => file.path === path && entry.keySpan.start === span.start,
  );
  if (found === undefined) return [];
  const { file, entry } = found;
  const name = privateName(entry.key);
  if (file.entries.some(({ key }) => key === name)) return [];
  if (setValue(file.text, entry, "0").length === 0) return [];
  return [
    {
      title: message("Rename it to {0}, with a new random secret", name),
      preferred: true,
      timing: "manual",
      notice: message(
        "Sessions made with the old secret end: people have to sign in again. Change the name where it is read and where the app is deployed, too.",
      ),
      edits: ({ mint }) => [
        {
          file: path,
          edits: [{ ...entry.keySpan, newText: name }, ...setValue(file.text, entry, mint())],
        },
      ],
    },
  ];
}
