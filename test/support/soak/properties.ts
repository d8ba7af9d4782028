import assert from "node:assert/strict";
import nextEnv from "@next/env";
import dotenv from "dotenv";
import fc from "fast-check";
import { setEntry, setValue } from "../../../src/core/dotenv/edit.ts";
import { type EnvEntry, parseEntries, parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import { commentOut, removeEntry } from "../../../src/core/dotenv/removeEntry.ts";
import { renameEntries } from "../../../src/core/dotenv/renameEntries.ts";
import { applyEdits } from "../../../src/core/edit.ts";
import { nextEnvReader } from "../../../src/core/loaders/readers/nextEnv.ts";
import { suppressionEdit } from "../../../src/core/suppression.ts";
import { envTexts } from "../envTexts.ts";
import { type Change, changes, names, referringTexts, secrets } from "./changes.ts";
import {
  assertCommentAdded,
  assertCommentedOut,
  assertLineAdded,
  assertRemarksLeft,
  assertRemoves,
  assertRenames,
  assertWithinValue,
} from "./editPlaces.ts";

/** Something that must hold of whatever is generated. */
export interface Property {
  readonly name: string;
  readonly property: fc.IRawProperty<unknown, false>;
}

type Pairs = readonly (readonly [string, string])[];

const pairsOf = (entries: readonly EnvEntry[]): Pairs =>
  entries.map(({ key, value }) => [key, value]);
const readByDotenv = (text: string) => ({ ...dotenv.parse(text) });
const valuesOf = (pairs: Pairs) => Object.fromEntries(pairs);

function property<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => void,
): Property {
  return { name, property: fc.property(arbitrary, check) as fc.IRawProperty<unknown, false> };
}

/** Edits of env files, each against what `dotenv` itself reads afterwards. */
export const envProperties: readonly Property[] = [
  property(
    "setEntry: the name has the value, all others what they had",
    fc.tuple(envTexts, names, secrets),
    ([text, name, secret]) => {
      const edits = setEntry(text, name, secret);
      assert.ok(edits, "every file can take a secret");
      const entry = parseEntries(text).findLast(({ key }) => key === name);
      if (entry) assertWithinValue(text, entry, edits);
      else assertLineAdded(text, [name, secret], edits);
      const after = applyEdits(text, edits);
      assertRemarksLeft(text, after, { replaced: entry });
      assert.deepEqual(readByDotenv(after), { ...readByDotenv(text), [name]: secret });
      assert.equal(applyEdits(after, setEntry(after, name, secret) ?? []), after);
    },
  ),
  property(
    "setValue: the entry has the value, or nothing is written",
    fc.tuple(envTexts, secrets),
    ([text, secret]) =>
      forEachEntry(text, (entry, index, entries) => {
        const edits = setValue(text, entry, secret);
        if (edits.length === 0) return;
        assertWithinValue(text, entry, edits);
        const after = applyEdits(text, edits);
        assertRemarksLeft(text, after, { replaced: entry });
        const wanted = pairsOf(entries).map(([key, value], at) =>
          at === index ? ([key, secret] as const) : ([key, value] as const),
        );
        assert.deepEqual(readByDotenv(after), valuesOf(wanted));
      }),
  ),
  property("removeEntry, commentOut: the entry is gone, the others stay", envTexts, (text) =>
    forEachEntry(text, (entry, index, entries) => {
      const wanted = valuesOf(pairsOf(entries).filter((_, at) => at !== index));
      const removal = removeEntry(text, entry);
      if (removal) {
        assertRemoves(text, [entry], [removal]);
        const after = applyEdits(text, [removal]);
        assertRemarksLeft(text, after, { gone: [entry] });
        assert.deepEqual(readByDotenv(after), wanted);
      }
      const comment = commentOut(text, entry);
      if (comment) {
        assertCommentedOut(entry, comment);
        const after = applyEdits(text, [comment]);
        assertRemarksLeft(text, after);
        assert.deepEqual(readByDotenv(after), wanted);
      }
    }),
  ),
  property(
    "renameEntries: no entry under the old name, its value under the new one",
    fc.tuple(referringTexts, names, names).filter(([, from, to]) => from !== to),
    ([text, from, to]) => {
      const file = parseEnvFile(".env", text);
      const edits = renameEntries(file, from, to);
      if (edits === undefined) return;
      assertRenames(text, [from, to], edits);
      const after = applyEdits(text, edits);
      const isMerged = edits.some(({ newText }) => newText === "");
      const gone = file.entries.filter(({ key }) => isMerged && (key === from || key === to));
      assertRemarksLeft(text, after, { gone });
      const renamed = Object.entries(readByDotenv(text)).filter(([key]) => key !== to);
      // Where both names have a value already, it is one value.
      const before = { ...readByDotenv(text), ...valuesOf(renamed.map(under(from, to))) };
      delete before[from];
      assert.deepEqual(refersTo(to, readByDotenv(after), from), refersTo(to, before, from));
    },
  ),
  property("suppressionEdit: no entry changes", envTexts, (text) =>
    forEachEntry(text, (entry) => {
      const edit = suppressionEdit(".env", text, entry.span, "short-secret");
      assertCommentAdded(text, entry, edit);
      const after = applyEdits(text, [edit]);
      assertRemarksLeft(text, after);
      assert.deepEqual(readByDotenv(after), readByDotenv(text));
    }),
  ),
  property(
    "two edits of different names: whichever is first, the file says the same",
    fc.tuple(referringTexts, changes, changes),
    ([text, one, other]) => {
      if (one.names.some((name) => other.names.includes(name))) return;
      const [first, second] = [inTurn(text, one, other), inTurn(text, other, one)];
      // What one refuses may become possible by the other.
      if (first !== undefined && second !== undefined)
        assert.deepEqual(readByDotenv(first), readByDotenv(second));
    },
  ),
];

/** With the name in references that a renaming writes anew, so that only they are alike. */
function refersTo(
  to: string,
  values: Readonly<Record<string, string>>,
  from: string,
): Readonly<Record<string, string>> {
  const reference = new RegExp(`(?<=\\$\\{?)${from}(?![A-Za-z0-9_])`, "g");
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value.replace(reference, to)]),
  );
}

function under(from: string, to: string) {
  return ([key, value]: readonly [string, string]) => [key === from ? to : key, value] as const;
}

/** The text after one change and then the other; undefined where either refuses. */
function inTurn(text: string, one: Change, other: Change): string | undefined {
  const first = one.edits(text);
  const between = first && applyEdits(text, first);
  const second = between === undefined ? undefined : other.edits(between);
  return between === undefined || second === undefined ? undefined : applyEdits(between, second);
}

/** Our reading of env files beside the real ones. */
export const readingProperties: readonly Property[] = [
  property("dotenv reads what we read", envTexts, (text) => {
    const own = pairsOf(parseEntries(text)).filter(([key]) => key !== "__proto__");
    assert.deepEqual(valuesOf(own), readByDotenv(text));
  }),
  property(
    "@next/env reads what we read",
    // References that come round again make Next overflow its stack: those are compared elsewhere.
    envTexts.map((text) => text.replaceAll("$", "S")),
    (text) => assert.deepEqual(valuesOf([...nextEnvReader.read(text)]), readByNext(text)),
  ),
];

function readByNext(contents: string): Readonly<Record<string, unknown>> {
  nextEnv.resetEnv();
  // What the environment sets wins; a file is asked alone.
  const files = [{ path: ".env.local", contents, env: {} }];
  const [, parsed] = nextEnv.processEnv(files, "/", console, true);
  nextEnv.resetEnv();
  return { ...parsed };
}

function forEachEntry(
  text: string,
  visit: (entry: EnvEntry, index: number, entries: readonly EnvEntry[]) => void,
): void {
  const entries = parseEntries(text);
  for (const [index, entry] of entries.entries()) visit(entry, index, entries);
}
