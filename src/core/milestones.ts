import { liveSecrets } from "./dotenv/secretEntries.ts";
import { effectiveSecret } from "./effectiveSecret.ts";
import type { Project } from "./project.ts";
import { sourcesOf } from "./script/sources.ts";

/** What a project has got right, each told by its files and by nothing that somebody clicked. */
export interface Milestones {
  /** The secret that it runs with is random and long enough. */
  readonly hasStrongSecret: boolean;
  /** Git ignores every env file that holds a secret. */
  readonly isIgnored: boolean;
  /** An auth library is set up, and no secret is written in the source. */
  readonly isReadFromEnvironment: boolean;
}

export function milestonesOf(project: Project): Milestones {
  const { repository, scripts } = project;
  const files = new Set(liveSecrets(project).map(({ file }) => file.path));
  return {
    hasStrongSecret: effectiveSecret(project)?.verdict.kind === "strong",
    isIgnored:
      repository !== undefined &&
      files.size > 0 &&
      [...files].every((path) => repository.isIgnored(path)),
    isReadFromEnvironment:
      scripts.some(({ setups }) => setups.length > 0) &&
      !sourcesOf(project).some(
        ({ kind, option }) => kind === "literal" && option.kind === "session",
      ),
  };
}
