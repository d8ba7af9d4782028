import { isShellEnvFile } from "../dotenv/files.ts";
import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const commandSecret: Rule = {
  id: "command-secret",
  title: "A command pasted as the value: its text is the secret, not its output",
  defaultSeverity: "error",
  check: (project) =>
    liveSecrets(project)
      .filter(({ file, verdict }) => verdict.kind === "command" && !isShellEnvFile(file.path))
      .map(({ file, entry, span }) => ({
        file: file.path,
        span,
        message: message(
          "{0} is the text of a command. Env files do not run commands, so everybody who knows this one knows the secret. Replace it with a random secret.",
          entry.key,
        ),
      })),
  fixes: (problem, project) => replaceSecret(problem, project, "manual"),
};
