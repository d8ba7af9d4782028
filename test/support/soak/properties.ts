import assert from "node:assert/strict";
import nextEnv from "@next/env";
import dotenv from "dotenv";
import fc from "fast-check";
import { setEntry, setValue } from "../../../src/core/dotenv/edit.ts";
import { type EnvEntry, parseEntries, parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import { commentOut, removeEntry } from "../../../src/core/dotenv/removeEntry.ts";
import { renameEntries } from "../../../src/core/dotenv/renameEntries.ts";
import { applyEdits, type TextEdit } from "../../../src/core/edit.ts";
import { nextEnvReader } from "../../../src/core/loaders/readers/nextEnv.ts";
import { suppressionEdit } from "../../../src/core/suppression.ts";
import { envTexts } from "../envTexts.ts";

/** Something that must hold of whatever is generated. */
export interface Property {
  readonly name: string;
  readonly property: fc.IRawProperty<unknown, false>;
}

const names = fc.constantFrom("AUTH_SECRET", "NEXTAUTH_SECRET", "AUTH_SECRET_1", "A", "NEW_ONE");
/** Of the form of a secret, and plainly none. */
const secrets = fc
  .tuple(fc.constantFrom("+/", "-_", "00"), fc.constantFrom("", "="))
  .map(([signs, end]) => `FAKE${signs}${"Ab3".repeat(12)}${end}`);

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

/** One edit of every kind that env files are changed by, each for the text that it is given. */
const edits = fc
  .tuple(fc.nat(4), fc.nat(3), names, names, secrets)
  .map(([kind, at, from, to, secret]) => (text: string): readonly TextEdit[] => {
    const entry = parseEntries(text)[at];
    switch (kind) {
      case 0:
        return setEntry(text, from, secret) ?? [];
      case 1:
        return renameEntries(parseEnvFile(".env", text), from, to) ?? [];
      case 2:
        return (entry && setValue(text, entry, secret)) ?? [];
      case 3:
        return [(entry && removeEntry(text, entry)) ?? []].flat();
      default:
        return entry ? [suppressionEdit(".env", text, entry.span, "short-secret")] : [];
    }
  });

/** Edits of env files, each against what `dotenv` itself reads afterwards. */
export const envProperties: readonly Property[] = [
  property(
    "setEntry: the name has the value, all others what they had",
    fc.tuple(envTexts, names, secrets),
    ([text, name, secret]) => {
      const edits = setEntry(text, name, secret);
      assert.ok(edits, "every file can take a secret");
      const after = edited(text, edits);
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
        const wanted = pairsOf(entries).map(([key, value], at) =>
          at === index ? ([key, secret] as const) : ([key, value] as const),
        );
        assert.deepEqual(readByDotenv(edited(text, edits)), valuesOf(wanted));
      }),
  ),
  property("removeEntry, commentOut: the entry is gone, the others stay", envTexts, (text) =>
    forEachEntry(text, (entry, index, entries) => {
      const wanted = valuesOf(pairsOf(entries).filter((_, at) => at !== index));
      for (const edit of [removeEntry(text, entry), commentOut(text, entry)]) {
        if (edit) assert.deepEqual(readByDotenv(edited(text, [edit])), wanted);
      }
    }),
  ),
  property(
    "renameEntries: no entry under the old name, its value under the new one",
    fc.tuple(envTexts, names, names).filter(([, from, to]) => from !== to),
    ([text, from, to]) => {
      const file = parseEnvFile(".env", text);
      const old = readByDotenv(text)[from];
      const edits = renameEntries(file, from, to);
      if (edits === undefined || old === undefined) return;
      const values = readByDotenv(edited(text, edits));
      assert.equal(from in values, false);
      assert.equal(to in values, true);
    },
  ),
  property("suppressionEdit: no entry changes", envTexts, (text) =>
    forEachEntry(text, ({ span }) => {
      const edit = suppressionEdit(".env", text, span, "short-secret");
      assert.deepEqual(readByDotenv(edited(text, [edit])), readByDotenv(text));
    }),
  ),
  property(
    "two edits commute or refuse",
    fc.tuple(envTexts, edits, edits).filter(([, one, other]) => one !== other),
    ([text, one, other]) => {
      const [first, second] = [one(text), other(text)];
      const both = attempt(() => applyEdits(text, [...first, ...second]));
      const swapped = attempt(() => applyEdits(text, [...second, ...first]));
      const isOnePlace = first.some(({ start }) => second.some((edit) => edit.start === start));
      if (!isOnePlace) assert.equal(both, swapped);
    },
  ),
  property("undo gives back the original", fc.tuple(envTexts, edits), ([text, make]) => {
    const made = make(text);
    assert.equal(applyEdits(applyEdits(text, made), inverse(text, made)), text);
  }),
];

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

/** The text after the edits, of which it is asked that all other characters are the same. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const after = applyEdits(text, edits);
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let position = 0;
  let shift = 0;
  for (const { start, end, newText } of ordered) {
    assert.equal(after.slice(position + shift, start + shift), text.slice(position, start));
    shift += newText.length - (end - start);
    position = end;
  }
  assert.equal(after.slice(position + shift), text.slice(position));
  return after;
}

/** The edits that take edits back, in places of the text that they lead to. */
function inverse(text: string, made: readonly TextEdit[]): readonly TextEdit[] {
  const ordered = [...made].sort((a, b) => a.start - b.start || a.end - b.end);
  let shift = 0;
  return ordered.map(({ start, end, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { start: from, end: from + newText.length, newText: text.slice(start, end) };
  });
}

function attempt(run: () => string): string | undefined {
  try {
    return run();
  } catch (error) {
    assert.ok(error instanceof RangeError);
    return undefined;
  }
}
