import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseEnv } from "node:util";
import dotenv from "dotenv";
import fc from "fast-check";
import { detectLoader } from "../../src/core/loaders/index.ts";
import { envTexts } from "../support/envTexts.ts";
import { readByNext, readByNode, readByVite } from "./support/realLoaders.ts";

const ownReading = (manifest: object) => {
  const reader = detectLoader(JSON.stringify(manifest)).readerOf(".env");
  assert.ok(reader);
  return (text: string) => Object.fromEntries(reader.read(text));
};

const own = {
  dotenv: ownReading({ dependencies: { dotenv: "18" } }),
  next: ownReading({ dependencies: { next: "16" } }),
  vite: ownReading({ dependencies: { vite: "8" } }),
  node: ownReading({ scripts: { dev: "node --env-file=.env main.js" } }),
};

/** A line, and what becomes of AUTH_SECRET: by dotenv, Next, Vite and Node; "-" for not set. */
type Row = readonly [line: string, dotenv: string, next: string, vite: string, node: string];

const same = (line: string, value: string): Row => [line, value, value, value, value];
const quoted = (value: string) =>
  ["", '"', "'", "`"].map((quote) => `AUTH_SECRET=${quote}${value}${quote}`);

const ROWS: readonly Row[] = [
  ...quoted("K7+/=").map((line) => same(line, "K7+/=")),
  ...[
    "export AUTH_SECRET=abc",
    "AUTH_SECRET = abc",
    "AUTH_SECRET\t=\tabc",
    "  AUTH_SECRET=abc",
  ].map((line) => same(line, "abc")),
  ["AUTH_SECRET: abc", "abc", "abc", "-", "-"],
  same("AUTH_SECRET:abc", "-"),
  same("AUTH_SECRET=abc # note", "abc"),
  same("AUTH_SECRET=abc#def", "abc"),
  same('AUTH_SECRET="abc#def" # note', "abc#def"),
  same("AUTH_SECRET=#abc", ""),
  ...quoted("ab$cd-ef").map((line): Row => [line, "ab$cd-ef", "ab-ef", "ab-ef", "ab$cd-ef"]),
  ...quoted("ab\\$cd-ef").map(
    (line): Row => [line, "ab\\$cd-ef", "ab$cd-ef", "ab$cd-ef", "ab\\$cd-ef"],
  ),
  ["AUTH_SECRET=$2b$10$abc", "$2b$10$abc", "", "$2b$10", "$2b$10$abc"],
  ["AUTH_SECRET=a$1b", "a$1b", "a", "a$1b", "a$1b"],
  ["AUTH_SECRET=a$$b", "a$$b", "a$", "a$", "a$$b"],
  ...["abc$", "a$-b", "$(cmd)"].map((value) => same(`AUTH_SECRET=${value}`, value)),
  same("AUTH_SECRET=1\nAUTH_SECRET=2", "2"),
  same("AUTH_SECRET=x\nAUTH_SECRET=", ""),
  ["\uFEFFAUTH_SECRET=abc", "abc", "abc", "-", "-"],
  same("A=1\r\nAUTH_SECRET=abc\r\n", "abc"),
  ["A=1\rAUTH_SECRET=abc\rB=2", "abc", "abc", "-", "-"],
  ["AUTH_SECRET=abc\rB=2", "abc", "abc", "abcB=2", "abcB=2"],
  same('AUTH_SECRET="abc\ndef"', "abc\ndef"),
  same('AUTH_SECRET="a\\nb"', "a\nb"),
  same("AUTH_SECRET='a\\nb'", "a\\nb"),
  same("AUTH_SECRET=a\\nb", "a\\nb"),
  same('AUTH_SECRET="abc', '"abc'),
  ['AUTH_SECRET="abc"def', '"abc"def', '"abc"def', "abc", "abc"],
  ['AUTH_SECRET="abc";', '"abc";', '"abc";', "abc", "abc"],
  same("AUTH_SECRET=", ""),
  same('AUTH_SECRET=""', ""),
  same("AUTH_SECRET", "-"),
  same("set AUTH_SECRET=abc", "-"),
  same("AUTH_SECRET=“abc”", "“abc”"),
  same("AUTH_SECRET=a\u200bb", "a\u200bb"),
];

/** Values full of what expanders look for, which may stand for each other. */
const signs = fc.constantFrom(
  ...["A", "A:-x", "A-x", "B+y", "B:+y"].map((expression) => `$\{${expression}}`),
  ...["$", "{", "}", "$A", "\\$", "\\", "$$", "$1", "$B_1", "a", "1", "-", "ab", "'", '"', ":-"],
);
const dollarLine = fc
  .record({
    key: fc.constantFrom("A", "B", "B_1", "AUTH_SECRET"),
    quote: fc.constantFrom("", "'", '"', "`"),
    signs: fc.array(signs, { maxLength: 6 }),
  })
  .map(({ key, quote, signs: parts }) => `${key}=${quote}${parts.join("")}${quote}`);
const dollarTexts = fc.array(dollarLine, { maxLength: 4 }).map((lines) => lines.join("\n"));
/** Halves of signs do not outlive a file. */
const texts = fc.oneof(envTexts, dollarTexts).map((text) => text.replace(/\p{Surrogate}/gu, ""));

describe("each loader's reader and the real one", () => {
  it("agree on what readers are known to differ in", () => {
    const shown = (values: Readonly<Record<string, string | undefined>>) =>
      values["AUTH_SECRET"] ?? "-";
    const by = (read: (text: string) => Readonly<Record<string, string | undefined>>) =>
      ROWS.map(([line]) => [line, shown(read(line))]);
    const wanted = (column: 1 | 2 | 3 | 4) => ROWS.map((row) => [row[0], row[column]]);
    assert.deepEqual(by(dotenv.parse), wanted(1));
    assert.deepEqual(by(readByNext), wanted(2));
    assert.deepEqual(
      by((text) => readByVite(text, ["AUTH_SECRET"])),
      wanted(3),
    );
    assert.deepEqual(by(parseEnv), wanted(4));
    assert.deepEqual(by(own.dotenv), wanted(1));
    assert.deepEqual(by(own.next), wanted(2));
    assert.deepEqual(by(own.vite), wanted(3));
    assert.deepEqual(by(own.node), wanted(4));
  });

  it("agree with node --env-file itself", () => {
    for (const [line, , , , value] of ROWS) assert.equal(readByNode(line) ?? "-", value, line);
  });

  it("agree on generated files: dotenv", () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(own.dotenv(text), { ...dotenv.parse(text) });
      }),
      { numRuns: 10_000 },
    );
  });

  it("agree on generated files: Node's parseEnv", () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(own.node(text), { ...parseEnv(text) });
      }),
      { numRuns: 20_000 },
    );
  });

  it("agree on generated files: @next/env", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const values = own.next(text);
        // Nothing at all: expansion may grow without end there, in memory that a test has not.
        if (Object.keys(values).length > 0) assert.deepEqual(values, readByNext(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it("agree on generated files: Vite", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const values = own.vite(text);
        const keys = Object.keys(values).filter((key) => key !== "");
        if (keys.length === 0) return;
        const real = readByVite(text, keys);
        for (const key of keys) assert.equal(real[key], values[key], key);
      }),
      { numRuns: 5_000 },
    );
  });

  it("agree that Next gives up on a value that holds itself", () => {
    const text = "A=1\nB=$B\n";
    assert.deepEqual(own.next(text), {});
    assert.deepEqual(readByNext(text), {});
    assert.deepEqual(own.vite(text), { A: "1", B: "" });
  });
});
