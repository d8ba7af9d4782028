import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { analyze } from "../../src/core/analyze.ts";
import { format } from "../../src/core/message.ts";
import type { Rule } from "../../src/core/rules/rule.ts";
import { encodeSecret } from "../../src/core/secret/generate.ts";
import { mark, marks } from "./marks.ts";
import { editFiles, type Files, type ProjectOptions, project } from "./project.ts";

/** What a fix writes in these tests: a secret of this run. */
export const MINTED = strongSecret();

/** 256 random bits: nothing to say against. */
export function strongSecret(): string {
  return encodeSecret(randomBytes(32), "base64");
}

/** The rule flags what stands between `«` and `»`, and nothing else; no message holds it. */
export function assertFlags(rule: Rule, marked: Files, options: ProjectOptions = {}): void {
  const files = unmarked(marked);
  const problems = rule.check(project(files, options));
  const seen = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      mark(
        text,
        problems.filter(({ file }) => file === path).map(({ span }) => span),
      ),
    ]),
  );
  assert.deepEqual(seen, marked);
  for (const { message, file, span } of problems) {
    const flagged = files[file]?.slice(span.start, span.end) ?? "";
    const isName = /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(flagged);
    assert.ok(flagged === "" || isName || !format(message).includes(flagged), format(message));
  }
}

/** The rule has nothing to say of these files. */
export function assertSilent(rule: Rule, files: Files, options: ProjectOptions = {}): void {
  assertFlags(rule, files, options);
}

/**
 * The best fix of the first problem turns the files, marks aside, into the given ones; then the
 * problem is gone and no rule has anything to say that it did not say before.
 */
export function assertFixes(
  rule: Rule,
  marked: Files,
  changed: Files,
  options: ProjectOptions = {},
): void {
  const files = unmarked(marked);
  const before = project(files, options);
  const [problem] = rule.check(before);
  assert.ok(problem, "nothing to fix");
  const [fix] = rule.fixes?.(problem, before) ?? [];
  assert.ok(fix?.preferred, "no preferred fix");
  const after = editFiles(files, fix.edits({ mint: () => MINTED }));
  assert.deepEqual(after, { ...files, ...changed });
  const left = analyze(project(after, options)).map(describeFinding);
  const had = analyze(before).map(describeFinding);
  assert.deepEqual(
    left.filter((finding) => !had.includes(finding)),
    [],
  );
  assert.equal(rule.check(project(after, options)).length, rule.check(before).length - 1);
}

function describeFinding({ rule, file }: { readonly rule: string; readonly file: string }): string {
  return `${rule} in ${file}`;
}

function unmarked(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, marked]) => [path, marks(marked).text]),
  );
}
