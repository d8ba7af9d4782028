import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../src/core/rules/index.ts";
import { mark, marks } from "./marks.ts";
import { type Files, project } from "./project.ts";

/** A source file with `«…»` round what must be flagged, and the rules that flag it, in order. */
export interface SourceCase {
  readonly name: string;
  readonly text: string;
  /** One rule for each mark; one for all where they are the same. */
  readonly rule?: string | readonly string[];
  readonly path?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** The other files of the project. */
  readonly files?: Files;
}

const SOURCE_RULES = new Set([
  "hardcoded-secret",
  "fallback-secret",
  "public-secret",
  "per-process-secret",
  "hardcoded-client-secret",
  "redundant-secret",
  "legacy-variable",
]);

/** A test for each case: the marked places are flagged by these rules, and nothing else is. */
export function testSources(cases: readonly SourceCase[]): void {
  for (const { name, text: marked, rule, path = "auth.ts", dependencies, files } of cases) {
    test(name, () => {
      const { text, spans } = marks(marked);
      const manifest = { dependencies: dependencies ?? { "next-auth": "^4.24.11" } };
      const snapshot = project({
        "package.json": JSON.stringify(manifest),
        ...files,
        [path]: text,
      });
      const found = rules
        .filter(({ id }) => SOURCE_RULES.has(id))
        .flatMap(({ id, check }) => check(snapshot).map((problem) => ({ ...problem, id })))
        .filter(({ file }) => file === path)
        .sort((a, b) => a.span.start - b.span.start);
      assert.equal(
        mark(
          text,
          found.map(({ span }) => span),
        ),
        marked,
        found.map(({ id }) => id).join(),
      );
      const expected = typeof rule === "string" ? spans.map(() => rule) : (rule ?? []);
      assert.deepEqual(
        found.map(({ id }) => id),
        expected,
      );
    });
  }
}
