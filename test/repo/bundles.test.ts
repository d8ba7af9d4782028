import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
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

function importsOf(name: string, folder: string): readonly { from: string; path: string }[] {
  return Object.entries(metafile(name).inputs)
    .filter(([from]) => from.startsWith(folder))
    .flatMap(([from, { imports }]) => imports.map(({ path }) => ({ from, path })));
}

/** A stand-in for VS Code's API: whatever is asked of it is a class, a function and an object. */
function anything(): unknown {
  return new Proxy(class {}, {
    get: (target, key) => (key === "prototype" ? target.prototype : anything()),
    apply: () => anything(),
  });
}

describe("bundles", () => {
  it("keep the core free of VS Code, Node and its adapters", () => {
    const imports = importsOf("cli", "src/core/");
    assert.ok(imports.length > 20);
    for (const { from, path } of imports) {
      assert.ok(
        path.startsWith("src/core/") || path.startsWith("node_modules/"),
        `${from}: ${path}`,
      );
    }
  });

  it("let the adapters reach the core by its front only", () => {
    const imports = [...importsOf("node", "src/editor/"), ...importsOf("cli", "src/cli/")];
    for (const { from, path } of imports.filter(({ path }) => path.startsWith("src/core/"))) {
      assert.equal(path, "src/core/index.ts", from);
    }
  });

  it("need nothing of Node in the web", () => {
    const imports = importsOf("web", "");
    assert.ok(imports.length > 20);
    assert.deepEqual(
      imports.filter(({ path }) => isBuiltin(path)),
      [],
    );
  });

  it("load nothing of Node before something asks for it", () => {
    const builtin = (name: string) => importsOf(name, "").filter(({ path }) => isBuiltin(path));
    assert.deepEqual(builtin("node"), []);
    assert.ok(builtin("node-programs").length > 0);
  });

  it("load one file at activation, which asks for the others when it needs them", () => {
    const loaded: string[] = [];
    const text = readFileSync("dist/node/extension.js", "utf8");
    const names = text.match(/(?<=\.)[A-Za-z]\w*/g) ?? [];
    const api = Object.fromEntries(names.map((name) => [name, anything()]));
    const entry = new Function("module", "require", text);
    entry({ exports: {} }, (name: string) => {
      loaded.push(name);
      return api;
    });
    assert.deepEqual([...new Set(loaded)], ["vscode"]);
  });

  it("hold no development dependency", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    const bundled = new Set(
      Object.keys(metafile("web").inputs).flatMap(
        (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
      ),
    );
    const known = readFileSync("CONTRIBUTING.md", "utf8");
    for (const name of bundled) {
      assert.ok(!["dotenv", "esbuild", "mocha", "yaml"].includes(name), name);
      if (name in manifest.devDependencies) assert.ok(known.includes(`\`${name}\``), name);
    }
  });

  it("stay small when they are minified", async () => {
    // Bytes; what a production build makes of the same is a little less.
    const budgets = { "node/extension.js": 60e3, "web/extension.js": 620e3 };
    for (const [file, most] of Object.entries(budgets)) {
      const text = readFileSync(`dist/${file}`, "utf8");
      const { code } = await transform(text, { minify: true, format: "cjs", charset: "utf8" });
      const bytes = Buffer.byteLength(code);
      assert.ok(bytes < most, `${file}: ${bytes} bytes`);
    }
  });
});
