import { message } from "../message.ts";
import { clientFix } from "../script/rewrite/clientFix.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const hardcodedClientSecret: Rule = {
  id: "hardcoded-client-secret",
  title: "A provider's client secret is written in the source code",
  defaultSeverity: "warning",
  check: (project) =>
    sourcesOf(project)
      .filter(({ kind, option }) => kind === "literal" && option.kind === "client")
      .map((source) => ({
        file: source.file,
        span: source.span,
        message: message(
          "This client secret is in the code, so everyone who can read the repository or its history can pass for your app at the provider. Read it from the environment, and let the provider make a new one.",
        ),
        related: relatedTo(source),
      })),
  fixes: clientFix,
};
