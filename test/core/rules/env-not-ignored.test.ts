import { describe, it } from "node:test";
import { envNotIgnored } from "../../../src/core/rules/env-not-ignored.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const REAL = `AUTH_SECRET=${strongSecret()}\n`;
const FLAGGED = `«AUTH_SECRET»=${strongSecret()}\n`;

describe("env-not-ignored", () => {
  it("flags the first real secret of a file that git would commit", () => {
    assertFlags(envNotIgnored, {
      ".env.local": `A=1\nAUTH_SECRET=changeme\n«NEXTAUTH_SECRET»=${strongSecret()}\n${REAL}`,
    });
  });

  it("reads patterns as git does", () => {
    assertFlags(envNotIgnored, { ".gitignore": ".env*.local\n", ".env": FLAGGED });
    assertFlags(envNotIgnored, { ".gitignore": "/.env*\n", "web/.env": FLAGGED });
    assertFlags(envNotIgnored, { ".gitignore": ".env*\n!.env\n", ".env": FLAGGED });
    assertFlags(envNotIgnored, { ".gitignore": ".env # local\n", ".env": FLAGGED });
    assertFlags(envNotIgnored, {
      ".gitignore": ".env\n",
      "web/.gitignore": "!.env\n",
      "web/.env": FLAGGED,
    });
  });

  it("says nothing of ignored files", () => {
    assertSilent(envNotIgnored, { ".gitignore": ".env*\n", ".env": REAL, "web/.env.local": REAL });
    assertSilent(envNotIgnored, { ".gitignore": "web/\n", "web/.env": REAL });
  });

  it("says nothing where there is nothing to leak", () => {
    assertSilent(envNotIgnored, {
      ".env": "AUTH_SECRET=changeme\nNEXTAUTH_SECRET=\nBETTER_AUTH_SECRET=$OTHER\nA=1\n",
      ".env.test": "AUTH_SECRET=my-super-secret-app-key\n",
      ".env.example": REAL,
    });
  });

  it("says nothing outside a git repository", () => {
    assertSilent(envNotIgnored, { ".env": REAL }, { git: false });
  });

  it("adds the entries to the file at hand", () => {
    assertFixes(
      envNotIgnored,
      { ".gitignore": "node_modules\n", ".env.staging": REAL },
      {
        ".gitignore": `node_modules

# Environment files: they hold secrets
.env
.env*.local
.env.production
.env.staging
`,
      },
    );
  });
});
