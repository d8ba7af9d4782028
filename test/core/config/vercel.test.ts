import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "vercel",
  path: "vercel.json",
  loud: {
    "variables of the app and of the build": `{
  "env": { "AUTH_SECRET": "«${SECRET}»" },
  "build": { "env": { "NEXTAUTH_SECRET": "«hunter2»" } },
  "buildCommand": "AUTH_SECRET=«hunter2» next build && AUTH_SECRET=\\"«a b»\\" next export"
}
`,
  },
  silent: {
    "dummies of a build": '{ "build": { "env": { "AUTH_SECRET": "build-secret" } } }\n',
    references: '{ "env": { "AUTH_SECRET": "@auth-secret" }, "a": { "AUTH_SECRET": "b" } }\n',
  },
  fixes: {
    "the first of several": [
      `{\n  "env": {\n    "AUTH_SECRET": "«${SECRET}»",\n    "A": "b"\n  }\n}\n`,
      '{\n  "env": {\n    "A": "b"\n  }\n}\n',
    ],
  },
});
