import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isEnvFile, isTemplateFile, isTestEnvFile } from "../../../src/core/dotenv/files.ts";

const ENV_FILES = [
  ".env",
  ".env.local",
  ".env.production.local",
  ".env.bak",
  "apps/web/.env",
  "prod.env",
  ".envrc",
  ".dev.vars",
  ".dev.vars.staging",
];
const TEMPLATES = [
  ".env.example",
  ".env.sample",
  ".env.template",
  ".env.dist",
  ".env.defaults",
  ".env.local.example",
  ".env-example",
  ".dev.vars.example",
  "env.example",
  "example.env",
];
const OTHERS = [
  "env.ts",
  ".env.d.ts",
  ".env.js",
  ".env.json",
  ".environment",
  "env",
  "src/env.mjs",
  ".envrc/x",
  "example.txt",
];

describe("isEnvFile", () => {
  it("knows env files and their templates by name", () => {
    assert.deepEqual(
      [...ENV_FILES, ...TEMPLATES].filter((path) => !isEnvFile(path)),
      [],
    );
  });

  it("leaves out what only borrows the name", () => {
    assert.deepEqual(OTHERS.filter(isEnvFile), []);
  });
});

describe("isTemplateFile", () => {
  it("goes by a word of the file's own name", () => {
    assert.deepEqual(
      TEMPLATES.filter((path) => !isTemplateFile(path)),
      [],
    );
    assert.deepEqual(
      [...ENV_FILES, "example/.env", ".env.example.local"].filter(isTemplateFile),
      [],
    );
  });
});

describe("isTestEnvFile", () => {
  it("goes by a word of the file's own name", () => {
    assert.deepEqual(
      [".env.test", ".env.test.local", "ci.env", ".env.e2e"].filter((path) => !isTestEnvFile(path)),
      [],
    );
    assert.deepEqual(["test/.env", ".env.latest", ".env"].filter(isTestEnvFile), []);
  });
});
