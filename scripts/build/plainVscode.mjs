import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cwd } from "node:process";

const IMPORT = /^import \* as vscode from "vscode";$/m;

/**
 * Requires VS Code's API as it is. For an import the bundler copies all that the API has, once for every
 * file that imports it, which took more than half of the time in which the extension is loaded.
 *
 * @type {import("esbuild").Plugin}
 */
export const plainVscode = {
  name: "plain-vscode",
  setup(build) {
    const sources = join(cwd(), "src").replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    build.onLoad({ filter: new RegExp(`^${sources}[\\\\/].*\\.ts$`) }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!IMPORT.test(source)) return undefined;
      return {
        contents: source.replace(IMPORT, 'const vscode = require("vscode");'),
        loader: "ts",
      };
    });
  },
};
