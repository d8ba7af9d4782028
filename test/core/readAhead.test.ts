import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../src/core/analyze.ts";
import { secretEntries } from "../../src/core/dotenv/secretEntries.ts";
import { readAhead } from "../../src/core/readAhead.ts";
import {
  DEFAULT_SETTINGS,
  factCache,
  packagesOf,
  projectOf,
  type WorkspaceFiles,
} from "../../src/core/workspace.ts";

const FILES: WorkspaceFiles = new Map([
  ["package.json", "{}"],
  ["package-lock.json", '{ "packages": { "node_modules/next-auth": { "version": "4.24.11" } } }'],
  [".env", "AUTH_SECRET=hunter2\n"],
  ["web/package.json", '{ "dependencies": { "next-auth": "latest" } }'],
  ["web/.env.local", "NEXTAUTH_SECRET=correct horse battery\n"],
  [
    "web/auth.ts",
    'import NextAuth from "next-auth";\nimport { key } from "./lib/key";\nNextAuth({ secret: key });\n',
  ],
  ["web/lib/key.ts", 'export const key = "hunter2";\n'],
]);

/** @param order in which the files arrive, one at a time; none for no reading ahead */
function analyzed(order: readonly (readonly [string, string])[]) {
  const context = { settings: DEFAULT_SETTINGS, facts: factCache() };
  const read = new Map<string, string>();
  for (const one of order) {
    read.set(...one);
    readAhead([one], read, context);
  }
  const projects = [...packagesOf(FILES)].map(([folder, paths]) =>
    projectOf(folder, paths, FILES, {
      ...context,
      repository: undefined,
      today: "2026-01-01",
    }),
  );
  return { projects, findings: projects.flatMap((one) => analyze(one)) };
}

describe("readAhead", () => {
  it("changes no finding, in whatever order the files come", () => {
    const { findings } = analyzed([]);
    assert.deepEqual(
      findings.map(({ file, rule }) => `${file}: ${rule}`),
      [
        ".env: passphrase-secret",
        "web/.env.local: passphrase-secret",
        "web/lib/key.ts: hardcoded-secret",
      ],
    );
    assert.deepEqual(analyzed([...FILES]).findings, findings);
    assert.deepEqual(analyzed([...FILES].reverse()).findings, findings);
  });

  it("judges a file's secrets once for every project that is made of it", () => {
    const { projects } = analyzed([...FILES]);
    for (const project of projects) {
      const verdicts = secretEntries(project).map(({ verdict }) => verdict);
      assert.equal(verdicts.length, 1);
      const again = secretEntries({ ...project }).map(({ verdict }) => verdict);
      assert.equal(again[0], verdicts[0]);
    }
  });

  it("reads a source as the project will, whether or not its package names a library", () => {
    const source = 'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2" });\n';
    for (const manifest of ["{}", '{ "dependencies": { "next-auth": "^4.24.0" } }']) {
      const files = new Map([
        ["package.json", manifest],
        ["auth.ts", source],
      ]);
      const context = { settings: DEFAULT_SETTINGS, facts: factCache() };
      const { script } = context.facts;
      const read: unknown[] = [];
      const facts = {
        ...context.facts,
        script: (...asked: Parameters<typeof script>) => {
          read.push(asked[2].framework);
          return script(...asked);
        },
      };
      readAhead(files, files, { ...context, facts });
      const { framework } = projectOf("", [...files.keys()], files, {
        ...context,
        facts,
        repository: undefined,
        today: "2026-01-01",
      });
      assert.deepEqual(read, [framework, framework]);
    }
  });
});
