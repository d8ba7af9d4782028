import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { ignoresCase } from "../../src/core/gitignore/ignoresCase.ts";

const folder = mkdtempSync(join(tmpdir(), "auth-secret-config-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What git reads in a configuration file. */
function byGit(config: string): boolean {
  const file = join(folder, "config");
  writeFileSync(file, config);
  const args = ["config", "--file", file, "--type=bool", "--get", "core.ignorecase"];
  const { stdout, stderr } = spawnSync("git", args, { encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout.trim() === "true";
}

describe("core.ignorecase, read as git reads it", () => {
  const lines = ["true", "yes", "On", "1", "false", "no", "OFF", "0", '"true"', '"no" # note', ""];
  const configs = [
    ...lines.map((value) => `[core]\n\tbare = false\n\tignorecase = ${value}\n`),
    ...["", "[core]\n", "[core]\n\tignorecase\n", "[CORE]\r\n  IgnoreCase=true\r\n"],
    "[core] ignorecase = true\n",
    "[core] # ours\n\tignorecase = true ; note\n",
    "[core]\n# ignorecase = true\n;ignorecase = true\n",
    "[core]\n\tignorecase = true\n[core]\n\tignorecase = false\n",
    '[core]\n\tignorecase = false\n[remote "x"]\n\turl = y\n[core]\n\tignorecase = true\n',
    '[core "sub"]\n\tignorecase = true\n',
    "[corex]\n\tignorecase = true\n[core]\n\tignorecases = true\n",
    "[user]\n\tignorecase = true\n[core]\n\teditor = x\n",
  ];
  for (const config of configs) {
    it(JSON.stringify(config), () => assert.equal(ignoresCase(config), byGit(config)));
  }
});
