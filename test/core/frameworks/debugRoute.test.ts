import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../../src/core/analyze.ts";
import { debugRouteFor } from "../../../src/core/frameworks/debugRoute/index.ts";
import { project } from "../../support/project.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const manifest = (...names: readonly string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, "5.0.0"])) });

function pathFor(names: readonly string[], present: readonly string[], directory = "") {
  const app = project({ "package.json": manifest(...names) }, { directory });
  return debugRouteFor(app, manifest(...names), new Set(present))?.path;
}

describe("debugRouteFor", () => {
  it("goes where the package has its routes, in its language", () => {
    const next = ["next", "next-auth"];
    assert.equal(pathFor(next, ["app", "tsconfig.json"]), "app/api/debug-auth/route.ts");
    assert.equal(pathFor(next, ["src/app", "app"]), "src/app/api/debug-auth/route.js");
    assert.equal(pathFor(next, ["pages", "tsconfig.json"]), "pages/api/debug-auth.ts");
    assert.equal(pathFor(next, ["src/pages", "app"]), "app/api/debug-auth/route.js");
    assert.equal(pathFor(next, [], "apps/web"), "apps/web/app/api/debug-auth/route.js");
    assert.equal(
      pathFor(["@auth/sveltekit", "@sveltejs/kit"], ["src/routes", "tsconfig.json"]),
      "src/routes/debug-auth/+server.ts",
    );
    assert.equal(pathFor(["better-auth", "next"], ["app"]), "app/api/debug-auth/route.js");
  });

  it("is not there for a package whose routes are no files", () => {
    assert.equal(pathFor(["@auth/express", "express"], ["app", "tsconfig.json"]), undefined);
  });

  for (const names of [
    ["next", "next-auth"],
    ["next", "better-auth"],
    ["@sveltejs/kit", "@auth/sveltekit"],
  ]) {
    for (const present of [["app"], ["pages"], ["tsconfig.json"]]) {
      it(`is all that there is to say of a project with ${names.join(" and ")}, ${present}`, () => {
        const text = manifest(...names);
        const files = { "package.json": text, ".gitignore": ".env*\n" };
        const { framework } = project(files);
        const secret = { ".env": `${framework.variable}=${strongSecret()}\n` };
        const route = debugRouteFor(project(files), text, new Set(present));
        assert.ok(route);
        const found = analyze(project({ ...files, ...secret, [route.path]: route.text }));
        assert.deepEqual(
          found.map(({ rule, file }) => [rule, file]),
          [["debug-route", route.path]],
        );
      });
    }
  }
});
