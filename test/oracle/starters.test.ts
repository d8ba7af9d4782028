import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { authExpress } from "../../src/core/frameworks/authExpress.ts";
import { authSveltekit } from "../../src/core/frameworks/authSveltekit.ts";
import { betterAuth } from "../../src/core/frameworks/betterAuth.ts";
import type { Framework } from "../../src/core/frameworks/framework.ts";
import { nextAuthV4 } from "../../src/core/frameworks/nextAuthV4.ts";
import { nextAuthV5 } from "../../src/core/frameworks/nextAuthV5.ts";

/** What SvelteKit's bundler makes up. */
const VIRTUAL: Readonly<Record<string, string>> = {
  "$env/dynamic/private": "export const env = process.env;",
  "$app/environment": "export const building = false; export const dev = true;",
  "$app/paths": 'export const base = "";',
};

const root = mkdtempSync(join(import.meta.dirname, "starters-"));

/** Bundlers give the default export of CommonJS by its own name. */
const INTEROP = join(root, "interop.mjs");
writeFileSync(INTEROP, 'import v4 from "next-auth-v4";\nexport default v4.default;\n');

const existsFile = (url: URL) => statSync(url, { throwIfNoEntry: false })?.isFile() === true;

// What the bundlers of these frameworks do: endings, made-up modules, and one next-auth of the two.
registerHooks({
  resolve(specifier, context, next) {
    const made = VIRTUAL[specifier];
    if (made !== undefined) {
      return { url: `data:text/javascript,${encodeURIComponent(made)}`, shortCircuit: true };
    }
    if (/^next\/\w+$/.test(specifier)) return next(`${specifier}.js`, context);
    const importer = context.parentURL ?? "";
    const isV4 = importer.startsWith(String(pathToFileURL(join(root, "next-auth-v4"))));
    if (isV4 && specifier === "next-auth") return next(pathToFileURL(INTEROP).href, context);
    if (!specifier.startsWith(".")) return next(specifier, context);
    const ending = ["", ".ts", ".js"].find((end) => existsFile(new URL(specifier + end, importer)));
    return next(specifier + (ending ?? ""), context);
  },
});

/** Writes a library's first files as the command does, and loads the one with this path. */
async function load<Module>({ id, starters }: Framework, path: string): Promise<Module> {
  for (const starter of starters) {
    const file = join(root, id, `${starter.path}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, starter.text);
  }
  return await import(String(pathToFileURL(join(root, id, `${path}.ts`))));
}

interface Route {
  GET(request: Request): Promise<Response>;
  POST(request: Request): Promise<Response>;
}

const importNamed = async <Module>(specifier: string): Promise<Module> => await import(specifier);

describe("the first files of a set-up", () => {
  const known = { ...process.env };
  before(() => {
    const secret = randomBytes(32).toString("base64");
    Object.assign(process.env, { AUTH_SECRET: secret, BETTER_AUTH_SECRET: secret });
  });
  after(() => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, known);
    rmSync(root, { recursive: true });
  });

  it("answer with next-auth 5", async () => {
    const { NextRequest } = await importNamed<{ readonly NextRequest: typeof Request }>(
      "next/server.js",
    );
    const route = await load<Route>(nextAuthV5, "app/api/auth/[...nextauth]/route");
    const response = await route.GET(new NextRequest("http://localhost/api/auth/session"));
    assert.equal(response.status, 200);
    assert.equal(typeof route.POST, "function");
  });

  it("load with next-auth 4", async () => {
    const route = await load<Route>(nextAuthV4, "app/api/auth/[...nextauth]/route");
    assert.equal(typeof route.GET, "function");
    assert.equal(route.GET, route.POST);
  });

  it("load with @auth/sveltekit", async () => {
    const hooks = await load<{ readonly handle: unknown }>(authSveltekit, "hooks.server");
    assert.equal(typeof hooks.handle, "function");
  });

  it("answer with @auth/express", async () => {
    const { authHandler } = await load<{ readonly authHandler: unknown }>(authExpress, "auth");
    const { default: express } = await importNamed<{ default(): Express }>("express");
    const app = express();
    app.set("trust proxy", true);
    app.use("/auth", authHandler);
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/auth/session`);
      assert.equal(response.status, 200);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it("answer with better-auth", async () => {
    const route = await load<Route>(betterAuth, "app/api/auth/[...all]/route");
    const response = await route.GET(new Request("http://localhost:3000/api/auth/ok"));
    assert.equal(response.status, 200);
  });
});

interface Express {
  set(name: string, value: unknown): void;
  use(path: string, handler: unknown): void;
  listen(port: number, host: string): import("node:http").Server;
}
