import fc from "fast-check";
import { setEntry, setValue } from "../../../src/core/dotenv/edit.ts";
import { parseEntries, parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import { commentOut, removeEntry } from "../../../src/core/dotenv/removeEntry.ts";
import { renameEntries } from "../../../src/core/dotenv/renameEntries.ts";
import type { TextEdit } from "../../../src/core/edit.ts";
import { suppressionEdit } from "../../../src/core/suppression.ts";
import { envTexts } from "../envTexts.ts";

/** What somebody may want done to an env file, whatever else is done to it before. */
export interface Change {
  readonly kind: string;
  /** Those whose values it changes, and those that it looks at in order to. */
  readonly names: readonly string[];
  /** Undefined where it refuses, and where there is nothing to change. */
  edits(text: string): readonly TextEdit[] | undefined;
}

export const names = fc.constantFrom(
  ...["AUTH_SECRET", "NEXTAUTH_SECRET", "AUTH_SECRET_1", "A", "B_1", "NEW_ONE"],
);

/** Of the form of a secret, and plainly none. */
export const secrets = fc
  .tuple(fc.constantFrom("+/", "-_", "00"), fc.constantFrom("", "="))
  .map(([signs, end]) => `FAKE${signs}${"Ab3".repeat(12)}${end}`);

const REFERENCES = [
  "B_1=$A # $A\n",
  'X="$' + '{AUTH_SECRET}x" # $AUTH_SECRET\n',
  "A='$A $AUTH_SECRET_1'\n",
];

/** Texts of env files, some of them with values that refer to others. */
export const referringTexts = fc
  .tuple(fc.constantFrom("", "", ...REFERENCES), envTexts)
  .map(([line, text]) => line + text);

const lastOf = (text: string, name: string) =>
  parseEntries(text).findLast(({ key }) => key === name);
const listed = (edit: TextEdit | undefined) => edit && [edit];

/** One change of every kind that env files are changed by. */
export const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(names, secrets).map(([name, secret]) => ({
    kind: "setEntry",
    names: [name],
    edits: (text: string) => setEntry(text, name, secret),
  })),
  fc.tuple(names, secrets).map(([name, secret]) => ({
    kind: "setValue",
    names: [name],
    edits(text: string) {
      const entry = lastOf(text, name);
      const edits = entry && setValue(text, entry, secret);
      return edits?.length === 0 ? undefined : edits;
    },
  })),
  fc
    .tuple(names, names)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => ({
      kind: "renameEntries",
      names: [from, to],
      edits: (text: string) => renameEntries(parseEnvFile(".env", text), from, to),
    })),
  fc.tuple(names, fc.constantFrom(removeEntry, commentOut)).map(([name, take]) => ({
    kind: take.name,
    names: [name],
    edits(text: string) {
      const entry = lastOf(text, name);
      return entry && listed(take(text, entry));
    },
  })),
  // Changes no value, whatever is done to the one below it.
  names.map((name) => ({
    kind: "suppressionEdit",
    names: [],
    edits(text: string) {
      const entry = lastOf(text, name);
      return entry && listed(suppressionEdit(".env", text, entry.span, "short-secret"));
    },
  })),
);
