import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { milestonesOf } from "../../src/core/milestones.ts";
import { encodeSecret } from "../../src/core/secret/generate.ts";
import { project } from "../support/project.ts";

const MANIFEST = { "package.json": '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }' };
const fresh = () => encodeSecret(crypto.getRandomValues(new Uint8Array(32)), "base64");
const AUTH = 'import NextAuth from "next-auth";\n';

describe("milestonesOf", () => {
  it("begins with none", () => {
    assert.deepEqual(milestonesOf(project(MANIFEST)), {
      hasStrongSecret: false,
      isIgnored: false,
      isReadFromEnvironment: false,
    });
  });

  it("knows a strong secret from others", () => {
    const withSecret = (value: string) =>
      milestonesOf(project({ ...MANIFEST, ".env.local": `AUTH_SECRET=${value}\n` }));
    assert.equal(withSecret(fresh()).hasStrongSecret, true);
    assert.equal(withSecret("hunter2").hasStrongSecret, false);
  });

  it("wants every env file with a secret ignored, and a repository", () => {
    const files = { ...MANIFEST, ".env": "AUTH_SECRET=a\n", ".env.local": "AUTH_SECRET=b\n" };
    const ignoring = (pattern: string, git = true) =>
      milestonesOf(project({ ...files, ".gitignore": `${pattern}\n` }, { git })).isIgnored;
    assert.equal(ignoring(".env*"), true);
    assert.equal(ignoring(".env.local"), false);
    assert.equal(ignoring(".env*", false), false);
  });

  it("wants a set-up that reads the environment", () => {
    const reading = (text: string) =>
      milestonesOf(project({ ...MANIFEST, "auth.ts": AUTH + text })).isReadFromEnvironment;
    assert.equal(reading("NextAuth({ providers: [] });\n"), true);
    assert.equal(reading('NextAuth({ secret: "hunter2" });\n'), false);
    assert.equal(reading('NextAuth({ secret: process.env.AUTH_SECRET ?? "hunter2" });\n'), false);
  });
});
