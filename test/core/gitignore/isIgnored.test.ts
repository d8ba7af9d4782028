import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isIgnoredBy, isTakenBack } from "../../../src/core/gitignore/isIgnored.ts";

/** Which of the paths the `.gitignore` files leave out. */
function ignored(files: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  const ignoreFiles = new Map(Object.entries(files));
  return paths.filter((path) => isIgnoredBy(path, ignoreFiles));
}

describe("isIgnoredBy", () => {
  it("anchors a pattern with a slash to its own folder", () => {
    const files = { ".gitignore": "/.env\n", "web/.gitignore": "/.env.local\nconf/.env\n" };
    assert.deepEqual(
      ignored(files, ".env", "web/.env", "web/.env.local", "web/a/.env.local", "web/conf/.env"),
      [".env", "web/.env.local", "web/conf/.env"],
    );
  });

  it("lets a deeper file win, but not below an ignored folder", () => {
    const files = { ".gitignore": ".env\nbuild/\n", "a/.gitignore": "!.env\n" };
    assert.deepEqual(ignored(files, ".env", "a/.env", "a/b/.env"), [".env"]);
    const closed = { ".gitignore": "a/\n", "a/.gitignore": "!.env\n" };
    assert.deepEqual(ignored(closed, "a/.env"), ["a/.env"]);
    const reopened = { ".gitignore": "a/b/\n", "a/.gitignore": "!b/\n" };
    assert.deepEqual(ignored(reopened, "a/b/.env"), []);
  });

  it("reads line ends, comments, escapes and blanks as git does", () => {
    assert.deepEqual(ignored({ ".gitignore": "\uFEFF.env\r\n" }, ".env"), [".env"]);
    assert.deepEqual(ignored({ ".gitignore": ".env  \n" }, ".env"), [".env"]);
    assert.deepEqual(ignored({ ".gitignore": ".env # mine\n" }, ".env"), []);
    assert.deepEqual(ignored({ ".gitignore": "\\#env\n#.env\n" }, "#env", ".env"), ["#env"]);
    assert.deepEqual(ignored({ ".gitignore": "a\\ \n" }, "a ", "a"), ["a "]);
  });

  it("compares bytes, and tells upper case from lower", () => {
    assert.deepEqual(ignored({ ".gitignore": "?.env\n??.env\n" }, "é.env", "☃.env"), ["é.env"]);
    assert.deepEqual(ignored({ ".gitignore": ".ENV\n" }, ".env"), []);
  });

  it("takes a folder's name for what it is", () => {
    assert.deepEqual(ignored({ "[a]*/.gitignore": ".env\n" }, "[a]*/.env", "a/.env"), [
      "[a]*/.env",
    ]);
  });
});

describe("isTakenBack", () => {
  it("tells a pattern with ! from no pattern", () => {
    const files = new Map([[".gitignore", ".env*\n!.env.test\n"]]);
    assert.deepEqual(
      [".env", ".env.test", "other"].map((path) => isTakenBack(path, files)),
      [false, true, false],
    );
  });
});
