import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "fly",
  path: "fly.production.toml",
  loud: {
    "variables and build arguments": `app = "a"

[env]
  A = "b"
  AUTH_SECRET = "«${SECRET}»" # note
  'NEXTAUTH_SECRET' = '«hunter2»'

[build.args]
BETTER_AUTH_SECRET = """«hunter2»"""
`,
  },
  silent: {
    "other tables, and text that is not closed": `[metrics]
AUTH_SECRET = "hunter2"
[env]
AUTH_SECRET = ""
NEXTAUTH_SECRET = "hunter2
`,
  },
  fixes: {
    "a line": [
      `[env]\n  A = "b"\n  AUTH_SECRET = "«${SECRET}»" # note\n  B = "c" # d\n`,
      '[env]\n  A = "b"\n  B = "c" # d\n',
    ],
    "the last line, of a table that stays": [`[env]\nAUTH_SECRET = "«${SECRET}»"`, "[env]"],
    "a pair among braces": [
      `env = { A = "b", AUTH_SECRET = "«${SECRET}»" }\n`,
      'env = { A = "b" }\n',
    ],
  },
});
