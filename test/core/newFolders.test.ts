import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldersToSearch } from "../../src/editor/newFolders.ts";

function many(folder: string): readonly string[] {
  return Array.from({ length: 2000 }, (_, at) => `${folder}app-${at}`);
}

describe("folders that came", () => {
  it("are searched one by one where they are few", () => {
    assert.deepEqual(foldersToSearch(["apps/web", "docs"]), ["apps/web", "docs"]);
    assert.deepEqual(foldersToSearch([]), []);
  });

  it("are not searched again inside another one that came", () => {
    assert.deepEqual(foldersToSearch(["a/b/c", "a", "a/b", "ab"]), ["a", "ab"]);
    assert.deepEqual(foldersToSearch(["a", "", "b"]), [""]);
  });

  it("are searched together, in the nearest folder around them, where they are many", () => {
    assert.deepEqual(foldersToSearch(many("")), [""]);
    assert.deepEqual(foldersToSearch(many("packages/")), ["packages"]);
    assert.deepEqual(foldersToSearch([...many("a/b/"), "a/c"]), ["a"]);
    assert.deepEqual(foldersToSearch([...many("a/b/"), ...many("a/bc/")]), ["a"]);
    assert.deepEqual(foldersToSearch([...many("a/b/"), "c"]), [""]);
  });

  it("count once where all lie in one of them", () => {
    assert.deepEqual(foldersToSearch([...many("packages/"), "packages"]), ["packages"]);
  });
});
