import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../src/core/analyze.ts";
import { rules } from "../../src/core/rules/index.ts";
import { ENCODINGS, piecesIn } from "../host/support/pieces.ts";
import { canary, plantedProjects } from "../host/support/planted.ts";
import { project } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";

describe("the secrets that tests plant", () => {
  it("make every rule speak", () => {
    const spoken = new Set(
      plantedProjects().flatMap(({ files, tracked }) =>
        analyze(project(files, { tracked })).map(({ rule }) => rule),
      ),
    );
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !spoken.has(id)),
      [],
    );
  });

  it("stand in the files that they are planted in, one in each at least", () => {
    for (const { files, secrets } of plantedProjects()) {
      const text = Object.values(files).join("\n");
      assert.deepEqual(
        secrets.filter((secret) => piecesIn(text, [secret]).length === 0),
        [],
      );
    }
  });

  for (const secret of [canary(20), strongSecret(), `correct "horse" ${canary(12)}`]) {
    for (const [name, encode] of Object.entries(ENCODINGS)) {
      it(`are found as ${name} of ${secret.length} characters`, () => {
        for (const before of ["", "a", "ab", "AUTH_SECRET="]) {
          assert.deepEqual(piecesIn(encode(`${before}${secret}\n`), [secret]), [secret]);
          assert.deepEqual(piecesIn(encode(`${before}${canary(20)}\n`), [secret]), []);
        }
      });
    }

    it(`are found in base64 of ${secret.length} characters, wherever they begin`, () => {
      for (const before of ["", "a", "ab", "AUTH_SECRET="]) {
        for (const encoding of ["base64", "base64url"] as const) {
          const text = Buffer.from(`${before}${secret}\n`).toString(encoding);
          assert.deepEqual(piecesIn(text, [secret]), [secret]);
        }
      }
    });
  }
});
