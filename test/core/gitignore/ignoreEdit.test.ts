import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ignoreEdit } from "../../../src/core/gitignore/ignoreEdit.ts";
import { editFiles, type Files, type ProjectOptions, project } from "../../support/project.ts";

const BLOCK = "# Environment files: they hold secrets\n.env\n.env*.local\n.env.production\n";

/** The files after the entries for some of them were added; adding them again changes nothing. */
function added(files: Files, paths: readonly string[], options: ProjectOptions = {}): Files {
  const after = editFiles(files, ignoreEdit(project(files, options), paths));
  assert.deepEqual(ignoreEdit(project(after, options), paths), []);
  return after;
}

describe("ignoreEdit", () => {
  it("creates the file at the repository's top", () => {
    assert.deepEqual(added({}, ["web/.env.local"], { directory: "web" }), { ".gitignore": BLOCK });
  });

  it("creates it in the project's folder outside a repository", () => {
    const edits = ignoreEdit(project({}, { directory: "web", git: false }), ["web/.env"]);
    assert.deepEqual(editFiles({}, edits), { "web/.gitignore": BLOCK });
  });

  it("puts the entries below a blank line, in the text's own style", () => {
    const after = (text: string) => added({ ".gitignore": text }, [".env"])[".gitignore"];
    const crlf = BLOCK.replaceAll("\n", "\r\n");
    assert.equal(after("dist\n"), `dist\n\n${BLOCK}`);
    assert.equal(after("dist\n\n"), `dist\n\n${BLOCK}`);
    assert.equal(after("dist"), `dist\n\n${BLOCK.trimEnd()}`);
    assert.equal(after("dist\r\n"), `dist\r\n\r\n${crlf}`);
  });

  it("adds only what is missing", () => {
    const after = (text: string) => added({ ".gitignore": text }, [".env"])[".gitignore"];
    assert.equal(
      after(".env*.local\n"),
      ".env*.local\n\n# Environment files: they hold secrets\n.env\n.env.production\n",
    );
    assert.equal(after(".env*\n"), ".env*\n");
    assert.equal(after("**/.env*\n!.env.example\n"), "**/.env*\n!.env.example\n");
  });

  it("covers the env files that exist, and no template", () => {
    const files = {
      ".gitignore": ".env\n.env*.local\n",
      ".env.staging": "A=1\n",
      ".env.example": "A=\n",
      "conf/prod.env": "A=1\n",
      ".env.test": "A=1\n",
      ".envrc": "export A=1\n",
    };
    assert.deepEqual(added(files, [".env.staging"]), {
      ...files,
      ".gitignore": `${files[".gitignore"]}
# Environment files: they hold secrets
.env.production
.env.staging
/conf/prod.env
`,
    });
  });

  it("goes to the nearest file, which has the last word", () => {
    const files = { ".gitignore": "dist\n", "web/.gitignore": "!.env\n", "web/.env": "A=1\n" };
    assert.deepEqual(added(files, ["web/.env"], { directory: "web" }), {
      ...files,
      "web/.gitignore": `!.env\n\n# Environment files: they hold secrets\n.env*.local\n.env.production\n.env\n`,
    });
  });

  it("overrules a negation for the file at hand only", () => {
    const text = ".env*\n!.env\n!.env.production\n";
    assert.equal(
      added({ ".gitignore": text }, [".env"])[".gitignore"],
      `${text}\n# Environment files: they hold secrets\n.env\n`,
    );
  });

  it("adds to its own block, unless something below takes the entry back", () => {
    const files = { ".gitignore": `${BLOCK}\ndist\n`, ".env.staging": "A=1\n" };
    assert.equal(added(files, [".env.staging"])[".gitignore"], `${BLOCK}.env.staging\n\ndist\n`);
    const taken = { ...files, ".gitignore": `${BLOCK}\n!.env.staging\n` };
    assert.equal(
      added(taken, [".env.staging"])[".gitignore"],
      `${BLOCK}\n!.env.staging\n\n# Environment files: they hold secrets\n.env.staging\n`,
    );
  });

  it("escapes names that are patterns", () => {
    const files = { ".gitignore": ".env\n.env*.local\n.env.production\n", ".env.[x]*": "A=1\n" };
    assert.match(added(files, [".env.[x]*"])[".gitignore"] ?? "", /\n\.env\.\\\[x]\\\*\n$/);
  });
});
