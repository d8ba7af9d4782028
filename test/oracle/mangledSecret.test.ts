import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseEnv } from "node:util";
import dotenv from "dotenv";
import fc from "fast-check";
import { liveSecrets } from "../../src/core/dotenv/secretEntries.ts";
import { applyEdits } from "../../src/core/edit.ts";
import type { Project } from "../../src/core/project.ts";
import { mangledSecret } from "../../src/core/rules/mangled-secret.ts";
import { type Files, project } from "../support/project.ts";
import { readByNext, readByVite } from "./support/realLoaders.ts";

type Values = Readonly<Record<string, string | undefined>>;

interface Loading {
  readonly manifest: object;
  readonly read: (text: string) => Values;
}

const LOADERS: Readonly<Record<string, Loading>> = {
  "@next/env": { manifest: { dependencies: { next: "16" } }, read: readByNext },
  Vite: {
    manifest: { dependencies: { vite: "8" } },
    read: (text) => readByVite(text, ["AUTH_SECRET"]),
  },
  dotenv: { manifest: { dependencies: { dotenv: "18" } }, read: dotenv.parse },
  "node --env-file": {
    manifest: { scripts: { dev: "node --env-file=.env x.js" } },
    read: parseEnv,
  },
};

/** What a password generator makes of all signs that a keyboard has, quotes aside. */
const passwords = fc
  .string({ unit: "grapheme-ascii", minLength: 24, maxLength: 40 })
  .filter((text) => /^[^\s'"`]+$/.test(text));
const forms = fc.constantFrom(
  ...["AUTH_SECRET=*", "AUTH_SECRET='*'", 'AUTH_SECRET="*"', "AUTH_SECRET: *", "AUTH_SECRET=“*”"],
  ...['AUTH_SECRET="*', "AUTH_SECRET='*';", 'AUTH_SECRET=""*""', "\uFEFFAUTH_SECRET=*"],
  ...["AUTH_SECRET=\u200b*", "export\tAUTH_SECRET=*", "ONE=1\r\nAUTH_SECRET=* # note\r\nTWO=2"],
);

/** What no rule can tell from a comment, a name, a placeholder or an escape. */
const isAmbiguous = (password: string) =>
  /#|\$(?:[A-Z]{3}|\{|\w+_)|\\[$nr]|^[%@(<{$]|:\/\//.test(password);

/** What looks like no secret at all is another rule's, which has it replaced whoever loads it. */
const isNone = (read: Project) =>
  liveSecrets(read).some(({ verdict }) => /^(?:placeholder|command|reference)$/.test(verdict.kind));

describe("mangled-secret and the real loaders", () => {
  for (const [name, { manifest, read }] of Object.entries(LOADERS)) {
    const filesOf = (text: string): Files => ({
      ".env": text,
      "package.json": JSON.stringify(manifest),
    });

    it(`is silent only where ${name} gives the program what stands there`, () => {
      fc.assert(
        fc.property(passwords, forms, (password, form) => {
          fc.pre(!isAmbiguous(password));
          const text = form.replace("*", () => password);
          const written = project(filesOf(text));
          if (isNone(written) || mangledSecret.check(written).length > 0) return;
          assert.equal(read(text)["AUTH_SECRET"], password);
        }),
        { numRuns: 1_500 },
      );
    });

    it(`makes ${name} give the program what stands there`, () => {
      fc.assert(
        fc.property(passwords, forms, (password, form) => {
          fc.pre(!isAmbiguous(password));
          const before = project(filesOf(form.replace("*", () => password)));
          const [problem] = mangledSecret.check(before);
          const [fix] = (problem && mangledSecret.fixes?.(problem, before)) ?? [];
          if (!fix?.preferred) return;
          const [edit] = fix.edits({ mint: () => assert.fail("it makes a new secret") });
          const after = applyEdits(before.envFiles[0]?.text ?? "", edit?.edits ?? []);
          assert.equal(read(after)["AUTH_SECRET"], password);
          assert.deepEqual(mangledSecret.check(project(filesOf(after))), []);
        }),
        { numRuns: 1_500 },
      );
    });
  }
});
