import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { frameworkOf } from "../../src/core/frameworks/index.ts";
import { snapshotOf } from "../../src/core/snapshot.ts";
import {
  DEFAULT_SETTINGS,
  factCache,
  isKept,
  isRelevantFile,
  packageOf,
  packagesOf,
  projectOf,
} from "../../src/core/workspace.ts";

const TODAY = "2027-01-31";

const MONOREPO = new Map([
  ["package.json", "{}"],
  [".env", "AUTH_SECRET=\n"],
  ["apps/web/package.json", '{ "dependencies": { "next-auth": "^4.24.0" } }'],
  ["apps/web/.env.local", "NEXTAUTH_SECRET=\n"],
  ["apps/web/src/auth.ts", "export const secret = 1;\n"],
  ["apps/admin/package.json", '{ "dependencies": { "better-auth": "^1.7.0" } }'],
  ["apps/admin/.env", "BETTER_AUTH_SECRET=\n"],
]);

describe("isRelevantFile", () => {
  it("takes env files, sources, manifests, lockfiles and ignore files", () => {
    const paths = ["a/.env", "auth.ts", "x/package.json", "pnpm-lock.yaml", "b/.gitignore"];
    assert.deepEqual(paths.filter(isRelevantFile), paths);
  });

  it("takes configurations that others extend", () => {
    const paths = ["tsconfig.json", "jsconfig.json", "apps/tsconfig.base.json"];
    assert.deepEqual([...paths, "tsconfig.txt", "mytsconfig.json"].filter(isRelevantFile), paths);
  });

  it("takes configuration, docs and shell scripts", () => {
    const paths = ["compose.yml", ".github/workflows/ci.yml", "Dockerfile", "README.md", "a.sh"];
    assert.deepEqual(paths.filter(isRelevantFile), paths);
  });

  it("takes nothing else", () => {
    assert.deepEqual(
      ["CHANGELOG.md", "a.json", "env.txt", "gitignore", "a.css"].filter(isRelevantFile),
      [],
    );
  });
});

describe("isKept", () => {
  const SOURCE = 'import NextAuth from "next-auth";\nNextAuth({ secret: "x" });\n';
  const withTests = { ...DEFAULT_SETTINGS, includeTestFiles: true };

  it("keeps sources that may configure an auth library, and no others", () => {
    assert.equal(isKept("auth.ts", SOURCE, DEFAULT_SETTINGS), true);
    assert.equal(isKept("list.ts", "export const list = [1, 2];\n", DEFAULT_SETTINGS), false);
  });

  it("keeps tests and fixtures only where they are asked for", () => {
    for (const path of ["auth.test.ts", "tests/auth.ts", "tests/fixtures/.env"]) {
      assert.equal(isKept(path, SOURCE, DEFAULT_SETTINGS), false, path);
      assert.equal(isKept(path, SOURCE, withTests), true, path);
    }
  });

  it("keeps sources that the user names, but for tests", () => {
    const named = { ...DEFAULT_SETTINGS, files: ["src/login/**", "!src/login/words.ts"] };
    const kept = (path: string) => isKept(path, "export const list = [1, 2];\n", named);
    assert.deepEqual(
      ["src/login/a/set.ts", "src/login/words.ts", "src/list.ts", "src/login/set.test.ts"].map(
        kept,
      ),
      [true, false, false, false],
    );
  });

  it("keeps configuration that names a secret, or that copies a folder into an image", () => {
    const kept = (path: string, text: string) => isKept(path, text, DEFAULT_SETTINGS);
    assert.equal(kept("k8s/app.yaml", "kind: Secret\nAUTH_SECRET: a\n"), true);
    assert.equal(kept("k8s/app.yaml", "kind: Service\n"), false);
    assert.equal(kept("Dockerfile", "FROM a\nCOPY . .\n"), true);
    assert.equal(kept("Dockerfile", "FROM a\nRUN b\n"), false);
    assert.equal(kept(".dockerignore", "a\n"), true);
    assert.equal(kept("tests/compose.yml", "AUTH_SECRET: a\n"), false);
    const named = { ...DEFAULT_SETTINGS, extraVariables: ["APP_KEY"] };
    assert.equal(isKept("fly.toml", "[env]\nAPP_KEY = 1\n", named), true);
    assert.equal(kept("fly.toml", "[env]\nAPP_KEY = 1\n"), false);
  });

  it("keeps docs and shell scripts that tell to run the command", () => {
    const kept = (path: string, text: string) => isKept(path, text, DEFAULT_SETTINGS);
    assert.equal(kept("README.md", "npx auth secret\n"), true);
    assert.equal(kept("README.md", "an auth library\n"), false);
    assert.equal(kept("setup.sh", "npx auth@latest secret\n"), true);
  });

  it("does not take an env file for a test by its name", () => {
    assert.equal(isKept(".env.test.local", "A=1", DEFAULT_SETTINGS), true);
  });
});

describe("projectOf", () => {
  const projectIn = (folder: string, files: ReadonlyMap<string, string>) =>
    projectOf(folder, packagesOf(files).get(folder) ?? [], files, {
      repository: undefined,
      settings: DEFAULT_SETTINGS,
      facts: factCache(),
      today: "2026-01-01",
    });

  it("knows the libraries of the package and of those below", () => {
    const ids = (folder: string) => projectIn(folder, MONOREPO).libraries.map(({ id }) => id);
    assert.deepEqual(ids("apps/web"), ["next-auth-v4"]);
    assert.deepEqual(ids("").sort(), ["better-auth", "next-auth-v4"]);
    assert.equal(projectIn("", MONOREPO).isDependency, false);
  });

  it("knows what packages with a library keep in env files that programs read", () => {
    const files = new Map([...MONOREPO, ["apps/web/.env.example", ""], ["apps/web/.env.test", ""]]);
    const paths = projectIn("apps/admin", files).appEnvFiles.map(({ path }) => path);
    assert.deepEqual(paths, ["apps/web/.env.local", "apps/admin/.env"]);
  });
});

describe("packages", () => {
  it("own what lies nearer to them than to any other", () => {
    assert.equal(packageOf("apps/web/src/auth.ts", MONOREPO), "apps/web");
    assert.equal(packageOf("apps/.env", MONOREPO), "");
    assert.deepEqual(Object.fromEntries(packagesOf(MONOREPO)), {
      "": [".env"],
      "apps/web": ["apps/web/.env.local", "apps/web/src/auth.ts"],
      "apps/admin": ["apps/admin/.env"],
    });
  });

  it("own the configuration nearest to them, the top's what lies in folders of its own", () => {
    const files = new Map([
      ...MONOREPO,
      [".github/workflows/ci.yml", "env:\n  AUTH_SECRET: a\n"],
      ["apps/web/compose.yml", "services: {}\n# AUTH_SECRET\n"],
      ["Dockerfile", "FROM a\nCOPY . .\n"],
      ["tests/fixtures/app/package.json", '{ "dependencies": { "@auth/sveltekit": "^1.0.0" } }'],
    ]);
    const context = {
      repository: undefined,
      settings: DEFAULT_SETTINGS,
      facts: factCache(),
      today: TODAY,
    };
    const projects = [...packagesOf(files)].map(([folder, paths]) =>
      projectOf(folder, paths, files, context),
    );
    const own = projects.map(({ directory, configFiles, uploadTexts, libraries }) => [
      directory,
      [
        ...configFiles.map(({ path }) => path),
        ...uploadTexts.keys(),
        ...libraries.map(({ id }) => id),
      ],
    ]);
    assert.deepEqual(Object.fromEntries(own), {
      "": [".github/workflows/ci.yml", "Dockerfile", "next-auth-v4", "better-auth"],
      "apps/web": ["apps/web/compose.yml", "Dockerfile", "next-auth-v4"],
      "apps/admin": ["Dockerfile", "better-auth"],
    });
  });

  it("have the variable of the library that they depend on", () => {
    const context = {
      repository: undefined,
      settings: DEFAULT_SETTINGS,
      facts: factCache(),
      today: TODAY,
    };
    const variables = [...packagesOf(MONOREPO)].map(([folder, paths]) => [
      folder,
      projectOf(folder, paths, MONOREPO, context).framework.variable,
    ]);
    assert.deepEqual(Object.fromEntries(variables), {
      "": "AUTH_SECRET",
      "apps/web": "NEXTAUTH_SECRET",
      "apps/admin": "BETTER_AUTH_SECRET",
    });
  });

  it("know what the env files above them set, templates aside", () => {
    const files = new Map([
      ...MONOREPO,
      ["apps/.env.local", "A=1\nB=\n"],
      ["apps/.env.example", "C=1\n"],
      ["packages/.env", "D=1\n"],
    ]);
    const context = {
      repository: undefined,
      settings: DEFAULT_SETTINGS,
      facts: factCache(),
      today: TODAY,
    };
    const above = (folder: string) => [...projectOf(folder, [], files, context).inheritedVariables];
    assert.deepEqual(above("apps/web").sort(), ["A", "AUTH_SECRET", "B"]);
    assert.deepEqual(above(""), []);
  });

  it("depend on a library only where the manifest names one", () => {
    const context = {
      repository: undefined,
      settings: DEFAULT_SETTINGS,
      facts: factCache(),
      today: TODAY,
    };
    const isDependency = (folder: string) => projectOf(folder, [], MONOREPO, context).isDependency;
    assert.deepEqual(["apps/web", "apps/admin", ""].map(isDependency), [true, true, false]);
  });

  it("read a file again only when its text changes", () => {
    const facts = factCache();
    const context = { repository: undefined, settings: DEFAULT_SETTINGS, facts, today: TODAY };
    const read = (text: string) =>
      projectOf("", [".env"], new Map([[".env", text]]), context).envFiles[0];
    const first = read("A=1");
    assert.equal(read("A=1"), first);
    assert.notEqual(read("A=2"), first);
  });

  it("read a source again when the user names it", () => {
    const facts = factCache();
    const files = new Map([["login.ts", 'export const login = { secret: "weekday" };\n']]);
    const sourcesWith = (patterns: readonly string[]) => {
      const settings = { ...DEFAULT_SETTINGS, files: patterns };
      const context = { repository: undefined, settings, facts, today: TODAY };
      const { scripts } = projectOf("", [...files.keys()], files, context);
      return scripts.flatMap(({ sources }) => sources).map(({ kind }) => kind);
    };
    assert.deepEqual(sourcesWith([]), []);
    assert.deepEqual(sourcesWith(["/login.ts"]), ["literal"]);
    assert.deepEqual(sourcesWith(["login"]), []);
  });

  it("read a source again when a file that it imports from changes, comes or goes", () => {
    const facts = factCache();
    const context = { repository: undefined, settings: DEFAULT_SETTINGS, facts, today: TODAY };
    const auth = `import NextAuth from "next-auth";
import { secret } from "./constants";
export default NextAuth({ secret });
`;
    const sourcesWith = (constants: string | undefined) => {
      const other = constants === undefined ? [] : [["constants.ts", constants] as const];
      const files = new Map([["auth.ts", auth] as const, ...other]);
      const [script] = projectOf("", [...files.keys()], files, context).scripts;
      return script?.sources.map(({ file, kind }) => `${file}: ${kind}`);
    };
    assert.deepEqual(sourcesWith('export const secret = "weekday";'), ["constants.ts: literal"]);
    assert.deepEqual(sourcesWith("export const secret = process.env.APP_KEY;"), [
      "constants.ts: environment",
    ]);
    assert.deepEqual(sourcesWith(undefined), []);
    assert.deepEqual(sourcesWith('export const secret = "weekday";'), ["constants.ts: literal"]);
  });

  it("are forgotten with their files, and read again where those come back", () => {
    const facts = factCache();
    const gone = new Map([
      ["p/.env", "AUTH_SECRET=\n"],
      ["p/auth.ts", 'import NextAuth from "next-auth";\nNextAuth({});\n'],
      ["p/compose.yml", "services: {}\n# AUTH_SECRET\n"],
      ["p/package.json", '{ "dependencies": { "next-auth": "^4.24.0" } }'],
    ]);
    const factsOf = (files: ReadonlyMap<string, string>) => {
      const snapshot = snapshotOf(files, facts);
      const read = (name: string) => gone.get(`p/${name}`) ?? "";
      const framework = frameworkOf([]);
      return [
        facts.envFile("p/.env", read(".env")),
        facts.script("p/auth.ts", read("auth.ts"), { framework, files, isNamed: false }),
        facts.configFile("p/compose.yml", read("compose.yml")),
        facts.libraries.of("p", snapshot),
      ];
    };
    const first = factsOf(gone);
    facts.keepOnly(snapshotOf(gone, facts));
    const second = factsOf(gone);
    for (const [at, fact] of first.entries()) assert.equal(second[at], fact);
    facts.keepOnly(snapshotOf(new Map([["q/package.json", "{}"]]), facts));
    const third = factsOf(gone);
    for (const [at, fact] of first.entries()) assert.notEqual(third[at], fact);
    assert.deepEqual(third, first);
  });
});
