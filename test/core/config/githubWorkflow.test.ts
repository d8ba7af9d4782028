import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

const reference = (name: string) => ["$", "{{ secrets.", name, " }}"].join("");

testConfigKind({
  kind: "github-workflow",
  path: ".github/workflows/deploy.yml",
  loud: {
    "real values at every level": `env:
  AUTH_SECRET: «${SECRET}»
jobs:
  build:
    env:
      NEXTAUTH_SECRET: "«${SECRET}»"
    steps:
      - uses: a/b@v1
        with:
          AUTH_SECRET: ${SECRET}
      - run: npm run deploy
        env:
          BETTER_AUTH_SECRET: «correct horse battery»
      - run: |
          npm ci
          AUTH_SECRET=«${SECRET}» npm run build
`,
  },
  silent: {
    references: `env:
  AUTH_SECRET: ${reference("AUTH_SECRET")}
  NEXTAUTH_SECRET: \${{ secrets.A || 'test' }}
`,
    "values for a build or a test run": `jobs:
  test:
    env:
      AUTH_SECRET: test
      NEXTAUTH_SECRET: dummy-secret-for-build
      BETTER_AUTH_SECRET: your-secret-here
    steps:
      - run: AUTH_SECRET=ci-secret npm test
      - run: echo "AUTH_SECRET=$VALUE" >> .env && grep -q AUTH_SECRET= .env
`,
  },
  fixes: {
    "a variable": [
      `env:\n  A: b\n  AUTH_SECRET: «${SECRET}» # note\n`,
      `env:\n  A: b\n  AUTH_SECRET: ${reference("AUTH_SECRET")} # note\n`,
    ],
    "one among braces": [
      `env: { AUTH_SECRET: «${SECRET}» }\n`,
      `env: { AUTH_SECRET: "${reference("AUTH_SECRET")}" }\n`,
    ],
    "an assignment": [
      `jobs:\n  a:\n    steps:\n      - run: AUTH_SECRET=«${SECRET}» npm run build # note\n`,
      "jobs:\n  a:\n    steps:\n      - run: npm run build # note\n",
    ],
  },
});
