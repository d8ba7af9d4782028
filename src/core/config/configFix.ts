import { lastEntry, setEntry } from "../dotenv/edit.ts";
import { keepPrivate, storeSecret } from "../dotenv/storeSecret.ts";
import type { FileEdit } from "../edit.ts";
import type { Fix, Problem } from "../finding.ts";
import { message } from "../message.ts";
import { directoryOf, joinPath } from "../paths.ts";
import type { Project } from "../project.ts";
import { judge } from "../secret/judge.ts";
import type { Store } from "./configFile.ts";
import { configSecrets } from "./configSecrets.ts";
import { soundRemedy } from "./remedies.ts";

/** The fix that a file's kind knows for a secret in it, with a fresh secret where one is read from. */
export function configFix({ file, span }: Problem, project: Project): readonly Fix[] {
  const secret = configSecrets(project).find(
    (each) =>
      each.file.path === file && each.span.start === span.start && each.span.end === span.end,
  );
  const remedy = secret && soundRemedy(secret.file, secret.entry);
  if (remedy === undefined) return [];
  const { store, notice, edits } = remedy;
  const stored = (value: string) => (store ? storeEdits(store, file, value, project) : []);
  // What would be written tells whether anything has to be: no real value is ever overwritten.
  const [target] = stored("any");
  const title = target
    ? message("{0}, and write a new secret to {1}", remedy.title, target.file)
    : remedy.title;
  return [
    {
      title,
      preferred: true,
      timing: "manual",
      notice:
        secret?.form === "unset"
          ? notice
          : message("The old value is known to everyone who can read the repository. {0}", notice),
      edits: ({ mint }) => [{ file, edits }, ...stored(mint())],
    },
  ];
}

function storeEdits(
  { variable, place }: Store,
  file: string,
  value: string,
  project: Project,
): readonly FileEdit[] {
  if (place === "local") return storeSecret(project, variable, value);
  const path = joinPath(directoryOf(file), ".env");
  const envFile = project.envFiles.find((each) => each.path === path);
  const current = lastEntry(envFile?.entries ?? [], variable);
  if (current !== undefined && !isFillable(current.value)) return [];
  const edits = setEntry(envFile?.text ?? "", variable, value);
  return edits === undefined ? [] : keepPrivate(project, { file: path, edits });
}

function isFillable(value: string): boolean {
  const { kind } = judge(value);
  return kind === "empty" || kind === "placeholder" || kind === "command";
}
