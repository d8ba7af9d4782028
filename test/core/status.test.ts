import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../src/core/analyze.ts";
import { encodeSecret } from "../../src/core/secret/generate.ts";
import { statusOf } from "../../src/core/status.ts";
import { type Files, project } from "../support/project.ts";

const V5 = '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }';
const V4 = '{ "dependencies": { "next-auth": "^4.24.0" } }';
const IGNORED = { ".gitignore": ".env*\n" };
const fresh = () => encodeSecret(crypto.getRandomValues(new Uint8Array(32)), "base64");

function statusIn(files: Files) {
  const given = project({ ...IGNORED, ...files });
  return statusOf(given, analyze(given));
}

describe("statusOf", () => {
  it("tells of a strong secret, and of the file that wins", () => {
    const status = statusIn({
      "package.json": V5,
      ".env": "AUTH_SECRET=hunter2\n",
      ".env.local": `AUTH_SECRET=${fresh()}\n`,
    });
    assert.equal(status?.variable, "AUTH_SECRET");
    assert.deepEqual(status?.state, { kind: "verdict", verdict: "strong", file: ".env.local" });
  });

  it("has the severity of the worst finding, and their number", () => {
    const strong = statusIn({ "package.json": V5, ".env": `AUTH_SECRET=${fresh()}\n` });
    assert.deepEqual([strong?.severity, strong?.problems], [undefined, 0]);
    const weak = statusIn({ "package.json": V5, ".env": "AUTH_SECRET=hunter2\n" });
    assert.deepEqual([weak?.severity, weak?.problems], ["warning", 1]);
  });

  it("names the variable that is set of those that the library reads", () => {
    const status = statusIn({ "package.json": V4, ".env": `AUTH_SECRET=${fresh()}\n` });
    assert.equal(status?.variable, "AUTH_SECRET");
    assert.equal(statusIn({ "package.json": V4 })?.variable, "NEXTAUTH_SECRET");
  });

  it("tells of a literal in source, which wins over every file", () => {
    const status = statusIn({
      "package.json": V5,
      ".env": `AUTH_SECRET=${fresh()}\n`,
      "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2" });\n',
    });
    assert.deepEqual(status?.state, { kind: "hardcoded", file: "auth.ts" });
    assert.equal(status?.severity, "error");
  });

  it("says that no file sets it", () => {
    assert.deepEqual(statusIn({ "package.json": V5, ".env": "A=1\n" })?.state, { kind: "unset" });
  });

  it("is silent where no auth library is used", () => {
    assert.equal(statusIn({ "package.json": "{}", ".env": "A=1\n" }), undefined);
  });
});
