import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import { renameEntries } from "../../../src/core/dotenv/renameEntries.ts";
import { applyEdits } from "../../../src/core/edit.ts";

function renamed(text: string): string | undefined {
  const edits = renameEntries(parseEnvFile(".env", text), "OLD", "NEW");
  return edits && applyEdits(text, edits);
}

describe("renameEntries", () => {
  it("takes several empty lines of the new name out", () => {
    assert.equal(renamed("OLD=a\nNEW=\nNEW="), "NEW=a\n");
  });

  it("leaves references alone that go with their line", () => {
    const reference = `NEW=$${"OLD"}\n`;
    assert.equal(renamed(`${reference}NEW=\nOLD=a\nX=$${"OLD"}\n`), `NEW=a\nX=$${"NEW"}\n`);
  });
});
