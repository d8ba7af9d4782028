import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { registerHooks } from "node:module";
import { afterEach, beforeEach, describe, it } from "node:test";

// Next's own bundler finds these files; Node asks for the ending.
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^next\/\w+$/.test(specifier) ? `${specifier}.js` : specifier, context),
});

type Environment = Readonly<Record<string, string>>;

const NAMES = /AUTH_|^VERCEL$|^CF_PAGES$/;
/** By a name that is none to the compiler: next's types would change those of every other test. */
const load = async <Module>(specifier: string): Promise<Module> => await import(specifier);

interface Token {
  readonly name?: string;
}

interface Jwt {
  encode(options: object): Promise<string>;
  getToken(options: object): Promise<Token | string | null>;
}

interface NextAuthV5 {
  default(options: object): { readonly handlers: { GET(request: Request): Promise<Response> } };
}

const { NextRequest } = await load<{ readonly NextRequest: typeof Request }>("next/server.js");
const { default: NextAuth } = await load<NextAuthV5>("next-auth");
const { encode, getToken } = await load<Jwt>("next-auth/jwt");
const v4 = await load<{ readonly default: Jwt }>("next-auth-v4/jwt");
const { setEnvDefaults } = await load<{
  setEnvDefaults(environment: Environment, config: object, isQuiet: boolean): void;
}>("@auth/core");

const nameIn = (token: Token | string | null) =>
  typeof token === "object" ? token?.name : undefined;

const secret = () => randomBytes(32).toString("base64");
const [one, two] = [secret(), secret()];
let environment: NodeJS.ProcessEnv;

function setEnvironment(variables: Environment): void {
  for (const name of Object.keys(process.env).filter((key) => NAMES.test(key))) {
    delete process.env[name];
  }
  Object.assign(process.env, variables);
}

/** Whether v5, in this environment, reads a session that was made with a secret. */
async function reads(made: string, variables: Environment): Promise<boolean> {
  setEnvironment({ AUTH_TRUST_HOST: "1", ...variables });
  const salt = "authjs.session-token";
  const cookie = `${salt}=${await encode({ token: { name: "me" }, secret: made, salt })}`;
  const { handlers } = NextAuth({ providers: [], logger: { error() {}, warn() {}, debug() {} } });
  const request = new NextRequest("http://localhost/api/auth/session", { headers: { cookie } });
  const response = await handlers.GET(request);
  return response.ok && (await response.json())?.user?.name === "me";
}

async function statusOf(variables: Environment): Promise<number> {
  setEnvironment({ AUTH_SECRET: one, ...variables });
  const { handlers } = NextAuth({ providers: [], logger: { error() {}, warn() {}, debug() {} } });
  return (await handlers.GET(new NextRequest("http://localhost/api/auth/session"))).status;
}

describe("the real libraries", () => {
  beforeEach(() => {
    environment = { ...process.env };
  });
  afterEach(() => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, environment);
  });

  it("v5 takes AUTH_SECRET before NEXTAUTH_SECRET, an empty one too", async () => {
    assert.equal(await reads(one, { AUTH_SECRET: one, NEXTAUTH_SECRET: two }), true);
    assert.equal(await reads(two, { AUTH_SECRET: one, NEXTAUTH_SECRET: two }), false);
    assert.equal(await reads(two, { NEXTAUTH_SECRET: two }), true);
    assert.equal(await reads(two, { AUTH_SECRET: "", NEXTAUTH_SECRET: two }), false);
  });

  it("v5 does not read what `npx auth secret` prints", async () => {
    assert.equal(await reads(one, { BETTER_AUTH_SECRET: one }), false);
  });

  it("v5 reads numbered variables only where it has no other secret", async () => {
    assert.equal(await reads(two, { AUTH_SECRET: one, AUTH_SECRET_1: two }), false);
    assert.equal(await reads(two, { NEXTAUTH_SECRET: one, AUTH_SECRET_1: two }), false);
    assert.equal(await reads(two, { AUTH_SECRET: "", AUTH_SECRET_1: two }), true);
    assert.equal(await reads(two, { AUTH_SECRET_1: two }), true);
    assert.equal(await reads(two, { AUTH_SECRET_4: two }), false);
    assert.equal(await reads(two, { AUTH_SECRET_FILE: two }), false);
  });

  it("@auth/core drops empty ones and counts to three", () => {
    const secretsFor = (variables: Environment) => {
      const config = { providers: [] };
      setEnvDefaults(variables, config, true);
      return Reflect.get(config, "secret");
    };
    assert.deepEqual(secretsFor({ AUTH_SECRET: "", AUTH_SECRET_1: two }), [two]);
    assert.deepEqual(secretsFor({ AUTH_SECRET: one, AUTH_SECRET_3: two }), [two, one]);
    assert.deepEqual(secretsFor({ AUTH_SECRET_4: two, NEXTAUTH_SECRET: two }), []);
  });

  it("v5's getToken fails without the option, whatever is set", async () => {
    setEnvironment({ AUTH_SECRET: one, NEXTAUTH_SECRET: one });
    const salt = "authjs.session-token";
    const token = await encode({ token: { name: "me" }, secret: one, salt });
    const req = { headers: { cookie: `${salt}=${token}` } };
    await assert.rejects(getToken({ req }), { name: "MissingSecret" });
    assert.equal(nameIn(await getToken({ req, secret: one })), "me");
    assert.equal(await getToken({ req, raw: true }), token);
  });

  it("v4 takes NEXTAUTH_SECRET before AUTH_SECRET, an empty one too, and getToken looks itself", async () => {
    const name = async (variables: Environment) => {
      setEnvironment(variables);
      const token = await v4.default.encode({ token: { name: "me" }, secret: one });
      const req = { headers: {}, cookies: { "next-auth.session-token": token } };
      return nameIn(await v4.default.getToken({ req }));
    };
    assert.equal(await name({ NEXTAUTH_SECRET: one, AUTH_SECRET: two }), "me");
    assert.equal(await name({ NEXTAUTH_SECRET: two, AUTH_SECRET: one }), undefined);
    assert.equal(await name({ AUTH_SECRET: one }), "me");
    assert.equal(await name({ NEXTAUTH_SECRET: "", AUTH_SECRET: one }), undefined);
    assert.equal(await name({ AUTH_SECRET_1: one }), undefined);
  });

  it("v5 trusts its host in production by AUTH_URL or AUTH_TRUST_HOST, not by NEXTAUTH_URL", async () => {
    Reflect.set(process.env, "NODE_ENV", "production");
    const url = "http://localhost";
    assert.equal(await statusOf({}), 500);
    assert.equal(await statusOf({ NEXTAUTH_URL: url }), 500);
    assert.equal(await statusOf({ AUTH_URL: url }), 200);
    assert.equal(await statusOf({ AUTH_URL: `${url}/api/auth` }), 200);
    assert.equal(await statusOf({ AUTH_TRUST_HOST: "true" }), 200);
    assert.equal(await statusOf({ VERCEL: "1" }), 200);
  });
});
