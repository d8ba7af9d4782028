import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { isEnvFile } from "../../src/core/dotenv/files.ts";
import { gitFolderIn, trackedEnvFiles } from "../../src/core/gitignore/trackedFiles.ts";

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], {
    cwd,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

function repository(...options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "auth-secret-index-"));
  made.push(folder);
  git(folder, "init", "--quiet", ...options);
  return folder;
}

function write(folder: string, ...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
}

const PATHS = [
  ...[".env", ".env.local", "web/.env", "web/.env.production", "web/src/a.ts", "z/.dev.vars"],
  ...["é ☃/.env", "README.md"],
  // Windows has no such names.
  ...(process.platform === "win32" ? [] : ["a\tb/.env"]),
];

const indexOf = (folder: string) => readFileSync(join(folder, ".git/index"));

/** What git itself lists. */
function listed(folder: string): readonly string[] {
  return git(folder, "ls-files", "-z").split("\0").filter(isEnvFile).sort();
}

function assertAlike(folder: string, path = join(folder, ".git/index")): void {
  const expected = listed(folder);
  assert.ok(expected.length > 0);
  assert.deepEqual([...(trackedEnvFiles(readFileSync(path)) ?? [])].sort(), expected);
}

describe("the index, read as git reads it", () => {
  for (const version of [2, 3, 4]) {
    it(`version ${version}`, () => {
      const folder = repository();
      git(folder, "config", "index.version", String(version));
      write(folder, ...PATHS, ".env.intent");
      git(folder, "add", ...PATHS);
      // The flag for it is what makes an index of version 3.
      git(folder, "add", "--intent-to-add", ".env.intent");
      const blob = git(folder, "hash-object", ".env").trim();
      for (const length of [4090, 4091, 5000]) {
        const long = `${"l".repeat(length)}/.env`;
        git(folder, "update-index", "--add", "--cacheinfo", `100644,${blob},${long}`);
      }
      assertAlike(folder);
      assert.equal(indexOf(folder).readUInt32BE(4), version === 2 ? 3 : version);
      git(folder, "rm", "--cached", "--quiet", ".env", ".env.intent");
      assertAlike(folder);
      assert.ok(!trackedEnvFiles(indexOf(folder))?.has(".env"));
    });
  }

  it("with names of SHA-256", () => {
    const folder = repository("--object-format=sha256");
    write(folder, ...PATHS);
    git(folder, "add", ".");
    assertAlike(folder);
  });

  it("with the extensions of a history, of a fast status, and of a conflict", () => {
    const folder = repository("--initial-branch=main");
    git(folder, "config", "core.untrackedCache", "true");
    write(folder, ...PATHS);
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "-m", "one");
    git(folder, "checkout", "--quiet", "-b", "other");
    writeFileSync(join(folder, ".env"), "theirs");
    git(folder, "commit", "--quiet", "-am", "two");
    git(folder, "checkout", "--quiet", "main");
    writeFileSync(join(folder, ".env"), "ours");
    git(folder, "commit", "--quiet", "-am", "three");
    git(folder, "status");
    assertAlike(folder);
    spawnSync("git", ["merge", "other"], { cwd: folder });
    const stages = git(folder, "ls-files", "--unmerged").trim().split("\n");
    assert.equal(stages.length, 3);
    assert.deepEqual(
      [...(trackedEnvFiles(indexOf(folder)) ?? [])].sort(),
      [...new Set(listed(folder))].sort(),
    );
  });

  it("of a worktree, whose .git is a file", () => {
    const folder = repository();
    write(folder, ".env");
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "-m", "one");
    const worktree = join(folder, "tree");
    git(folder, "worktree", "add", "--quiet", worktree);
    const named = gitFolderIn(readFileSync(join(worktree, ".git"), "utf8"));
    assert.ok(named);
    assertAlike(worktree, join(named, "index"));
  });

  it("tells nothing of what a sparse index folds up", () => {
    const folder = repository();
    write(folder, ...PATHS);
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "-m", "one");
    git(folder, "sparse-checkout", "set", "--cone", "--sparse-index", "web");
    const tracked = trackedEnvFiles(indexOf(folder));
    assert.deepEqual(
      ["web/.env", "z/.dev.vars"].map((path) => tracked?.has(path)),
      [true, false],
    );
  });

  it("is not read where it is split, cut off, or no index", () => {
    const folder = repository();
    write(folder, ...PATHS);
    git(folder, "add", ".");
    const whole = indexOf(folder);
    for (const length of [0, 3, 12, 40, 100, whole.length - 30, whole.length - 1]) {
      assert.equal(trackedEnvFiles(whole.subarray(0, length)), undefined, String(length));
    }
    git(folder, "update-index", "--split-index");
    assert.equal(trackedEnvFiles(indexOf(folder)), undefined);
    assert.equal(trackedEnvFiles(Buffer.from("not an index at all ".repeat(20))), undefined);
  });

  it("is empty in a new repository", () => {
    const folder = repository();
    write(folder, ".env");
    git(folder, "add", ".env");
    git(folder, "rm", "--cached", "--quiet", ".env");
    assert.deepEqual(trackedEnvFiles(indexOf(folder)), new Set());
  });
});
