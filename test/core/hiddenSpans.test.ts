import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hiddenSpans } from "../../src/core/hiddenSpans.ts";
import { marks } from "../support/marks.ts";
import { project } from "../support/project.ts";

function check(path: string, marked: string): void {
  const { text, spans } = marks(marked);
  const files = { "package.json": '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }' };
  const found = [...hiddenSpans(project({ ...files, [path]: text }), path)];
  assert.deepEqual(
    found.sort((a, b) => a.start - b.start),
    spans,
  );
}

describe("hiddenSpans", () => {
  it("covers the values of secrets, without their quotes and comments", () => {
    check(".env", "A=1\r\nAUTH_SECRET='«hunter2»' # mine\r\nexport NEXTAUTH_SECRET = «x y» # z\n");
  });

  it("covers client secrets, and no other variable", () => {
    check(".env", "AUTH_GITHUB_ID=abc\nAUTH_GITHUB_SECRET=«def»\nDB_URL=ghi\nSECRETARY=jkl\n");
  });

  it("covers what is commented out", () => {
    check(".env", "# AUTH_SECRET=«hunter2» # old\n#NEXTAUTH_SECRET=«x»\n# about AUTH_SECRET: b\n");
  });

  it("covers what is commented out more than once, and takes each line for itself", () => {
    check(".env", "## # AUTH_SECRET=«hunter2»\n#\n# \nA=b\n\u2028# AUTH_SECRET=«x»\n");
  });

  it("covers what is commented out behind any number of signs", () => {
    check(".env", `${"# ".repeat(2 ** 22)}AUTH_SECRET=«hunter2»\n`);
  });

  it("takes no line of a value for a comment", () => {
    check(".env", 'A="\n# AUTH_SECRET=hunter2\n"\n');
  });

  it("covers nothing that is empty or kept elsewhere", () => {
    check(".env", "AUTH_SECRET=\nNEXTAUTH_SECRET=op://vault/auth/secret\n");
  });

  it("covers literals that are handed to the library, fallbacks included", () => {
    check(
      "auth.ts",
      'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.AUTH_SECRET ?? «"hunter2"» });\n',
    );
  });

  it("knows nothing of other files", () => {
    assert.deepEqual(hiddenSpans(project({}), "none.ts"), []);
  });
});
