import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { outdatedCommand } from "../../../src/core/rules/outdated-command.ts";
import { BETTER_AUTH, V4, V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";
import { assertFixes, assertFlags, assertSilent } from "../../support/ruleCheck.ts";

describe("outdated-command", () => {
  it("flags the command by every runner, wherever it is written down", () => {
    assertFlags(outdatedCommand, {
      ...V5,
      "README.md":
        "Run `«npx auth secret»`, or `«pnpm dlx auth secret»`.\n\n    «bunx auth@latest secret»\n",
      "docs/setup.mdx": "«npx --yes auth secret» --raw\n",
      "setup.sh": "#!/bin/sh\n«yarn dlx auth secret»\n",
      Dockerfile: "FROM node\nRUN «npm exec -- auth secret»\n",
      ".github/workflows/a.yml": "jobs:\n  a:\n    steps:\n      - run: «npx auth@^1.2 secret»\n",
      ".env.example": "# «npx auth secret»\nAUTH_SECRET=\n",
      "auth.ts": '// «npx auth secret»\nimport NextAuth from "next-auth";\nNextAuth({});\n',
    });
    assertFlags(outdatedCommand, { ...V4, "README.md": "«npx auth@1 secret»\n" });
  });

  it("flags it in scripts", () => {
    const manifest = {
      ...V5,
      "package.json": `${V5["package.json"]?.slice(0, -1)},"scripts":{"secret":"«npx auth secret»"}}`,
    };
    assertFlags(outdatedCommand, manifest);
  });

  it("says nothing of the version that still does it, and of other commands", () => {
    assertSilent(outdatedCommand, {
      ...V5,
      "README.md":
        "npx auth@1.2.3 secret, npx auth@~1.2 secret, npx auth add github, npx @scope/auth secret, npx better-auth secret, the auth secret, npx auth secrets\n",
      "CHANGELOG.md": "npx auth secret\n",
    });
  });

  it("says nothing where Better Auth is used, or no library at all", () => {
    const text = { "README.md": "npx auth secret\n" };
    assertSilent(outdatedCommand, { ...BETTER_AUTH, ...text });
    assertSilent(outdatedCommand, text);
    const both = [project(V5), project(BETTER_AUTH)].map(({ framework }) => framework);
    assertSilent(outdatedCommand, { ...V5, ...text }, { libraries: both });
  });

  it("leaves a pasted command to the rule about values", () => {
    assertSilent(outdatedCommand, { ...V5, ".env": "AUTH_SECRET=npx auth secret\n" });
  });

  it("tells values of commands from others, however many there are", () => {
    const count = 2 ** 16;
    const text = "AUTH_SECRET=\n".repeat(count) + "# npx auth secret\n".repeat(count);
    assert.equal(outdatedCommand.check(project({ ...V5, ".env": text })).length, count);
  });

  it("names the version", () => {
    assertFixes(
      outdatedCommand,
      { ...V5, "README.md": "1. `«npx -y auth@latest secret» --raw`\r\n" },
      { "README.md": "1. `npx -y auth@1.2.3 secret --raw`\r\n" },
    );
  });

  it("offers to do at once what the line asks for", () => {
    const snapshot = project({ ...V5, "README.md": "npx auth secret\n" });
    const [problem] = outdatedCommand.check(snapshot);
    assert.ok(problem);
    const [, generate] = outdatedCommand.fixes?.(problem, snapshot) ?? [];
    assert.deepEqual(generate?.task, { kind: "command", command: "authSecret.generate" });
  });
});
