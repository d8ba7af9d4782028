import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completionAt } from "../../../src/core/dotenv/completion.ts";
import { project } from "../../support/project.ts";

const V5 = '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }';
const V4 = '{ "dependencies": { "next-auth": "^4.24.0" } }';
const BETTER = '{ "dependencies": { "better-auth": "1.7.25" } }';

/** What is proposed where `|` stands. */
function proposed(marked: string, manifest = V5, path = ".env") {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const given = project({ "package.json": manifest, [path]: text });
  const [file] = given.envFiles;
  assert.ok(file);
  return completionAt(given, file, offset);
}

describe("completionAt", () => {
  for (const before of ["", "AUTH", "export AUTH_S", "A=1\r\n  AU", "\uFEFF", "# mine\n"]) {
    it(`names the variable behind ${JSON.stringify(before)}`, () => {
      const found = proposed(`${before}|`);
      assert.equal(found?.kind, "name");
      assert.deepEqual(found.kind === "name" && found.variables, ["AUTH_SECRET"]);
      const typed = /[\w]*$/.exec(before)?.[0].length ?? 0;
      assert.deepEqual(found.kind === "name" && found.span, {
        start: before.length - typed,
        end: before.length,
      });
    });
  }

  it("names what the project's library reads, and nothing of the past", () => {
    const names = (manifest: string) => {
      const found = proposed("|", manifest);
      return found?.kind === "name" && found.variables;
    };
    assert.deepEqual(names(V4), ["NEXTAUTH_SECRET", "AUTH_SECRET"]);
    assert.deepEqual(names(BETTER), ["BETTER_AUTH_SECRET", "AUTH_SECRET"]);
  });

  it("does not name what the file sets already", () => {
    assert.equal(proposed("AUTH_SECRET=\n|"), undefined);
  });

  for (const marked of [
    "A=|",
    "# |",
    "A=1 |",
    "|=1",
    "A |",
    'A="\n|\n"',
    "AUTH_SECRET=hunter2|",
    "|# a comment",
  ]) {
    it(`has nothing to say at ${JSON.stringify(marked)}`, () => {
      assert.equal(proposed(marked), undefined);
    });
  }

  for (const marked of ["AUTH_SECRET=|", 'AUTH_SECRET="|"', "AUTH_SECRET=|\nB=1"]) {
    it(`offers a value at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(proposed(marked), { kind: "value", variable: "AUTH_SECRET" });
    });
  }

  it("offers no value in a template, which has names alone", () => {
    assert.equal(proposed("AUTH_SECRET=|", V5, ".env.example"), undefined);
    assert.equal(proposed("|", V5, ".env.example")?.kind, "name");
  });
});
