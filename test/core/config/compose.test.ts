import { testConfigKind } from "../../support/configCases.ts";
import { MINTED, strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

const GUARDED = "$" + "{AUTH_SECRET:?set AUTH_SECRET}";
const ENV = { ".env": `AUTH_SECRET=${MINTED}\n` };
const service = (lines: string) => `services:\n  web:\n    image: web\n${lines}`;

testConfigKind({
  kind: "compose",
  path: "docker-compose.prod.yml",
  loud: {
    "maps and lists, bare and in quotes": service(`    environment:
      AUTH_SECRET: «${SECRET}» # note
      NEXTAUTH_SECRET: '«hunter2»'
      OTHER: hunter2
  api:
    environment:
      - AUTH_SECRET=«changeme»
      - "BETTER_AUTH_SECRET=«correct horse»"
      - OTHER=hunter2
`),
    "build arguments": service(`    build:
      args: { AUTH_SECRET: «hunter2» }
`),
    "what aliases and merge keys bring in, once": `x-env: &env
  AUTH_SECRET: «hunter2»
services:
  web:
    environment:
      <<: *env
  api:
    environment: *env
`,
    "the text that takes the place of a variable": service(`    environment:
      AUTH_SECRET: \${AUTH_SECRET:-«changeme»}
      NEXTAUTH_SECRET: "\${A-\${B:-«${SECRET}»}}"
`),
    "a block": service(`    environment:
      AUTH_SECRET: |-
        «hunter2»
`),
  },
  silent: {
    "references and what guards them": service(`    environment:
      AUTH_SECRET: \${AUTH_SECRET:?set it}
      NEXTAUTH_SECRET: "$AUTH_SECRET"
      BETTER_AUTH_SECRET: !vault abc
`),
    "what the shell is asked for": service(`    environment:
      - AUTH_SECRET
      - NEXTAUTH_SECRET=
`),
    "empty values, and another place": service(`    environment:
      AUTH_SECRET:
      NEXTAUTH_SECRET: ""
      BETTER_AUTH_SECRET: ~
    labels:
      AUTH_SECRET: hunter2
`),
  },
  fixes: {
    "a literal": [
      service(`    environment:
      A: b
      AUTH_SECRET: «hunter2» # note
`),
      service(`    environment:
      A: b
      AUTH_SECRET: ${GUARDED} # note
`),
      ENV,
    ],
    "one in quotes": [
      service(`    environment:\n      AUTH_SECRET: '«${SECRET}»'\n`),
      service(`    environment:\n      AUTH_SECRET: '${GUARDED}'\n`),
      ENV,
    ],
    "an item of a list, without a last line break": [
      service("    environment:\n      - AUTH_SECRET=«hunter2»"),
      service(`    environment:\n      - AUTH_SECRET=${GUARDED}`),
      ENV,
    ],
    "one among braces": [
      service("    build: { args: { AUTH_SECRET: «hunter2», A: b } }\n"),
      service(`    build: { args: { AUTH_SECRET: "${GUARDED}", A: b } }\n`),
      ENV,
    ],
    "a block": [
      service("    environment:\n      AUTH_SECRET: |\n        «hunter2»\n      A: b\n"),
      service(`    environment:\n      AUTH_SECRET: ${GUARDED}\n      A: b\n`),
      ENV,
    ],
    "a fallback": [
      service('    environment:\n      AUTH_SECRET: "$' + '{AUTH_SECRET:-«changeme»}"\n'),
      service(`    environment:\n      AUTH_SECRET: "${GUARDED}"\n`),
      ENV,
    ],
  },
});
