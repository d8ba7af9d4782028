import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "dotenv";
import fc from "fast-check";
import { setEntry } from "../../src/core/dotenv/edit.ts";
import { applyEdits } from "../../src/core/edit.ts";
import { rotationsOf } from "../../src/core/rotation/rotations.ts";
import { envTexts } from "../support/envTexts.ts";
import { EXPRESS, V5 } from "../support/manifests.ts";
import { editFiles, type Files, project } from "../support/project.ts";
import { MINTED, strongSecret } from "../support/ruleCheck.ts";
import { retiredIn } from "./support/rotate.ts";

const OLD = strongSecret();

const EXPRESS_APP: Files = {
  ...EXPRESS,
  "auth.ts": 'import { ExpressAuth } from "@auth/express";\nExpressAuth({ providers: [] });\n',
};

/** An env file, whatever else is in it, whose secret is the old one; undefined for one that has none. */
function withSecret(text: string): string | undefined {
  const edits = setEntry(text, "AUTH_SECRET", OLD);
  return edits && applyEdits(text, edits);
}

/** The env file after a graceful rotation; undefined where nothing is written. */
function rotated(files: Files, text: string): string | undefined {
  const before = { ...files, ".env": text };
  const graceful = rotationsOf(project(before))?.choices.find(({ mode }) => mode === "graceful");
  const edits = graceful?.edits({ mint: () => MINTED }) ?? [];
  return edits.length === 0 ? undefined : editFiles(before, edits)[".env"];
}

function assertWritten(count: number): void {
  assert.ok(count > 500, `only ${count} env files were rotated and taken back`);
}

describe("a rotation in any env file, read by dotenv", () => {
  it("keeps the old secret, changes nothing else, and can be taken back", () => {
    let count = 0;
    fc.assert(
      fc.property(envTexts, (text) => {
        const before = withSecret(text);
        const after = before && rotated(V5, before);
        if (before === undefined || after === undefined) return;
        const values = { ...parse(before), AUTH_SECRET: MINTED };
        assert.deepEqual(parse(after), { ...values, AUTH_SECRET_OLD: OLD });
        const retired = retiredIn({ ...V5, ".env": after })?.[".env"];
        if (retired === undefined) return;
        count++;
        assert.deepEqual(parse(retired), values);
        assert.equal(retired.replaceAll(MINTED, OLD), before);
      }),
      { numRuns: 2000 },
    );
    assertWritten(count);
  });

  it("adds a number, and takes the old secret's away", () => {
    let count = 0;
    fc.assert(
      fc.property(envTexts, (text) => {
        fc.pre(!text.includes("AUTH_SECRET_1"));
        const before = withSecret(text);
        const after = before && rotated(EXPRESS_APP, before);
        if (before === undefined || after === undefined) return;
        assert.deepEqual(parse(after), { ...parse(before), AUTH_SECRET_1: MINTED });
        const retired = retiredIn({ ...EXPRESS_APP, ".env": after })?.[".env"];
        if (retired === undefined) return;
        count++;
        assert.deepEqual(parse(retired), { ...parse(before), AUTH_SECRET: MINTED });
      }),
      { numRuns: 2000 },
    );
    assertWritten(count);
  });
});
