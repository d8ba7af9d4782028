import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { destinationsOf, environmentsOf, packagesForSecret } from "../../src/core/destinations.ts";
import { encodeSecret } from "../../src/core/secret/generate.ts";
import { type Files, project } from "../support/project.ts";

const V4 = '{ "dependencies": { "next-auth": "^4.24.0" } }';
const GOOD = encodeSecret(
  Uint8Array.from({ length: 32 }, (_, index) => (index * 151 + 83) % 256),
  "hex",
);

const offered = (files: Files, preferred?: string) =>
  destinationsOf(project(files), (path) => files[path], preferred);

describe("environmentsOf", () => {
  const environments = (files: Files) =>
    environmentsOf(project(files), (path) => files[path]).map(
      ({ path, effect, isSuggested }) => `${path} ${effect}${isSuggested ? " suggested" : ""}`,
    );

  it("has what is usual, and suggests the developer's own", () => {
    assert.deepEqual(environments({}), [
      ".env.local create suggested",
      ".env.development.local create",
      ".env.production.local create",
    ]);
  });

  it("suggests what loses nothing, of one environment each", () => {
    const found = environments({
      ".env": "A=1\n",
      ".env.local": `AUTH_SECRET=${GOOD}\n`,
      ".env.production": "AUTH_SECRET=\n",
      ".env.staging": "A=1\n",
      ".env.test": "A=1\n",
      ".env.example": "AUTH_SECRET=\n",
      "docker/.env": "A=1\n",
    });
    assert.deepEqual(found.sort(), [
      ".env add",
      ".env.development.local create",
      ".env.local replace",
      ".env.production fill suggested",
      ".env.production.local create",
      ".env.staging add suggested",
      ".env.test add",
    ]);
  });
});

describe("destinationsOf", () => {
  it("knows what stands in a file of another package", () => {
    const web = project({ "package.json": V4 }, { directory: "web" });
    const files: Files = { ".env": "NEXTAUTH_SECRET=correct horse\n" };
    assert.deepEqual(destinationsOf(web, (path) => files[path], ".env")[0], {
      path: ".env",
      effect: "replace",
    });
  });

  it("offers .env.local first, also where it is not there yet", () => {
    assert.deepEqual(offered({ ".env": "A=1\n" }), [
      { path: ".env.local", effect: "create" },
      { path: ".env", effect: "add" },
    ]);
  });

  it("offers a file first that the project's loader reads", () => {
    const dotenv = { "package.json": '{ "dependencies": { "dotenv": "^18.0.0" } }' };
    assert.deepEqual(offered({ ...dotenv, ".env": "A=1\n" })[0], { path: ".env", effect: "add" });
    assert.deepEqual(offered(dotenv), [{ path: ".env", effect: "create" }]);
  });

  it("offers the file that was asked for first", () => {
    const [first] = offered({ ".env": "A=1\n" }, ".env");
    assert.deepEqual(first, { path: ".env", effect: "add" });
  });

  it("never offers a template", () => {
    const paths = offered({ ".env.example": "AUTH_SECRET=\n" }, ".env.example");
    assert.deepEqual(paths, [{ path: ".env.local", effect: "create" }]);
  });

  it("fills what is empty or a placeholder, and replaces everything else", () => {
    const effect = (line: string) => offered({ ".env.local": line })[0]?.effect;
    assert.equal(effect("AUTH_SECRET=\n"), "fill");
    assert.equal(effect("AUTH_SECRET=your-secret-here\n"), "fill");
    assert.equal(effect(`AUTH_SECRET=${GOOD}\n`), "replace");
    assert.equal(effect("AUTH_SECRET=correct horse\n"), "replace");
    assert.equal(effect("NEXTAUTH_SECRET=\n"), "add");
  });

  it("looks at the variable of the project's own library", () => {
    const files = { "package.json": V4, ".env.local": "NEXTAUTH_SECRET=\n" };
    assert.equal(offered(files)[0]?.effect, "fill");
  });
});

describe("packagesForSecret", () => {
  const files = new Map([
    ["package.json", "{}"],
    ["apps/web/package.json", V4],
    ["apps/admin/package.json", '{ "dependencies": { "better-auth": "1" } }'],
    ["packages/ui/package.json", "{}"],
  ]);

  it("is the package of the active file, if that uses an auth library", () => {
    assert.deepEqual(packagesForSecret(files, "apps/web/app/page.tsx"), ["apps/web"]);
  });

  it("is every package that uses one, if the active file's does not", () => {
    assert.deepEqual(packagesForSecret(files, "packages/ui/index.ts"), ["apps/admin", "apps/web"]);
    assert.deepEqual(packagesForSecret(files), ["apps/admin", "apps/web"]);
  });

  it("is the active file's own, or the root, where nothing is known", () => {
    assert.deepEqual(packagesForSecret(new Map([["a/package.json", "{}"]]), "a/.env"), ["a"]);
    assert.deepEqual(packagesForSecret(new Map()), [""]);
  });
});
