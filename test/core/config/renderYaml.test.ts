import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "render-yaml",
  path: "render.yaml",
  loud: {
    "services and groups": `services:
  - type: web
    envVars:
      - key: AUTH_SECRET
        value: «${SECRET}»
      - { key: NEXTAUTH_SECRET, value: "«hunter2»" }
envVarGroups:
  - envVars:
      - key: BETTER_AUTH_SECRET
        value: «changeme»
`,
  },
  silent: {
    "what Render makes or is asked for": `services:
  - envVars:
      - key: AUTH_SECRET
        generateValue: true
      - key: NEXTAUTH_SECRET
        sync: false
      - key: BETTER_AUTH_SECRET
        fromService: { name: a, envVarKey: AUTH_SECRET }
`,
  },
  fixes: {
    "a value": [
      `services:\n  - envVars:\n      - key: AUTH_SECRET\n        value: «${SECRET}» # note\n      - key: A\n        value: b\n`,
      "services:\n  - envVars:\n      - key: AUTH_SECRET\n        generateValue: true # note\n      - key: A\n        value: b\n",
    ],
  },
});
