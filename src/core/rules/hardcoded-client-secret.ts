import { message } from "../message.ts";
import { clientFix } from "../script/rewrite/clientFix.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import { judge } from "../secret/judge.ts";
import type { Rule } from "./rule.ts";

export const hardcodedClientSecret: Rule = {
  id: "hardcoded-client-secret",
  title: "A provider's client secret is written in the source code",
  defaultSeverity: "warning",
  check: (project) =>
    sourcesOf(project)
      .filter(({ kind, option, value = "" }) => {
        return kind === "literal" && option.kind === "client" && !standsForNone(value);
      })
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

const UNUSED = /^(?:un|not[-_ ]?)(?:used|needed|required)$|^(?:ignored|dummy|fake|mock)$/i;

/** No provider gave out such a value: for those that need none, for tests, or to be filled in. */
function standsForNone(value: string): boolean {
  return UNUSED.test(value) || judge(value).kind === "placeholder";
}
