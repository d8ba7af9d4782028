import { testSources } from "../../support/sourceCases.ts";

const V5 = { "next-auth": "5.0.0-beta.29" };

testSources([
  {
    name: "other libraries' secrets beside ours",
    text: `import session from "express-session";
import Stripe from "stripe";
import { ExpressAuth } from "@auth/express";
const options = { secret: "weekday", resave: false };
app.use(session(options));
app.use("/pay", webhook(new Stripe("sk_test"), { secret: "whsec" }));
app.use("/auth", ExpressAuth({ providers: [] }));`,
    dependencies: { "@auth/express": "0.12.0" },
  },
  {
    name: "names of variables are not values",
    text: `import NextAuth from "next-auth";
import { env, requireEnv, vault } from "./env";
const NAME = "AUTH_SECRET";
export const { auth } = NextAuth({
  secret: [process.env[NAME], requireEnv("AUTH_SECRET"), env("AUTH_SECRET", { required: true }), await vault.read("auth")],
});`,
    dependencies: V5,
  },
  {
    name: "client calls, records and columns named secret",
    text: `import { signIn, useSession } from "next-auth/react";
import { pgTable, text } from "drizzle-orm/pg-core";
export const keys = pgTable("keys", { id: text("id"), secret: text("secret").notNull() });
export const labels = { secret: "Secret", clientSecret: "Client secret" };
export const demo = () => signIn("credentials", { secret: "weekday" });`,
    path: "src/lib/demo.ts",
    dependencies: V5,
  },
  {
    name: "secrets inside callbacks, credentials and adapters",
    text: `import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { createStorage } from "./storage";
export default NextAuth({
  adapter: createStorage({ secret: "weekday", clientSecret: "weekday" }),
  providers: [Credentials({ credentials: { secret: { label: "Secret" } }, authorize: () => ({ secret: "x" }) })],
  callbacks: { session: ({ session }) => ({ ...session, secret: "weekday" }) },
  logger: { error: () => log({ secret: "***" }) },
});`,
  },
  {
    name: "types, comments and element text",
    path: "src/form.tsx",
    text: `import type { NextAuthOptions } from "next-auth";
type Options = Pick<NextAuthOptions, "secret"> & { secret: "weekday" };
// secret: "weekday"
export const Form = () => <p title='secret: "weekday"'>{/* secret: "weekday" */} secret: "weekday"</p>;`,
  },
  {
    name: "empty values and undefined",
    text: `import NextAuth from "next-auth";
const key = process.env.APP_KEY;
if (key === undefined) throw new Error("set APP_KEY, see https://example.test");
export default NextAuth({ secret: key || "" || undefined, jwt: { secret: null ?? "" } });`,
  },
  {
    name: "a script that prints a value",
    path: "scripts/secret.ts",
    text: `import { randomBytes } from "node:crypto";
const secret = randomBytes(32).toString("base64url");
console.log(\`AUTH_SECRET="\${secret}"\`);`,
    dependencies: V5,
  },
  {
    name: "test files",
    path: "src/auth.test.ts",
    text: `import { betterAuth } from "better-auth";
export const auth = betterAuth({ secret: "weekday" });`,
    dependencies: { "better-auth": "1.3.0" },
  },
  {
    name: "a name that only looks like the library's",
    text: `import NextAuth from "./next-auth";
import { betterAuth } from "@company/better-auth-kit";
export default NextAuth({ secret: "weekday" });
export const auth = betterAuth({ secret: "weekday" });`,
  },
  {
    name: "a parameter that shadows the library's name",
    text: `import { betterAuth } from "better-auth";
export const wrap = (betterAuth: (o: object) => void) => betterAuth({ secret: "weekday" });
export const auth = betterAuth({ secret: process.env.BETTER_AUTH_SECRET });`,
    dependencies: { "better-auth": "1.3.0" },
  },
]);
