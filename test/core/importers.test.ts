import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Importers } from "../../src/editor/importers.ts";

describe("importers", () => {
  it("are the packages whose sources import from a file now", () => {
    const importers = new Importers();
    importers.follow("a", ["lib.ts", "other.ts"]);
    importers.follow("b", ["lib.ts"]);
    assert.deepEqual([...importers.of("lib.ts")], ["a", "b"]);
    importers.follow("a", ["other.ts"]);
    assert.deepEqual([...importers.of("lib.ts")], ["b"]);
    assert.deepEqual([...importers.of("other.ts")], ["a"]);
  });

  it("tell of files that no package imported from before", () => {
    const importers = new Importers();
    assert.deepEqual(importers.follow("a", ["lib.ts"]), ["lib.ts"]);
    assert.deepEqual(importers.follow("a", ["lib.ts", "other.ts"]), ["other.ts"]);
    assert.deepEqual(importers.follow("b", ["lib.ts"]), []);
  });

  it("are forgotten with what they imported once they import no more, or are gone", () => {
    const importers = new Importers();
    const paths = Array.from({ length: 1000 }, (_, at) => `lib${at}.ts`);
    for (const path of paths) importers.follow("typed", [path]);
    for (const path of paths) importers.follow(`package of ${path}`, [path]);
    importers.keepOnly(new Map([["typed", []]]));
    assert.deepEqual(
      paths.filter((path) => importers.has(path)),
      ["lib999.ts"],
    );
    importers.follow("typed", []);
    assert.deepEqual(
      paths.filter((path) => importers.has(path)),
      [],
    );
  });
});
