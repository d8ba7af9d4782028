import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { describe, it } from "node:test";
import { transform } from "esbuild";

/** The parts of esbuild's metafile that are looked at. */
interface Metafile {
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string }[] }>
  >;
}

function metafile(name: string): Metafile {
  return JSON.parse(readFileSync(`dist/meta/${name}.json`, "utf8"));
}

/** What only the Node host loads at first use. */
const NODE_ONLY = ["part-disk", "part-programs"];

/** What both do. */
const SHARED = globSync("dist/meta/part-*.json")
  .map((file) => posix.basename(file.replaceAll("\\", "/"), ".json"))
  .filter((name) => !NODE_ONLY.includes(name));

function importsOf(name: string, folder: string): readonly { from: string; path: string }[] {
  return Object.entries(metafile(name).inputs)
    .filter(([from]) => from.startsWith(folder))
    .flatMap(([from, { imports }]) => imports.map(({ path }) => ({ from, path })));
}

/** What the Node host loads to activate. */
const AT_ACTIVATION = ["dist/node/extension.js", "dist/parts/extension.js"];

/** A stand-in for VS Code's API: whatever is asked of it is a class, a function and an object. */
function anything(): unknown {
  return new Proxy(class {}, {
    get: (target, key) => (key === "prototype" ? target.prototype : anything()),
    apply: () => anything(),
  });
}

describe("bundles", () => {
  it("keep the core free of VS Code, Node and its adapters", () => {
    const imports = importsOf("cli-judge", "src/core/");
    assert.ok(imports.length > 20);
    for (const { from, path } of imports) {
      assert.ok(
        path.startsWith("src/core/") || path.startsWith("node_modules/"),
        `${from}: ${path}`,
      );
    }
  });

  it("let the adapters reach the core by its front only", () => {
    const editor = SHARED.flatMap((name) => importsOf(name, "src/editor/"));
    const cli = ["cli", "cli-judge"].flatMap((name) => importsOf(name, "src/cli/"));
    const imports = [...editor, ...cli];
    assert.ok(editor.length > 100);
    for (const { from, path } of imports.filter(({ path }) => path.startsWith("src/core/"))) {
      assert.equal(path, "src/core/index.ts", from);
    }
  });

  it("need nothing of Node in the web", () => {
    const imports = ["web", ...SHARED].flatMap((name) => importsOf(name, ""));
    assert.ok(imports.length > 100);
    assert.deepEqual(
      imports.filter(({ path }) => isBuiltin(path)),
      [],
    );
  });

  it("load nothing of Node before something asks for it", () => {
    const builtin = (name: string) => importsOf(name, "").filter(({ path }) => isBuiltin(path));
    assert.deepEqual(["node", ...SHARED].flatMap(builtin), []);
    for (const name of NODE_ONLY) assert.ok(builtin(name).length > 0, name);
  });

  it("load one part at activation, which asks for the others when it needs them", () => {
    const loaded: string[] = [];
    for (const file of AT_ACTIVATION) {
      const text = readFileSync(file, "utf8");
      const names = text.match(/(?<=\.)[A-Za-z]\w*/g) ?? [];
      const api = Object.fromEntries(names.map((name) => [name, anything()]));
      const entry = new Function("module", "require", text);
      entry({ exports: {} }, (name: string) => {
        loaded.push(name);
        return api;
      });
    }
    assert.deepEqual([...new Set(loaded)], ["vscode"]);
  });

  it("hold no development dependency", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    const bundled = new Set(
      SHARED.flatMap((name) => Object.keys(metafile(name).inputs)).flatMap(
        (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
      ),
    );
    assert.ok(bundled.size > 5);
    const known = readFileSync("CONTRIBUTING.md", "utf8");
    for (const name of bundled) {
      assert.ok(!["dotenv", "esbuild", "mocha", "yaml"].includes(name), name);
      if (name in manifest.devDependencies) assert.ok(known.includes(`\`${name}\``), name);
    }
  });

  it("hold ASCII alone, which engines read and keep at a byte a character", async () => {
    const files = globSync("dist/{node,web,parts}/*.js");
    assert.ok(files.length > 10);
    for (const file of [...files, "dist/cli.js", "dist/judgeThread.js"]) {
      // Without comments, as it is shipped; regular expressions are left as they were written.
      const { code } = await transform(readFileSync(file, "utf8"), { minify: true, format: "cjs" });
      assert.equal(/.{0,20}[^\0-\x7f].{0,20}/.exec(code)?.[0], undefined, file);
    }
    assert.match(readFileSync("dist/parts/core.js", "utf8"), /"[^"\n]*\\u2026/, "strings are not");
  });

  it("stay small when they are minified", async () => {
    const files = globSync("dist/{node,web,parts}/*.js").map((file) => file.replaceAll("\\", "/"));
    assert.ok(files.length > 10);
    const sizes = new Map<string, number>();
    for (const file of files) sizes.set(file, await minifiedSize(file));
    for (const [file, bytes] of sizes) assert.ok(bytes <= 450e3, `${file}: ${bytes} bytes`);
    const atActivation = AT_ACTIVATION.map((file) => sizes.get(file) ?? Number.NaN);
    const sum = atActivation.reduce((one, other) => one + other);
    assert.ok(sum <= 60e3, `at activation: ${sum} bytes`);
  });
});

/** Bytes; what a production build makes of the same is a little less. */
async function minifiedSize(file: string): Promise<number> {
  const text = readFileSync(file, "utf8");
  const { code } = await transform(text, { minify: true, format: "cjs" });
  return Buffer.byteLength(code);
}
