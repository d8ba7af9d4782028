// Builds everything that runs from dist/: the extension for both hosts, the command line, and the
// suite that runs inside VS Code. `--watch` rebuilds on change, `--production` minifies.
import { rmSync } from "node:fs";
import { argv, chdir, exit } from "node:process";
import { context } from "esbuild";
import { globImports } from "./scripts/build/globImports.mjs";
import { commandLine, lazyParts, packagesInTwoParts } from "./scripts/build/lazyParts.mjs";
import { mochaAsGlobal } from "./scripts/build/mochaAsGlobal.mjs";
import { plainVscode } from "./scripts/build/plainVscode.mjs";
import { reporter } from "./scripts/build/report.mjs";
import { withoutHighlighting } from "./scripts/build/withoutHighlighting.mjs";

// Paths below and in the plugins are from here.
chdir(import.meta.dirname);

const watch = argv.includes("--watch");
const production = argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const common = {
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

// The oldest engines that the manifest promises: the Node of VS Code 1.90, the browsers of its day.
const forNode = { platform: "node", target: "node20" };
const forWeb = { platform: "browser", target: "es2022" };
const forTests = { entryPoints: ["test/host/index.ts"], plugins: [globImports, mochaAsGlobal] };

/** @type {Readonly<Record<string, import("esbuild").BuildOptions>>} */
const bundles = {
  node: { entryPoints: ["src/extension.node.ts"], outfile: "dist/node/extension.js", ...forNode },
  web: { entryPoints: ["src/extension.web.ts"], outfile: "dist/web/extension.js", ...forWeb },
  cli: {
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
    ...forNode,
  },
  "test-node": { ...forTests, outfile: "dist/test/node.js", ...forNode },
  // Some tests make programs to run, in the Node host alone.
  "test-web": {
    ...forTests,
    outfile: "dist/test/web.js",
    ...forWeb,
    external: ["vscode", "node:*"],
  },
};
for (const [name, options] of Object.entries(await lazyParts(bundles))) {
  // What both hosts share is held to what the web has.
  bundles[name] = { ...forWeb, ...options, ...bundles[name] };
}

for (const [name, options] of Object.entries(commandLine())) {
  bundles[name] = { ...forNode, ...options, ...bundles[name] };
}

// What is packaged holds no file of an earlier build.
if (production) {
  const folders = ["dist/node", "dist/web", "dist/parts"];
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

const report = reporter(Object.keys(bundles), watch);
const contexts = await Promise.all(
  Object.entries(bundles).map(([name, { plugins = [], ...options }]) =>
    context({
      ...common,
      ...options,
      plugins: [...plugins, plainVscode, withoutHighlighting, report(name)],
    }),
  ),
);

if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  exit(results.every(isSound) && partsAreSound(results) ? 0 : 1);
}

/** A warning here (an unresolved or undefined import, a duplicate key) is a fault in the source. */
function isSound(result) {
  return result.status === "fulfilled" && result.value.warnings.length === 0;
}

function partsAreSound(results) {
  const metafiles = Object.keys(bundles).map((name, index) => [
    name,
    results[index].value.metafile,
  ]);
  const problems = packagesInTwoParts(
    new Map(metafiles.filter(([name]) => /^(?:node$|web$|part-)/.test(name))),
  );
  for (const problem of problems) console.error(`✘ [ERROR] ${problem}`);
  return problems.length === 0;
}
