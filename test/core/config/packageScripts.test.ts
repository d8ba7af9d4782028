import { testConfigKind } from "../../support/configCases.ts";
import { MINTED, strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

const LOCAL = { ".env.local": `AUTH_SECRET=${MINTED}\n` };
const scripts = (lines: string) =>
  `{\n  "dependencies": { "next-auth": "5.0.0-beta.29" },\n  "scripts": {\n${lines}\n  }\n}\n`;

testConfigKind({
  kind: "package-scripts",
  path: "package.json",
  loud: {
    "assignments by every shell": scripts(`    "dev": "AUTH_SECRET=«hunter2» next dev",
    "win": "set AUTH_SECRET=«hunter2»&& next dev",
    "both": "cross-env A=b AUTH_SECRET='«${SECRET}»' next dev",
    "box": "docker run -e AUTH_SECRET=«hunter2» web",
    "after": "sed s/a/b/ a && AUTH_SECRET=«hunter2» next start",
    "quoted": "AUTH_SECRET=\\"«a b»\\" next dev",
    "test:e2e": "AUTH_SECRET=«${SECRET}» playwright test"`),
  },
  silent: {
    "references, commands and tests": scripts(`    "a": "AUTH_SECRET=$SECRET next dev",
    "b": "AUTH_SECRET=$(openssl rand -base64 32) next dev",
    "c": "AUTH_SECRET=\\"$A\\" next dev",
    "d": "grep AUTH_SECRET= .env && sed s/AUTH_SECRET=a/b/ .env",
    "h": "sed -i 's/^AUTH_SECRET=.*/AUTH_SECRET=hunter2/' .env; grep -q 'AUTH_SECRET=hunter2' .env",
    "i": "sed -i.bak -e 's|^AUTH_SECRET=.*|AUTH_SECRET=hunter2|' .env && next dev",
    "dev:web": "AUTH_SECRET=dev-secret next dev",
    "db:seed": "AUTH_SECRET=unused tsx seed.ts",
    "image": "docker build --build-arg AUTH_SECRET=dummy --build-arg \\"NEXTAUTH_SECRET=dummy\\" .",
    "e": "NEXT_PUBLIC_AUTH_SECRET_HINT=a next dev",
    "test": "AUTH_SECRET=test-secret vitest"`),
  },
  fixes: {
    "an assignment": [
      scripts('    "dev": "AUTH_SECRET=«hunter2» next dev"'),
      scripts('    "dev": "next dev"'),
      LOCAL,
    ],
    "one behind cross-env": [
      scripts('    "dev": "cross-env A=b AUTH_SECRET=«hunter2» next dev"'),
      scripts('    "dev": "cross-env A=b next dev"'),
      LOCAL,
    ],
    "a statement": [
      scripts('    "dev": "set AUTH_SECRET=«hunter2»&& next dev"'),
      scripts('    "dev": "next dev"'),
      LOCAL,
    ],
    "a flag, which then hands on the shell's": [
      scripts('    "dev": "docker run -e AUTH_SECRET=«hunter2» web"'),
      scripts('    "dev": "docker run -e AUTH_SECRET web"'),
      LOCAL,
    ],
  },
});
