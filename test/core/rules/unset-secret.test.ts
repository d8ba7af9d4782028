import { describe, it } from "node:test";
import { unsetSecret } from "../../../src/core/rules/unset-secret.ts";
import { V5 } from "../../support/manifests.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const compose = (lines: string) => `services:\n  web:\n    environment:\n${lines}`;
const GUARDED = "$" + "{AUTH_SECRET:?set AUTH_SECRET}";

describe("unset-secret", () => {
  it("flags what is handed on though it may not be set", () => {
    assertFlags(unsetSecret, {
      "compose.yml": compose(`      AUTH_SECRET: «\${AUTH_SECRET}» # note
      NEXTAUTH_SECRET: "«$APP_KEY»"
      BETTER_AUTH_SECRET: «\${A:-}»
`),
      "docker-compose.prod.yaml": compose(`      - AUTH_SECRET=«\${A:-\${B}}»\n`),
    });
  });

  it("says nothing where it stops, of other variables, and of what the shell is asked for", () => {
    assertSilent(unsetSecret, {
      "compose.yml": compose(`      AUTH_SECRET: \${AUTH_SECRET:?set it}
      NEXTAUTH_SECRET: \${A:-\${B?}}
      BETTER_AUTH_SECRET:
      OTHER: \${OTHER}
`),
      "compose.dev.yml": compose("      - AUTH_SECRET\n      - NEXTAUTH_SECRET=hunter2\n"),
      "compose.test.yml": compose("      AUTH_SECRET: $AUTH_SECRET\n"),
      Dockerfile: "FROM a\nARG A\nENV AUTH_SECRET=$A\n",
      ".gitlab-ci.yml": "variables:\n  AUTH_SECRET: $A\n",
    });
  });

  it("stops where it is not set, and sets it", () => {
    assertFixes(
      unsetSecret,
      { ...V5, "compose.yml": compose(`      AUTH_SECRET: «\${AUTH_SECRET}» # note\n`) },
      {
        "compose.yml": compose(`      AUTH_SECRET: ${GUARDED} # note\n`),
        ".env": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("leaves a secret that is set as it is", () => {
    assertFixes(
      unsetSecret,
      {
        ...V5,
        ".env": `AUTH_SECRET=${strongSecret()}\n`,
        "compose.yml": compose("      NEXTAUTH_SECRET: «$AUTH_SECRET»\n"),
      },
      { "compose.yml": compose(`      NEXTAUTH_SECRET: ${GUARDED}\n`) },
    );
  });
});
