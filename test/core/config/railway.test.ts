import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "railway",
  path: "railway.toml",
  loud: {
    "commands and variables": `[deploy]
startCommand = "AUTH_SECRET=«${SECRET}» npm start"
[variables]
NEXTAUTH_SECRET = "«hunter2»"
`,
  },
  silent: { references: '[variables]\nAUTH_SECRET = "$' + '{{ shared.AUTH_SECRET }}"\n' },
  fixes: {
    "an assignment": [
      `[deploy]\nstartCommand = "A=b AUTH_SECRET='«${SECRET}»' npm start"\n`,
      '[deploy]\nstartCommand = "A=b npm start"\n',
    ],
  },
});
