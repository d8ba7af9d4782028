import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextAuthV5 } from "../../../src/core/frameworks/nextAuthV5.ts";
import { readScript } from "../../../src/core/script/readScript.ts";
import { mark, marks } from "../../support/marks.ts";

/** The literals that are read as secrets, marked. */
function read(marked: string, isNamed = true): string {
  const { text } = marks(marked);
  const { sources } = readScript("src/login.ts", text, nextAuthV5, { isNamed });
  return mark(
    text,
    sources.filter(({ kind }) => kind === "literal").map(({ span }) => span),
  );
}

const FOUND = [
  "export const login = { secret: «'weekday'» };",
  "export default { 'secret': «'weekday'», ttl: 60 } satisfies Login;",
  "module.exports = { secret: «'weekday'» };",
  "const login = { secret: «'weekday'» };\nexport { login };",
  "const login = { secret: «'weekday'» };\nexport default setUp({ ...login });",
  "setUp({ secret: process.env.LOGIN_KEY ?? «'weekday'» });",
  "export const login = () => ({ secret: «'weekday'» });",
  "export function login() {\n  return { secret: «'weekday'» };\n}",
  "const key = «'weekday'»;\nexport const { check } = await setUp(app, { secret: key });",
];

const SILENT = [
  "const login = { secret: 'weekday' };",
  "export const login = { labels: { secret: 'weekday' } };",
  "export const login = { secrets: 'weekday', 'a secret': 'weekday' };",
  "if (login.secret) other = { secret: 'weekday' };",
  "const a = { ...b, secret: 'weekday' };\nconst b = { ...a };",
];

describe("options in files that the user names", () => {
  for (const text of FOUND) {
    it(`are found: ${text.split("\n")[0]}`, () => {
      assert.equal(read(text), text);
      const { text: bare } = marks(text);
      assert.equal(read(text, false), bare);
    });
  }

  for (const text of SILENT) {
    it(`are not: ${text.split("\n")[0]}`, () => assert.equal(read(text), text));
  }

  it("are read as their own library reads them where they are handed to it", () => {
    const text =
      'import NextAuth from "next-auth";\nNextAuth({ providers: [], secret: process.env.AUTH_SECRET });\n';
    const [source] = readScript("a.ts", text, nextAuthV5, { isNamed: true }).sources;
    assert.equal(source?.option.isVariableRedundant, true);
  });

  it("never stop the reading, however far they are typed", () => {
    for (const text of FOUND.map((marked) => marks(marked).text)) {
      for (let length = 0; length < text.length; length++) {
        assert.equal(typeof read(text.slice(0, length)), "string");
      }
    }
  });
});
