import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { listFiles, PackageManager } from "@vscode/vsce";

const PARTS = ["commands", "config", "core", "extension", "judge", "parser", "session", "targets"];

describe("the package", () => {
  it("holds the bundle's files and no other code", async () => {
    const files = await listFiles({ packageManager: PackageManager.None });
    const code = files.filter((file) => /\.[cm]?[jt]sx?$|\.map$/.test(file));
    assert.deepEqual(
      code.sort(),
      [
        "dist/node/disk.js",
        "dist/node/extension.js",
        "dist/node/programs.js",
        ...PARTS.map((part) => `dist/parts/${part}.js`),
        "dist/web/extension.js",
      ].sort(),
    );
  });

  it("holds the entries that the manifest names", () => {
    const { main, browser } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(
      [main, browser].flatMap((path: string) => globSync(path.replace(/^\.\//, ""))),
      ["dist/node/extension.js", "dist/web/extension.js"],
    );
  });
});
