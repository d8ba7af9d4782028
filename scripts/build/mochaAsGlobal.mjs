import { readFileSync } from "node:fs";

/**
 * mocha's browser build is neither: its package calls it an ES module, it looks for CommonJS. Without
 * this it would take the bundle's own `module.exports`.
 *
 * @type {import("esbuild").Plugin}
 */
export const mochaAsGlobal = {
  name: "mocha-as-global",
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `let module, exports, define;\n${readFileSync(path, "utf8")}`,
    }));
  },
};
