import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { GUESSES_PER_SECOND, guessingTime } from "../../../src/core/secret/guessingTime.ts";

const said = (bits: number) => format(guessingTime(bits));

describe("guessingTime", () => {
  it("is half of all guesses at the stated rate", () => {
    const bitsFor = (seconds: number) => Math.log2(seconds * GUESSES_PER_SECOND) + 1;
    assert.equal(said(bitsFor(30)), "about 30 seconds");
    assert.equal(said(bitsFor(3 * 3600)), "about 3 hours");
    assert.equal(said(bitsFor(5 * 365.25 * 24 * 3600)), "about 5 years");
  });

  it("needs no number at either end", () => {
    assert.equal(said(0), "no time at all");
    assert.equal(said(30), "no time at all");
    assert.equal(said(256), "longer than the universe has existed");
    assert.equal(said(4096), "longer than the universe has existed");
  });

  it("never goes down as bits go up", () => {
    const units = /no time|seconds|minutes|hours|days|\d years|thousand|million|billion|longer/;
    const order = [
      "no time",
      "seconds",
      "minutes",
      "hours",
      "days",
      " years",
      "thousand",
      "million",
      "billion",
      "longer",
    ];
    const ranks = Array.from({ length: 200 }, (_, bits) => {
      const unit = units.exec(said(bits))?.[0].replace(/^\d/, "") ?? "";
      return order.indexOf(unit);
    });
    assert.ok(ranks.every((rank) => rank >= 0));
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
  });
});
