import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "gitlab-ci",
  path: ".gitlab-ci.yml",
  loud: {
    "texts, and maps with a value": `variables:
  AUTH_SECRET: "«${SECRET}»"
  NEXTAUTH_SECRET:
    value: «${SECRET}»
    description: a
deploy:
  variables:
    BETTER_AUTH_SECRET: «${SECRET}»
  script:
    - AUTH_SECRET=«${SECRET}» npm run deploy
`,
  },
  silent: {
    "references and values for tests": `variables:
  AUTH_SECRET: $AUTH_SECRET
test:
  variables:
    AUTH_SECRET: test-secret
`,
  },
  fixes: {
    "one of several": [
      `variables:\n  A: b\n  AUTH_SECRET:\n    value: «${SECRET}»\n    description: a\n  B: c\n`,
      "variables:\n  A: b\n  B: c\n",
    ],
    "the only one, with its key": [
      `a:\n  variables:\n    AUTH_SECRET: «${SECRET}» # note\n  script: b\n`,
      "a:\n  script: b\n",
    ],
    "the last line": [`stages: [a]\nvariables:\n  AUTH_SECRET: «${SECRET}»`, "stages: [a]"],
  },
});
