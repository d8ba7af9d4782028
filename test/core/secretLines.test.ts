import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { secretLines } from "../../src/core/secretLines.ts";
import { project } from "../support/project.ts";

function linesIn(text: string, path = ".env") {
  return secretLines(project({ [path]: text }), path);
}

describe("secretLines", () => {
  it("gives the line and the value of each secret, and whether it is free", () => {
    const text = "A=1\nAUTH_SECRET='hunter2' # mine\nNEXTAUTH_SECRET=\n";
    const found = linesIn(text).map(({ variable, isFree, span, valueSpan }) => [
      variable,
      isFree,
      text.slice(span.start, span.end),
      text.slice(valueSpan.start, valueSpan.end),
    ]);
    assert.deepEqual(found, [
      ["AUTH_SECRET", false, "AUTH_SECRET='hunter2' # mine", "hunter2"],
      ["NEXTAUTH_SECRET", true, "NEXTAUTH_SECRET=", ""],
    ]);
  });

  it("takes the last of several, since that one counts", () => {
    const [line, ...others] = linesIn("AUTH_SECRET=one\nAUTH_SECRET=two\n");
    assert.deepEqual([line?.span.start, others.length], [16, 0]);
  });

  it("leaves templates, references, lists and other variables alone", () => {
    assert.deepEqual(linesIn("AUTH_SECRET=\n", ".env.example"), []);
    assert.deepEqual(linesIn("AUTH_SECRET=op://vault/auth/secret\n"), []);
    assert.deepEqual(linesIn("BETTER_AUTH_SECRETS=2:one,1:two\n"), []);
    assert.deepEqual(linesIn("DATABASE_URL=one\n"), []);
  });
});
