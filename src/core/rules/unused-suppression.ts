import { message } from "../message.ts";
import { removalOf } from "../suppression.ts";
import { suppressionsIn } from "../suppressionsIn.ts";
import type { Rule } from "./rule.ts";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  title: "A comment that silences a rule where there is nothing to silence",
  defaultSeverity: "hint",
  isFixedTogether: true,
  check: () => [],
  checkUnused: (unused) =>
    unused.map(({ file, comment }) => ({
      file,
      span: comment.span,
      message: message("There is nothing here any more that this comment would silence."),
      unnecessary: true,
    })),
  fixes({ file, span }, project) {
    const { text, suppressions } = suppressionsIn(project, file);
    const comment = suppressions.comments.find((each) => each.span.start === span.start);
    if (!comment) return [];
    return [
      {
        title: message("Remove the comment"),
        preferred: true,
        timing: "manual",
        edits: () => [{ file, edits: [removalOf(text, comment)] }],
      },
    ];
  },
};
