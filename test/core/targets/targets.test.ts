import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { detectTargets, targets } from "../../../src/core/targets/index.ts";

/** What is run for each target, and what goes to its standard input. */
const RUNS: readonly (readonly [id: string, environment: string | undefined, line: string])[] = [
  ["vercel", "production", "vercel env add AUTH_SECRET production < VALUE"],
  ["vercel", "preview", "vercel env add AUTH_SECRET preview  < VALUE"],
  ["vercel", "development", "vercel env add AUTH_SECRET development < VALUE"],
  ["fly", undefined, "fly secrets import < AUTH_SECRET=VALUE\n"],
  ["railway", undefined, "railway variable set AUTH_SECRET --stdin < VALUE"],
  ["cloudflare", undefined, "wrangler secret put AUTH_SECRET < VALUE"],
  ["github-actions", undefined, "gh secret set AUTH_SECRET < VALUE"],
];

/** What tells of each target. */
const MARKERS: Readonly<Record<string, readonly string[]>> = {
  vercel: ["vercel.json", ".vercel"],
  fly: ["fly.toml"],
  railway: ["railway.json", "railway.toml"],
  docker: ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.prod.yaml"],
  cloudflare: ["wrangler.toml", "wrangler.json", "wrangler.jsonc"],
  "github-actions": [".github/workflows"],
  netlify: ["netlify.toml", ".netlify"],
  heroku: ["Procfile", "app.json"],
  render: ["render.yaml", "render.yml"],
};

const present = (paths: readonly string[], directory = "") =>
  detectTargets(paths, directory).flatMap(({ target, folder }) =>
    folder === undefined ? [] : [[target.id, folder]],
  );

describe("deploy targets", () => {
  it("are all in these tables", () => {
    assert.deepEqual(
      Object.keys(MARKERS),
      targets.map(({ id }) => id),
    );
    const tools = targets.filter(({ delivery }) => delivery.kind === "tool").map(({ id }) => id);
    assert.deepEqual([...new Set(RUNS.map(([id]) => id))], tools);
  });

  for (const [id, environment, line] of RUNS) {
    it(`${id} is run as \`${line.trim()}\``, () => {
      const delivery = targets.find((target) => target.id === id)?.delivery;
      assert.equal(delivery?.kind, "tool");
      const args = delivery.args("AUTH_SECRET", environment);
      const command = [delivery.programs[0], ...args].join(" ");
      assert.equal(`${command} < ${delivery.input("AUTH_SECRET", "VALUE")}`, line);
    });
  }

  it("run nothing but the variable's name, the environment and fixed words", () => {
    for (const { delivery, environments } of targets) {
      if (delivery.kind !== "tool") continue;
      for (const environment of environments.length > 0 ? environments : [undefined]) {
        for (const { args } of [delivery, ...delivery.fallbacks]) {
          for (const arg of args("AUTH_SECRET", environment)) assert.match(arg, /^[\w-]*$/);
        }
      }
    }
  });

  it("fall back only where the tool says that it stored nothing", () => {
    const fallbackOf = (id: string) => {
      const delivery = targets.find((target) => target.id === id)?.delivery;
      assert.equal(delivery?.kind, "tool");
      const [fallback] = delivery.fallbacks;
      assert.ok(fallback);
      return fallback;
    };
    const vercel = fallbackOf("vercel");
    assert.deepEqual(vercel.args("AUTH_SECRET", "production").at(-1), "--force");
    assert.equal(vercel.replaces, true);
    for (const said of [
      "Error: A variable with the name `AUTH_SECRET` already exists for the target production",
      "Error: The variable AUTH_SECRET has already been added to all Environments.",
    ]) {
      assert.match(said, vercel.when);
    }
    assert.doesNotMatch("Error: Your codebase isn’t linked to a project on Vercel.", vercel.when);
    const railway = fallbackOf("railway");
    assert.equal(railway.replaces, false);
    assert.match("error: unrecognized subcommand 'set'", railway.when);
    assert.doesNotMatch("Unauthorized. Please login with `railway login`", railway.when);
  });

  for (const [id, markers] of Object.entries(MARKERS)) {
    it(`${id} is told by ${markers.join(", ")}`, () => {
      for (const marker of markers) {
        assert.deepEqual(present([marker]), [[id, ""]], marker);
        assert.deepEqual(present([`web/${marker}`]), [], marker);
        assert.deepEqual(present([`${marker}.bak`, `x${marker}`]), [], marker);
      }
    });
  }

  it("are those of the project's folder and of the folders above, the nearest first", () => {
    const paths = ["apps/web/fly.toml", "fly.toml", "vercel.json", "apps/admin/netlify.toml"];
    assert.deepEqual(present(paths, "apps/web"), [
      ["vercel", ""],
      ["fly", "apps/web"],
    ]);
  });

  it("are all listed, those that are present first", () => {
    const listed = detectTargets(["render.yaml", "fly.toml"], "").map(({ target }) => target.id);
    assert.deepEqual(listed.slice(0, 3), ["fly", "render", "vercel"]);
    assert.equal(listed.length, targets.length);
  });

  it("lead to a page, and say what comes next", () => {
    for (const { dashboard, next, name } of targets) {
      assert.equal(new URL(dashboard).protocol, "https:", name);
      assert.match(format(next), /\.$/, name);
    }
  });
});
