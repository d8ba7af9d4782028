// Builds everything that runs from dist/: the extension for both hosts, the command line, and the
// suite that runs inside VS Code. `--watch` rebuilds on change, `--production` minifies.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { argv, cwd, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { context } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const watch = argv.includes("--watch");
const production = argv.includes("--production");

/** The oldest engine each bundle meets: the Node of the oldest VS Code, and the browser's of its day. */
const nodeTarget = "node20";
const webTarget = "es2022";

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  // VS Code provides its API at run time; nothing else may be left unresolved.
  external: ["vscode"],
  // The ES build of a package where it has one: the others hide what they require from a bundler.
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  logLevel: "silent",
  logOverride: { "import-is-undefined": "error", "ignored-bare-import": "error" },
  metafile: true,
};

/** @type {Readonly<Record<string, import("esbuild").BuildOptions>>} */
const bundles = {
  node: {
    entryPoints: ["src/extension.node.ts"],
    outfile: "dist/node/extension.js",
    platform: "node",
    target: nodeTarget,
  },
  web: {
    entryPoints: ["src/extension.web.ts"],
    outfile: "dist/web/extension.js",
    platform: "browser",
    target: webTarget,
  },
  cli: {
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    platform: "node",
    target: nodeTarget,
    banner: { js: "#!/usr/bin/env node" },
  },
  "test-node": {
    entryPoints: ["test/host/index.ts"],
    outfile: "dist/test/node.js",
    platform: "node",
    target: nodeTarget,
  },
  "test-web": {
    entryPoints: ["test/host/index.ts"],
    outfile: "dist/test/web.js",
    platform: "browser",
    target: webTarget,
  },
};

/**
 * Resolves `import { modules } from "virtual:./a/*.test.ts"` to a table from path to a function that
 * loads that file, so that a test file counts from the moment it exists.
 *
 * @type {import("esbuild").Plugin}
 */
const globImports = {
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

/**
 * mocha's browser build is neither: its package calls it an ES module, it looks for CommonJS. Without
 * this it would take the bundle's own `module.exports`.
 *
 * @type {import("esbuild").Plugin}
 */
const mochaAsGlobal = {
  name: "mocha-as-global",
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `let module, exports, define;\n${readFileSync(path, "utf8")}`,
    }));
  },
};

/** The bundles being built now, and what was said of them, once, though several share a file. */
const running = new Set(Object.keys(bundles));
const said = new Set();

/**
 * Keeps the metafile for the tests over what each bundle holds, and prints what the editor's
 * `$esbuild-watch` problem matcher reads.
 *
 * @param {string} name
 * @returns {import("esbuild").Plugin}
 */
const report = (name) => ({
  name: "report",
  setup(build) {
    build.onStart(() => {
      if (watch && running.size === 0) console.log("[watch] build started");
      running.add(name);
    });
    build.onEnd(({ errors, warnings, metafile }) => {
      for (const message of [...errors, ...warnings]) say(message);
      if (metafile) {
        mkdirSync(`${root}/dist/meta`, { recursive: true });
        writeFileSync(`${root}/dist/meta/${name}.json`, JSON.stringify(metafile));
      }
      running.delete(name);
      if (running.size > 0) return;
      said.clear();
      if (watch) console.log("[watch] build finished");
    });
  },
});

/** @param {import("esbuild").Message} message */
function say({ text, location }) {
  const place =
    location &&
    `${relative(cwd(), resolve(root, location.file))}:${location.line}:${location.column + 1}:`;
  const lines = [`✘ [ERROR] ${text}`, ...(place ? [`    ${place}`] : [])].join("\n");
  if (!said.has(lines)) console.error(lines);
  said.add(lines);
}

const contexts = await Promise.all(
  Object.entries(bundles).map(([name, options]) =>
    context({ ...common, ...options, plugins: [globImports, mochaAsGlobal, report(name)] }),
  ),
);

if (watch) {
  console.log("[watch] build started");
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  const broken = results.some(
    (result) => result.status === "rejected" || result.value.warnings.length > 0,
  );
  // A warning here (an unresolved or undefined import, a duplicate key) is a fault in the source.
  if (broken) exit(1);
}
