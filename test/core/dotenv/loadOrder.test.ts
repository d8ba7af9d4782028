import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setVariable } from "../../../src/core/dotenv/edit.ts";
import {
  filesLoadedIn,
  localEnvFile,
  type Mode,
  modesOf,
  writableEnvFiles,
} from "../../../src/core/dotenv/loadOrder.ts";
import { type Files, project } from "../../support/project.ts";

const manifest = (name: string, range = "1", scripts = {}): Files => ({
  "package.json": JSON.stringify({ dependencies: { [name]: range }, scripts }),
});

const ALL: Files = Object.fromEntries(
  [".env", ".env.local", ".env.development", ".env.production", ".env.test", "b/.env.local"].map(
    (path) => [path, "A=1\n"],
  ),
);

const loaded = (files: Files, mode: Mode) =>
  filesLoadedIn(project(files), mode).map(({ path }) => path);

describe("filesLoadedIn", () => {
  it("orders what is loaded by what wins, as each loader does", () => {
    const next = { ...ALL, ...manifest("next", "16") };
    assert.deepEqual(loaded(next, "development"), [".env.local", ".env.development", ".env"]);
    assert.deepEqual(loaded(next, "test"), [".env.test", ".env"]);
    const vite = { ...ALL, ...manifest("@sveltejs/kit", "2") };
    assert.deepEqual(loaded(vite, "development"), [".env.development", ".env.local", ".env"]);
    assert.deepEqual(loaded(vite, "test"), [".env.test", ".env.local", ".env"]);
    const dotenv = { ...ALL, ...manifest("dotenv", "17") };
    assert.deepEqual(loaded(dotenv, "development"), [".env"]);
  });

  it("takes Next's order where nothing is known", () => {
    assert.deepEqual(loaded(ALL, "production"), [".env.local", ".env.production", ".env"]);
  });

  it("has a Worker's secrets alone where there are any", () => {
    const worker = { ...ALL, ...manifest("wrangler", "4") };
    assert.deepEqual(loaded(worker, "development"), [".env.local", ".env"]);
    assert.deepEqual(loaded({ ...worker, ".dev.vars": "A=1\n" }, "development"), [".dev.vars"]);
    assert.deepEqual(loaded(worker, "production"), []);
  });

  it("goes by the scripts that name files for Node, the last of them first", () => {
    const node = {
      ...ALL,
      ...manifest("express", "5", {
        dev: "node --watch --env-file=.env --env-file-if-exists=./.env.local src/main.ts",
        start: 'NODE_ENV=production node --env-file ".env.production" dist/main.js',
        up: "docker compose --env-file .env.test up",
      }),
    };
    assert.deepEqual(loaded(node, "development"), [".env.local", ".env"]);
    assert.deepEqual(loaded(node, "production"), [".env.production"]);
    assert.deepEqual(loaded(node, "test"), [".env.production", ".env.local", ".env"]);
  });
});

describe("modesOf", () => {
  it("knows files by the package's own folder", () => {
    const next = project(manifest("next", "16"), { directory: "web" });
    assert.deepEqual(modesOf(next, "web/.env.local"), ["development", "production"]);
    assert.deepEqual(modesOf(next, "web/.env.test"), ["test"]);
    assert.deepEqual(modesOf(next, ".env"), []);
    assert.deepEqual(modesOf(next, "web/.env.staging"), []);
  });
});

describe("localEnvFile", () => {
  const local = (files: Files) => localEnvFile(project(files));

  it("is a file that the loader reads", () => {
    assert.equal(local({}), ".env.local");
    assert.equal(localEnvFile(project({}, { directory: "apps/web" })), "apps/web/.env.local");
    assert.equal(local(manifest("dotenv")), ".env");
    assert.equal(local(manifest("nuxt")), ".env");
    assert.equal(local(manifest("wrangler")), ".dev.vars");
    const scripts = { dev: "tsx --env-file=config/dev.env main.ts" };
    assert.equal(local(manifest("express", "5", scripts)), "config/dev.env");
  });

  it("is the one that is there where the app must have been told of it", () => {
    assert.equal(local({ ...manifest("dotenv"), ".env.local": "A=1\n" }), ".env.local");
    assert.equal(local({ ...manifest("dotenv"), ".env.local": "", ".env": "" }), ".env");
  });

  it("does not begin a file that takes all others away", () => {
    assert.equal(local({ ...manifest("wrangler"), ".env": "A=1\n" }), ".env");
  });
});

describe("writableEnvFiles", () => {
  it("offers the local file first and never a template", () => {
    const paths = ["config/.env", "prod.env", ".env.example", ".env", ".env.development"];
    const files = Object.fromEntries(paths.map((path) => [path, "A=1\n"]));
    assert.deepEqual(writableEnvFiles(project(files)), [
      ".env.local",
      ".env.development",
      ".env",
      "prod.env",
      "config/.env",
    ]);
    const dotenv = { ...files, ...manifest("dotenv") };
    assert.deepEqual(writableEnvFiles(project(dotenv)).slice(0, 2), [".env", ".env.development"]);
  });
});

describe("setVariable", () => {
  const target = (files: Files) => setVariable(project(files), "AUTH_SECRET", "plainly-fake").file;

  it("writes to the file that is read", () => {
    assert.equal(target({ ...manifest("dotenv"), ".env": "A=1\n" }), ".env");
    assert.equal(target({ ...manifest("next", "16"), ".env": "A=1\n" }), ".env.local");
  });

  it("leaves a committed placeholder to a file that wins over it", () => {
    const committed = "AUTH_SECRET=your-secret-here\n";
    assert.equal(target({ ...manifest("next"), ".env.development": committed }), ".env.local");
    assert.equal(
      target({ ...manifest("@sveltejs/kit"), ".env.development": committed }),
      ".env.development.local",
    );
    assert.equal(target({ ...manifest("dotenv"), ".env": committed }), ".env");
  });
});
