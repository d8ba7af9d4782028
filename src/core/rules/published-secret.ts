import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets } from "../dotenv/secretEntries.ts";
import type { Problem } from "../finding.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import { moveOutFix } from "../script/rewrite/moveOutFix.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import { judge } from "../secret/judge.ts";
import type { Rule } from "./rule.ts";

/** Both in env files and in code: it looks random, so that nobody wonders. */
export const publishedSecret: Rule = {
  id: "published-secret",
  title: "A secret that looks random but is known to the world",
  defaultSeverity: "error",
  check: (project) => [...inEnvFiles(project), ...inScripts(project)],
  fixes: (problem, project) => [
    ...replaceSecret(problem, project, "manual"),
    ...moveOutFix(problem, project),
  ],
};

function inEnvFiles(project: Project): readonly Problem[] {
  return liveSecrets(project)
    .filter(({ verdict }) => verdict.kind === "published")
    .map(({ file, entry, span, verdict }) => ({
      file: file.path,
      span,
      message: message(
        "The value of {0} is public ({1}): anyone can forge sessions with it. Replace it with a random one.",
        entry.key,
        reasonOf(verdict.reasons),
      ),
    }));
}

function inScripts(project: Project): readonly Problem[] {
  return sourcesOf(project)
    .filter(({ kind, option }) => kind === "literal" && option.kind === "session")
    .map((source) => ({ source, verdict: judge(source.value ?? "") }))
    .filter(({ verdict }) => verdict.kind === "published")
    .map(({ source, verdict }) => ({
      file: source.file,
      span: source.span,
      message: message(
        "This secret is public ({0}): anyone can forge sessions with it. Make a random one, and read it from {1}.",
        reasonOf(verdict.reasons),
        source.option.framework.variable,
      ),
      related: relatedTo(source),
    }));
}

function reasonOf(reasons: readonly Message[]): Message {
  return reasons[0] ?? message("known to the world");
}
