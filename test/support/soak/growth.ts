/** Texts of any length, each of one small part over and over: what makes careless readers slow. */
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
];

export interface Growing {
  readonly part: string;
  /** @param length in UTF-16 units, at least that of one part */
  ofLength(length: number): string;
}

export const growing: readonly Growing[] = SIGNS.map((part) => ({
  part,
  ofLength: (length) => part.repeat(Math.max(1, Math.floor(length / part.length))),
}));
