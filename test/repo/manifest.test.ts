import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { inEnglish, withKeys } from "../../scripts/l10n/manifestTexts.ts";
import { DEFAULT_SETTINGS, isEnvFile, MINIMUM_BYTES, rules } from "../../src/core/index.ts";

const manifest = inEnglish(
  JSON.parse(readFileSync("package.json", "utf8")),
  JSON.parse(readFileSync("package.nls.json", "utf8")),
);
const { commands, configuration, menus } = manifest.contributes;
const source = globSync("src/editor/**/*.ts").map((path) => readFileSync(path, "utf8"));

/** Commands that run behind others and are shown nowhere. */
const INTERNAL = [
  "authSecret.afterFix",
  "authSecret.completeSecret",
  "authSecret.copyValue",
  "authSecret.replaceInPlace",
  "authSecret.setRuleSeverity",
];

describe("manifest", () => {
  it("contributes exactly the commands that the source registers", () => {
    const contributed: string[] = commands.map(({ command }: { command: string }) => command);
    const used = new Set(source.flatMap((text) => text.match(/(?<=")authSecret\.\w+(?=")/g) ?? []));
    assert.deepEqual([...used].sort(), [...contributed, ...INTERNAL].sort());
  });

  it("gives every command a category and a title", () => {
    for (const { category, title } of commands) {
      assert.equal(category, "Auth Secret");
      assert.match(title, /^[A-Z]/);
    }
  });

  it("gives every command that a menu or a list shows an icon", () => {
    for (const { icon } of commands) assert.match(icon, /^\$\([a-z-]+\)$/);
  });

  it("has the same defaults as the core", () => {
    const defaultOf = (name: string) => configuration.properties[`authSecret.${name}`].default;
    assert.deepEqual(defaultOf("variables"), DEFAULT_SETTINGS.extraVariables);
    assert.deepEqual(defaultOf("files"), DEFAULT_SETTINGS.files);
    assert.equal(defaultOf("minimumBits"), DEFAULT_SETTINGS.minimumBits);
    assert.equal(defaultOf("includeTestFiles"), DEFAULT_SETTINGS.includeTestFiles);
    assert.equal(defaultOf("bytes"), MINIMUM_BYTES);
  });

  it("describes every setting, for each resource", () => {
    for (const setting of Object.values<Record<string, unknown>>(configuration.properties)) {
      assert.equal(setting["scope"], "resource");
      assert.equal(typeof setting["markdownDescription"], "string");
      assert.ok("default" in setting);
    }
  });

  it("has a key of package.nls.json for every text", () => {
    const raw = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(Object.keys(withKeys(raw).texts), [], "run npm run l10n");
  });

  it("leads from the walkthrough to commands, pictures and keys that there are", () => {
    const [{ steps }] = manifest.contributes.walkthroughs;
    const contributed: string[] = commands.map(({ command }: { command: string }) => command);
    const known = new Set(contributed);
    const keys = source.flatMap((text) => text.match(/authSecret\.is\.\w+/g) ?? []);
    assert.equal(steps.length, 7);
    for (const { description, media, completionEvents } of steps) {
      const [, command = ""] = /\(command:([\w.]+)\)/.exec(description) ?? [];
      assert.ok(known.has(command), command);
      assert.ok(existsSync(media.svg), media.svg);
      const [event = "", key = ""] = completionEvents[0].split(":");
      assert.ok(event === "onCommand" ? known.has(key) : keys.includes(key), completionEvents[0]);
    }
  });

  it("lets every rule be set", () => {
    const { properties } = configuration.properties["authSecret.rules"];
    assert.deepEqual(Object.keys(properties).sort(), rules.map(({ id }) => id).sort());
  });

  it("shows the command in the menus of env files, and of no others", () => {
    for (const menu of ["editor/title", "editor/context", "explorer/context"]) {
      const { when } = menus[menu][0];
      const pattern = new RegExp(/=~ \/(.+)\/$/.exec(when)?.[1] ?? "(?!)");
      for (const name of [
        ".env",
        ".env.local",
        "app.env",
        ".envrc",
        ".dev.vars",
        "auth.ts",
        "env.ts",
      ]) {
        assert.equal(pattern.test(name), isEnvFile(name), `${menu}: ${name}`);
      }
    }
  });

  it("is never woken at startup", () => {
    for (const event of manifest.activationEvents) {
      assert.match(event, /^(onLanguage|workspaceContains):/);
    }
  });

  it("works untrusted and in virtual workspaces", () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, true);
  });

  it("declares the VS Code whose API it is compiled against", () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"]}`);
  });
});
