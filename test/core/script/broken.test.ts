import { testSources } from "../../support/sourceCases.ts";

const HEAD = 'import type { NextAuthOptions } from "next-auth";\n';

/** An options object whose lines these are, broken in one of them. */
function options(...lines: readonly string[]): string {
  return `${HEAD}export const authOptions: NextAuthOptions = {\n${lines.join("\n")}\n};\n`;
}

const rule = "hardcoded-secret";

testSources([
  {
    name: "a comma is missing before it",
    rule,
    text: options("  providers: []", '  secret: «"weekday"»,', "  debug: true,"),
  },
  {
    name: "a comma is missing after it",
    rule,
    text: options('  secret: «"weekday"»', "  providers: [],"),
  },
  {
    name: "a semicolon stands for a comma",
    rule,
    text: options("  providers: [];", '  secret: «"weekday"»;', "  debug: true,"),
  },
  {
    name: "an equals sign stands for a colon",
    rule,
    text: options("  debug = true,", '  secret: «"weekday"»,'),
  },
  {
    name: "a colon is missing",
    rule,
    text: options("  debug true,", '  secret: «"weekday"»,'),
  },
  {
    name: "a value is empty",
    rule,
    text: options("  adapter:", '  secret: «"weekday"»,', "  debug: true,"),
  },
  {
    name: "a word is half typed",
    rule,
    text: options("  providers: [],", "  sess", '  secret: «"weekday"»,'),
  },
  {
    name: "a member access ends in a dot",
    rule,
    text: options("  debug: process.env.", '  secret: «"weekday"»,', "  session.", "  pages: {},"),
  },
  {
    name: "a call is half typed",
    rule,
    text: options("  adapter(", '  secret: «"weekday"»,', "  debug: true,"),
  },
  {
    name: "a brace too many",
    rule,
    text: options("  session: {", "  },", "  },", '  secret: «"weekday"»,'),
  },
  {
    name: "a brace too few",
    rule,
    text: options("  session: {", "    maxAge: 60,", '  secret: «"weekday"»,', "  debug: true,"),
  },
  {
    name: "a brace that opens nothing",
    rule,
    text: options("  {", "  providers: [],", '  secret: «"weekday"»,'),
  },
  {
    name: "one slash of a comment is gone",
    rule,
    text: options("  / debug: true,", '  secret: «"weekday"»,'),
  },
  {
    name: "a merge that is not done: both sides count",
    rule: ["hardcoded-secret", "fallback-secret"],
    text: options(
      "<<<<<<< HEAD",
      '  secret: «"weekday"»,',
      "=======",
      '  secret: process.env.APP_KEY ?? «"holiday"»,',
      ">>>>>>> main",
    ),
  },
  {
    name: "an import is half typed",
    rule,
    text: `import NextAuth from "next-auth";
import { prisma from "./prisma";
import { providers } from
export default NextAuth({ secret: «"weekday"» });
`,
  },
  {
    name: "a string that is still open, and values still to come, say nothing",
    text: options("  secret:", "  providers: [],", '  jwt: { secret: "week', "  },"),
  },
  {
    name: "hexadecimal digits without quotes are no number",
    text: options("  secret: 70436a122f2495fc,", "  providers: [],"),
  },
  {
    name: "another library's call that misses a brace keeps to itself",
    text: `import { ExpressAuth } from "@auth/express";
import session from "express-session";
app.use(session({ secret: "weekday", resave: false );
app.use("/auth/*", ExpressAuth({ providers: [] }));
`,
    dependencies: { "@auth/express": "0.12.0" },
  },
  {
    name: "an open call does not take in the next one's options",
    text: `import { ExpressAuth } from "@auth/express";
app.use("/auth/*", ExpressAuth({
  providers: [],
app.use(session({
  secret: "weekday",
}));
`,
    dependencies: { "@auth/express": "0.12.0" },
  },
]);
