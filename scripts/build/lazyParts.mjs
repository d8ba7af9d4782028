import { globSync } from "node:fs";
import { relative } from "node:path";
import { build } from "esbuild";

/** What registers commands, and those that are smaller than what would load them. */
const EAGER_COMMANDS =
  /\/(?:index|afterFix|completeSecret|copyValue|replaceInPlace|toggleMasking)\.ts$/;

/** The part that is loaded at activation. */
const ENTRY = "extension";

/**
 * What the Node host loads at first use, so that activation reads little: each part is a file beside
 * the entry with the modules that are reached through these. What several parts reach is in the core,
 * which is loaded before the others, and what the entry reaches by itself stays in the entry: there is
 * one copy of everything. The web host loads one file and can load no more.
 */
const roots = {
  core: ["src/core/index.ts"],
  parser: [
    "src/core/config/language.ts",
    "src/core/config/syntax/yaml.ts",
    "src/core/script/modules.ts",
    "src/core/script/readScript.ts",
    "src/core/script/syntax.ts",
  ],
  judge: ["src/core/secret/judge.ts"],
  config: [
    "src/core/config/comments.ts",
    "src/core/config/configFix.ts",
    "src/core/config/edits.ts",
    "src/core/config/interpolation.ts",
    "src/core/config/remedies.ts",
    "src/core/config/syntax/dockerfile.ts",
    "src/core/config/syntax/node.ts",
    "src/core/config/variables.ts",
  ],
  targets: ["src/core/targets/composeFile.ts", "src/core/targets/index.ts"],
  // What starts other programs is loaded when the user asks for something that does.
  programs: ["src/node/runProgram.ts"],
  session: ["src/core/session/verifyToken.ts"],
  commands: globSync("src/editor/commands/*.ts")
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !EAGER_COMMANDS.test(file)),
};

/** @typedef {Readonly<Record<string, readonly string[]>>} Graph from a module to what it imports */

/**
 * The bundles of the parts, and what makes the entry's bundle (`node`) leave them out; to be completed
 * by the options that all have.
 *
 * @param {string} entry
 * @returns {Promise<Record<string, import("esbuild").BuildOptions>>}
 */
export async function lazyParts(entry) {
  const graph = await importsFrom(entry);
  const owners = ownersIn(graph, entry);
  const bundleOf = (part, ...lines) => {
    for (const file of sharedModules(graph, owners, part)) {
      lines.push(`export * as ${keyOf(file)} from "./${file}";`);
    }
    const stdin = { contents: lines.join("\n"), resolveDir: ".", sourcefile: `${part}.ts` };
    return {
      entryPoints: [],
      stdin,
      outfile: `dist/node/${part}.js`,
      plugins: [lazyImports(owners, part)],
    };
  };
  const parts = Object.keys(roots).map((part) => [`node-${part}`, bundleOf(part)]);
  return { node: bundleOf(ENTRY, `export * from "./${entry}";`), ...Object.fromEntries(parts) };
}

/**
 * @param {string} entry
 * @returns {Promise<Graph>} empty when it does not build: the bundles will say why
 */
async function importsFrom(entry) {
  try {
    const options = { bundle: true, write: false, metafile: true, platform: "node" };
    const { metafile } = await build({
      ...options,
      entryPoints: [entry],
      external: ["vscode"],
      mainFields: ["module", "main"],
      logLevel: "silent",
    });
    return Object.fromEntries(
      Object.entries(metafile.inputs).map(([file, { imports }]) => [
        file,
        imports.filter(({ external }) => !external).map(({ path }) => path),
      ]),
    );
  } catch {
    return {};
  }
}

/**
 * @param {Graph} graph
 * @param {string} entry
 * @returns {ReadonlyMap<string, string>} from a module to its part
 */
function ownersIn(graph, entry) {
  const boundary = new Set(Object.values(roots).flat());
  const owners = new Map();
  for (const [part, files] of [[ENTRY, [entry]], ...Object.entries(roots)]) {
    const queue = [...files];
    const reached = new Set();
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (reached.has(file) || owners.get(file) === ENTRY) continue;
      reached.add(file);
      owners.set(file, owners.has(file) ? "core" : part);
      queue.push(...(graph[file] ?? []).filter((path) => !boundary.has(path)));
    }
  }
  return owners;
}

/** The modules of a part that others import. */
function sharedModules(graph, owners, part) {
  const shared = new Set(roots[part]);
  for (const [file, imports] of Object.entries(graph)) {
    if (owners.get(file) === part) continue;
    for (const path of imports) if (owners.get(path) === part) shared.add(path);
  }
  return [...shared].sort();
}

/**
 * Puts getters in place of a module of another part: each loads that part's file when it is read, so
 * that an import stays an import in the source.
 *
 * @returns {import("esbuild").Plugin}
 */
const lazyImports = (owners, ownPart) => ({
  name: "lazy-imports",
  setup(build) {
    build.onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === "resolving" || kind === "entry-point" || importer === "") return undefined;
      const options = { kind, importer, resolveDir, pluginData: "resolving" };
      const found = await build.resolve(path, options);
      const owner = owners.get(relative(".", found.path).replaceAll("\\", "/"));
      if (found.external || owner === undefined || owner === ownPart) return undefined;
      return { path: found.path, namespace: "lazy", pluginData: owner };
    });
    build.onResolve({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "lazy" }, async ({ path, pluginData: part }) => ({
      contents: await getters(path, part),
      watchFiles: [path],
    }));
  },
});

async function getters(path, part) {
  const { metafile } = await build({
    entryPoints: [path],
    format: "esm",
    outfile: "names.js",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const names = Object.values(metafile.outputs)[0]?.exports ?? [];
  return `let part;
const load = () => (part ??= require("./${part}.js").${keyOf(relative(".", path))});
module.exports = {
  __esModule: true,
${names.map((name) => `  get ${name}() { return load().${name}; },`).join("\n")}
};`;
}

/** A module's name among the exports of its part. */
function keyOf(file) {
  return file.replace(/[^A-Za-z0-9]/g, "_");
}

/**
 * A package that slipped into two parts: two copies of a class are two classes.
 *
 * @param {ReadonlyMap<string, import("esbuild").Metafile>} metafiles by bundle
 * @returns {readonly string[]} what is wrong
 */
export function packagesInTwoParts(metafiles) {
  const owners = new Map();
  const problems = [];
  for (const [bundle, { outputs }] of metafiles) {
    for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs),
    )) {
      if (!path.startsWith("node_modules/") || bytesInOutput === 0) continue;
      const owner = owners.get(path);
      if (owner) problems.push(`${path} is in ${owner} and in ${bundle}`);
      owners.set(path, bundle);
    }
  }
  return problems;
}
