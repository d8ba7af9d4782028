import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";

/** As the entry exports it. */
interface Entry {
  activate(context: { readonly extensionUri: Place }): Promise<void>;
}

/** What is needed of a `Uri`. */
interface Place {
  readonly path: string;
}

const CONTEXT = { extensionUri: { path: "/its/folder" } };
const PARTS = globSync("dist/parts/*.js").map((file) => posix.basename(file.replaceAll("\\", "/")));

/** The web's entry as the web host loads it: as a text, with a `require` that knows only `vscode`. */
function webEntry(read: (path: string) => Promise<string>) {
  const shown: string[] = [];
  const vscode = {
    Uri: {
      joinPath: ({ path }: Place, ...more: readonly string[]) => {
        const joined = posix.join(path, ...more);
        return { path: joined, toString: () => `https://host${joined}` };
      },
    },
    l10n: { t: (text: string, value: string) => text.replace("{0}", value) },
    window: { showErrorMessage: (message: string) => shown.push(message) },
    workspace: {
      fs: { readFile: async ({ path }: Place) => new TextEncoder().encode(await read(path)) },
    },
  };
  const module = { exports: {} };
  const text = readFileSync("dist/web/extension.js", "utf8");
  new Function("module", "exports", "require", text)(module, module.exports, (name: string) => {
    assert.equal(name, "vscode");
    return vscode;
  });
  return { entry: module.exports as Entry, shown, vscode };
}

/** Parts that do nothing but what a test wants of the first one. */
function partsWith(first: string) {
  return async (path: string) =>
    path.endsWith("/extension.js")
      ? `module.exports = { src_extension_ts: { activate() { ${first} } } };`
      : `globalThis.evaluated.push("${posix.basename(path)}"); exports.same = { from: "${path}" };`;
}

describe("the parts in the web", () => {
  it("are all asked for at once", async () => {
    const asked: string[] = [];
    const { entry } = webEntry((path) => {
      asked.push(path);
      return new Promise(() => {});
    });
    void entry.activate(CONTEXT);
    assert.deepEqual(asked.sort(), PARTS.map((name) => `/its/folder/dist/parts/${name}`).sort());
  });

  it("are evaluated once, when something of them is asked for", async () => {
    const evaluated: string[] = [];
    const result: { same?: unknown; api?: unknown } = {};
    Object.assign(globalThis, { evaluated, result });
    const first = `result.same = require("./core.js").same === require("./core.js").same;
      result.api = require("vscode").l10n;`;
    const { entry, vscode } = webEntry(partsWith(first));
    await entry.activate(CONTEXT);
    assert.deepEqual(evaluated, ["core.js"]);
    assert.equal(result.same, true);
    assert.equal(result.api, vscode.l10n);
  });

  it("are named in stack traces", async () => {
    const { entry } = webEntry(partsWith('throw new Error("here");'));
    await assert.rejects(entry.activate(CONTEXT), ({ stack }: Error) => {
      assert.match(stack ?? "", /https:\/\/host\/its\/folder\/dist\/parts\/extension\.js#/);
      return true;
    });
  });

  it("are reported where they cannot be read, with what to do", async () => {
    const { entry, shown } = webEntry(async (path) => {
      if (path.endsWith("/core.js")) throw new Error("not found: core.js");
      return "";
    });
    await assert.rejects(entry.activate(CONTEXT), /\(not found: core\.js\)\. Reload the window/);
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? "", /^Auth Secret cannot start: .*core\.js/);
  });
});
