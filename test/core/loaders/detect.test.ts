import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detectLoader } from "../../../src/core/loaders/index.ts";

interface Told {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, unknown>>;
}

const loaderOf = (told: Told) => detectLoader(JSON.stringify(told));

const of = (...names: readonly string[]) =>
  loaderOf({ dependencies: Object.fromEntries(names.map((name) => [name, "*"])) }).id;

describe("detectLoader", () => {
  it("goes by what a package depends on", () => {
    assert.equal(of("next"), "next");
    assert.equal(of("vite"), "vite");
    assert.equal(of("astro"), "vite");
    assert.equal(of("nuxt"), "nuxt");
    assert.equal(of("dotenv"), "dotenv");
    assert.equal(of("wrangler"), "wrangler");
  });

  it("lets the framework decide that loads before the app can", () => {
    assert.equal(of("next", "dotenv", "vite", "wrangler"), "next");
    assert.equal(of("@sveltejs/kit", "vite", "dotenv", "wrangler"), "vite");
    assert.equal(of("@cloudflare/vite-plugin", "vite", "wrangler"), "wrangler");
  });

  it("takes Vite beside dotenv for the client's", () => {
    assert.equal(of("express", "dotenv", "vite"), "dotenv");
  });

  it("knows nothing of what loads other files", () => {
    for (const name of ["dotenv-cli", "dotenv-flow", "@dotenvx/dotenvx"]) {
      assert.equal(of("dotenv", name), "assumed", name);
    }
    const scripts = { start: "node -r dotenv/config main.js dotenv_config_path=.env.local" };
    assert.equal(loaderOf({ dependencies: { dotenv: "17" }, scripts }).id, "assumed");
    assert.equal(detectLoader().id, "assumed");
    assert.equal(detectLoader("{ not json").id, "assumed");
    assert.equal(of("express"), "assumed");
  });

  it("finds Node's option in scripts, and no other program's", () => {
    const idOf = (line: unknown) => loaderOf({ scripts: { dev: line } }).id;
    for (const line of [
      "node --env-file=.env main.js",
      "tsc && node --watch --env-file .env main.js",
      "tsx watch --env-file-if-exists=.env main.ts",
    ]) {
      assert.equal(idOf(line), "node-env-file", line);
    }
    for (const line of [
      "docker run --env-file .env node main.js",
      "bun --env-file=.env main.ts",
      "deno run --env-file=.env main.ts",
      "node main.js --env-file",
      "node --env-file=../.env main.js",
      7,
    ]) {
      assert.equal(idOf(line), "assumed", String(line));
    }
  });

  it("reads as the version does that the manifest tells", () => {
    const reads = (name: string, range: string) =>
      loaderOf({ devDependencies: { [name]: range } })
        .readerOf(".env")
        ?.read("A: 1\nB=$1x\n");
    assert.deepEqual([...(reads("vite", "^8.1.0") ?? [])], [["B", "$1x"]]);
    assert.deepEqual([...(reads("vite", "^7.3.0") ?? [])].length, 2);
    assert.deepEqual([...(reads("vite", "catalog:") ?? [])].length, 2);
    assert.equal(reads("next", "15.5.4")?.get("B"), "");
    assert.equal(reads("next", "^13.5.6"), undefined);
  });
});
