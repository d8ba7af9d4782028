import { type Upload, uploadsOf } from "../config/uploads.ts";
import { isTestEnvFile } from "../dotenv/files.ts";
import { type SecretEntry, secretEntries } from "../dotenv/secretEntries.ts";
import { lineEndingOf, type TextEdit } from "../edit.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import type { Rule } from "./rule.ts";

export const uploadedEnv: Rule = {
  id: "uploaded-env",
  title: "An env file with a real secret that goes along into an image or an upload",
  defaultSeverity: "information",
  check: (project) =>
    uploadsOf(project).flatMap((upload) => {
      const [first] = takenBy(upload, project);
      if (first === undefined) return [];
      const { file, span, consequence } = upload;
      return { file, span, message: consequence(first.file.path, first.entry.key) };
    }),
  fixes(problem, project) {
    const upload = uploadsOf(project).find(
      ({ file, span }) => file === problem.file && span.start === problem.span.start,
    );
    if (upload === undefined) return [];
    const { ignoreFile } = upload;
    return [
      {
        title: message("Leave the env files out in {0}", ignoreFile),
        preferred: true,
        timing: "manual",
        notice: message(
          "What was built or uploaded before still holds the secret: replace it there.",
        ),
        edits: () => {
          const paths = new Set(takenBy(upload, project).map(({ file }) => file.path));
          const lines = [...paths].map(upload.lineFor);
          const text = project.uploadTexts.get(ignoreFile) ?? "";
          return [{ file: ignoreFile, edits: [appended(text, lines)] }];
        },
      },
    ];
  },
};

function takenBy(upload: Upload, project: Project): readonly SecretEntry[] {
  return secretEntries(project).filter(
    (secret) => isReal(secret) && upload.takes(secret.file.path),
  );
}

function isReal({ file, verdict: { kind } }: SecretEntry): boolean {
  if (file.isTemplate || isTestEnvFile(file.path)) return false;
  return kind === "strong" || kind === "short" || kind === "passphrase";
}

/** Lines at the end, where they have the last word; the text's last line keeps its style. */
function appended(text: string, lines: readonly string[]): TextEdit {
  const newline = lineEndingOf(text);
  const isEnded = text === "" || text.endsWith("\n");
  const block = lines.join(newline);
  const newText = isEnded ? block + newline : newline + block;
  return { start: text.length, end: text.length, newText };
}
