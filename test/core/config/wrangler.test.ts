import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "wrangler",
  path: "wrangler.jsonc",
  loud: {
    "variables of the worker and of its environments": `{
  // note
  "vars": { "AUTH_SECRET": "«${SECRET}»" },
  "env": { "staging": { "vars": { "NEXTAUTH_SECRET": "«hunter2»", "A": "b" } } },
}
`,
  },
  silent: {
    "empty values and references": '{ "vars": { "AUTH_SECRET": "", "NEXTAUTH_SECRET": "$A" } }\n',
  },
  fixes: {
    "the last of several, with the comma before it": [
      `{\n  "vars": {\n    "A": "b", // note\n    "AUTH_SECRET": "«${SECRET}»"\n  }\n}\n`,
      '{\n  "vars": {\n    "A": "b" // note\n  }\n}\n',
    ],
    "one in the middle of a line": [
      `{ "vars": { "A": "b", "AUTH_SECRET": "«${SECRET}»", "B": "c" } }\n`,
      '{ "vars": { "A": "b", "B": "c" } }\n',
    ],
    "the only one": [
      `{\n  "vars": {\n    "AUTH_SECRET": "«${SECRET}»",\n  },\n}\n`,
      '{\n  "vars": {\n  },\n}\n',
    ],
  },
});
