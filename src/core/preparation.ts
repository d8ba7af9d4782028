import { parseModule } from "./script/syntax.ts";
import { judgeSteps } from "./secret/judge.ts";

/**
 * Does beforehand what the first analysis would do all at once, loading tables and the parser, in
 * steps of a few milliseconds: for who has something else to do in between. It may end unfinished.
 */
export function* preparation(): Generator<void> {
  yield* judgeSteps();
  parseModule("auth.ts", "export const { auth } = NextAuth({ providers: [] });");
}
