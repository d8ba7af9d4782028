import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storeSecret } from "../../../src/core/dotenv/storeSecret.ts";
import { editFiles, type Files, type ProjectOptions, project } from "../../support/project.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

function stored(files: Files, options: ProjectOptions = {}): Files {
  return editFiles(files, storeSecret(project(files, options), "AUTH_SECRET", "NEW"));
}

describe("storeSecret", () => {
  it("writes to an ignored file and no other", () => {
    const files = { ".gitignore": ".env*\n" };
    assert.deepEqual(stored(files), { ...files, ".env.local": "AUTH_SECRET=NEW\n" });
  });

  it("has git ignore the file that it writes to", () => {
    const { ".env.local": env, ".gitignore": ignore } = stored({ ".gitignore": ".env\n" });
    assert.equal(env, "AUTH_SECRET=NEW\n");
    assert.match(ignore ?? "", /^\.env\*\.local$/m);
  });

  it("writes no .gitignore where there is no git", () => {
    assert.deepEqual(stored({}, { git: false }), { ".env.local": "AUTH_SECRET=NEW\n" });
  });

  it("leaves all as it is where a real value stands", () => {
    const files = { ".env.local": `AUTH_SECRET=${strongSecret()}\n` };
    assert.deepEqual(stored(files), files);
  });
});
