import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "netlify",
  path: "netlify.toml",
  loud: {
    "the build's and each context's variables": `[build]
command = "AUTH_SECRET=«hunter2» npm run build"
[build.environment]
AUTH_SECRET = "«${SECRET}»"
[context.production.environment]
NEXTAUTH_SECRET = "«hunter2»"
[context."deploy-preview"]
environment = { BETTER_AUTH_SECRET = "«changeme»" }
`,
  },
  silent: { "other settings": '[template.environment]\nAUTH_SECRET = "the secret of the site"\n' },
  fixes: {
    "a line": [
      `[build.environment]\nAUTH_SECRET = "«${SECRET}»"\nA = "b"\n`,
      '[build.environment]\nA = "b"\n',
    ],
    "an assignment": [
      `[build]\ncommand = "AUTH_SECRET=«${SECRET}» npm run build"\n`,
      '[build]\ncommand = "npm run build"\n',
    ],
  },
});
