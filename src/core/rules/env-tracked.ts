import { firstRealSecrets } from "../dotenv/realSecrets.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const envTracked: Rule = {
  id: "env-tracked",
  title: "An env file with a real secret that git tracks already",
  defaultSeverity: "error",
  check(project) {
    return firstRealSecrets(project).flatMap(({ file, entry }) => {
      if (!project.repository?.isTracked(file.path)) return [];
      return {
        file: file.path,
        span: entry.keySpan,
        message: message(
          "Git tracks {0}, which holds the value of {1}: .gitignore has no say over it. Take the file out of git, then replace the secret, which stays in the history.",
          file.path,
          entry.key,
        ),
      };
    });
  },
  fixes: ({ file }) => [
    {
      title: message("Stop tracking {0} in git, and ignore it …", file),
      preferred: true,
      timing: "manual",
      task: { kind: "command", command: "authSecret.untrackEnvFile" },
      edits: () => [],
    },
  ],
};
