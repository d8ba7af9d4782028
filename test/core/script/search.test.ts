import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { changeOf, indexOfText, type TextIndex } from "../../../src/core/script/search.ts";

const FILLER = "export const filler = 1;\n".repeat(4000);

/** The index of a text after someone has typed one name after the other, each looked for. */
function indexAfter(names: number, filler: string): TextIndex {
  let text = filler;
  let index = indexOfText(text);
  for (let at = 0; at < names; at++) {
    const next = `${filler}const aRatherLongName${at}`;
    index = indexOfText(next, index, changeOf(text, next));
    // Cut from the text, as names in a syntax tree are.
    const from = next.indexOf("aRather");
    assert.deepEqual(index.positionsOf(next.slice(from)), [from]);
    text = next;
  }
  return index;
}

function heldBy<Kept>(make: () => Kept): { readonly kept: Kept; readonly bytes: number } {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = make();
  collect();
  return { kept, bytes: process.memoryUsage().heapUsed - before };
}

describe("the index of a text", () => {
  it("does not take more and more names over", () => {
    assert.ok(indexAfter(2000, "").known.size <= 1001);
  });

  it("does not hold the texts that names were cut from", () => {
    const { kept, bytes } = heldBy(() => indexAfter(200, FILLER));
    assert.equal(kept.known.size, 200);
    // Of 200 texts that are 20 MB, no more than a few.
    assert.ok(bytes < 2e6, `${bytes} bytes are held`);
  });

  it("is right after a change, whatever was looked for before", () => {
    const before = "const secret = a; secret;";
    const after = "const secret = secrets; secret;";
    const old = indexOfText(before);
    assert.deepEqual(old.positionsOf("secret"), [6, 18]);
    const index = indexOfText(after, old, changeOf(before, after));
    assert.deepEqual(index.positionsOf("secret"), [6, 15, 24]);
  });
});
