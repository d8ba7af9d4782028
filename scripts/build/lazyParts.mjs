import { globSync } from "node:fs";
import { isAbsolute, posix, relative, resolve } from "node:path";
import { build } from "esbuild";

/** What registers commands, and those that are smaller than what would load them. */
const EAGER_COMMANDS =
  /\/(?:index|afterFix|completeSecret|copyValue|replaceInPlace|toggleMasking)\.ts$/;

/** The web host's way to the parts. */
const WEB_LOADER = "src/web/parts.ts";

/** The part that is loaded at activation. */
const FIRST = "extension";

/**
 * What both hosts load at first use, so that activation reads little: each part is a file with the
 * modules that are reached through these. What several parts reach is in the core, which is loaded
 * before the others, and what the first part reaches by itself stays there: there is one copy of
 * everything, and both hosts share it.
 */
const roots = {
  [FIRST]: ["src/extension.ts"],
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
  // With what the first folder is read.
  disk: ["src/node/disk.ts", "src/node/watchFolder.ts"],
  programs: ["src/node/runProgram.ts"],
  session: ["src/core/session/verifyToken.ts"],
  commands: globSync("src/editor/commands/*.ts")
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !EAGER_COMMANDS.test(file)),
};

/** @typedef {Readonly<Record<string, readonly string[]>>} Graph from a module to what it imports */

/**
 * The bundles of the parts, and what makes those of the hosts' entries leave the parts out; to be
 * completed by the options that all have.
 *
 * @param {Readonly<Record<"node" | "web", import("esbuild").BuildOptions>>} entries
 * @returns {Promise<Record<string, import("esbuild").BuildOptions>>}
 */
export async function lazyParts({ node, web }) {
  const graph = await importsFrom([...node.entryPoints, ...web.entryPoints]);
  const owners = ownersIn(graph);
  const shared = Object.keys(roots).filter((part) => !isNodeOnly(part));
  const bundles = {
    node: { plugins: [lazyImports(owners, (part) => required(part, node.outfile))] },
    web: {
      plugins: [lazyImports(owners, loadedInWeb)],
      define: { PART_FILES: JSON.stringify(shared.map((part) => posix.basename(fileOf(part)))) },
    },
  };
  for (const part of Object.keys(roots)) {
    const lines = sharedModules(graph, owners, part).map(
      (file) => `export * as ${keyOf(file)} from "./${file}";`,
    );
    const stdin = { contents: lines.join("\n"), resolveDir: ".", sourcefile: `${part}.ts` };
    const outfile = fileOf(part);
    const plugins = [lazyImports(owners, (other) => required(other, outfile), part)];
    const platform = isNodeOnly(part) ? "node" : "browser";
    bundles[`part-${part}`] = { stdin, outfile, platform, plugins };
  }
  return bundles;
}

/** What the command line's thread that judges has, and the one that reads does without. */
const JUDGING = [
  "src/cli/startJudging.ts",
  "src/core/rules/index.ts",
  ...Object.entries(roots).flatMap(([part, files]) =>
    ["parser", "judge", "config", "targets", "session"].includes(part) ? files : [],
  ),
];

/**
 * The bundles of the command line: what reads files and begins at once, and the thread that judges. The
 * first one loads the second's file where it has to judge by itself.
 *
 * @returns {Record<string, import("esbuild").BuildOptions>}
 */
export function commandLine() {
  const owners = new Map(JUDGING.map((file) => [file, "judging"]));
  const shared = JUDGING.map((file) => `export * as ${keyOf(file)} from "./${file}";`);
  const contents = [...shared, 'import "./src/cli/judgeThread.ts";'].join("\n");
  return {
    cli: { plugins: [lazyImports(owners, () => 'require("./judgeThread.js")')] },
    "cli-judge": {
      stdin: { contents, resolveDir: ".", sourcefile: "judging.ts" },
      outfile: "dist/judgeThread.js",
    },
  };
}

/** True for a part that the web host has not. */
function isNodeOnly(part) {
  return roots[part].some((file) => file.startsWith("src/node/"));
}

function fileOf(part) {
  return `dist/${isNodeOnly(part) ? "node" : "parts"}/${part}.js`;
}

/** The expression that is a part's exports, in a file that has a `require` of its own. */
function required(part, from) {
  const path = posix.relative(posix.dirname(from), fileOf(part));
  return `require(${JSON.stringify(path.startsWith(".") ? path : `./${path}`)})`;
}

function loadedInWeb(part) {
  const loader = JSON.stringify(resolve(WEB_LOADER));
  return `require(${loader}).loadPart(${JSON.stringify(posix.basename(fileOf(part)))})`;
}

/**
 * @param {readonly string[]} entryPoints
 * @returns {Promise<Graph>} empty when it does not build: the bundles will say why
 */
async function importsFrom(entryPoints) {
  try {
    const { metafile } = await build({
      entryPoints,
      outdir: "dist",
      bundle: true,
      write: false,
      metafile: true,
      platform: "browser",
      external: ["vscode", "node:*"],
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
 * @returns {ReadonlyMap<string, string>} from a module to its part
 */
function ownersIn(graph) {
  const boundary = new Set(Object.values(roots).flat());
  const owners = new Map();
  for (const [part, files] of Object.entries(roots)) {
    const queue = [...files];
    const reached = new Set();
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (reached.has(file) || owners.get(file) === FIRST) continue;
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
 * @param {ReadonlyMap<string, string>} owners
 * @param {(part: string) => string} load the expression that is a part's exports
 * @param {string} [ownPart]
 * @returns {import("esbuild").Plugin}
 */
const lazyImports = (owners, load, ownPart) => ({
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
    build.onResolve({ filter: /.*/, namespace: "lazy" }, ({ path }) => {
      if (path === GETTERS) return { path, namespace: "lazy", pluginData: GETTERS };
      return isAbsolute(path) ? { path } : { path, external: true };
    });
    build.onLoad({ filter: /.*/, namespace: "lazy" }, async ({ path, pluginData: part }) =>
      part === GETTERS
        ? { contents: getters }
        : { contents: await stub(path, load(part)), watchFiles: [path] },
    );
  },
});

const GETTERS = "lazy-getters";

/**
 * The names come in one text, and the getters from one function: there are many such modules. They are
 * inherited, as esbuild copies what is a module's own for every file that imports it.
 */
const getters = `module.exports = (load, names) => {
  let loaded;
  const inherited = { __esModule: true };
  for (const name of names.split(" "))
    Object.defineProperty(inherited, name, { enumerable: true, get: () => (loaded ??= load())[name] });
  return Object.create(inherited);
};`;

async function stub(path, part) {
  const { metafile } = await build({
    entryPoints: [path],
    format: "esm",
    outfile: "names.js",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const names = Object.values(metafile.outputs)[0]?.exports ?? [];
  const load = `() => ${part}.${keyOf(relative(".", path))}`;
  return `module.exports = require("${GETTERS}")(${load}, ${JSON.stringify(names.join(" "))});`;
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
