import { testSources } from "../../support/sourceCases.ts";

const V5 = { "next-auth": "5.0.0-beta.29" };
const BETTER = { "better-auth": "^1.3.0" };

testSources([
  {
    name: "an if that fills a missing variable is a fallback",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
let key = process.env.APP_KEY;
if (!key) {
  key = «"weekday"»;
}
export default NextAuth({ providers: [], secret: key });`,
  },
  {
    name: "an else branch is a fallback",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
let key;
if (process.env.NODE_ENV === "production") key = process.env.APP_KEY;
else key = «"weekday"»;
export default NextAuth({ secret: key });`,
  },
  {
    name: "an assignment to the options afterwards counts",
    rule: "hardcoded-secret",
    text: `import type { NextAuthOptions } from "next-auth";
export const authOptions: NextAuthOptions = { providers: [] };
authOptions.secret = «"weekday"»;`,
  },
  {
    name: "a nullish assignment to the options is a fallback",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
const options = { providers: [], secret: process.env.APP_KEY };
options.secret ??= «"weekday"»;
export default NextAuth(options);`,
  },
  {
    name: "a destructuring default is a fallback",
    rule: "fallback-secret",
    text: `import { betterAuth } from "better-auth";
const { APP_KEY = «"weekday"» , PORT = "3000" } = process.env;
export const auth = betterAuth({ secret: APP_KEY });`,
    dependencies: BETTER,
  },
  {
    name: "a default argument is a fallback",
    rule: "fallback-secret",
    text: `import { betterAuth } from "better-auth";
export function createAuth(baseURL: string, secret = «"weekday"») {
  return betterAuth({ baseURL, secret });
}`,
    dependencies: BETTER,
  },
  {
    name: "an argument is followed into the local function that hands it over",
    rule: "hardcoded-secret",
    text: `import { betterAuth } from "better-auth";
const createAuth = (secret: string) => betterAuth({ secret });
export const auth = createAuth(«"weekday"»);`,
    dependencies: BETTER,
  },
  {
    name: "a resolver with several returns",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
function secretOf() {
  if (process.env.APP_KEY) return process.env.APP_KEY;
  console.warn("APP_KEY is not set, using the built-in one");
  return «"weekday"»;
}
export const { auth } = NextAuth({ secret: secretOf() });`,
    dependencies: V5,
  },
  {
    name: "a resolver that catches",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
import { readFileSync } from "node:fs";
function secretOf() {
  try {
    return readFileSync("/run/secrets/auth", "utf8").trim();
  } catch {
    return «"weekday"»;
  }
}
export default NextAuth({ secret: secretOf() });`,
  },
  {
    name: "an immediately called function",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({ secret: (() => process.env.APP_KEY ?? «"weekday"»)() });`,
  },
  {
    name: "an asynchronous factory of options",
    rule: "hardcoded-secret",
    text: `import { SvelteKitAuth } from "@auth/sveltekit";
const options = async (event) => {
  const db = await connect(event);
  return { adapter: db, secret: «"weekday"», providers: [] };
};
export const { handle } = SvelteKitAuth(options);`,
    dependencies: { "@auth/sveltekit": "^1.0.0" },
  },
  {
    name: "a nested constant object and a computed key",
    rule: "hardcoded-secret",
    text: `import NextAuth from "next-auth";
const KEY = "signing";
const settings = { auth: { ["signing"]: «"weekday"» } };
export default NextAuth({ secret: settings.auth[KEY] });`,
  },
  {
    name: "a table by environment",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
const secrets = { development: «"weekday"», production: process.env.APP_KEY };
export default NextAuth({ secret: secrets[process.env.NODE_ENV] });`,
  },
  {
    name: "a conditional spread",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({
  providers: [],
  ...(process.env.VERCEL ? {} : { secret: «"weekday"» }),
});`,
  },
  {
    name: "Object.assign over a base",
    rule: "hardcoded-secret",
    text: `import NextAuth from "next-auth";
const base = { providers: [], secret: process.env.APP_KEY };
export default NextAuth(Object.assign({}, base, { secret: «"weekday"» }));`,
  },
  {
    name: "a default object that is spread and then overridden says nothing",
    text: `import NextAuth from "next-auth";
const base = { providers: [], pages: { signIn: "/secret" } };
export default NextAuth({ ...base, secret: process.env.APP_KEY });`,
  },
  {
    name: "an instance's field",
    rule: "hardcoded-secret",
    text: `import NextAuth from "next-auth";
class Settings {
  private readonly key = «"weekday"»;
  options() {
    return NextAuth({ secret: this.key });
  }
}`,
  },
  {
    name: "a getter with a fallback",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
class Settings {
  static get key() {
    return process.env.APP_KEY || «"weekday"»;
  }
}
export default NextAuth({ secret: Settings.key });`,
  },
  {
    name: "an enum's member",
    rule: "hardcoded-secret",
    text: `import NextAuth from "next-auth";
enum Keys { Auth = «"weekday"», Other = "other" }
export default NextAuth({ secret: Keys.Auth });`,
  },
  {
    name: "a name that is declared again inside is another one",
    text: `import NextAuth from "next-auth";
const secret = "weekday";
export function handler() {
  const secret = process.env.APP_KEY;
  return NextAuth({ secret });
}
log(secret);`,
  },
  {
    name: "v4's jwt options, through a shorthand",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
const jwt = { maxAge: 60, secret: process.env.JWT_KEY || «'weekday'» };
export default NextAuth({ jwt, providers: [] });`,
  },
  {
    name: "Better Auth's versioned secrets, through a constant",
    rule: "hardcoded-secret",
    text: `import { betterAuth } from "better-auth";
const current = { version: 2, value: process.env.KEY_2 };
const secrets = [current, { version: 1, value: «"weekday"» }];
export const auth = betterAuth({ secrets });`,
    dependencies: BETTER,
  },
  {
    name: "a rotation that filters what is missing",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export const { auth } = NextAuth({
  secret: [process.env.AUTH_SECRET, process.env.OLD_KEY ?? «"weekday"»].filter(Boolean),
});`,
    dependencies: V5,
  },
  {
    name: "a ternary in a ternary",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({
  secret: process.env.A ? process.env.A : process.env.B ? process.env.B : «"weekday"»,
});`,
  },
  {
    name: "a guard in front of a literal",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
export default NextAuth({
  secret: process.env.APP_KEY || (process.env.NODE_ENV !== "production" && «"weekday"»),
});`,
  },
  {
    name: "a member of this kind of environment",
    rule: "fallback-secret",
    text: `import NextAuth from "next-auth";
import { env as vars } from "node:process";
export default NextAuth({ secret: vars.APP_KEY ?? «"weekday"» });`,
  },
]);
