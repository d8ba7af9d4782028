import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeholderSecret } from "../../../src/core/rules/placeholder-secret.ts";
import { project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

describe("placeholder-secret", () => {
  it("flags texts that ask to be replaced", () => {
    assertFlags(placeholderSecret, {
      ".env": "AUTH_SECRET=«changeme»\nNEXTAUTH_SECRET='«your-generated-secret-here»'\n",
      ".dev.vars": "BETTER_AUTH_SECRET=«dev-secret-change-me»",
    });
  });

  it("says nothing of templates, test files and real values", () => {
    assertSilent(placeholderSecret, {
      ".env": `AUTH_SECRET=${strongSecret()}\n`,
      ".env.example": "AUTH_SECRET=changeme\n",
      ".env.test": "AUTH_SECRET=changeme\n",
    });
  });

  it("fills it in, on save for who asked for that", () => {
    const files = { ".gitignore": ".env\n", ".env": "AUTH_SECRET=changeme\n" };
    assertFixes(placeholderSecret, files, { ".env": `AUTH_SECRET=${MINTED}\n` });
    const before = project(files);
    const timings = placeholderSecret
      .check(before)
      .flatMap((problem) => placeholderSecret.fixes?.(problem, before) ?? [])
      .map(({ timing }) => timing);
    assert.deepEqual(timings, ["fillOnSave"]);
  });

  it("keeps git from committing the real value that takes its place", () => {
    assertFixes(
      placeholderSecret,
      { ".env": "AUTH_SECRET=changeme\n" },
      {
        ".env": `AUTH_SECRET=${MINTED}\n`,
        ".gitignore":
          "# Environment files: they hold secrets\n.env\n.env*.local\n.env.production\n",
      },
    );
  });
});
