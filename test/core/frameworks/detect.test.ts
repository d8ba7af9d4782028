import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detectFramework } from "../../../src/core/frameworks/index.ts";

function detected(dependencies: Record<string, string>, lockfile?: string): string {
  return detectFramework(JSON.stringify({ dependencies }), lockfile).id;
}

describe("detectFramework", () => {
  it("tells v4 and v5 of next-auth by the range", () => {
    for (const range of ["^5.0.0-beta.25", "5", "5.x", ">=5.0.0-0", "beta", "~5.0.0-beta.4"]) {
      assert.equal(detected({ "next-auth": range }), "next-auth-v5", range);
    }
    for (const range of ["^4.24.11", "4", "4.x.x", "~4.24.0", "=4.24.7", "v4.1.0", "latest", "*"]) {
      assert.equal(detected({ "next-auth": range }), "next-auth-v4", range);
    }
  });

  it("looks behind an alias", () => {
    assert.equal(detected({ "next-auth": "npm:next-auth@4.24.5" }), "next-auth-v4");
    assert.equal(detected({ "next-auth": "npm:@auth/nextjs@5.0.0-beta.4" }), "next-auth-v5");
  });

  it("asks the lockfile where the range does not tell", () => {
    const lockfiles = [
      '{ "packages": { "node_modules/next-auth": { "version": "4.24.11" } } }',
      '{ "dependencies": { "next-auth": { "version": "4.24.11" } } }',
      'next-auth@^4.24.5:\n  version "4.24.11"\n  resolved "x"\n',
      '"next-auth@npm:^4.24.5":\n  version: 4.24.11\n',
      "packages:\n\n  next-auth@4.24.11(next@15.0.0):\n    resolution: {}\n",
      "packages:\n\n  /next-auth@4.24.11:\n    resolution: {}\n",
      "packages:\n\n  /next-auth/4.24.11_next@13.0.0:\n    resolution: {}\n",
      "importers:\n  .:\n    dependencies:\n      next-auth:\n        specifier: 'catalog:'\n        version: 4.24.11(next@15.0.0)\n",
      '{ "packages": { "next-auth": ["next-auth@4.24.11", "", {}, "sha512"] } }',
    ];
    for (const lockfile of lockfiles) {
      assert.equal(detected({ "next-auth": "catalog:" }, lockfile), "next-auth-v4", lockfile);
    }
    assert.equal(
      detected({ "next-auth": "workspace:*" }, "@types/next-auth@4.24.11"),
      "next-auth-v5",
    );
  });

  it("looks through a lockfile in one pass, whatever stands behind a name", () => {
    const blanks = " ".repeat(2 ** 18);
    for (const behind of ["", ":", "@", ": {", ": specifier:", '@4":\n specifier: 4\n']) {
      const lockfile = `next-auth${behind}${blanks}x`;
      assert.equal(detected({ "next-auth": "catalog:" }, lockfile), "next-auth-v5", behind);
    }
    const found = `next-auth:${blanks}{${blanks}"version": "4.24.11" }`;
    assert.equal(detected({ "next-auth": "catalog:" }, found), "next-auth-v4");
  });

  it("knows the other libraries", () => {
    assert.equal(detected({ "better-auth": "^1.7.0" }), "better-auth");
    assert.equal(detected({ "@auth/sveltekit": "^1.11.0" }), "auth-sveltekit");
    assert.equal(detected({ "@auth/express": "^0.12.0" }), "auth-express");
    assert.equal(detected({ "@auth/solid-start": "*" }), "auth-solid-start");
    assert.equal(detected({ "@auth/qwik": "*" }), "auth-qwik");
    assert.equal(detected({ "@auth/fastify": "*" }), "auth-fastify");
    assert.equal(detected({ "auth-astro": "^4.0.0", "@auth/core": "^0.37.0" }), "auth-core");
    assert.equal(detected({ "@sidebase/nuxt-auth": "^0.10.0" }), "next-auth-v4");
  });

  it("takes the framework's own package before the core that comes with it", () => {
    assert.equal(detected({ "@auth/core": "0.41", "@auth/sveltekit": "1" }), "auth-sveltekit");
    assert.equal(detected({ "@auth/core": "0.41", "next-auth": "5.0.0-beta.29" }), "next-auth-v5");
  });

  it("reads every kind of dependency", () => {
    for (const kind of ["devDependencies", "peerDependencies", "optionalDependencies"]) {
      const manifest = JSON.stringify({ [kind]: { "next-auth": "4.24.0" } });
      assert.equal(detectFramework(manifest).id, "next-auth-v4", kind);
    }
  });

  it("is Auth.js v5 where nothing is known", () => {
    for (const manifest of [undefined, "", "{", "[]", '{ "dependencies": null }', '"text"']) {
      assert.equal(detectFramework(manifest).variable, "AUTH_SECRET");
    }
  });
});
