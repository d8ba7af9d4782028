import { testSources } from "../../support/sourceCases.ts";

const V5 = { "next-auth": "5.0.0-beta.29" };
const BETTER = { "better-auth": "^1.3.0" };

testSources([
  {
    name: "text with escapes and a line continuation",
    rule: "hardcoded-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({ secret: «"week\\x64ay \\u{1F511}"» });`,
  },
  {
    name: "a template without interpolations",
    rule: "hardcoded-secret",
    text: "import NextAuth from 'next-auth';\nexport default NextAuth({ secret: «`weekday`» });",
  },
  {
    name: "a template round a variable and its fallback",
    rule: "fallback-secret",
    text: `import NextAuth from 'next-auth';
export default NextAuth({ secret: \`\${process.env.APP_KEY}\` ?? «'weekday'» });`,
  },
  {
    name: "a template round a constant",
    rule: "hardcoded-secret",
    text: `import NextAuth from 'next-auth';
const app = 'shop';
export default NextAuth({ secret: «\`\${app}-weekday\`» });`,
  },
  {
    name: "casts, assertions and brackets",
    rule: "hardcoded-secret",
    text: `import NextAuth, { type AuthOptions } from "next-auth";
export default NextAuth((({ secret: ((«"weekday"» as unknown) as string)! }) satisfies AuthOptions));`,
  },
  {
    name: "String() of a variable and its fallback",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({ secret: String(process.env.APP_KEY || «"weekday"») });`,
  },
  {
    name: "a constant that is encoded behind ||",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.APP_KEY || Buffer.from(«"weekday"»).toString("base64") });`,
  },
  {
    name: "a hash keyed by the environment is no constant",
    text: `import NextAuth from "next-auth";
import { createHmac } from "node:crypto";
const secret = createHmac("sha256", process.env.ROOT_KEY!).update("auth").digest("hex");
export default NextAuth({ secret });`,
  },
  {
    name: "a value made at each start, behind a variable",
    rule: "per-process-secret",
    text: `import { betterAuth } from "better-auth";
import * as crypto from "node:crypto";
export const auth = betterAuth({
  secret: process.env.BETTER_AUTH_SECRET || «crypto.randomBytes(32).toString("base64")»,
});`,
    dependencies: BETTER,
  },
  {
    name: "chance from the browser's crypto, through a local function",
    rule: "per-process-secret",
    text: `import NextAuth from "next-auth";
const make = () => «Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")»;
const secret = make();
export default NextAuth({ secret });`,
  },
  {
    name: "chance in a template",
    rule: "per-process-secret",
    text: `import NextAuth from 'next-auth';
export default NextAuth({ secret: «\`shop-\${Math.random()}\`» });`,
  },
  {
    name: "chance in other options is normal",
    text: `import NextAuth from "next-auth";
import { randomBytes, randomUUID } from "crypto";
export default NextAuth({
  secret: process.env.APP_KEY,
  session: { generateSessionToken: () => randomUUID?.() ?? randomBytes(32).toString("hex") },
});`,
  },
  {
    name: "a public variable through a constant",
    rule: "public-secret",
    text: `import NextAuth from "next-auth";
const secret = «process.env.NEXT_PUBLIC_APP_KEY»!;
export default NextAuth({ secret });`,
  },
  {
    name: "SvelteKit's public variables",
    rule: "public-secret",
    text: `import { SvelteKitAuth } from "@auth/sveltekit";
import { env } from "$env/dynamic/public";
export const { handle } = SvelteKitAuth({ secret: «env.PUBLIC_KEY», providers: [] });`,
    dependencies: { "@auth/sveltekit": "1.0.0" },
  },
  {
    name: "a validated object of variables with a public name",
    rule: "public-secret",
    text: `import NextAuth from "next-auth";
import { env } from "~/env";
export default NextAuth({ secret: «env.NEXT_PUBLIC_AUTH_SECRET» });`,
  },
  {
    name: "t3-env with a default",
    rule: "fallback-secret",
    text: `import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
export const env = createEnv({
  server: {
    AUTH_SECRET: z.string().min(1, "AUTH_SECRET is missing").default(«"weekday"»),
    AUTH_URL: z.string().default("http://localhost:3000"),
  },
  runtimeEnv: { AUTH_SECRET: process.env.AUTH_SECRET, AUTH_URL: process.env.AUTH_URL },
});`,
    dependencies: V5,
    path: "src/env.ts",
  },
  {
    name: "t3-env with a fallback in its source",
    rule: "fallback-secret",
    text: `import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
export const env = createEnv({
  server: { AUTH_SECRET: z.string() },
  runtimeEnv: { AUTH_SECRET: process.env.AUTH_SECRET ?? «"weekday"» },
});`,
    dependencies: V5,
    path: "src/env.ts",
  },
  {
    name: "envalid with a default",
    rule: "fallback-secret",
    text: `import { cleanEnv, str } from "envalid";
import NextAuth from "next-auth";
const env = cleanEnv(process.env, { APP_KEY: str({ desc: "signs sessions", default: «"weekday"» }) });
export default NextAuth({ secret: env.APP_KEY });`,
  },
  {
    name: "valibot with a default",
    rule: "fallback-secret",
    text: `import * as v from "valibot";
import NextAuth from "next-auth";
const env = v.parse(v.object({ APP_KEY: v.optional(v.string(), «"weekday"») }), process.env);
export default NextAuth({ secret: env.APP_KEY });`,
  },
  {
    name: "a schema that is parsed elsewhere",
    rule: "fallback-secret",
    text: `import { z } from "zod";
import NextAuth from "next-auth";
const schema = z.object({ APP_KEY: z.string().default(«"weekday"»), PORT: z.string().default("80") });
const parsed = schema.safeParse(process.env);
export default NextAuth({ secret: parsed.data.APP_KEY });`,
  },
  {
    name: "env-var's chain with a default",
    rule: "fallback-secret",
    text: `import env from "env-var";
import NextAuth from "next-auth";
export default NextAuth({ secret: env.get("APP_KEY").default(«"weekday"»).asString() });`,
  },
  {
    name: "v5: its own variable says nothing new",
    rule: "redundant-secret",
    text: `import NextAuth from "next-auth";
export const { auth } = NextAuth(async () => ({ providers: [], secret: «process.env.AUTH_SECRET» as string }));`,
    dependencies: V5,
  },
  {
    name: "v5: getToken needs it, and so do other variables",
    text: `import { getToken } from "next-auth/jwt";
import NextAuth from "next-auth";
export const read = (req: Request) => getToken({ req, secret: process.env.AUTH_SECRET! });
export const { auth } = NextAuth({ secret: process.env.AUTH_SECRET ?? process.env.APP_KEY });`,
    dependencies: V5,
  },
  {
    name: "v5: the earlier name",
    rule: "legacy-variable",
    text: `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: [process.env.AUTH_SECRET!, «process.env.NEXTAUTH_SECRET»!] });`,
    dependencies: V5,
  },
  {
    name: "v4: both names are its own",
    text: `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.NEXTAUTH_SECRET ?? process.env.AUTH_SECRET });`,
  },
]);
