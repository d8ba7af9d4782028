import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import { reusedSecret } from "../../../src/core/rules/reused-secret.ts";
import { V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const secret = strongSecret();
const line = `AUTH_SECRET=${secret}\n`;
const flagged = `AUTH_SECRET=«${secret}»\n`;

describe("reused-secret", () => {
  it("flags the more exposed one of two environments", () => {
    for (const [less, more] of [
      [".env.local", ".env.production"],
      [".env.development", ".env.production.local"],
      [".env.development.local", ".env.staging"],
      [".env.staging", ".env.production"],
      [".env.preview", ".env.staging"],
      [".env", ".env.production"],
      [".dev.vars", ".dev.vars.production"],
    ] as const) {
      assertFlags(reusedSecret, { ...V5, [less]: line, [more]: flagged });
    }
  });

  it("flags it under another name and in other quotes", () => {
    assertFlags(reusedSecret, {
      ...V5,
      ".env.local": `NEXTAUTH_SECRET='${secret}'\n`,
      ".env.production": flagged,
    });
  });

  it("says nothing of files of one environment", () => {
    assertSilent(reusedSecret, {
      ...V5,
      ".env": line,
      ".env.local": line,
      ".env.development": line,
      ".env.development.local": line,
    });
    assertSilent(reusedSecret, { ...V5, ".env.production": line, ".env.production.local": line });
  });

  it("says nothing where development has another secret than the default", () => {
    assertSilent(reusedSecret, {
      ...V5,
      ".env": line,
      ".env.production": line,
      ".env.local": `AUTH_SECRET=${strongSecret()}\n`,
    });
  });

  it("says nothing of what is no secret, of tests and of other folders", () => {
    for (const value of ["", "changeme", "op://vault/auth/secret", "$OTHER_SECRET"]) {
      assertSilent(reusedSecret, {
        ...V5,
        ".env.local": `AUTH_SECRET=${value}\n`,
        ".env.production": `AUTH_SECRET=${value}\n`,
      });
    }
    assertSilent(reusedSecret, {
      ...V5,
      ".env.local": line,
      ".env.test": line,
      "deploy/.env.production": line,
    });
  });

  it("flags a secret that a template gives away, but no passphrase, of which more is said", () => {
    assertFlags(reusedSecret, { ...V5, ".env.example": line, ".env.local": flagged });
    const made = "AUTH_SECRET=correct horse battery\n";
    assertSilent(reusedSecret, { ...V5, ".env.example": made, ".env.local": made });
  });

  it("tells of another package, in the later one of the two", () => {
    const appEnvFiles = [parseEnvFile("apps/admin/.env", `BETTER_AUTH_SECRET=${secret}\n`)];
    const files = { "package.json": V5["package.json"] ?? "", "apps/web/.env": line };
    const web = project(files, { directory: "apps/web", appEnvFiles });
    const [problem] = reusedSecret.check(web);
    assert.equal(problem?.severity, "information");
    assert.deepEqual(
      problem?.related?.map(({ file }) => file),
      ["apps/admin/.env"],
    );
    const alone = { directory: "apps/web", appEnvFiles: [parseEnvFile("apps/web/.env", line)] };
    assert.deepEqual(reusedSecret.check(project(files, alone)), []);
    const admin = project(
      { "package.json": V5["package.json"] ?? "", "apps/admin/.env": line },
      { appEnvFiles: [parseEnvFile("apps/web/.env", line)] },
    );
    assert.deepEqual(reusedSecret.check(admin), []);
    const checker = { "apps/web/.env": line, "package.json": '{"dependencies":{"jose":"^5"}}' };
    assert.deepEqual(
      reusedSecret.check(project(checker, { directory: "apps/web", appEnvFiles })),
      [],
    );
    const made = "AUTH_SECRET=correct horse battery\n";
    const passphrase = project(
      { ...V5, "web/.env": made },
      { appEnvFiles: [parseEnvFile("admin/.env", made)] },
    );
    assert.deepEqual(reusedSecret.check(passphrase), []);
  });

  it("gives the file a secret of its own", () => {
    assertFixes(
      reusedSecret,
      { ...V5, ".env.local": line, ".env.production": `A=1\r\nAUTH_SECRET="${secret}" # b\r\n` },
      { ".env.production": `A=1\r\nAUTH_SECRET="${MINTED}" # b\r\n` },
    );
  });
});
