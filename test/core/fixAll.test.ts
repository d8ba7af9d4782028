import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../src/core/analyze.ts";
import type { Finding, Fix } from "../../src/core/finding.ts";
import { fixAll } from "../../src/core/fixAll.ts";
import { V5 } from "../support/manifests.ts";
import { editFiles, type Files, project } from "../support/project.ts";
import { MINTED } from "../support/ruleCheck.ts";

type Accepts = (fix: Fix, finding: Finding) => boolean;

/** The files after all accepted fixes. */
function fixed(files: Files, accepts: Accepts): Files {
  const edits = fixAll({
    files: new Map(Object.entries(files)),
    projectsOn: (texts) => [project(Object.fromEntries(texts))],
    rules: {},
    tools: { mint: () => MINTED },
    accepts,
  });
  for (const { edits: changes } of edits) assert.equal(changes.length, 1);
  return editFiles(files, edits);
}

const FILES = {
  ...V5,
  ".gitignore": "node_modules\n",
  ".env": "AUTH_SECRET=correct horse battery\n",
  ".env.local": "AUTH_SECRET=correct horse staple\nBETTER_AUTH_SECRET=\n",
};

describe("fixAll", () => {
  it("applies each fix on what the ones before it left", () => {
    const after = fixed(FILES, ({ timing }) => timing === "onSave");
    const left = analyze(project(after)).map(({ rule }) => rule);
    assert.ok(!left.includes("env-not-ignored"));
    assert.equal(after[".gitignore"]?.match(/^\.env$/gm)?.length, 1, "an entry is there twice");
    assert.equal(after[".env"], FILES[".env"]);
  });

  it("changes nothing where no fix is accepted", () => {
    assert.deepEqual(
      fixed(FILES, () => false),
      FILES,
    );
  });

  it("takes only what is accepted", () => {
    const after = fixed(
      { ...FILES, ".gitignore": ".env*\n" },
      ({ timing }, { file }) => timing === "fillOnSave" && file === ".env.local",
    );
    assert.equal(
      after[".env.local"],
      `AUTH_SECRET=correct horse staple\nBETTER_AUTH_SECRET=${MINTED}\n`,
    );
  });
});
