import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KnownPaths } from "../../src/editor/knownPaths.ts";

function knowing(...paths: readonly string[]): KnownPaths {
  const known = new KnownPaths();
  for (const path of paths) known.add(path);
  return known;
}

describe("known paths", () => {
  it("are found in whatever case they are asked for", () => {
    const known = knowing("web/.env", "Web/.ENV", "web/.env.local");
    assert.deepEqual(known.at("WEB/.env"), ["web/.env", "Web/.ENV"]);
    assert.deepEqual(known.at("web/.env.local"), ["web/.env.local"]);
  });

  it("are found by the folders above them", () => {
    const known = knowing("apps/web/.env", "Apps/Web/lib/.env", "apps/website/.env", ".env");
    assert.deepEqual(known.at("apps/WEB"), ["apps/web/.env", "Apps/Web/lib/.env"]);
    assert.deepEqual(known.at("apps/web/lib"), ["Apps/Web/lib/.env"]);
    assert.deepEqual(known.at("apps").length, 3);
  });

  it("are not found by a part of a name, by nothing, or by what lies below them", () => {
    const known = knowing("apps/web/.env");
    for (const path of ["app", "apps/we", "apps/web/.env/x", "apps/", "web", ""]) {
      assert.deepEqual(known.at(path), [], path);
    }
  });

  it("are gone one by one, and there again once added again", () => {
    const known = knowing("web/.env", "WEB/.env", "web/.env");
    known.delete("web/.env");
    assert.deepEqual(known.at("web"), ["WEB/.env"]);
    known.delete("web/.env");
    known.delete("web/.Env");
    assert.deepEqual(known.at("web/.env"), ["WEB/.env"]);
    known.delete("WEB/.env");
    assert.deepEqual(known.at("web"), []);
    known.add("Web/.env");
    assert.deepEqual(known.at("web/.ENV"), ["Web/.env"]);
  });

  it("are found without going through all others", () => {
    const paths = Array.from({ length: 100_000 }, (_, at) => `packages/p${at}/.env`);
    const known = knowing(...paths);
    for (const path of paths) assert.deepEqual(known.at(path.toUpperCase()), [path]);
    for (const path of paths) known.delete(path);
    assert.deepEqual(known.at("packages"), []);
  });
});
