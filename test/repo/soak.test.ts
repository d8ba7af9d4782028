import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import { fuzz } from "../../bench/soak/fuzz.ts";
import { COUNTERS, instrumented } from "../../bench/soak/instrument.ts";
import { novelty } from "../../bench/soak/novelty.ts";
import { seeds } from "../support/soak/seeds.ts";

const PROGRAM = `
  const pick = (a, b) => a ?? (b ? "yes" : /* else */ "no");
  function read(text) {
    for (let at = 0; at < text.length; at++) if (text[at] === "{") return "open";
    switch (text) {
      case "a": return pick(undefined, true);
      case "b": return pick(undefined, false);
      default: return text && pick(text);
    }
  }
  read`;

function counting(program: string) {
  const { code, blocks } = instrumented(program);
  const counters = new Uint32Array(blocks);
  const read = runInNewContext(code, { [COUNTERS]: counters }) as (text: string) => string;
  return { read, counters };
}

describe("the soak's coverage", () => {
  it("leaves a program what it does", () => {
    const { read } = counting(PROGRAM);
    assert.deepEqual(["", "a", "b", "c", "a{"].map(read), ["", "yes", "no", "c", "open"]);
  });

  it("knows an input that reaches more, or does the same much more often", () => {
    const { read, counters } = counting(PROGRAM);
    const { isNew, reached } = novelty(counters);
    const news = ["a", "a", "b", "b", "c", "d", "{", "{x", "e".repeat(40)].map((text) => {
      read(text);
      return isNew();
    });
    assert.deepEqual(news, [true, false, true, false, true, false, true, false, true]);
    assert.equal(reached(), counters.length);
  });

  it("takes no account of what ran before it was asked to forget", () => {
    const { read, counters } = counting(PROGRAM);
    const { isNew, forget } = novelty(counters);
    read("a");
    forget();
    assert.equal(isNew(), false);
  });
});

describe("the soak's fuzzing", () => {
  it("finds texts that reach more than those it is given, and none that breaks a reader", () => {
    const rows = fuzz({ minutes: 1e-6, seed: 1, given: seeds, batch: 20 });
    assert.deepEqual(
      rows.flatMap(({ failure }) => failure ?? []),
      [],
    );
    assert.match(rows[0]?.note ?? "", /^\d+ blocks by the seeds, \d+ with [1-9]\d* found ones;/);
  });
});
