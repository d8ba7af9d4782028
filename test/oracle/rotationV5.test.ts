import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { V5 } from "../support/manifests.ts";
import type { Files } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";
import { imported } from "./support/imported.ts";
import { retire, rotate, rotationIn } from "./support/rotate.ts";
import { runSource, variablesOf, withVariables } from "./support/runSource.ts";
import { answerOf, COOKIE, isMadeWith, tokenOf } from "./support/tokens.ts";

const { default: NextAuth } = await imported("next-auth");
const { NextRequest } = (await imported("next/server.js")) as {
  readonly NextRequest: new (url: string, init: RequestInit) => Request;
};

/** A database that has one session, whatever its id. */
const methods =
  "createUser getUser getUserByEmail getUserByAccount updateUser linkAccount createSession updateSession deleteSession";
const adapter = () => ({
  ...Object.fromEntries(methods.split(" ").map((name) => [name, async () => null])),
  getSessionAndUser: async (sessionToken: string) => ({
    session: { sessionToken, userId: "1", expires: new Date(Date.now() + 60_000) },
    user: { id: "1", name: "Ada", email: "ada@example.com", emailVerified: null },
  }),
});
const packages = {
  "next-auth": { __esModule: true, default: NextAuth },
  "next-auth/jwt": await imported("next-auth/jwt"),
  "an-adapter": { adapter },
};

const quiet = "logger: { error() {}, warn() {}, debug() {} }";

/** Sources of each form that the command edits by itself. */
const PROJECTS: Readonly<Record<string, Files>> = {
  "that leaves the option out": {
    "auth.ts": `import NextAuth from "next-auth";
export const { handlers } = NextAuth({
  providers: [],
  trustHost: true,
  ${quiet},
});
`,
  },
  "that hands it over": {
    "auth.ts": `import NextAuth from "next-auth";
export const { handlers } = NextAuth({ secret: process.env.AUTH_SECRET, providers: [], trustHost: true, ${quiet} });
`,
  },
  "whose configuration is split": {
    "auth.config.ts": `import type { NextAuthConfig } from "next-auth";
export default { providers: [], trustHost: true, ${quiet} } satisfies NextAuthConfig;
`,
    "middleware.ts": `import NextAuth from "next-auth";
import config from "./auth.config";
export const { auth: middleware } = NextAuth(config);
`,
    "auth.ts": `import NextAuth from "next-auth";
import config from "./auth.config";
export const { handlers } = NextAuth({ ...config, session: { strategy: "jwt" } });
`,
  },
  "whose configuration is made at each request": {
    "auth.ts": `import NextAuth from "next-auth";
export const { handlers } = NextAuth(() => ({ providers: [], trustHost: true, ${quiet} }));
`,
  },
};

type Handlers = Readonly<Record<"GET" | "POST", (request: Request) => Promise<Response>>>;

/** Who a token signs in, and the token that the answer renews it with. */
async function session(files: Files, token: string, variables = variablesOf(files)) {
  return await withVariables(variables, async () => {
    const { handlers } = await runSource(files, "auth.ts", packages);
    const request = new NextRequest("http://localhost:3000/api/auth/session", {
      headers: { cookie: `${COOKIE}=${token}` },
    });
    const response = await (handlers as Handlers).GET(request);
    return await answerOf(response);
  });
}

interface Form {
  readonly cookie: string;
  readonly csrfToken: string;
}

/** A page with a form, as somebody has it before them. */
const openForm = (files: Files): Promise<Form> =>
  withVariables(variablesOf(files), async () => {
    const { handlers } = await runSource(files, "auth.ts", packages);
    const url = "http://localhost:3000/api/auth/csrf";
    const response = await (handlers as Handlers).GET(new NextRequest(url, {}));
    const [cookie = ""] = response.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
    return { cookie, csrfToken: (await response.json()).csrfToken };
  });

/** Where the answer to the form sends the browser. */
const submit = (files: Files, { cookie, csrfToken }: Form): Promise<string> =>
  withVariables(variablesOf(files), async () => {
    const { handlers } = await runSource(files, "auth.ts", packages);
    const request = new NextRequest("http://localhost:3000/api/auth/signout", {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken }).toString(),
    });
    return (await (handlers as Handlers).POST(request)).headers.get("location") ?? "";
  });

const secretIn = (files: Files) => variablesOf(files)["AUTH_SECRET"];

describe("a rotation with next-auth 5", () => {
  for (const [name, source] of Object.entries(PROJECTS)) {
    it(`keeps sessions in a project ${name}, until the old secret is dropped`, async () => {
      const files = { ...V5, ".env.local": `AUTH_SECRET="${strongSecret()}"\n`, ...source };
      const token = await tokenOf(secretIn(files));
      assert.equal((await session(files, token)).name, "Ada");

      const rotated = rotate(files, "graceful");
      assert.notEqual(secretIn(rotated), secretIn(files));
      const kept = await session(rotated, token);
      assert.equal(kept.name, "Ada");
      assert.ok(await isMadeWith(kept.renewed, secretIn(rotated)), "not renewed with the new one");
      assert.ok(!(await isMadeWith(kept.renewed, secretIn(files))), "renewed with the old one");

      const retired = retire(rotated);
      assert.equal((await session(retired, token)).name, undefined);
      assert.equal((await session(retired, kept.renewed)).name, "Ada");
    });
  }

  it("does no harm where the old variable is not set", async () => {
    const source = PROJECTS["that leaves the option out"];
    const files = { ...V5, ".env.local": `AUTH_SECRET=${strongSecret()}\n`, ...source };
    const rotated = rotate(files, "graceful");
    const secret = secretIn(rotated) ?? "";
    const token = await tokenOf(secret);
    const missing = await session(rotated, token, { AUTH_SECRET: secret });
    assert.equal(missing.name, "Ada");
    const empty = await session(rotated, token, { AUTH_SECRET: secret, AUTH_SECRET_OLD: "" });
    assert.equal(empty.name, "Ada");
  });

  it("keeps the secret before, and no other, at the second rotation", async () => {
    const source = PROJECTS["that leaves the option out"];
    const files = { ...V5, ".env.local": `AUTH_SECRET=${strongSecret()}\n`, ...source };
    const once = rotate(files, "graceful");
    const twice = rotate(once, "graceful");
    const tokens = await Promise.all([files, once, twice].map((each) => tokenOf(secretIn(each))));
    const names = [];
    for (const token of tokens) names.push((await session(twice, token)).name);
    assert.deepEqual(names, [undefined, "Ada", "Ada"]);
  });

  for (const mode of ["plain", "leaked"] as const) {
    it(`ends all sessions where it is ${mode}, those of an earlier rotation too`, async () => {
      const source = PROJECTS["that hands it over"];
      const files = { ...V5, ".env.local": `AUTH_SECRET=${strongSecret()}\n`, ...source };
      const once = rotate(files, "graceful");
      const tokens = [await tokenOf(secretIn(files)), await tokenOf(secretIn(once))];
      const replaced = rotate(once, mode);
      for (const token of tokens) {
        assert.equal((await session(replaced, token)).name, undefined);
      }
      const own = await tokenOf(secretIn(replaced));
      assert.equal((await session(replaced, own)).name, "Ada");
    });
  }

  it("reads the tokens of both secrets where the app decodes them itself", async () => {
    const files = {
      ...V5,
      ".env.local": `AUTH_SECRET=${strongSecret()}\n`,
      ...PROJECTS["that leaves the option out"],
      "token.ts": `import { getToken } from "next-auth/jwt";
export const read = (req: Request) => getToken({ req, secret: process.env.AUTH_SECRET! });
`,
    };
    const token = await tokenOf(secretIn(files));
    const rotated = rotate(files, "graceful");
    const read = (some: Files) =>
      withVariables(variablesOf(some), async () => {
        const { read: get } = await runSource(some, "token.ts", packages);
        const request = new Request("http://localhost:3000/", {
          headers: { cookie: `${COOKIE}=${token}` },
        });
        return await (get as (request: Request) => Promise<{ name?: string } | null>)(request);
      });
    assert.equal((await read(rotated))?.name, "Ada");
    assert.equal(await read(retire(rotated)), null);
  });

  it("does not save the forms of pages that are open, neither now nor when the old secret goes", async () => {
    const source = PROJECTS["that leaves the option out"];
    const files = { ...V5, ".env.local": `AUTH_SECRET=${strongSecret()}\n`, ...source };
    const rotated = rotate(files, "graceful");
    const form = await openForm(files);
    assert.ok(!(await submit(files, form)).includes("MissingCSRF"), "before the rotation");
    assert.match(await submit(rotated, form), /MissingCSRF/);
    assert.match(await submit(retire(rotated), await openForm(rotated)), /MissingCSRF/);
  });

  it("ends nothing where sessions are in a database", async () => {
    const files = {
      ...V5,
      ".env.local": `AUTH_SECRET=${strongSecret()}\n`,
      "auth.ts": `import NextAuth from "next-auth";
import { adapter } from "an-adapter";
export const { handlers } = NextAuth({ adapter: adapter(), providers: [], trustHost: true, ${quiet} });
`,
    };
    assert.throws(() => rotationIn(files, "graceful"));
    assert.match(rotationIn(files, "plain").who.template, /^Nobody/);
    assert.equal((await session(files, "an-id")).name, "Ada");
    assert.equal((await session(rotate(files, "plain"), "an-id")).name, "Ada");
  });
});
