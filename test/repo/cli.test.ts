import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";

const made: string[] = [];

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "auth-secret-cli-"));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function run(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const MANIFEST = '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }';
const SOURCE = 'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2" });\n';

after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describe("check", () => {
  const findings = (folder: string) =>
    JSON.parse(run(["check", folder, "--format", "json"]).stdout);

  it("prints what it found, with places from 1 and offsets from 0", () => {
    const folder = folderWith({
      "apps/web/package.json": MANIFEST,
      "apps/web/auth.ts": SOURCE,
      "apps/web/.env": "A=1\r\nAUTH_SECRET='hunter2'\r\n",
    });
    const { files, findings: found } = findings(folder);
    assert.equal(files, 3);
    const [env, source] = found;
    assert.deepEqual(
      { file: env.file, rule: env.rule, severity: env.severity, start: env.start, end: env.end },
      {
        file: "apps/web/.env",
        rule: "passphrase-secret",
        severity: "warning",
        start: { line: 2, column: 14, offset: 18 },
        end: { line: 2, column: 21, offset: 25 },
      },
    );
    assert.equal(source.file, "apps/web/auth.ts");
    assert.equal(source.rule, "hardcoded-secret");
    assert.equal(SOURCE.slice(source.start.offset, source.end.offset), '"hunter2"');
    assert.equal(found.length, 2);
  });

  it("knows today's date, by which a retired secret is due or not", () => {
    const severities = (date: string) => {
      const env = `# auth-secret: drop after ${date}\nAUTH_SECRET_OLD=$FROM_ELSEWHERE\n`;
      return findings(folderWith({ ".env": env })).findings.map(
        ({ rule, severity }: { rule: string; severity: string }) => `${rule}: ${severity}`,
      );
    };
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const longAgo = new Date(Date.now() - 48 * 60 * 60 * 1000).toISOString().slice(0, 10);
    assert.deepEqual(severities(tomorrow), ["retired-secret: hint"]);
    assert.deepEqual(severities(longAgo), ["retired-secret: warning"]);
  });

  it("prints no part of a value", () => {
    const folder = folderWith({ ".env": "AUTH_SECRET=correct horse\n", "auth.ts": SOURCE });
    for (const format of ["json", "pretty"]) {
      assert.doesNotMatch(run(["check", folder, "--format", format]).stdout, /horse|hunter2/);
    }
  });

  it("exits with 1 where something is at warning or above, with 0 otherwise", () => {
    assert.equal(run(["check", folderWith({ ".env": "AUTH_SECRET=hunter2\n" })]).status, 1);
    assert.equal(run(["check", folderWith({ ".env": "A=hunter2\n" })]).status, 0);
    const hint =
      'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.AUTH_SECRET });\n';
    const { status, stdout } = run(["check", folderWith({ "auth.ts": hint })]);
    assert.match(stdout, /redundant-secret/);
    assert.equal(status, 0);
  });

  it("follows an import to a file whose name and text tell nothing", () => {
    const folder = folderWith({
      "package.json": MANIFEST,
      "auth.ts":
        'import NextAuth from "next-auth";\nimport { key } from "./lib/key";\nNextAuth({ secret: key });\n',
      "lib/key.ts": 'export const key = "hunter2";\n',
    });
    const [finding] = findings(folder).findings;
    assert.deepEqual([finding.file, finding.rule], ["lib/key.ts", "hardcoded-secret"]);
  });

  it("asks the ignore files of the repository around the folder", () => {
    const env = "AUTH_SECRET=correct horse battery\n";
    const folder = folderWith({ ".git/HEAD": "", "web/.env": env, "web/package.json": MANIFEST });
    const rules = () =>
      findings(join(folder, "web")).findings.map(({ rule }: { rule: string }) => rule);
    assert.deepEqual(rules(), ["env-not-ignored", "passphrase-secret"]);
    writeFileSync(join(folder, ".gitignore"), "web/.env\n");
    assert.deepEqual(rules(), ["passphrase-secret"]);
  });

  it("reads configuration, docs and scripts", () => {
    const folder = folderWith({
      "package.json": MANIFEST,
      ".github/workflows/a.yml": `env:\n  AUTH_SECRET: ${randomBytes(32).toString("hex")}\n`,
      "deploy/compose.yml": "services:\n  web:\n    environment:\n      - AUTH_SECRET=hunter2\n",
      Dockerfile: "FROM node\nCOPY . .\n",
      ".env.local": `AUTH_SECRET=${randomBytes(32).toString("hex")}\n`,
      "README.md": "npx auth secret\n",
      "k8s/service.yaml": "apiVersion: v1\nkind: Service\n",
    });
    const found = findings(folder).findings.map(({ file, rule }: Record<string, string>) => [
      file,
      rule,
    ]);
    assert.deepEqual(found, [
      [".github/workflows/a.yml", "committed-secret"],
      ["Dockerfile", "uploaded-env"],
      ["README.md", "outdated-command"],
      ["deploy/compose.yml", "committed-secret"],
    ]);
    const { stdout, status } = run(["check", folder]);
    assert.doesNotMatch(stdout, /hunter2|[0-9a-f]{64}/);
    assert.equal(status, 1);
  });

  it("reads what git tracks from the repository around the folder", () => {
    const env = "AUTH_SECRET=correct horse battery\n";
    const folder = folderWith({ ".gitignore": ".env\n", "web/.env": env });
    const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: folder });
    git("init", "--quiet");
    const rules = () =>
      findings(join(folder, "web")).findings.map(({ rule }: { rule: string }) => rule);
    assert.deepEqual(rules(), ["passphrase-secret"]);
    git("add", "--force", "web/.env");
    assert.deepEqual(rules(), ["env-tracked", "passphrase-secret"]);
    git("rm", "--cached", "--quiet", "web/.env");
    assert.deepEqual(rules(), ["passphrase-secret"]);
  });

  it("asks a repository inside another of its own files", () => {
    const env = "AUTH_SECRET=correct horse battery\n";
    const folder = folderWith({
      ".gitignore": ".env\n",
      "sub/package.json": "{}",
      "sub/.env": env,
    });
    const git = (cwd: string, ...args: readonly string[]) => spawnSync("git", args, { cwd });
    const sub = join(folder, "sub");
    const rules = () => findings(folder).findings.map(({ rule }: { rule: string }) => rule);
    git(folder, "init", "--quiet");
    assert.deepEqual(rules(), ["passphrase-secret"]);
    git(sub, "init", "--quiet", "--separate-git-dir", join(folder, "elsewhere"));
    assert.deepEqual(rules(), ["env-not-ignored", "passphrase-secret"]);
    git(sub, "add", ".env");
    assert.deepEqual(rules(), ["env-tracked", "passphrase-secret"]);
  });

  it("passes over dependencies, build output, and what is not text", () => {
    const folder = folderWith({
      "node_modules/x/.env": "AUTH_SECRET=hunter2\n",
      ".next/.env": "AUTH_SECRET=hunter2\n",
      "a/.env": "AUTH_SECRET=hunter2\0\n",
    });
    const { stdout, stderr } = run(["check", folder, "--format", "json"]);
    assert.deepEqual(JSON.parse(stdout), { files: 0, findings: [] });
    assert.match(stderr, /a\/\.env: not read as text/);
  });

  it("follows no link out of the folder, and ends in a loop of links", () => {
    const outside = folderWith({ ".env": "AUTH_SECRET=hunter2\n" });
    const folder = folderWith({ "package.json": "{}" });
    symlinkSync(join(outside, ".env"), join(folder, ".env"));
    symlinkSync(folder, join(folder, "again"));
    assert.deepEqual(findings(folder).findings, []);
  });

  it("says what is wrong where it cannot run, and exits with 2", () => {
    const file = join(folderWith({ a: "" }), "a");
    for (const args of [
      ["check", "/nowhere"],
      ["check", file],
      ["check", ".", "--format", "xml"],
      ["chek"],
      [],
    ]) {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.notEqual(stderr, "");
    }
  });
});

describe("judge", () => {
  it("prints a verdict a line", () => {
    const { status, stdout } = run(
      ["judge"],
      "hunter2\n\nopenssl rand -base64 32\r\nyour-secret-here",
    );
    assert.equal(stdout, "passphrase\nempty\ncommand\nplaceholder\n");
    assert.equal(status, 0);
  });

  it("adds bits and reasons as JSON, and no value", () => {
    const { stdout } = run(["judge", "--format", "json"], "correct horse battery\n");
    const { verdict, bits, reasons } = JSON.parse(stdout);
    assert.equal(verdict, "passphrase");
    assert.ok(bits > 10 && bits < 256);
    assert.ok(reasons.length > 0);
    assert.doesNotMatch(stdout, /horse/);
  });

  it("prints nothing for nothing", () => {
    assert.equal(run(["judge"]).stdout, "");
  });
});

describe("generate", () => {
  for (const [format, pattern] of [
    ["base64", /^[A-Za-z0-9+/]{43}=\n$/],
    ["base64url", /^[\w-]{43}\n$/],
    ["hex", /^[0-9a-f]{64}\n$/],
  ] as const) {
    it(`prints a strong secret in ${format}`, () => {
      const { stdout } = run(["generate", "--format", format]);
      assert.match(stdout, pattern);
      assert.equal(run(["judge"], stdout).stdout, "strong\n");
      assert.notEqual(run(["generate", "--format", format]).stdout, stdout);
    });
  }

  it("refuses fewer than 32 bytes", () => {
    assert.equal(run(["generate", "--bytes", "16"]).status, 2);
    assert.match(run(["generate", "--bytes", "48", "--format", "hex"]).stdout, /^[0-9a-f]{96}\n$/);
  });
});
