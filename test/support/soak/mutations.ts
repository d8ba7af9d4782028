import fc from "fast-check";
import { anyTexts, dockerTexts, tomlTexts, yamlTexts } from "../configTexts.ts";
import { envTexts } from "../envTexts.ts";

/** A text to begin with, by a path whose ending tells its language. */
export interface Seed {
  readonly path: string;
  readonly text: string;
}

/** What is hard to read wherever it comes: signs of all languages, and all of Unicode's line breaks. */
const HARD = [
  ...[..."'\"`\\=#:;,.-+/%$@!?*|<>()[]{} \t\n\r"],
  ...[
    "\0",
    "\v",
    "\f",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\uFEFF",
    "\u200b",
    "\ud800",
    "\udc00",
  ],
  ...["\r\n", "\\'", '\\"', "${", "$(", "/*", "*/", "//", "<!--", "-->", "<<EOF\n", '"""', "'''"],
  ...["- ", "? ", ": ", "&a ", "*a", "!!a ", "<<: ", "---\n", "|\n", "=>", "await ", "class A{"],
  ...["AUTH_SECRET", "secret", "auth-secret-ignore", "export ", "process.env.", "__proto__", "🔑"],
  ...["eyJhbGciOiJkaXIifQ", "DIRC", "\xff\xff\xff\xff", "%41", "Cookie: "],
];

type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });

/** One small change of a text, as somebody makes who types, cuts, or means harm. */
const change: fc.Arbitrary<Change> = fc
  .tuple(place, place, fc.nat(4), fc.constantFrom(...HARD), fc.integer({ min: 1, max: 40 }))
  .map(([one, other, kind, hard, count]) => (text) => {
    const start = Math.floor(Math.min(one, other) * text.length);
    const end = Math.floor(Math.max(one, other) * text.length);
    const near = Math.min(end, start + count);
    if (kind === 0) return text.slice(0, start) + hard + text.slice(start);
    if (kind === 1) return text.slice(0, start) + text.slice(near);
    if (kind === 2) return text.slice(0, start) + hard.repeat(count) + text.slice(near);
    if (kind === 3) return text.slice(0, end) + text.slice(start, end) + text.slice(end);
    return text.slice(0, start) + text.slice(end) + text.slice(start, end);
  });

const LONGEST = 20_000;

/** Mutations of seeds, with those of one language more often, and generated texts of all of them. */
export function mutated(seeds: readonly Seed[], own: RegExp): fc.Arbitrary<string> {
  const fitting = seeds.filter(({ path }) => own.test(path));
  const from = fc.constantFrom(...(fitting.length > 0 ? fitting : seeds)).map(({ text }) => text);
  const other = fc.oneof(
    fc.constantFrom(...seeds).map(({ text }) => text),
    envTexts,
    anyTexts,
    yamlTexts,
    tomlTexts,
    dockerTexts,
    fc.array(fc.constantFrom(...HARD), { maxLength: 30 }).map((parts) => parts.join("")),
  );
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: from }, { weight: 2, arbitrary: other }),
      fc.array(change, { maxLength: 6 }),
    )
    .map(([text, changes]) =>
      changes.reduce((current, apply) => apply(current).slice(0, LONGEST), text),
    );
}
