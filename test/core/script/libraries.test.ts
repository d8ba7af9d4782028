import { testSources } from "../../support/sourceCases.ts";

const V5 = { "next-auth": "5.0.0-beta.29" };

testSources([
  {
    name: "a renamed and a namespace import",
    rule: "hardcoded-secret",
    text: `import { betterAuth as create } from "better-auth";
import * as library from "better-auth";
export const a = create({ secret: «"weekday"» });
export const b = library.betterAuth({ secret: «"holiday"» });`,
    dependencies: { "better-auth": "1.3.0" },
  },
  {
    name: "require, with and without a name",
    rule: "hardcoded-secret",
    path: "pages/api/auth/[...nextauth].js",
    text: `const { default: NextAuth } = require("next-auth");
exports.a = NextAuth({ secret: «"weekday"» });
exports.b = require("next-auth").default({ secret: «"holiday"» });
exports.c = require("next-auth")({ secret: «"today"» });`,
  },
  {
    name: "a dynamic import",
    rule: "hardcoded-secret",
    text: `export async function handler() {
  const { betterAuth } = await import("better-auth");
  return betterAuth({ secret: «"weekday"» });
}`,
    dependencies: { "better-auth": "1.3.0" },
  },
  {
    name: "interop with default",
    rule: "hardcoded-secret",
    text: `import NextAuthModule from "next-auth";
const NextAuth = NextAuthModule.default;
export default NextAuth({ secret: «"weekday"» });`,
  },
  {
    name: "type arguments and optional calls",
    rule: "hardcoded-secret",
    text: `import { betterAuth, type BetterAuthOptions } from "better-auth";
export const auth = betterAuth<BetterAuthOptions>({ secret: «"weekday"» });`,
    dependencies: { "better-auth": "1.3.0" },
  },
  {
    name: "getServerSession with inline options",
    rule: "hardcoded-secret",
    text: `import { getServerSession } from "next-auth/next";
export const session = (req, res) => getServerSession(req, res, { providers: [], secret: «"weekday"» });`,
  },
  {
    name: "encode and decode",
    rule: ["hardcoded-secret", "fallback-secret"],
    text: `import { encode, decode } from "next-auth/jwt";
export const write = (token) => encode({ token, secret: «"weekday"», salt: "authjs.session-token" });
export const read = (token) => decode({ token, secret: process.env.AUTH_SECRET ?? «"weekday"», salt: "" });`,
    dependencies: V5,
  },
  {
    name: "the default export of next-auth/jwt",
    rule: "hardcoded-secret",
    path: "pages/api/me.js",
    text: `import jwt from "next-auth/jwt";
const secret = «"weekday"»;
export default async (req, res) => res.json(await jwt.getToken({ req, secret }));`,
  },
  {
    name: "Astro, Qwik, Solid, Hono and Fastify",
    rule: "hardcoded-secret",
    text: `import { defineConfig } from "auth-astro";
import { QwikAuth$ } from "@auth/qwik";
import { SolidAuth } from "@auth/solid-start";
import { initAuthConfig } from "@hono/auth-js";
import { FastifyAuth } from "@auth/fastify";
export default defineConfig({ secret: «"one"» });
export const { onRequest } = QwikAuth$(() => ({ secret: «"two"», providers: [] }));
export const { GET } = SolidAuth({ secret: «"three"» });
app.use("*", initAuthConfig((c) => ({ secret: c.env.AUTH_SECRET ?? «"four"», providers: [] })));
app.register(FastifyAuth({ secret: «"five"» }));`.replace('?? «"four"»', "as string"),
    dependencies: { "@auth/core": "0.41.0" },
  },
  {
    name: "options that are typed by what a function returns",
    rule: "hardcoded-secret",
    text: `import type { NextAuthOptions } from "next-auth";
export const optionsFor = (host: string): NextAuthOptions => ({ providers: [], secret: «"weekday"» });
export async function later(): Promise<NextAuthOptions> {
  return { providers: [], secret: «"holiday"» };
}`,
  },
  {
    name: "options that JSDoc declares",
    rule: "hardcoded-secret",
    path: "lib/settings.js",
    text: `/** @type {import("next-auth").AuthOptions} */
export const settings = { secret: «"weekday"» };`,
  },
  {
    name: "exported options without any import",
    rule: "hardcoded-secret",
    path: "lib/auth.js",
    text: `export const authOptions = {
  session: { strategy: "jwt" },
  secret: «"weekday"»,
};`,
  },
  {
    name: "exported options that a function makes, without any import",
    rule: "hardcoded-secret",
    path: "lib/auth.js",
    text: `export function authConfig() {
  return { pages: { signIn: "/login" }, secret: «"weekday"» };
}`,
  },
  {
    name: "an authConfig of another library is none of ours",
    path: "lib/auth.js",
    text: `export const authConfig = { secret: "weekday", expiresIn: "1d", algorithm: "HS256" };
export const authOptions = { secret: "weekday", signOptions: { expiresIn: "1d" } };`,
  },
  {
    name: "variables that source sets",
    rule: [
      "hardcoded-secret",
      "fallback-secret",
      "fallback-secret",
      "per-process-secret",
      "hardcoded-secret",
    ],
    path: "src/bootstrap.ts",
    text: `process.env.AUTH_SECRET = «"weekday"»;
process.env["NEXTAUTH_SECRET"] ||= «"weekday"»;
if (!process.env.BETTER_AUTH_SECRET) {
  process.env.BETTER_AUTH_SECRET = «"weekday"»;
}
process.env.AUTH_SECRET ??= «crypto.randomUUID()»;
Object.assign(process.env, { AUTH_SECRET: «"weekday"», PORT: "1" });`,
    dependencies: V5,
  },
  {
    name: "next.config hands a variable to the browser",
    rule: "public-secret",
    path: "next.config.js",
    text: `module.exports = withBundle({
  env: { NEXTAUTH_SECRET: «process.env.NEXTAUTH_SECRET», NEXTAUTH_URL: process.env.NEXTAUTH_URL },
});`,
  },
  {
    name: "client secrets of providers, in all places",
    rule: "hardcoded-client-secret",
    text: `import NextAuth from "next-auth";
import Google from "next-auth/providers/google";
import * as providers from "next-auth/providers/github";
const clientSecret = «"one"»;
const google = Google({ clientId: "id", clientSecret });
const own = { id: "own", type: "oauth", clientId: "id", clientSecret: «"two"» };
export default NextAuth({
  providers: [google, own, providers.default({ clientSecret: process.env.ID ?? «"three"» })],
});`,
  },
]);
