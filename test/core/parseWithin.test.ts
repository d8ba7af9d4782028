import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../src/core/analyze.ts";
import { parseTomlTree } from "../../src/core/config/syntax/toml.ts";
import { parseYamlTree } from "../../src/core/config/syntax/yaml.ts";
import { parseModule } from "../../src/core/script/syntax.ts";
import { V5 } from "../support/manifests.ts";
import { project } from "../support/project.ts";

const HARDCODED = 'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2" });\n';

function isRead(text: string): boolean {
  return parseModule("auth.ts", text).tree.length === text.length;
}

function rulesFor(text: string): readonly string[] {
  return analyze(project({ ...V5, "auth.ts": text })).map(({ rule }) => rule);
}

describe("parseWithin", () => {
  it("reads long files, long literals, deep and chained code as people write and generate them", () => {
    const lines = Array.from({ length: 300 }, (_, at) => `if (a === ${at}) b();`);
    for (const text of [
      HARDCODED.repeat(500),
      `const image = "${"iVBORw0KGgo".repeat(20_000)}";`,
      `/* ${"license ".repeat(20_000)} */`,
      lines.join(" else "),
      `const sum = ${"1 + ".repeat(5_000)}1;`,
      `const nested = ${"{ a: [".repeat(100)}1${"] }".repeat(100)};`,
      `const table = [${'"value", '.repeat(20_000)}];`,
      "this is no code at all, it's prose: ".repeat(200),
    ]) {
      assert.ok(isRead(text), text.slice(0, 40));
    }
  });

  it("gives up what nobody writes", () => {
    for (const part of ["-", "[a, ", "\u2028", "**/"]) {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      assert.equal(parseModule("auth.ts", text).tree.length, 0, part);
    }
    assert.equal(parseYamlTree("&a ".repeat(100_000)).length, 0);
    assert.equal(parseYamlTree("{a: ".repeat(100_000)).length, 0);
    assert.equal(parseTomlTree("a = [".repeat(100_000)).length, 0);
  });

  it("has nothing to say of a file that it gave up", () => {
    assert.ok(rulesFor(HARDCODED).includes("hardcoded-secret"));
    assert.deepEqual(rulesFor(HARDCODED + "-".repeat(100_000)), []);
  });

  it("reads a file again once what was too much is gone", () => {
    const hostile = parseModule("auth.ts", HARDCODED + "-".repeat(100_000));
    assert.equal(hostile.tree.length, 0);
    const mended = parseModule("auth.ts", HARDCODED, hostile);
    assert.equal(mended.tree.toString(), parseModule("auth.ts", HARDCODED).tree.toString());
  });
});
