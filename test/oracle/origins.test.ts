import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { registerHooks } from "node:module";
import { after, describe, it } from "node:test";
import { setEnvDefaults as setCoreDefaults } from "@auth/core";
import { betterAuth } from "better-auth";
import { origins } from "../../src/core/origins.ts";
import { type Files, project } from "../support/project.ts";

type Environment = Readonly<Record<string, string>>;

// Next's types declare what an environment must hold, for all of a program: only these are needed.
interface V5 {
  setEnvDefaults(config: Config): void;
}
interface V4 {
  encode(params: { token: object; secret: string }): Promise<string>;
  getToken(params: { req: object }): Promise<object | null>;
}
interface Config {
  secret?: string | string[];
  readonly providers: [];
}

/** Every way in which variables can be absent, empty, or set, each to a secret of its own. */
function environments(names: readonly string[]): readonly Environment[] {
  return names.reduce<readonly Environment[]>(
    (all, name) =>
      all.flatMap((some) => [
        some,
        { ...some, [name]: "" },
        { ...some, [name]: randomBytes(32).toString("hex") },
      ]),
    [{}],
  );
}

/** The secret that signs, as our own list has it; undefined where it has none. */
function own(environment: Environment, name: string, version: string): string | undefined {
  const files: Files = {
    "package.json": JSON.stringify({ dependencies: { [name]: version } }),
    ".env": Object.entries(environment)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(""),
  };
  const [first] = origins(project(files), "development");
  return (first?.status === "used" && environment[first.variable]) || undefined;
}

/** Runs with these variables and no other secret in the environment. */
async function within<T>(environment: Environment, run: () => T): Promise<Awaited<T>> {
  for (const name of NAMES) delete process.env[name];
  Object.assign(process.env, environment);
  return await run();
}

const CORE = ["AUTH_SECRET", "AUTH_SECRET_1", "AUTH_SECRET_2", "AUTH_SECRET_3"];
const NAMES = [...CORE, "NEXTAUTH_SECRET", "BETTER_AUTH_SECRET", "BETTER_AUTH_SECRETS"];

const newest = (secret: string | readonly string[] | undefined) =>
  (typeof secret === "string" ? secret : secret?.[0]) || undefined;

describe("origins and the real libraries", () => {
  after(() => {
    for (const name of NAMES) delete process.env[name];
  });

  it("agree: @auth/core 0.41", () => {
    for (const environment of environments(CORE)) {
      const config: Config = { providers: [] };
      setCoreDefaults(environment, config, true);
      assert.equal(own(environment, "@auth/sveltekit", "1"), newest(config.secret));
    }
  });

  it("agree: next-auth 5", async () => {
    const hooks = registerHooks({
      resolve: (specifier, context, next) =>
        next(specifier === "next/server" ? "next/server.js" : specifier, context),
    });
    const path = import.meta.resolve("next-auth").replace(/index\.js$/, "lib/env.js");
    const { setEnvDefaults }: V5 = await import(path);
    hooks.deregister();
    for (const environment of environments([...CORE, "NEXTAUTH_SECRET"])) {
      const config: Config = { providers: [] };
      await within(environment, () => setEnvDefaults(config));
      assert.equal(own(environment, "next-auth", "5.0.0-beta.32"), newest(config.secret));
    }
  });

  it("agree: next-auth 4", async () => {
    const { encode, getToken }: V4 = await import(import.meta.resolve("next-auth-v4/jwt"));
    for (const environment of environments(["NEXTAUTH_SECRET", "AUTH_SECRET"])) {
      const expected = own(environment, "next-auth", "4.24.15");
      for (const secret of Object.values(environment)) {
        if (secret === "") continue;
        const token = await encode({ token: { sub: "a" }, secret });
        const req = { cookies: { "next-auth.session-token": token }, headers: {} };
        const read = await within(environment, () => getToken({ req }).catch(() => null));
        assert.equal(read !== null, secret === expected, Object.keys(environment).join(" "));
      }
    }
  });

  it("agree: better-auth", async () => {
    for (const environment of environments(["BETTER_AUTH_SECRET", "AUTH_SECRET"])) {
      const { secret } = await within(
        environment,
        () => betterAuth({ logger: { disabled: true }, baseURL: "http://localhost" }).$context,
      );
      const expected = own(environment, "better-auth", "1.7.25");
      // Without any it takes a constant that the world knows.
      assert.equal(Object.values(environment).includes(secret) ? secret : undefined, expected);
    }
  });
});
