import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { debugRouteFor } from "../../src/core/frameworks/debugRoute/index.ts";
import { project } from "../support/project.ts";
import { callPages, nextAuthV4, type PagesResponse } from "./support/nextAuthV4.ts";
import { authCore, betterAuthApp, nextAuthV5, signIn } from "./support/signIn.ts";

type Handler = (request: Request) => Promise<Response>;

interface Report {
  readonly session: boolean;
  readonly hint: string;
  readonly sessionCookies: readonly string[];
  readonly sessionEndpoint: { readonly status: number | string };
  readonly secrets: Readonly<Record<string, string>>;
}

const temporary = mkdtempSync(join(tmpdir(), "auth-secret-route-"));
const environment = { ...process.env };
const realFetch = globalThis.fetch;

// What SvelteKit's bundler gives for its own modules.
const VIRTUAL: Readonly<Record<string, string>> = {
  "$app/environment": "export const dev = MODE === 'development';",
  "$env/dynamic/private": "export const env = process.env;",
};
registerHooks({
  resolve(specifier, context, next) {
    const source = VIRTUAL[specifier]?.replace("MODE", JSON.stringify(process.env.NODE_ENV));
    if (source === undefined) return next(specifier, context);
    return { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true };
  },
});

after(() => rmSync(temporary, { recursive: true, force: true }));

afterEach(() => {
  globalThis.fetch = realFetch;
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

function routeOf(dependencies: Readonly<Record<string, string>>, present: readonly string[]) {
  const manifest = JSON.stringify({ dependencies });
  const route = debugRouteFor(project({ "package.json": manifest }), manifest, new Set(present));
  assert.ok(route);
  return route;
}

let count = 0;

/** The route as the app would load it, without its types. */
async function load<Module>(route: {
  readonly path: string;
  readonly text: string;
}): Promise<Module> {
  const file = join(temporary, `${++count}.${route.path.endsWith(".ts") ? "mts" : "mjs"}`);
  writeFileSync(file, route.text);
  return (await import(pathToFileURL(file).href)) as Module;
}

/** Sends what the route asks for to the app's own handler. */
function serve(handler: Handler): void {
  globalThis.fetch = (input, init) => handler(new Request(input as URL, init));
}

function develop(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, { NODE_ENV: "development", ...variables });
}

const fresh = () => randomBytes(32).toString("base64");
const V5 = { next: "16.4.6", "next-auth": "5.0.0-beta.32" };
const ADDRESS = "http://localhost:3000/api/debug-auth";

interface NextRoute {
  GET(request: Request): Promise<Response>;
}

async function reportOf(route: NextRoute, cookie: string): Promise<Report> {
  const answer = await route.GET(new Request(ADDRESS, { headers: { cookie } }));
  assert.equal(answer.status, 200);
  const text = await answer.text();
  for (const value of [cookie.split("=").slice(1).join("="), process.env["AUTH_SECRET"]]) {
    assert.ok(!value || !text.includes(value), "the answer holds a value");
  }
  return JSON.parse(text) as Report;
}

describe("the debug route of Next's App Router", () => {
  for (const present of [["app", "tsconfig.json"], ["app"]]) {
    it(`tells a session of next-auth v5 from none, in ${present.at(-1)}`, async () => {
      develop({ AUTH_SECRET: fresh() });
      const app = await nextAuthV5();
      serve(app);
      const route = await load<NextRoute>(routeOf(V5, present));
      const there = await reportOf(route, await signIn(app));
      assert.deepEqual(
        [there.session, there.sessionCookies, there.sessionEndpoint.status],
        [true, ["authjs.session-token"], 200],
      );
      assert.deepEqual(
        [there.secrets["AUTH_SECRET"], there.secrets["NEXTAUTH_SECRET"]],
        ["set", "not set"],
      );
      const none = await reportOf(route, "theme=dark");
      assert.deepEqual([none.session, none.sessionCookies], [false, []]);
      assert.match(none.hint, /sign in first/);
    });
  }

  it("says that another secret made the cookie, and what is empty or short", async () => {
    const cookie = await signIn(await nextAuthV5({ secret: fresh() }));
    develop({ AUTH_SECRET: "tiny-value", NEXTAUTH_SECRET: "" });
    serve(await nextAuthV5({ logger: { error: () => undefined } }));
    const report = await reportOf(await load<NextRoute>(routeOf(V5, ["app"])), cookie);
    assert.equal(report.session, false);
    assert.match(report.hint, /another secret made it/);
    assert.match(report.secrets["AUTH_SECRET"] ?? "", /shorter than 32/);
    assert.match(report.secrets["NEXTAUTH_SECRET"] ?? "", /empty/);
  });

  it("says that the library fails where there is no secret", async () => {
    develop({});
    serve(await nextAuthV5({ logger: { error: () => undefined } }));
    const report = await reportOf(await load<NextRoute>(routeOf(V5, ["app"])), "");
    assert.equal(report.sessionEndpoint.status, 500);
    assert.match(report.hint, /often a missing secret/);
    assert.equal(report.secrets["AUTH_SECRET"], "not set");
  });

  it("says that the endpoint is elsewhere, or not there at all", async () => {
    develop({ AUTH_SECRET: fresh() });
    const route = await load<NextRoute>(routeOf(V5, ["app"]));
    serve(async () => new Response(null, { status: 404 }));
    assert.match((await reportOf(route, "")).hint, /no session endpoint/);
    serve(() => Promise.reject(new TypeError("fetch failed")));
    assert.match((await reportOf(route, "")).hint, /cannot be reached/);
  });

  it("tells a session of Better Auth", async () => {
    develop({ BETTER_AUTH_SECRET: fresh() });
    const app = betterAuthApp();
    serve(app.handler);
    const signedUp = await app.api.signUpEmail({
      body: { email: "ann@example.org", password: fresh(), name: "Ann" },
      asResponse: true,
    });
    const cookie = signedUp.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const route = await load<NextRoute>(routeOf({ next: "16", "better-auth": "1.7.25" }, ["app"]));
    const report = await reportOf(route, cookie);
    assert.deepEqual(
      [report.session, report.sessionCookies, report.secrets["BETTER_AUTH_SECRET"]],
      [true, ["better-auth.session_token"], "set"],
    );
  });

  it("is not there in production", async () => {
    Object.assign(process.env, { NODE_ENV: "production" });
    const route = await load<NextRoute>(routeOf(V5, ["app"]));
    assert.equal((await route.GET(new Request(ADDRESS))).status, 404);
  });
});

interface PagesRoute {
  default(request: object, response: PagesResponse): unknown;
}

describe("the debug route of Next's Pages Router", () => {
  it("tells a session of NextAuth v4 from none, and is not there in production", async () => {
    develop({ NEXTAUTH_SECRET: fresh(), NEXTAUTH_URL: "http://localhost:3000" });
    const app = await nextAuthV4();
    serve(app);
    const route = await load<PagesRoute>(
      routeOf({ next: "13.5.6", "next-auth": "4.24.15" }, ["pages", "tsconfig.json"]),
    );
    const asked = async (cookie: string) =>
      callPages(route.default, new Request(ADDRESS, { headers: { cookie } }));
    const cookie = await signIn(app);
    const there = (await (await asked(cookie)).json()) as Report;
    assert.deepEqual(
      [there.session, there.sessionCookies, there.secrets["NEXTAUTH_SECRET"]],
      [true, ["next-auth.session-token"], "set"],
    );
    const none = (await (await asked("theme=dark")).json()) as Report;
    assert.deepEqual([none.session, none.sessionCookies], [false, []]);
    Object.assign(process.env, { NODE_ENV: "production" });
    assert.equal((await asked(cookie)).status, 404);
  });
});

interface KitRoute {
  GET(event: object): Promise<Response>;
}

describe("the debug route of SvelteKit", () => {
  for (const mode of ["development", "production"]) {
    it(`in ${mode}`, async () => {
      develop({ AUTH_SECRET: fresh(), NODE_ENV: mode });
      const app = authCore({ secret: process.env["AUTH_SECRET"] ?? "" });
      const cookie = await signIn(app);
      const route = await load<KitRoute>(
        routeOf({ "@sveltejs/kit": "2", "@auth/sveltekit": "1.11.3" }, ["tsconfig.json"]),
      );
      const answer = await route.GET({
        request: new Request("http://localhost:3000/debug-auth", { headers: { cookie } }),
        // Kit resolves the path and hands the cookies on; this app's own path has a prefix more.
        fetch: (path: string) =>
          app(new Request(`http://localhost:3000/api${path}`, { headers: { cookie } })),
      });
      assert.equal(answer.status, mode === "development" ? 200 : 404);
      const report = answer.ok ? ((await answer.json()) as Report) : undefined;
      assert.equal(report?.session, mode === "development" ? true : undefined);
    });
  }
});

describe("the debug routes", () => {
  it("compile under strict types against the real frameworks", () => {
    // Below the packages, whose types are found there.
    const folder = mkdtempSync(join(import.meta.dirname, "node_modules/.route-"));
    try {
      const routes = [
        routeOf(V5, ["app", "tsconfig.json"]),
        routeOf(V5, ["pages", "tsconfig.json"]),
        routeOf({ "@sveltejs/kit": "2", "@auth/sveltekit": "1" }, ["tsconfig.json"]),
      ].map(({ path, text }) => ({ path: path.replaceAll("/", "-").replace("+", ""), text }));
      for (const { path, text } of routes) writeFileSync(join(folder, path), text);
      writeFileSync(join(folder, "kit.d.ts"), KIT);
      const compilerOptions = {
        ...STRICT,
        types: ["node"],
        typeRoots: [join(ROOT, "node_modules/@types")],
      };
      const files = ["kit.d.ts", ...routes.map(({ path }) => path)];
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
      const program = join(ROOT, "node_modules/typescript/bin/tsc");
      const { status, stdout } = spawnSync(process.execPath, [program, "-p", folder], {
        encoding: "utf8",
      });
      assert.equal(stdout, "");
      assert.equal(status, 0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const ROOT = join(import.meta.dirname, "../..");

/** What Kit generates for an app. */
const KIT = `declare module "$app/environment" { export const dev: boolean; }
declare module "$env/dynamic/private" { export const env: Record<string, string | undefined>; }
`;

const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noEmit: true,
  skipLibCheck: true,
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  module: "preserve",
  moduleResolution: "bundler",
  isolatedModules: true,
};
