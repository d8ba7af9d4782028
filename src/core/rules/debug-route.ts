import { DEBUG_ROUTE_MARK, debugRouteMark } from "../frameworks/debugRoute/index.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

/** Behind the `// ` of the comment. */
const MARK_AT = 3;

export const debugRoute: Rule = {
  id: "debug-route",
  title: "A debug route that is still there",
  defaultSeverity: "warning",
  check: ({ scripts }) =>
    scripts.flatMap(({ path, text }) => {
      const found = debugRouteMark(path, text);
      if (found === undefined) return [];
      const start = found + MARK_AT;
      return {
        file: path,
        span: { start, end: start + DEBUG_ROUTE_MARK.length },
        message: message(
          "This debug route tells about the app's secrets and session in development. Delete it when you are done.",
        ),
      };
    }),
  fixes: ({ file }) => [
    {
      title: message("Delete the debug route"),
      preferred: true,
      timing: "manual",
      task: { kind: "delete", file },
      edits: () => [],
    },
  ],
};
