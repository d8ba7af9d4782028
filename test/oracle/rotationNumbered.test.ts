import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { registerHooks } from "node:module";
import type { AddressInfo } from "node:net";
import { describe, it } from "node:test";
import { EXPRESS, SVELTEKIT } from "../support/manifests.ts";
import type { Files } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";
import { imported } from "./support/imported.ts";
import { retire, rotate } from "./support/rotate.ts";
import { runSource, variablesOf, withVariables } from "./support/runSource.ts";
import { type Answer, answerOf, COOKIE, isMadeWith, tokenOf } from "./support/tokens.ts";

const { Auth, setEnvDefaults } = (await imported("@auth/core")) as {
  Auth(request: Request, config: object): Promise<Response>;
  setEnvDefaults(variables: object, config: object): void;
};

/** The newest secret of an env file: the one with the highest number. */
function newestIn(files: Files): string {
  const values = variablesOf(files);
  const names = ["AUTH_SECRET_3", "AUTH_SECRET_2", "AUTH_SECRET_1", "AUTH_SECRET"];
  return names.map((name) => values[name]).find((value) => value !== undefined) ?? "";
}

const cookieOf = (token: string) => ({ cookie: `${COOKIE}=${token}` });

/** Who a token signs in with the variables of the env file. */
type Session = (files: Files, token: string) => Promise<Answer>;

const withCore: Session = async (files, token) => {
  const quiet = () => {};
  const config = {
    providers: [],
    trustHost: true,
    basePath: "/auth",
    logger: { error: quiet, warn: quiet, debug: quiet },
  };
  setEnvDefaults(variablesOf(files), config);
  const request = new Request("http://localhost/auth/session", { headers: cookieOf(token) });
  return await answerOf(await Auth(request, config));
};

const express = await imported("express");
const authExpress = await imported("@auth/express");

const withExpress: Session = (files, token) =>
  withVariables(variablesOf(files), async () => {
    const { app } = await runSource(files, "auth.ts", {
      express: { __esModule: true, ...express },
      "@auth/express": authExpress,
    });
    const server = createServer(app as RequestListener).listen(0, "127.0.0.1");
    try {
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/auth/session`;
      return await answerOf(await fetch(url, { headers: cookieOf(token) }));
    } finally {
      server.close();
    }
  });

/** What SvelteKit makes while it builds an app. */
const kit: Record<string, string> = {
  "$env/dynamic/private": "export const env = process.env;",
  "$app/environment": "export const dev = true; export const building = false;",
  "$app/paths": 'export const base = "";',
};
registerHooks({
  resolve(specifier, context, next) {
    const text = kit[specifier];
    if (text === undefined) {
      const isBare = specifier.startsWith("./") && context.parentURL?.includes("@auth/sveltekit");
      return next(isBare && !specifier.endsWith(".js") ? `${specifier}.js` : specifier, context);
    }
    const url = `data:text/javascript,${encodeURIComponent(text)}`;
    return { url, format: "module", shortCircuit: true };
  },
});
const authSveltekit = await imported("@auth/sveltekit");

interface KitSetup {
  handle(input: object): Promise<Response>;
}

const withSveltekit: Session = (files, token) =>
  withVariables(variablesOf(files), async () => {
    const { setup } = await runSource(files, "auth.ts", { "@auth/sveltekit": authSveltekit });
    const request = new Request("http://localhost/auth/session", { headers: cookieOf(token) });
    const event = { request, url: new URL(request.url), locals: {} };
    return await answerOf(await (setup as KitSetup).handle({ event, resolve: () => undefined }));
  });

const quiet = "logger: { error() {}, warn() {}, debug() {} }";
const APP: Files = {
  ...EXPRESS,
  "auth.ts": `import { ExpressAuth } from "@auth/express";
import express from "express";
export const app = express();
app.use("/auth", ExpressAuth({ providers: [], trustHost: true, ${quiet} }));
`,
};
const KIT: Files = {
  ...SVELTEKIT,
  "auth.ts": `import { SvelteKitAuth } from "@auth/sveltekit";
export const setup = SvelteKitAuth({ providers: [], ${quiet} });
`,
};

const LIBRARIES: readonly (readonly [string, Files, Session])[] = [
  ["@auth/core", APP, withCore],
  ["@auth/express", APP, withExpress],
  ["@auth/sveltekit", KIT, withSveltekit],
];

describe("a rotation by numbered variables", () => {
  for (const [library, source, session] of LIBRARIES) {
    it(`keeps the last four secrets with ${library}, and makes sessions with the newest`, async () => {
      const states: Files[] = [{ ...source, ".env.local": `AUTH_SECRET=${strongSecret()}\n` }];
      for (let count = 1; count <= 4; count++) states.push(rotate(states.at(-1) ?? {}, "graceful"));
      for (const [index, files] of states.entries()) {
        const names = [];
        for (const earlier of states.slice(0, index + 1)) {
          names.push((await session(files, await tokenOf(newestIn(earlier)))).name);
        }
        const wanted = names.map((_, at) => (index - at < 4 ? "Ada" : undefined));
        assert.deepEqual(names, wanted, `after ${index} rotations`);
        const first = states[Math.max(0, index - 1)] ?? files;
        const { renewed } = await session(files, await tokenOf(newestIn(first)));
        assert.ok(await isMadeWith(renewed, newestIn(files)), `after ${index} rotations`);
      }
    });

    it(`ends sessions with ${library} when their secret is dropped, the oldest first`, async () => {
      const files = { ...source, ".env.local": `AUTH_SECRET=${strongSecret()}\n` };
      const once = rotate(files, "graceful");
      const twice = rotate(once, "graceful");
      const tokens = await Promise.all([files, once, twice].map((each) => tokenOf(newestIn(each))));
      const namesIn = async (state: Files) => {
        const names = [];
        for (const token of tokens) names.push((await session(state, token)).name);
        return names;
      };
      const without = retire(twice);
      assert.deepEqual(await namesIn(without), [undefined, "Ada", "Ada"]);
      const alone = retire(without);
      assert.deepEqual(await namesIn(alone), [undefined, undefined, "Ada"]);
      assert.deepEqual(Object.keys(variablesOf(alone)), ["AUTH_SECRET"]);
    });
  }

  it("makes way for a list where the source hands the secret over", async () => {
    const handing = APP["auth.ts"]?.replace(
      "providers",
      "secret: process.env.AUTH_SECRET, providers",
    );
    const files = {
      ...APP,
      "auth.ts": handing ?? "",
      ".env.local": `AUTH_SECRET=${strongSecret()}\n`,
    };
    const token = await tokenOf(newestIn(files));
    const rotated = rotate(files, "graceful");
    assert.deepEqual(Object.keys(variablesOf(rotated)), ["AUTH_SECRET", "AUTH_SECRET_OLD"]);
    const { name, renewed } = await withExpress(rotated, token);
    assert.equal(name, "Ada");
    assert.ok(await isMadeWith(renewed, newestIn(rotated)));
    const retired = retire(rotated);
    assert.equal(retired["auth.ts"], handing);
    assert.equal((await withExpress(retired, token)).name, undefined);
  });

  it("is undone by a plain one", async () => {
    const files = { ...APP, ".env.local": `AUTH_SECRET=${strongSecret()}\n` };
    const once = rotate(files, "graceful");
    const plain = rotate(once, "plain");
    for (const state of [files, once]) {
      const { name } = await withCore(plain, await tokenOf(newestIn(state)));
      assert.equal(name, undefined);
    }
    assert.equal((await withCore(plain, await tokenOf(newestIn(plain)))).name, "Ada");
    assert.deepEqual(Object.keys(variablesOf(plain)), ["AUTH_SECRET"]);
  });
});
