import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ignoreEdit } from "../../../src/core/gitignore/ignoreEdit.ts";
import {
  innermost,
  possibleTops,
  type RepositoryFacts,
  repositoryOn,
} from "../../../src/core/gitignore/repository.ts";
import { editFiles, type Files, project } from "../../support/project.ts";

const NONE: RepositoryFacts = { around: undefined, nested: [], ignored: new Set() };
const AROUND = { prefix: "", inherited: new Map(), tracked: new Set(["sub/.env", ".env"]) };
const NESTED = [{ root: "sub", tracked: new Set([".env.local"]) }];

const repositoryOf = (files: Files, facts: Partial<RepositoryFacts>) =>
  repositoryOn(new Map(Object.entries(files)), { ...NONE, ...facts });

describe("a repository inside another", () => {
  it("has its own ignore files and its own index", () => {
    const files = { ".gitignore": ".env\n", "sub/.gitignore": ".env.local\n" };
    const { isIgnored, isTracked, rootOf } = repositoryOf(files, {
      around: AROUND,
      nested: NESTED,
    });
    const paths = [".env", "sub/.env", "sub/.env.local", "sub/web/.env.local", "subway/.env"];
    assert.deepEqual(paths.filter(isIgnored), [
      ".env",
      "sub/.env.local",
      "sub/web/.env.local",
      "subway/.env",
    ]);
    assert.deepEqual(paths.filter(isTracked), [".env", "sub/.env.local"]);
    assert.deepEqual(paths.map(rootOf), ["", "sub", "sub", "sub", ""]);
  });

  it("has git's own word taken for it", () => {
    const { isIgnored } = repositoryOf(
      {},
      { around: AROUND, nested: NESTED, ignored: new Set(["sub/.env"]) },
    );
    assert.deepEqual(["sub/.env", "sub/.env.local"].map(isIgnored), [true, false]);
  });

  it("may hold another one", () => {
    const nested = [...NESTED, { root: "sub/deep", tracked: new Set([".env"]) }];
    const { isTracked, rootOf } = repositoryOf({}, { around: AROUND, nested });
    assert.equal(isTracked("sub/deep/.env"), true);
    assert.equal(isTracked("sub/.env"), false);
    assert.equal(rootOf("sub/deep/a/.env"), "sub/deep");
  });

  it("may lie in a folder that is in none: what is outside is not committed", () => {
    const { isIgnored, isTracked, rootOf } = repositoryOf({}, { nested: NESTED });
    assert.deepEqual([".env", "sub/.env"].map(isIgnored), [true, false]);
    assert.equal(isTracked(".env"), false);
    assert.deepEqual([".env", "sub", "sub/.env"].map(rootOf), [undefined, "sub", "sub"]);
  });

  it("gets its entries itself, and the one around it none of them", () => {
    const files = { ".gitignore": "dist\n", ".env": "A=1\n", "sub/.env.staging": "A=1\n" };
    const repository = repositoryOf(files, {
      around: { ...AROUND, tracked: new Set() },
      nested: NESTED,
    });
    const after = editFiles(
      files,
      ignoreEdit(project(files, { repository }), ["sub/.env.staging", ".env"]),
    );
    assert.match(after["sub/.gitignore"] ?? "", /^\.env\.staging$/m);
    assert.match(after[".gitignore"] ?? "", /^\.env$/m);
    assert.doesNotMatch(after[".gitignore"] ?? "", /staging/);
  });
});

describe("where a repository may be", () => {
  it("is every folder above a file that may be private", () => {
    const paths = ["a/b/.env", "a/src/index.ts", "c/compose.yml", ".env"];
    assert.deepEqual([...possibleTops(paths)].sort(), ["a", "a/b", "c"]);
  });

  it("is told apart by whole names", () => {
    assert.equal(innermost("sub-2/.env", ["sub"]), undefined);
    assert.equal(innermost("sub/a/b/.env", ["sub", "sub/a"]), "sub/a");
  });
});

describe("a repository on a disk that takes names which differ in case for one", () => {
  const ignoresCase = true;

  it("has patterns and index read so", () => {
    const { isIgnored, isTracked } = repositoryOf(
      { ".gitignore": ".ENV\n", "sub/.gitignore": "/.Env.Local\n" },
      {
        around: { ...AROUND, tracked: new Set([".Env.Production"]), ignoresCase },
        nested: [{ root: "sub", tracked: new Set(["Web/.ENV"]), ignoresCase }],
      },
    );
    assert.deepEqual([".env", ".env.local", "sub/.env", "sub/.env.local"].map(isIgnored), [
      true,
      false,
      false,
      true,
    ]);
    assert.deepEqual([".env.production", ".env", "sub/web/.env", "sub/.env"].map(isTracked), [
      true,
      false,
      true,
      false,
    ]);
  });

  it("gets no entry that it has in other letters", () => {
    const files = { ".gitignore": ".ENV*\n!.Env.Staging\n", ".env.Production": "A=1\n" };
    assert.deepEqual(ignoreEdit(project(files, { ignoresCase }), [".env.Production"]), []);
    const [edit] = ignoreEdit(project(files, { ignoresCase: false }), [".env.Production"]);
    assert.match(JSON.stringify(edit), /\.env\.Production/);
  });

  it("gets those that are missing", () => {
    const files = { ".gitignore": "dist\n", ".env.Production": "A=1\n" };
    const edits = ignoreEdit(project(files, { ignoresCase }), [".env.Production"]);
    const after = editFiles(files, edits);
    assert.match(after[".gitignore"] ?? "", /^\.env\.production$/m);
    assert.doesNotMatch(after[".gitignore"] ?? "", /Production/);
    assert.deepEqual(ignoreEdit(project(after, { ignoresCase }), [".env.Production"]), []);
  });
});
