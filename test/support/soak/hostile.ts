import type { Frame, TextReader } from "./readers.ts";

/** Deeper than a stack has room for where each level takes a few calls. */
const DEPTH = 10_000;

/** What nests in a language: opened, and closed again. */
type Nest = readonly [open: string, close: string];

/** Where a reader looks into a value, and what such a value is made of. */
interface Nesting {
  readonly reader: RegExp;
  readonly frame: Frame;
  readonly nests: readonly Nest[];
}

const CALL: Frame = ['import NextAuth from "next-auth"\nNextAuth({ secret: ', " })\n"];
const SCRIPT: readonly Nest[] = [
  ["(", ")"],
  ["[", "]"],
  ["{ a: ", " }"],
  ["f(() => ", ")"],
  ["`${", "}`"],
  ["!", ""],
  ["a ? b : ", ""],
];
const SERVICE: Frame = ["services:\n  web:\n    environment:\n      AUTH_SECRET: ", "\n"];
const YAML: readonly Nest[] = [
  ["[", "]"],
  ["{ a: ", " }"],
  ["- ", ""],
  ["? ", ""],
];
const JSON_NESTS: readonly Nest[] = [
  ["[", "]"],
  ['{ "a": ', " }"],
];

const NESTINGS: readonly Nesting[] = [
  { reader: /^analyze auth\.ts$/, frame: CALL, nests: SCRIPT },
  { reader: /^analyze auth\.jsx$/, frame: CALL, nests: [["<a>", "</a>"]] },
  { reader: /^analyze compose\.yml$|^compose services$/, frame: SERVICE, nests: YAML },
  { reader: /workflows/, frame: ["on: push\nenv:\n  AUTH_SECRET: ", "\n"], nests: YAML },
  {
    reader: /^analyze k8s/,
    frame: ["apiVersion: v1\nkind: Secret\nstringData:\n  AUTH_SECRET: ", "\n"],
    nests: YAML,
  },
  {
    reader: /^analyze .*\.toml$/,
    frame: ["[vars]\nAUTH_SECRET = ", "\n"],
    nests: [
      ["[", "]"],
      ["{ a = ", " }"],
    ],
  },
  {
    reader: /^analyze vercel\.json$/,
    frame: ['{ "env": { "AUTH_SECRET": ', " } }\n"],
    nests: JSON_NESTS,
  },
  {
    reader: /^analyze package\.json$/,
    frame: ['{ "scripts": { "dev": "AUTH_SECRET=x" }, "a": ', " }\n"],
    nests: JSON_NESTS,
  },
  // One that says it has 65,535 entries.
  { reader: /^git index$/, frame: ["DIRC\0\0\0\x02\0\0\xff\xff", ""], nests: [["\0\xff", ""]] },
];

/** What is in no text of people, every line break of Unicode, and 100,000 quotation marks. */
const FLAT = [
  ...["\0", "\ud800", "\udc00", "\uFEFF", "\r", "\n", "\r\n", "\v\f", "\u0085\u2028\u2029"].map(
    (part) => part.repeat(1_000),
  ),
  "A=b\n".repeat(5_000),
  "'\"`".repeat(33_334),
].join("");

/** Texts for a reader that overflow stacks and make readers go wrong, up to 150,000 characters each. */
export function hostileTextsFor({ name, frames = [] }: TextReader): readonly string[] {
  const [before, behind] = frames.at(-1) ?? ["", ""];
  const nested = NESTINGS.filter(({ reader }) => reader.test(name)).flatMap(
    ({ frame: [start, end], nests }) =>
      nests.map(([open, close]) => `${start}${open.repeat(DEPTH)}"x"${close.repeat(DEPTH)}${end}`),
  );
  return [before + FLAT + behind, ...nested];
}
