import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../../src/core/analyze.ts";
import { committedSecret } from "../../../src/core/rules/committed-secret.ts";
import { V5 } from "../../support/manifests.ts";
import { type Files, project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const compose = (value: string) =>
  `services:\n  web:\n    environment:\n      AUTH_SECRET: ${value}\n`;
const workflow = (value: string) => `env:\n  AUTH_SECRET: ${value}\n`;

function severities(files: Files): readonly string[] {
  return committedSecret
    .check(project({ ...V5, ...files }))
    .map(({ severity }) => severity ?? committedSecret.defaultSeverity);
}

describe("committed-secret", () => {
  it("flags a secret of any quality, and variables that the user names", () => {
    for (const value of [
      strongSecret(),
      "hunter2",
      "changeme",
      "5ebe2294ecd0e0f08eab7690d2a6ee69",
    ]) {
      assertFlags(committedSecret, { "compose.yml": compose(`«${value}»`) });
    }
    assertFlags(
      committedSecret,
      { "fly.toml": '[env]\nAPP_KEY = "«hunter2»"\nOTHER = "hunter2"\n' },
      { extraVariables: ["APP_KEY"] },
    );
  });

  it("flags it outside git, too: such files are made to be committed", () => {
    assertFlags(committedSecret, { "compose.yml": compose("«hunter2»") }, { git: false });
  });

  it("says nothing of files that git ignores", () => {
    assertSilent(committedSecret, {
      ".gitignore": "compose.override.yml\n",
      "compose.override.yml": compose(strongSecret()),
    });
  });

  it("says nothing of tests, and of examples nothing but what is real", () => {
    assertSilent(committedSecret, {
      "docker-compose.test.yml": compose(strongSecret()),
      "compose.e2e.yaml": compose("hunter2"),
      "docker-compose.example.yml": compose("my-super-secret-app-key"),
      "examples/compose.yml": compose("changeme"),
    });
    assertFlags(committedSecret, { "compose.example.yml": compose(`«${strongSecret()}»`) });
  });

  it("is as severe as the value is in use", () => {
    assert.deepEqual(severities({ "compose.yml": compose("hunter2") }), ["error"]);
    assert.deepEqual(severities({ "compose.yml": compose("changeme") }), ["warning"]);
    assert.deepEqual(severities({ "compose.dev.yml": compose("hunter2") }), ["information"]);
    assert.deepEqual(severities({ "compose.dev.yml": compose("dev-secret") }), []);
    assert.deepEqual(severities({ "compose.override.yml": compose("local-secret") }), []);
    assert.deepEqual(severities({ "compose.yml": compose("local-secret") }), ["error"]);
    assert.deepEqual(severities({ ".devcontainer/compose.yml": compose(strongSecret()) }), [
      "error",
    ]);
    const inWorkflow = (value: string) =>
      severities({ ".github/workflows/a.yml": workflow(value) });
    assert.deepEqual(inWorkflow(strongSecret()), ["error"]);
    assert.deepEqual(inWorkflow("correct horse battery"), ["information"]);
    for (const value of ["test", "dummy-secret-for-build", "ci-only-secret", "changeme"]) {
      assert.deepEqual(inWorkflow(value), [], value);
    }
  });

  it("leaves what the source says to the rules of the source: one finding", () => {
    const config = 'export default { env: { AUTH_SECRET: "hunter2" } };\n';
    const found = analyze(project({ ...V5, "next.config.mjs": config }));
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ["hardcoded-secret"],
    );
  });

  it("is silenced by a comment of the file's language", () => {
    const silenced = {
      "compose.yml": `services:\n  web:\n    environment:\n      # auth-secret-ignore-next-line committed-secret -- a demo\n      AUTH_SECRET: hunter2\n`,
      "fly.toml": '[env]\nAUTH_SECRET = "hunter2" # auth-secret-ignore\n',
      Dockerfile: "FROM a\nENV A=1 \\\n# auth-secret-ignore-next-line\n  AUTH_SECRET=hunter2\n",
      "wrangler.jsonc":
        '{ "vars": {\n  // auth-secret-ignore-next-line\n  "AUTH_SECRET": "hunter2" } }\n',
    };
    assert.deepEqual(analyze(project({ ...V5, ...silenced })), []);
  });

  it("keeps a secret that the .env beside it has", () => {
    const strong = strongSecret();
    assertFixes(
      committedSecret,
      {
        ...V5,
        "deploy/compose.yml": compose("«hunter2»"),
        "deploy/.env": `AUTH_SECRET=${strong}\n`,
      },
      { "deploy/compose.yml": compose("$" + "{AUTH_SECRET:?set AUTH_SECRET}") },
    );
  });

  it("keeps the file of the new secret out of git", () => {
    const [, ignored] = fixed({ "package.json": "{}", "compose.yml": compose("hunter2") });
    assert.match(ignored ?? "", /^\.env$/m);
  });
});

function fixed(files: Files): readonly [string | undefined, string | undefined] {
  const snapshot = project(files);
  const [problem] = committedSecret.check(snapshot);
  assert.ok(problem);
  const [fix] = committedSecret.fixes?.(problem, snapshot) ?? [];
  const edits = fix?.edits({ mint: () => MINTED }) ?? [];
  const textOf = (path: string) => edits.find(({ file }) => file === path)?.edits[0]?.newText;
  return [textOf(".env"), textOf(".gitignore")];
}
