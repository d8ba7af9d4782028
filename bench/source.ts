/**
 * Measures how well and how fast secrets are found in source: against a corpus of labelled files,
 * in every state of typing them, and after a keystroke in long files. Prints Markdown; exits 1
 * where a target is missed.
 *
 * npm run bench:source -- [--corpus=PATH]
 */
import { accuracyRows } from "./source/accuracy.ts";
import { readCases } from "./source/corpus.ts";
import { keystrokeRows } from "./source/keystrokes.ts";
import { tableOf } from "./source/row.ts";
import { typingRows } from "./source/typing.ts";

const given = process.argv.find((argument) => argument.startsWith("--corpus="));
const corpus = given?.slice("--corpus=".length) ?? "../shared/corpus/auth.train";

try {
  const cases = readCases(corpus);
  const rows = [...accuracyRows(cases), ...typingRows(cases), ...keystrokeRows()];
  console.log(tableOf(rows));
  if (rows.some(({ isMet }) => !isMet)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
