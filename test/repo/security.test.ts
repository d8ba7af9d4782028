import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

/** Ways for a value to stay, or to leave, that nothing here takes. */
const WAYS_OUT =
  /\b(?:globalState|workspaceState|SecretStorage|context\.secrets|globalStorageUri|workspaceStorageUri|storageUri|logUri|createTelemetryLogger|sendTelemetry\w*|XMLHttpRequest|WebSocket|sendBeacon|localStorage|indexedDB|console)\b|\bfetch\(|["'](?:node:)?(?:https?|net|tls|dgram|dns)["']/;

/** Packages that are in a bundle, by what the bundler says it took. */
function bundled(): ReadonlySet<string> {
  const metafiles = globSync("dist/meta/{node,web,cli,cli-walk,part-*}.json");
  assert.ok(metafiles.length > 10);
  const inputs = metafiles.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(file, "utf8")).inputs),
  );
  return new Set(
    inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
}

describe("security", () => {
  it("takes no way by which a value is stored, sent or measured", () => {
    const files = globSync("src/{editor,node,web}/**/*.ts");
    assert.ok(files.length > 50);
    for (const file of [...files, ...globSync("src/extension*.ts")]) {
      const found = WAYS_OUT.exec(
        readFileSync(file, "utf8").replace(/^\s*(?:\/\/|\/?\*).*$/gm, ""),
      );
      assert.equal(found?.[0], undefined, file);
    }
  });

  it("names every bundled package and its licence in NOTICE", () => {
    const notice = readFileSync("NOTICE", "utf8");
    const names = bundled();
    assert.ok(names.size > 5);
    for (const name of names) {
      assert.ok(new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`).test(notice), `${name} is not there`);
      const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
      assert.ok(["MIT", "ISC"].includes(license), `${name}: ${license}`);
      assert.ok(notice.includes(`The ${license} license`), `${name}: no text of ${license}`);
    }
  });

  it("knows every bundled package by its hash", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
    for (const name of bundled()) {
      assert.match(packages[`node_modules/${name}`].integrity, /^sha512-/, name);
    }
  });

  it("names only tests that are there", () => {
    const promised =
      readFileSync("SECURITY.md", "utf8").match(/`(?:test|src|\.github)\/[^`]+`/g) ?? [];
    assert.ok(promised.length > 10);
    for (const path of promised) assert.ok(existsSync(path.slice(1, -1)), path);
  });
});
