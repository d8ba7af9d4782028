import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../src/core/edit.ts";
import { readSuppressions, removalOf, suppressionEdit } from "../../src/core/suppression.ts";

function silences(text: string, target: string, rule = "hardcoded-secret"): boolean {
  const start = text.indexOf(target);
  const path = /^\w+=|^#/.test(text) ? ".env" : "auth.ts";
  return readSuppressions(path, text).at(rule, { start, end: start + target.length }).length > 0;
}

describe("readSuppressions", () => {
  it("silences the named rule on the next line only", () => {
    const text = "// auth-secret-ignore-next-line hardcoded-secret\nsecret: 1\nother: 2\n";
    assert.equal(silences(text, "secret: 1"), true);
    assert.equal(silences(text, "other: 2"), false);
    assert.equal(silences(text, "secret: 1", "fallback-secret"), false);
  });

  it("takes each comment of a line, and one within another", () => {
    const text =
      "<!-- a\n# auth-secret-ignore short-secret\nb auth-secret-ignore-next-line -->\nc\n";
    const { comments } = readSuppressions("README.md", text);
    assert.deepEqual(
      comments.map(({ line, rules }) => [line, rules]),
      [
        [1, ["short-secret"]],
        [3, []],
      ],
    );
    const env = "A=auth-secret-ignore # auth-secret-ignore a # auth-secret-ignore b";
    const found = readSuppressions(".env", env).comments.map(({ span }) => span.start);
    assert.deepEqual(found, [23, 46]);
    const within = "# auth-secret-ignore short-secret -- not auth-secret-ignore\nA=b";
    assert.equal(readSuppressions(".env", within).comments.length, 1);
  });

  it("takes a longer word for no marker", () => {
    for (const word of ["auth-secret-ignored", "my-auth-secret-ignore", "auth-secret-ignore-all"]) {
      assert.deepEqual(readSuppressions(".env", `# ${word}\nA=b\n`).comments, [], word);
    }
  });

  it("takes away one of two comments on a line, and leaves the other", () => {
    const text = "A=b # auth-secret-ignore a # auth-secret-ignore b\n";
    const left = readSuppressions(".env", text).comments.map((comment) =>
      applyEdits(text, [removalOf(text, comment)]),
    );
    assert.deepEqual(left, ["A=b # auth-secret-ignore b\n", "A=b # auth-secret-ignore a\n"]);
  });

  it("silences several rules, and reads no rule out of the reason", () => {
    const text =
      "# auth-secret-ignore-next-line short-secret, empty-secret -- hardcoded-secret is fine\r\nA=1\r\n";
    assert.equal(silences(text, "A=1", "short-secret"), true);
    assert.equal(silences(text, "A=1", "empty-secret"), true);
    assert.equal(silences(text, "A=1", "hardcoded-secret"), false);
  });

  it("silences every rule where none is named", () => {
    assert.equal(silences("# auth-secret-ignore-next-line\nA=1", "A=1"), true);
    assert.equal(silences("# auth-secret-ignore-next-line -- a sample\nA=1", "A=1"), true);
  });

  it("silences its own line", () => {
    const text = "secret: 1, // auth-secret-ignore hardcoded-secret\nother: 2";
    assert.equal(silences(text, "secret: 1"), true);
    assert.equal(silences(text, "other: 2"), false);
  });

  it("adds up where two comments meet", () => {
    const text =
      "# auth-secret-ignore-next-line short-secret\nA=1 # auth-secret-ignore hardcoded-secret\n";
    assert.equal(silences(text, "A=1", "short-secret"), true);
    assert.equal(silences(text, "A=1"), true);
  });
});

describe("readSuppressions in configuration and docs", () => {
  const MARKER = "auth-secret-ignore";

  it("knows each language's comments", () => {
    for (const [path, text] of [
      ["a.yml", `a: b # ${MARKER}\n`],
      ["a.toml", `# ${MARKER}-next-line\na = "b"\n`],
      ["a.jsonc", `{ "a": 1 /* ${MARKER} */ }\n`],
      ["Dockerfile", `# ${MARKER}-next-line\nENV A=b\n`],
      ["a.sh", `npx a # ${MARKER}\n`],
      ["a.md", `npx a <!-- ${MARKER} -->\n`],
      ["a.md", `\`\`\`sh\n# ${MARKER}-next-line\nnpx a\n\`\`\`\n`],
    ] as const) {
      assert.equal(readSuppressions(path, text).comments.length, 1, text);
    }
  });

  it("takes no part of a value, and no text, for a comment", () => {
    for (const [path, text] of [
      ["a.yml", `a: "b # ${MARKER}"\nb: |\n  # ${MARKER}\n`],
      ["a.yml", `a: b#${MARKER}\n`],
      ["a.toml", `a = "# ${MARKER}"\n`],
      ["a.jsonc", `{ "a": "// ${MARKER}" }\n`],
      ["Dockerfile", `ENV A="b # ${MARKER}"\n`],
      ["a.md", `Write // ${MARKER} above the line.\n`],
    ] as const) {
      assert.deepEqual(readSuppressions(path, text).comments, [], text);
    }
  });

  it("puts the comment above a value of several lines", () => {
    const text = "a:\n  AUTH_SECRET: |\n    one\n    two\n";
    const start = text.indexOf("one");
    const edit = suppressionEdit("a.yml", text, { start, end: start + 3 }, "committed-secret");
    const edited = applyEdits(text, [edit]);
    assert.match(
      edited,
      /^a:\n {2}# auth-secret-ignore-next-line committed-secret\n {2}AUTH_SECRET/,
    );
    const moved = edited.indexOf("one");
    const span = { start: moved, end: moved + 3 };
    assert.equal(readSuppressions("a.yml", edited).at("committed-secret", span).length, 1);
  });
});

describe("readSuppressions in values", () => {
  it("takes no part of a value for a comment", () => {
    for (const [path, text] of [
      [".env", 'X="a # auth-secret-ignore"\n'],
      [".env", "X=auth-secret-ignore\n"],
      [".env", 'X="a\n# auth-secret-ignore\nb"\n'],
      ["auth.ts", 'const x = "a // auth-secret-ignore";\n'],
      ["auth.ts", "const x = `a\n// auth-secret-ignore\n`;\n"],
      ["auth.tsx", "const x = <p>// auth-secret-ignore</p>;\n"],
    ] as const) {
      assert.deepEqual(readSuppressions(path, text).comments, [], text);
    }
  });

  it("takes comments behind values for comments", () => {
    for (const [path, text] of [
      [".env", 'X="a # b" # auth-secret-ignore\n'],
      [".env", 'X="a\nb" # fine: auth-secret-ignore\n'],
      ["auth.ts", 'const x = "a // b"; // auth-secret-ignore\n'],
      ["auth.tsx", "const x = <p>{/* auth-secret-ignore */}</p>;\n"],
    ] as const) {
      assert.equal(readSuppressions(path, text).comments.length, 1, text);
    }
  });
});

describe("suppressionEdit", () => {
  const written = (path: string, text: string, target: string) => {
    const start = text.indexOf(target);
    const span = { start, end: start + target.length };
    return applyEdits(text, [suppressionEdit(path, text, span, "hardcoded-secret")]);
  };

  it("writes a comment of the file's own kind, indented and ended as the file is", () => {
    assert.equal(
      written("auth.ts", "a({\r\n\tsecret: 1,\r\n})", "1"),
      "a({\r\n\t// auth-secret-ignore-next-line hardcoded-secret\r\n\tsecret: 1,\r\n})",
    );
    assert.equal(
      written(".env", "A=1\nB=2", "2"),
      "A=1\n# auth-secret-ignore-next-line hardcoded-secret\nB=2",
    );
  });

  it("writes above a value of several lines, never into it", () => {
    const comment = "auth-secret-ignore-next-line hardcoded-secret\n";
    const list = 'BETTER_AUTH_SECRETS="2:abc,\n1:pass"\n';
    assert.equal(written(".env", `A=1\n${list}`, "pass"), `A=1\n# ${comment}${list}`);
    const shared = "A='x\nB='\u2028C=pass\n";
    assert.equal(written(".env", shared, "pass"), `# ${comment}${shared}`);
    const template = `f(\`a\n\${b}\n\` + \`\n\${'x'}\`)\n`;
    assert.equal(written("auth.ts", template, "'x'"), `// ${comment}${template}`);
    const code = `f(\`\${() => {\n  g('x')\n}}\`)\n`;
    assert.equal(written("auth.ts", code, "'x'"), code.replace("  g", `  // ${comment}  g`));
    assert.equal(silences(written(".env", list, "pass"), "pass"), true);
    assert.equal(silences(written("auth.ts", template, "'x'"), "'x'"), true);
    assert.equal(silences(written("auth.ts", code, "'x'"), "'x'"), true);
  });

  it("writes above any number of values that begin where the one before ends", () => {
    for (const [path, values] of [
      ["auth.ts", "`\n`;".repeat(2 ** 15)],
      [".env", 'A="x\n"\u2028'.repeat(2 ** 15)],
    ] as const) {
      const comment = path === ".env" ? "#" : "//";
      const text = `a=1\n${values}S="pass"\n`;
      const expected = `a=1\n${comment} auth-secret-ignore-next-line hardcoded-secret\n`;
      assert.equal(written(path, text, "pass").slice(0, expected.length), expected);
    }
  });

  it("silences what it was written for", () => {
    const text = written("auth.ts", "a({\n  secret: 'x',\n})", "'x'");
    assert.equal(silences(text, "'x'"), true);
  });
});
