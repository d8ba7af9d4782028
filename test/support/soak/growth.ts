import type { Frame, TextReader } from "./readers.ts";

/** What is put over and over again: what makes careless readers slow. */
const SIGNS = [
  ...[..."'\"`\\=#:;,.-_+/&%$@!?*|<>~^()[]{} \t\n\raA0"],
  ...["\0", "\u0085", "\u2028", "\u2029", "\uFEFF", "\ud800", "🔑"],
  ...[
    "\r\n",
    "\\'",
    "A='x\n",
    'A="x\n',
    "A=b\n",
    "# A=b\n",
    "#\n",
    "# \n",
    "A=b\n# A=b\n",
    "AUTH_SECRET=x\n",
    "AUTH_SECRET: x\n",
  ],
  ...[
    "- ",
    "a: ",
    "{a: ",
    "[a, ",
    "&a ",
    "!!a ",
    '{"a":',
    "a:\n  ",
    "---\n",
    "|\n ",
    '"""',
    "ENV A=b\n",
  ],
  ...["ENV a\\\n", "RUN <<A\n", "f(()=>", "a=>", "a?b:", "a||", "`${", "<a>", "{a:", "/*", "<!--"],
  ...[
    "npx auth secret\n",
    "# auth-secret-ignore\n",
    "auth-secret-ignore ",
    "A=b # auth-secret-ignore\n",
    "**/",
    "*a",
    "!a\n",
    "%41",
    "a=b; ",
    "${A:-",
    "password",
  ],
  ...["aa-", "A-", "// ", "A=", "auth@", "'\"", "a.b(1).", "exports ", "export {"],
  ...["FROM a AS a\n", " --", 'A="x\n"\u2028', "`\n`;"],
];

/** Texts of any length, each of one small part over and over. */
export interface Growing {
  /** The text with one part in it. */
  readonly part: string;
  /** @param length in UTF-16 units, at least that of one part */
  ofLength(length: number): string;
}

/** The growing texts for a reader: bare, and in each of its frames. */
export function growingFor({ frames = [] }: TextReader): readonly Growing[] {
  return [BARE, ...frames].flatMap(([before, behind]) =>
    SIGNS.map((sign) => ({
      part: before + sign + behind,
      ofLength(length) {
        const left = length - before.length - behind.length;
        return before + sign.repeat(Math.max(1, Math.floor(left / sign.length))) + behind;
      },
    })),
  );
}

const BARE: Frame = ["", ""];
