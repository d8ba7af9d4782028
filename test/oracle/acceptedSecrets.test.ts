import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { parseEnv } from "node:util";
import nextEnv from "@next/env";
import dotenv from "dotenv";
import fc from "fast-check";
import { setEntry } from "../../src/core/dotenv/edit.ts";
import { applyEdits } from "../../src/core/edit.ts";
import { acceptanceOf } from "../../src/core/secret/acceptance.ts";

interface Vite {
  loadEnv(mode: string, folder: string, prefixes: string): Record<string, string>;
}

const load = async <Module>(specifier: string): Promise<Module> => await import(specifier);
const vite = await load<Vite>("vite");
const folder = mkdtempSync(join(tmpdir(), "accepted-"));

/** Random signs between random letters: strong, whatever stands between. */
const secrets = fc
  .array(fc.oneof(fc.constantFrom(..."#=:,;!%&@*()[]{}<>|~^?+-/. $\\'\"`"), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => {
    const random = () => randomBytes(12).toString("base64url");
    return [random(), ...parts, random(), random()].join("");
  })
  .filter((value) => acceptanceOf(value, 256).kind === "accepted");

describe("a secret that is accepted and written", () => {
  after(() => rmSync(folder, { recursive: true }));

  it("is read as it was pasted by dotenv, Next.js, Vite and Node", () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom("", "A=1\r\n", "AUTH_SECRET='' # x\n"),
        (value, text) => {
          const edits = setEntry(text, "AUTH_SECRET", value);
          assert.ok(edits);
          const written = applyEdits(text, edits);
          writeFileSync(join(folder, ".env"), written);
          const seen = {
            dotenv: dotenv.parse(written)["AUTH_SECRET"],
            next: nextOf(),
            vite: vite.loadEnv("development", folder, "")["AUTH_SECRET"],
            node: parseEnv(written)["AUTH_SECRET"],
          };
          assert.deepEqual(seen, { dotenv: value, next: value, vite: value, node: value });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

function nextOf(): string | undefined {
  delete process.env["AUTH_SECRET"];
  const { combinedEnv } = nextEnv.loadEnvConfig(folder, true, { info() {}, error() {} }, true);
  return combinedEnv["AUTH_SECRET"];
}
