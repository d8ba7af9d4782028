import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../../src/core/analyze.ts";
import { envNotIgnored } from "../../../src/core/rules/env-not-ignored.ts";
import { envTracked } from "../../../src/core/rules/env-tracked.ts";
import { project } from "../../support/project.ts";
import { assertFlags, assertSilent, MINTED, strongSecret } from "../../support/ruleCheck.ts";

const REAL = `AUTH_SECRET=${strongSecret()}\n`;
const FLAGGED = `«AUTH_SECRET»=${strongSecret()}\n`;
const IGNORED = { ".gitignore": ".env*\n" };

describe("env-tracked", () => {
  it("flags the first real secret of a file that git tracks, ignored or not", () => {
    assertFlags(envTracked, { ...IGNORED, ".env": FLAGGED }, { tracked: [".env"] });
    assertFlags(envTracked, { ".env": `A=1\n${FLAGGED}${REAL}` }, { tracked: [".env"] });
    assertFlags(
      envTracked,
      { ...IGNORED, "web/.env.production": FLAGGED, ".env": REAL },
      { tracked: ["web/.env.production"] },
    );
  });

  it("flags what a person made up too", () => {
    const text = "«AUTH_SECRET»=correct horse battery\n";
    assertFlags(envTracked, { ".env": text }, { tracked: [".env"] });
  });

  it("says nothing of what git does not track, or is not known to", () => {
    assertSilent(envTracked, { ".env": REAL });
    assertSilent(envTracked, { ".env": REAL }, { git: false });
    assertSilent(envTracked, { ...IGNORED, "web/.env": REAL }, { tracked: [".env"] });
  });

  it("says nothing where there is nothing to leak", () => {
    const files = {
      ".env": "AUTH_SECRET=changeme\nNEXTAUTH_SECRET=\nBETTER_AUTH_SECRET=$OTHER\nA=1\n",
      ".env.test": "AUTH_SECRET=my-super-secret-app-key\n",
      ".env.development": "AUTH_SECRET=development-secret\n",
      ".env.example": REAL,
    };
    assertSilent(envTracked, files, { tracked: Object.keys(files) });
  });

  it("speaks alone: to ignore a tracked file would change nothing", () => {
    assertSilent(envNotIgnored, { ".env": REAL }, { tracked: [".env"] });
    const found = analyze(project({ ".env": REAL }, { tracked: [".env"] }));
    assert.deepEqual(
      found.map(({ rule, severity }) => [rule, severity]),
      [["env-tracked", "error"]],
    );
  });

  it("leaves to env-not-ignored what was untracked but not ignored yet", () => {
    assertFlags(envNotIgnored, { ".env": FLAGGED }, { tracked: [] });
  });

  it("is fixed by a command, not by an edit, and only by hand", () => {
    const files = { ".env": REAL };
    const snapshot = project(files, { tracked: [".env"] });
    const [problem] = envTracked.check(snapshot);
    assert.ok(problem);
    const [fix] = envTracked.fixes?.(problem, snapshot) ?? [];
    assert.equal(fix?.timing, "manual");
    assert.deepEqual(fix.task, { kind: "command", command: "authSecret.untrackEnvFile" });
    assert.deepEqual(fix.edits({ mint: () => MINTED }), []);
  });
});
