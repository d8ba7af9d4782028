import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
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

function run(
  args: readonly string[],
  input = "",
  cli = "dist/cli.js",
  flags: readonly string[] = [],
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, cli, ...args], {
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

  it("follows an alias that a configuration among the dependencies tells of", () => {
    const folder = folderWith({
      "package.json": MANIFEST,
      "tsconfig.json": '{ "extends": "./node_modules/shared/tsconfig.json" }',
      "node_modules/shared/tsconfig.json":
        '{ "compilerOptions": { "baseUrl": "../..", "paths": { "keys": ["lib/key"] } } }',
      "auth.ts":
        'import NextAuth from "next-auth";\nimport { key } from "keys";\nNextAuth({ secret: key });\n',
      "lib/key.ts": 'export const key = "hunter2";\n',
    });
    const [finding] = findings(folder).findings;
    assert.deepEqual([finding?.file, finding?.rule], ["lib/key.ts", "hardcoded-secret"]);
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

  it("reads what is as long as a page of memory, and passes over what is very long", () => {
    const secret = "AUTH_SECRET=hunter2\n";
    const folder = folderWith({
      "page/.env": `${"\n".repeat(4096 - secret.length)}${secret}`,
      "pages/.env": `${"\n".repeat(8192)}${secret}`,
      "long/.env": "",
      "none/.env": "",
    });
    truncateSync(join(folder, "long/.env"), 4 * 1024 * 1024 + 1);
    const { stdout, stderr } = run(["check", folder, "--format", "json"]);
    const { files, findings: found } = JSON.parse(stdout);
    assert.equal(files, 3);
    assert.deepEqual(
      found.map(({ file }: { file: string }) => file),
      ["page/.env", "pages/.env"],
    );
    assert.equal(stderr, "long/.env: not read as text\n");
  });

  it("finds the same in many files as in each alone, in the order of their names", () => {
    const names = Array.from({ length: 150 }, (_, at) => `apps/app-${at}`);
    const files = names.flatMap((name, at) => [
      [`${name}/package.json`, MANIFEST],
      [`${name}/lib/key.ts`, 'export const key = "hunter2";\n'],
      [
        `${name}/auth.ts`,
        `import NextAuth from "next-auth";\nimport { key } from "./lib/key";\nNextAuth({ secret: key, pages: { signIn: "/${at}" } });\n`,
      ],
      [`${name}/.env`, `AUTH_SECRET=hunter${at}\n`],
    ]);
    const expected = names.flatMap((name) => [`${name}/.env`, `${name}/lib/key.ts`]).sort();
    const found = findings(folderWith(Object.fromEntries(files))).findings;
    assert.deepEqual(
      found.map(({ file }: { file: string }) => file),
      expected,
    );
  });

  describe("where the thread that judges", () => {
    const folder = () => folderWith({ ".env": "AUTH_SECRET=hunter2\n" });
    const judging = JSON.stringify(resolve("dist/judgeThread.js"));

    /** A command line of which the thread runs another program first. */
    const cliWith = (program: string) => {
      const own = `if (require("node:worker_threads").isMainThread) module.exports = require(${judging});`;
      const beside = folderWith({ "judgeThread.js": `${own} else { ${program} }` });
      copyFileSync("dist/cli.js", join(beside, "cli.js"));
      return join(beside, "cli.js");
    };

    for (const [what, program] of [
      ["ends at once", ""],
      ["fails at once", "throw new Error('no');"],
      ["ends on the way", 'require("node:worker_threads").parentPort.once("message", () => {});'],
      [
        "fails on the way",
        'require("node:worker_threads").parentPort.once("message", () => { throw new Error("no"); });',
      ],
    ] as const) {
      it(`${what}, the other one judges`, () => {
        const { status, stdout, stderr } = run(["check", folder()], "", cliWith(program));
        assert.match(stdout, /passphrase-secret.*\n1 problem in 1 file\n$/);
        assert.equal(stderr, "");
        assert.equal(status, 1);
      });
    }

    it("may not be started, the other one judges", () => {
      const flags = ["--permission", "--allow-fs-read=*"];
      const { status, stdout, stderr } = run(["check", folder()], "", "dist/cli.js", flags);
      assert.match(stdout, /passphrase-secret.*\n1 problem in 1 file\n$/);
      assert.equal(stderr, "");
      assert.equal(status, 1);
    });

    it("is not there at all, says so instead of calling the folder sound", () => {
      const alone = folderWith({});
      copyFileSync("dist/cli.js", join(alone, "cli.js"));
      const { status, stdout, stderr } = run(["check", folder()], "", join(alone, "cli.js"));
      assert.match(stderr, /^auth-secret: .*judgeThread\.js/);
      assert.equal(stdout, "");
      assert.equal(status, 2);
    });
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
