import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { nextAuthV5 } from "../../../src/core/frameworks/nextAuthV5.ts";
import { readScript } from "../../../src/core/script/readScript.ts";
import type { Script } from "../../../src/core/script/script.ts";

const TEXT = `import NextAuth from "next-auth";
import Google from "next-auth/providers/google";
const { APP_KEY = "weekday" } = process.env;
function secretOf(name: string, fallback?: string) {
  return process.env[name] ?? fallback;
}
export const { auth } = NextAuth(async (request) => ({
  providers: [Google({ clientId: "id", clientSecret: \`one-\${2}\` })],
  secret: [APP_KEY, secretOf("OLD_KEY", 'holiday')],
}));
process.env.AUTH_SECRET ||= "today";
`;

function read(text: string, previous?: Script): Script {
  return readScript("auth.ts", text, nextAuthV5, { previous });
}

/** A place in the text, how much goes there, and what comes. */
const edits = fc.array(
  fc.tuple(
    fc.nat(TEXT.length),
    fc.nat(12),
    fc.constantFrom(
      "",
      "x",
      "}",
      "{",
      '"',
      "`",
      "(",
      ",",
      " ",
      "\n",
      "secret",
      "=>",
      "/*",
      "${",
      "[]",
      ".",
    ),
  ),
  { minLength: 1, maxLength: 6 },
);

describe("reading while typing", () => {
  it("comes to an end where the name between brackets is yet to be typed", () => {
    const text =
      'import NextAuth from "next-auth";\nNextAuth({ providers: a[], secret: "weekday" });\n';
    const [source, ...more] = read(text).sources;
    assert.deepEqual(more, []);
    assert.equal(source && text.slice(source.span.start, source.span.end), '"weekday"');
  });

  it("finds after any edits what reading from nothing finds", () => {
    fc.assert(
      fc.property(edits, (changes) => {
        let text = TEXT;
        let script = read(text);
        for (const [at, count, inserted] of changes) {
          text = text.slice(0, at) + inserted + text.slice(at + count);
          script = read(text, script);
          assert.deepEqual(script.sources, read(text).sources);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("finds the same in a file with other line endings, where it stands there", () => {
    const found = (text: string) =>
      read(text).sources.map(({ span, kind }) => [kind, text.slice(span.start, span.end)]);
    assert.deepEqual(found(`\uFEFF${TEXT.replaceAll("\n", "\r\n")}`), found(TEXT));
    assert.equal(found(TEXT).filter(([kind]) => kind === "literal").length, 4);
  });

  it("ends on source that refers to itself or grows without end", () => {
    const cases = [
      "const a = b, b = a; NextAuth({ secret: a });",
      "const f = (x) => f(x) ?? f(x) ?? f(x); NextAuth({ secret: f(1) });",
      "const o = { ...o, ...o, ...o }; NextAuth(o);",
      "class A { static a = A.a + A.a } NextAuth({ secret: A.a });",
      `NextAuth({ secret: ${"(".repeat(500)}"x"${")".repeat(500)} });`,
      `NextAuth({ secret: ${'"x" + '.repeat(2000)}"x" });`,
      `${Array.from({ length: 40 }, (_, at) => `const v${at + 1} = v${at} + v${at};`).join("\n")}
const v0 = process.env.A || "x"; NextAuth({ secret: v40 });`,
    ];
    for (const code of cases) {
      const start = performance.now();
      read(`import NextAuth from "next-auth";\n${code}\n`);
      assert.ok(performance.now() - start < 1000, code.slice(0, 60));
    }
  });
});
