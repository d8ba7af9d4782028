import fc from "fast-check";

const NAMES = ["A", "B_1", "AUTH_SECRET", "NEXTAUTH_SECRET", "env", "vars", "services", "web"];
const PLAIN = [
  "abc",
  "a b",
  "hunter2",
  "K7+/=",
  "12",
  "true",
  "a:b",
  "a#b",
  "it's",
  "$X",
  "$" + "{X:-y}",
];

const name = fc.constantFrom(...NAMES);
const plain = fc.constantFrom(...PLAIN);

/** Values with what quoting is there for. */
const anyValue = fc
  .array(fc.constantFrom(...PLAIN, " ", "'", '"', "\\", "\t", "é", "🔑", "#", "{{ x }}"), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""));

function doubleQuoted(value: string): string {
  return JSON.stringify(value);
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

const yamlScalar = (indent: string): fc.Arbitrary<string> =>
  fc.oneof(
    plain,
    anyValue.map(doubleQuoted),
    anyValue.filter((value) => !value.includes("\t")).map(singleQuoted),
    fc
      .tuple(fc.constantFrom("|", "|-", ">-", ">"), plain, plain)
      .map(([header, one, two]) => `${header}\n${indent}  ${one}\n${indent}  ${two}`),
    fc.tuple(plain, plain).map(([one, two]) => `[${doubleQuoted(one)}, ${singleQuoted(two)}]`),
    fc.tuple(name, plain).map(([key, value]) => `{ ${key}: ${doubleQuoted(value)} }`),
  );

const yamlMap = (indent: string, depth: number): fc.Arbitrary<string> => {
  const value = fc.oneof(
    yamlScalar(indent).map((text) => ` ${text}`),
    fc.constantFrom("", " ~", " # note"),
    ...(depth > 0
      ? [
          yamlMap(`${indent}  `, depth - 1).map((text) => `\n${text}`),
          fc
            .array(yamlScalar(`${indent}  `), { minLength: 1, maxLength: 3 })
            .map((items) => `\n${items.map((item) => `${indent}  - ${item}`).join("\n")}`),
        ]
      : []),
  );
  return fc
    .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 3, selector: ([key]) => key })
    .map((pairs) => pairs.map(([key, text]) => `${indent}${key}:${text}`).join("\n"));
};

/** YAML that is well formed. */
export const yamlTexts: fc.Arbitrary<string> = fc
  .array(yamlMap("", 2), { minLength: 1, maxLength: 2 })
  .map((documents) => `${documents.join("\n---\n")}\n`);

const tomlValue = fc.oneof(
  anyValue.map(doubleQuoted),
  anyValue.filter((value) => !/['\t]/.test(value)).map((value) => `'${value}'`),
  plain.map((value) => `"""\n${value}\n  ${value}"""`),
  plain.filter((value) => !value.includes("'")).map((value) => `'''${value}'''`),
  fc.constantFrom("12", "true", '["a", "b"]', '{ A = "b", c.d = "e" }'),
);

const tomlPairs = fc
  .uniqueArray(fc.tuple(name, tomlValue), { maxLength: 3, selector: ([key]) => key })
  .map((pairs) => pairs.map(([key, value]) => `  ${key} = ${value} # note\n`).join(""));

/** TOML that is well formed. */
export const tomlTexts: fc.Arbitrary<string> = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom("T", "T.x", 'U."y z"', "U.production.vars", "V"), tomlPairs),
    { maxLength: 3, selector: ([header]) => header },
  )
  .map((tables) => tables.map(([header, pairs]) => `[${header}]\n${pairs}`).join("\n"));

const dockerWord = fc.oneof(
  fc.constantFrom("abc", "K7+/=", "a\\ b", "$X", "12"),
  fc.constantFrom('"a b"', "'a b'", '"say \\"x\\""'),
);
const gap = fc.constantFrom(" ", "  ", " \\\n  ", " \\\n# note\n    ");

const dockerInstruction = fc.oneof(
  fc
    .array(fc.tuple(gap, name, dockerWord), { minLength: 1, maxLength: 3 })
    .map(
      (words) => `ENV${words.map(([before, key, value]) => `${before}${key}=${value}`).join("")}`,
    ),
  fc.tuple(name, dockerWord).map(([key, value]) => `ENV ${key} ${value}`),
  fc.tuple(name, dockerWord).map(([key, value]) => `ARG ${key}=${value}`),
  fc.constantFrom("# note", "", "COPY . .", "RUN echo \\\n  ENV A=1", "RUN <<EOF\nENV A=1\nEOF"),
);

/** Dockerfiles that are well formed. */
export const dockerTexts: fc.Arbitrary<string> = fc
  .array(dockerInstruction, { maxLength: 6 })
  .map((instructions) => `FROM node\n${instructions.join("\n")}\n`);

const ATOMS = [
  ...[..."{}[]():,-|>&*!%@`?#\"'=\\$<~\t "],
  ...[
    "\n",
    "\n",
    "\r\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "---\n",
    ": ",
    "${",
    "}",
    '"""',
    "'''",
    "<<EOF\n",
  ],
  ...["AUTH_SECRET", "AUTH_SECRET=", "AUTH_SECRET: ", "environment:\n", "services:\n  web:\n    "],
  ...[
    "ENV ",
    "ARG ",
    "FROM a\n",
    "COPY . .\n",
    "[vars]\n",
    '{"vars":{',
    "env:\n",
    "&a ",
    "*a",
    "<<: ",
  ],
  ...[
    "kind: Secret\n",
    "apiVersion: v1\n",
    "stringData:\n  ",
    "hunter2",
    "changeme",
    "\uFEFF",
    "🔑",
  ],
  ...["{{ .Values.x }}", "\ud800", "\0", "npx auth secret", "\u2028"],
];

/** Anything at all, of what configuration files are made of. */
export const anyTexts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...ATOMS), { maxLength: 40 })
  .map((atoms) => atoms.join(""));
