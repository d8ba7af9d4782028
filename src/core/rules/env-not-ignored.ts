import { firstRealSecrets } from "../dotenv/realSecrets.ts";
import { ignoreEdit } from "../gitignore/ignoreEdit.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const envNotIgnored: Rule = {
  id: "env-not-ignored",
  title: "An env file with a real secret that git would commit",
  defaultSeverity: "warning",
  check(project) {
    return firstRealSecrets(project).flatMap(({ file, entry }) => {
      const { repository } = project;
      // What git tracks already is env-tracked's: no entry would help there.
      if (repository?.isIgnored(file.path) !== false || repository.isTracked(file.path)) return [];
      return {
        file: file.path,
        span: entry.keySpan,
        message: message(
          "Git would commit {0} with the value of {1}, for everybody who can read the repository. Add the file to .gitignore.",
          file.path,
          entry.key,
        ),
      };
    });
  },
  fixes: ({ file }, project) => [
    {
      title: message("Add the env files to .gitignore"),
      preferred: true,
      timing: "onSave",
      edits: () => ignoreEdit(project, [file]),
    },
  ],
};
