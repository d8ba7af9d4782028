import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isScriptFile, isTestFile } from "../../../src/core/script/files.ts";
import { mayConfigureAuth } from "../../../src/core/script/gate.ts";

describe("isScriptFile", () => {
  it("takes TypeScript and JavaScript in all their endings, and no type declarations", () => {
    const scripts = ["a.ts", "a.tsx", "a.mts", "a.cts", "a.js", "a.jsx", "a.mjs", "a.cjs"];
    assert.deepEqual(scripts.filter(isScriptFile), scripts);
    const others = ["a.d.ts", "a.d.mts", "a.d.css.ts", "a.vue", "a.json", "ts", "a.ts.bak"];
    assert.deepEqual(others.filter(isScriptFile), []);
  });
});

describe("isTestFile", () => {
  it("takes tests, what sets them up and what they feed on", () => {
    const tests = [
      "src/auth.test.ts",
      "src/auth.spec.tsx",
      "src/__tests__/auth.ts",
      "test/auth.js",
      "packages/web/tests/helpers/auth.ts",
      "e2e/login.ts",
      "src/Button.stories.tsx",
      "fixtures/auth.ts",
      "playwright.config.ts",
      "vitest.setup.ts",
      "vitest.config.unit.mts",
      "jest.setup.js",
      "src/setupTests.ts",
    ];
    assert.deepEqual(tests.filter(isTestFile), tests);
  });

  it("takes nothing that runs in production", () => {
    const others = [
      "auth.ts",
      "src/contest.ts",
      "src/latest/auth.ts",
      "app/api/auth/[...nextauth]/route.ts",
      "src/testimonials/auth.ts",
      "src/attestation.ts",
    ];
    assert.deepEqual(others.filter(isTestFile), []);
  });
});

describe("mayConfigureAuth", () => {
  const letsThrough = (text: string) => mayConfigureAuth("src/file.ts", text);

  it("lets through what names a library, its variables or its options", () => {
    for (const text of [
      'import NextAuth from "next-auth";',
      "const { betterAuth } = await import('better-auth')",
      'import { SvelteKitAuth } from "@auth/sveltekit"',
      'import { NuxtAuthHandler } from "#auth"',
      "export const authOptions = {}",
      "process.env.BETTER_AUTH_SECRET ??= x",
    ]) {
      assert.equal(letsThrough(text), true, text);
    }
  });

  it("dismisses the rest", () => {
    for (const text of [
      'export const author = "Ada";',
      'import session from "express-session"; session({ secret: "x" })',
      'const next = "next"; const auth = "auth"; fetch("/x-auth-token");',
      "interface Options { authority: string }",
    ]) {
      assert.equal(letsThrough(text), false, text);
    }
  });
});
