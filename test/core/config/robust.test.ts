import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { configSecrets } from "../../../src/core/config/configSecrets.ts";
import { isWorthReading } from "../../../src/core/config/files.ts";
import { soundRemedy } from "../../../src/core/config/remedies.ts";
import { applyEdits } from "../../../src/core/edit.ts";
import { committedSecret } from "../../../src/core/rules/committed-secret.ts";
import { outdatedCommand } from "../../../src/core/rules/outdated-command.ts";
import { uploadedEnv } from "../../../src/core/rules/uploaded-env.ts";
import { readSuppressions } from "../../../src/core/suppression.ts";
import { anyTexts, dockerTexts, tomlTexts, yamlTexts } from "../../support/configTexts.ts";
import { V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";

const PATHS = [
  "compose.yml",
  "Dockerfile",
  ".github/workflows/a.yml",
  ".gitlab-ci.yml",
  "render.yaml",
  "k8s.yaml",
  "railway.toml",
  "netlify.toml",
  "fly.toml",
  "wrangler.toml",
  "wrangler.jsonc",
  "vercel.json",
  "README.md",
];

const paths = fc.constantFrom(...PATHS);

/** Secrets where a kind of file has them, with anything at all round them. */
const matching = fc
  .tuple(
    fc.constantFrom<(text: string) => readonly [string, string]>(
      (text) => ["compose.yml", `services:\n  web:\n    environment:\n      AUTH_SECRET: ${text}`],
      (text) => ["compose.yml", `services:\n  web:\n    environment: { AUTH_SECRET: a, ${text}`],
      (text) => ["k8s.yaml", `apiVersion: v1\nkind: Secret\nstringData:\n  AUTH_SECRET: ${text}`],
      (text) => ["fly.toml", `[env]\nAUTH_SECRET = "hunter2"${text}`],
      (text) => ["wrangler.toml", `[vars]\nA = 1\n${text}\nAUTH_SECRET = 'hunter2'\n`],
      (text) => ["wrangler.jsonc", `{ "vars": { "AUTH_SECRET": "hunter2"${text}`],
      (text) => ["vercel.json", `{ "env": { "A": 1, ${text} "AUTH_SECRET": "hunter2" } }`],
      (text) => ["Dockerfile", `FROM a\nENV A=1 AUTH_SECRET=hunter2 ${text}`],
    ),
    anyTexts,
  )
  .map(([place, text]) => place(text));

const files: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  matching,
  fc.tuple(paths, fc.oneof(anyTexts, yamlTexts, tomlTexts, dockerTexts)),
);

describe("reading configuration", () => {
  it("never fails, and names places in the text", () => {
    fc.assert(
      fc.property(files, ([path, text]) => {
        const snapshot = project({ ...V5, [path]: text });
        for (const { span, entry } of configSecrets(snapshot)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          assert.equal(
            text.slice(entry.nameSpan.start, entry.nameSpan.end).includes("SECRET"),
            true,
          );
        }
        for (const rule of [committedSecret, uploadedEnv, outdatedCommand]) rule.check(snapshot);
        readSuppressions(path, `${text} # auth-secret-ignore`);
      }),
      { numRuns: 1500 },
    );
  });

  it("offers only fixes after which the finding is gone", () => {
    let fixed = 0;
    fc.assert(
      fc.property(files, ([path, text]) => {
        const before = project({ ...V5, [path]: text });
        const problems = committedSecret.check(before);
        for (const problem of problems) {
          const [fix] = committedSecret.fixes?.(problem, before) ?? [];
          const edit = fix?.edits({ mint: () => "minted" }).find(({ file }) => file === path);
          if (edit === undefined) continue;
          fixed++;
          const after = applyEdits(text, edit.edits);
          const left = committedSecret.check(project({ ...V5, [path]: after }));
          assert.equal(left.length, problems.length - 1, JSON.stringify([text, after]));
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(fixed > 100, String(fixed));
  });

  it("gets over what nobody writes", () => {
    const deep = 20_000;
    for (const text of [
      "[".repeat(deep),
      '{"a":'.repeat(deep),
      `a: ${"{ a: ".repeat(deep)}`,
      `AUTH_SECRET: ${"- ".repeat(deep)}`,
      `AUTH_SECRET = ${"[".repeat(deep)}`,
      `ENV AUTH_SECRET=${"\\\n".repeat(deep)}`,
      `AUTH_SECRET: "${["$", "{A:-"].join("").repeat(deep)}"`,
      "a: ".repeat(deep),
      "&a ".repeat(deep),
      "`".repeat(deep),
      '\\"'.repeat(deep),
      `a: |\n${" b\n".repeat(10 * deep)}`,
      "a: &a [*a, *a]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    ]) {
      for (const path of PATHS) {
        assert.ok(Array.isArray(committedSecret.check(project({ ...V5, [path]: text }))), path);
      }
    }
  });

  it("passes over assignments in what a shell changes, and finds those behind it", () => {
    const dev = `${"A=".repeat(2 ** 19)}$HOME AUTH_SECRET=hunter2 next start`;
    const text = JSON.stringify({ dependencies: { "next-auth": "5" }, scripts: { dev } });
    const [found] = configSecrets(project({ "package.json": text }));
    assert.equal(found?.entry.value, "hunter2");
  });

  const takenOut = (path: string, text: string) => {
    const [secret] = configSecrets(project({ [path]: text }));
    assert.ok(secret);
    return applyEdits(text, soundRemedy(secret.file, secret.entry)?.edits ?? []);
  };

  it("takes the comma before the last pair along, whatever stands in between", () => {
    const count = 2 ** 19;
    for (const gap of ["/**/".repeat(count), " ".repeat(count), `/* ${"* ".repeat(count)}*/`]) {
      const before = `{ "vars": {\n  "A": 1${gap}`;
      const after = takenOut("wrangler.jsonc", `${before},\n  "AUTH_SECRET": "hunter2"\n} }\n`);
      assert.ok(after === `${before}\n} }\n`, gap.slice(0, 8));
    }
  });

  it("takes a pair out of a line with any number of blanks", () => {
    const before = '{ "vars": {\n  ';
    const behind = '"A": 1\n} }\n';
    const text = `${before}"AUTH_SECRET": "hunter2"${" ".repeat(2 ** 20)}, ${behind}`;
    assert.ok(takenOut("wrangler.jsonc", text) === before + behind);
  });

  it("takes a pair's line along with the comment behind it, whichever the line ending", () => {
    const before = '{ "vars": {\r\n  "A": 1';
    const text = `${before},\r\n  "AUTH_SECRET": "hunter2" // note\r\n} }\r\n`;
    assert.equal(takenOut("wrangler.jsonc", text), `${before}\r\n} }\r\n`);
  });

  it("follows any number of stages, each made from the one before", () => {
    const stages = "FROM a AS a\n".repeat(2 ** 16);
    const text = `FROM b AS a\nENV AUTH_SECRET=hunter2\n${stages}`;
    const [found] = configSecrets(project({ Dockerfile: text }));
    assert.equal(found?.entry.isBuildOnly, false);
  });

  it("finds what copies a context below any number of lines", () => {
    const lines = "\n".repeat(2 ** 20);
    assert.equal(isWorthReading("Dockerfile", `FROM node${lines}  COPY . .\n`, []), true);
    assert.equal(isWorthReading("Dockerfile", `FROM node${lines}`, []), false);
  });
});
