import { globSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Resolves `import { modules } from "virtual:./a/*.test.ts"` to a table from path to a function that
 * loads that file, so that a test file counts from the moment it exists.
 *
 * @type {import("esbuild").Plugin}
 */
export const globImports = {
  name: "glob-imports",
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, ({ path, resolveDir }) => ({
      path: `${resolveDir}|${path.slice("virtual:".length)}`,
      namespace: "glob",
    }));
    build.onLoad({ filter: /.*/, namespace: "glob" }, ({ path }) => {
      const [folder = "", pattern = ""] = path.split("|");
      const files = globSync(pattern, { cwd: folder })
        .map((file) => file.replaceAll("\\", "/"))
        .sort();
      const rows = files.map(
        (file) => `${JSON.stringify(file)}: () => { require(${JSON.stringify(`./${file}`)}); }`,
      );
      return {
        contents: `export const modules = {\n${rows.join(",\n")}\n};`,
        resolveDir: folder,
        watchDirs: [folder, ...new Set(files.map((file) => dirname(resolve(folder, file))))],
      };
    });
  },
};
