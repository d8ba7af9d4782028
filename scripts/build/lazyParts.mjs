import { resolve } from "node:path";
import { build } from "esbuild";

/**
 * What the Node host loads at first use, so that activation reads little: each group of modules is a
 * file of its own beside the entry. The web host loads one file and can load no more.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const parts = {
  core: ["src/core/index.ts", "src/core/frameworks/index.ts"],
  parser: [
    "src/core/script/readScript.ts",
    "src/core/script/repair.ts",
    "src/core/script/syntax.ts",
  ],
  judge: ["src/core/secret/judge.ts"],
};

/** @type {ReadonlyMap<string, { readonly part: string, readonly key: string }>} */
const lazyModules = new Map(
  Object.entries(parts).flatMap(([part, files]) =>
    files.map((file, index) => [resolve(file), { part, key: `module${index}` }]),
  ),
);

/**
 * The bundle of each part, to be completed by the options that all have.
 *
 * @returns {Record<string, import("esbuild").BuildOptions>}
 */
export function partBundles() {
  return Object.fromEntries(
    Object.entries(parts).map(([part, files]) => {
      const lines = files.map((file, index) => `export * as module${index} from "./${file}";`);
      const stdin = { contents: lines.join("\n"), resolveDir: ".", sourcefile: `${part}.ts` };
      const options = { stdin, outfile: `dist/node/${part}.js`, plugins: [lazyImports(part)] };
      return [`node-${part}`, options];
    }),
  );
}

/**
 * Puts getters in place of a lazy module of another part: each loads that part's file when it is
 * read, so that an import stays an import in the source.
 *
 * @param {string} [ownPart] none for the entry
 * @returns {import("esbuild").Plugin}
 */
export const lazyImports = (ownPart) => ({
  name: "lazy-imports",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      const found = lazyModules.get(file);
      return found && found.part !== ownPart ? { path: file, namespace: "lazy" } : undefined;
    });
    build.onResolve({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "lazy" }, async ({ path }) => ({
      contents: await getters(path),
      watchFiles: [path],
    }));
  },
});

/** @param {string} file */
async function getters(file) {
  const { part, key } = lazyModules.get(file) ?? {};
  const names = await exportedNames(file);
  return `let part;
const load = () => (part ??= require("./${part}.js").${key});
module.exports = {
  __esModule: true,
${names.map((name) => `  get ${name}() { return load().${name}; },`).join("\n")}
};`;
}

/** @param {string} file */
async function exportedNames(file) {
  const { metafile } = await build({
    entryPoints: [file],
    format: "esm",
    outfile: "names.js",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.values(metafile.outputs)[0]?.exports ?? [];
}

/**
 * Two copies of a package's class are two classes: a package belongs to one part.
 *
 * @param {ReadonlyMap<string, import("esbuild").Metafile>} metafiles by bundle
 * @returns {readonly string[]} what is wrong
 */
export function packagesInTwoParts(metafiles) {
  /** @type {Map<string, string>} */
  const owners = new Map();
  const problems = [];
  for (const [bundle, { outputs }] of metafiles) {
    const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
    for (const [path, { bytesInOutput }] of inputs) {
      if (!path.startsWith("node_modules/") || bytesInOutput === 0) continue;
      const owner = owners.get(path);
      if (owner)
        problems.push(`${path} is in ${owner} and in ${bundle}: scripts/build/lazyParts.mjs`);
      owners.set(path, bundle);
    }
  }
  return problems;
}
