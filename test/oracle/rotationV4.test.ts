import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { V4 } from "../support/manifests.ts";
import type { Files } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";
import { retire, rotate, rotationIn } from "./support/rotate.ts";
import { runSource, variablesOf, withVariables } from "./support/runSource.ts";

/** As CommonJS, which next-auth 4 is: imported, its default export would be wrapped once more. */
const load = createRequire(import.meta.url);
const jwt = load("next-auth-v4/jwt");
const { NextRequest } = load("next/server");
const packages = {
  "next-auth": load("next-auth-v4"),
  "next-auth/jwt": jwt,
  "next-auth/middleware": load("next-auth-v4/middleware"),
};

const COOKIE = "next-auth.session-token";

/** An app with a handler, a page and a middleware; `decode` is what the snippet is used for. */
const app = (head: string, decode: string): Files => ({
  "auth.ts": `${head}import NextAuth, { getServerSession } from "next-auth";
import { withAuth } from "next-auth/middleware";
const options = {
  providers: [],
  secret: process.env.NEXTAUTH_SECRET,
  ${decode}
  logger: { error() {}, warn() {}, debug() {} },
};
export const handler = (req, res) => NextAuth(req, res, options);
export const page = (req, res) => getServerSession(req, res, options);
export const middleware = withAuth({ ${decode} });
`,
});

const PLAIN: Files = {
  ...V4,
  ".env.local": `NEXTAUTH_SECRET='${strongSecret()}'\n`,
  ...app("", ""),
};

interface Exports {
  handler(req: object, res: object): Promise<unknown>;
  page(req: object, res: object): Promise<{ user?: { name?: string } } | null>;
  middleware(req: object): Promise<Response | undefined>;
}

/** Whether the handler, a page and the middleware take a token for a session. */
async function taken(files: Files, token: string): Promise<readonly boolean[]> {
  const variables = { NEXTAUTH_URL: "http://localhost:3000", ...variablesOf(files) };
  return await withVariables(variables, async () => {
    const { handler, page, middleware } = (await runSource(
      files,
      "auth.ts",
      packages,
    )) as unknown as Exports;
    const request = () => ({
      method: "GET",
      headers: {},
      cookies: { [COOKIE]: token },
      query: { nextauth: ["session"] },
    });
    let body: unknown;
    const response = {
      status: () => response,
      getHeader: () => undefined,
      setHeader: () => response,
      send: (sent: unknown) => {
        body = sent;
      },
    };
    await handler(request(), response);
    const session = await page(request(), response);
    const answer = await middleware(
      new NextRequest("http://localhost:3000/", { headers: { cookie: `${COOKIE}=${token}` } }),
    );
    const isRedirected = answer?.headers.has("location") === true;
    return [JSON.stringify(body).includes("Ada"), session?.user?.name === "Ada", !isRedirected];
  });
}

const tokenOf = (files: Files): Promise<string> =>
  jwt.encode({
    secret: variablesOf(files)["NEXTAUTH_SECRET"],
    token: { name: "Ada", sub: "1" },
  });

const ALL = [true, true, true];
const NONE = [false, false, false];

describe("a rotation with next-auth 4", () => {
  it("ends every session", async () => {
    const token = await tokenOf(PLAIN);
    assert.deepEqual(await taken(PLAIN, token), ALL);
    const rotated = rotate(PLAIN, "plain");
    assert.deepEqual(await taken(rotated, token), NONE);
    assert.deepEqual(await taken(rotated, await tokenOf(rotated)), ALL);
  });

  it("keeps sessions with the code that it hands over, until the old secret is dropped", async () => {
    const token = await tokenOf(PLAIN);
    const { snippet = "" } = rotationIn(PLAIN, "graceful");
    const rotated = rotate(PLAIN, "graceful");
    assert.equal(rotated["auth.ts"], PLAIN["auth.ts"]);
    assert.deepEqual(await taken(rotated, token), NONE, "without the code");
    const coded = { ...rotated, ...app(snippet, "jwt: { decode: decodeWithOldSecret },") };
    assert.deepEqual(await taken(coded, token), ALL);
    assert.deepEqual(await taken(coded, await tokenOf(coded)), ALL);
    const retired = retire(coded);
    assert.deepEqual(await taken(retired, token), NONE);
    assert.deepEqual(await taken(retired, await tokenOf(retired)), ALL);
  });
});
