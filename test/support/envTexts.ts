import fc from "fast-check";

/** What env files are made of, and what makes reading them hard. */
const ATOMS = [
  ...["A", "B_1", "x.y-z", "AUTH_SECRET", "NEXTAUTH_SECRET", "AUTH_SECRET_1", "export", "set "],
  ...["=", "=", " = ", "==", ":", ": ", ":\n", ",", ";"],
  ...["'", '"', "`", "'", '"', "\\", "\\n", "\\r", "\\'", '\\"', "\\`", "''", '""'],
  ...["#", " # note", " ", "\t", "\u00a0", "\u2028", "\u2029", "\uFEFF", "\u200b"],
  ...["abc", "K7+/=", "é", "☃", "🔑", "\ud800", "$X", "$" + "{X}", "$(cmd)", "op://a/b"],
];
const BREAKS = ["\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\n \t"];

const anyText = (longest: number) =>
  fc
    .array(fc.constantFrom(...ATOMS, ...BREAKS), { maxLength: longest })
    .map((atoms) => atoms.join(""));

const value = fc.oneof(
  fc.constantFrom("", "abc", "K7+/=", "a b", "a#b", "it's", 'say "x"', "x\ny", "x\\ny", "🔑é"),
  fc.array(fc.constantFrom(...ATOMS), { maxLength: 4 }).map((atoms) => atoms.join("")),
);

/** An assignment that is mostly well formed. */
const assignment = fc
  .record({
    indent: fc.constantFrom("", "", "", " ", "\t"),
    prefix: fc.constantFrom("", "", "", "export ", "export\t"),
    key: fc.constantFrom("A", "B_1", "x.y-z", "AUTH_SECRET", "NEXTAUTH_SECRET", "export"),
    separator: fc.constantFrom("=", "=", "=", " = ", ": ", ":", "=\n", "\t="),
    quotes: fc.constantFrom("", "", '""', "''", "``", '"', "'x", "\"'"),
    value,
    comment: fc.constantFrom("", "", " # note", "#note", " ", " #", "# it's", ' # say "x"'),
  })
  .map(
    ({ indent, prefix, key, separator, quotes, value, comment }) =>
      indent + prefix + key + separator + (quotes[0] ?? "") + value + (quotes[1] ?? "") + comment,
  );

const line = fc.oneof(
  { weight: 6, arbitrary: assignment },
  { weight: 1, arbitrary: fc.constantFrom("", "# note", "# it's", '# A="b', "A", "=x", "   ") },
  { weight: 1, arbitrary: anyText(6) },
);

const lines = fc
  .record({
    mark: fc.constantFrom("", "", "", "\uFEFF"),
    lines: fc.array(fc.tuple(line, fc.constantFrom(...BREAKS)), { maxLength: 6 }),
    last: fc.oneof(fc.constant(""), line),
  })
  .map(({ mark, lines, last }) => mark + lines.flat().join("") + last);

/** Texts of env files, from tidy to hostile. */
export const envTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: lines },
  { weight: 1, arbitrary: anyText(24) },
);
