import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { hardcodedSecret } from "../../../src/core/rules/hardcoded-secret.ts";
import { BETTER_AUTH, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { type Files, project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

describe("hardcoded-secret", () => {
  it("flags a literal that reaches the library, whatever its strength", () => {
    assertFlags(hardcodedSecret, {
      ...V4,
      "pages/api/auth/[...nextauth].js": `import NextAuth from "next-auth";
const secret = «"${strongSecret()}"»;
export default NextAuth({ secret, jwt: { secret: «'weekday'» } });
`,
    });
  });

  it("says how weak it is, and where it is used", () => {
    const files = {
      ...V5,
      "auth.ts": `import NextAuth from "next-auth";
const key = "sunshine over the river";
export const { auth } = NextAuth({ secret: key });
`,
    };
    const [problem] = hardcodedSecret.check(project(files));
    assert.match(
      format(problem?.message ?? { template: "", values: [] }),
      /weak.* of the 256 bits/,
    );
    assert.equal(problem?.related?.[0]?.file, "auth.ts");
  });

  it("says nothing of what is read, given or another library's", () => {
    assertSilent(hardcodedSecret, {
      ...V4,
      "auth.ts": `import NextAuth from "next-auth";
import session from "express-session";
export const cart = session({ secret: "weekday" });
export default NextAuth({ secret: process.env.NEXTAUTH_SECRET, theme: { logo: "secret" } });
`,
    });
  });

  it("reads the variable instead where the option is usual", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({
  secret: «"weekday"», // signs sessions
  providers: [],
});
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({
  secret: process.env.NEXTAUTH_SECRET, // signs sessions
  providers: [],
});
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("drops the option where the library reads its variable by itself", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V5,
        ".env.local": "AUTH_URL=http://localhost:3000\r\n",
        "auth.ts": `import NextAuth from "next-auth"\r
export const { auth } = NextAuth({\r
  providers: [],\r
  secret: «"weekday"» // temporary\r
})\r
`,
      },
      {
        ".env.local": `AUTH_URL=http://localhost:3000\r\nAUTH_SECRET=${MINTED}\r\n`,
        "auth.ts": `import NextAuth from "next-auth"\r
export const { auth } = NextAuth({\r
  providers: []\r
  // temporary\r
})\r
`,
      },
    );
  });

  it("drops the option on one line, with its comma", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...BETTER_AUTH,
        "auth.ts": `import { betterAuth } from "better-auth";
export const auth = betterAuth({ secret: «"weekday"», database: db });
`,
      },
      {
        "auth.ts": `import { betterAuth } from "better-auth";
export const auth = betterAuth({ database: db });
`,
        ".env.local": `BETTER_AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("keeps a good secret that the environment has already", () => {
    const existing = strongSecret();
    assertFixes(
      hardcodedSecret,
      {
        ...V4,
        ".env": `NEXTAUTH_SECRET=${existing}\n`,
        "lib/auth.js": `/** @type {import("next-auth").NextAuthOptions} */
export const authOptions = { providers: [], secret: «"weekday"» };
`,
      },
      {
        "lib/auth.js": `/** @type {import("next-auth").NextAuthOptions} */
export const authOptions = { providers: [], secret: process.env.NEXTAUTH_SECRET };
`,
      },
    );
  });

  it("asserts that a variable is there where TypeScript wants a string", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V5,
        "middleware.ts": `import { getToken } from "next-auth/jwt";
export const tokenOf = (req: Request) => getToken({ req, secret: «"weekday"» });
`,
      },
      {
        "middleware.ts": `import { getToken } from "next-auth/jwt";
export const tokenOf = (req: Request) => getToken({ req, secret: process.env.AUTH_SECRET! });
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("takes the place of the whole expression that makes a secret of a literal", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
const key: string = Buffer.from(«"d2Vla2RheQ=="», "base64").toString();
export default NextAuth({ secret: key });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
const key: string = process.env.NEXTAUTH_SECRET!;
export default NextAuth({ secret: key });
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("imports SvelteKit's private environment for a constant", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...SVELTEKIT,
        "src/auth.ts": `import { SvelteKitAuth } from '@auth/sveltekit';

const secret = «'weekday'»;
export const { handle } = SvelteKitAuth({ secret, providers: [] });
`,
      },
      {
        "src/auth.ts": `import { SvelteKitAuth } from '@auth/sveltekit';
import { env } from '$env/dynamic/private';

const secret = env.AUTH_SECRET!;
export const { handle } = SvelteKitAuth({ secret, providers: [] });
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("takes an old secret out of a rotation", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: [process.env.AUTH_SECRET!, «"weekday"»] });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: [process.env.AUTH_SECRET!] });
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("takes out the statement that sets a variable", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V5,
        "src/bootstrap.ts": `process.env.AUTH_SECRET = «"weekday"»;
process.env.TZ = "UTC";
`,
      },
      {
        "src/bootstrap.ts": `process.env.TZ = "UTC";
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("takes it out of what next.config copies into the browser's code", () => {
    assertFixes(
      hardcodedSecret,
      {
        ...V4,
        "next.config.js": `module.exports = {
  env: { NEXTAUTH_SECRET: «"weekday"», NEXTAUTH_URL: "http://localhost:3000" },
};
`,
      },
      {
        "next.config.js": `module.exports = {
  env: { NEXTAUTH_URL: "http://localhost:3000" },
};
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("says whether its fix makes a secret, and never overwrites one", () => {
    const source =
      'import NextAuth from "next-auth";\nNextAuth({ providers: [], secret: "hunter2" });\n';
    const fixOn = (files: Files) => {
      const before = project({ ...V5, "auth.ts": source, ".gitignore": ".env*\n", ...files });
      const [problem] = hardcodedSecret.check(before);
      assert.ok(problem);
      const [fix] = hardcodedSecret.fixes?.(problem, before) ?? [];
      assert.ok(fix);
      const edited = fix.edits({ mint: () => MINTED }).map(({ file }) => file);
      return { title: format(fix.title), edited };
    };
    assert.deepEqual(fixOn({}), {
      title: "Remove it, and set AUTH_SECRET to a new random secret",
      edited: ["auth.ts", ".env.local"],
    });
    assert.deepEqual(fixOn({ ".env.local": "AUTH_SECRET=correct horse battery\n" }), {
      title: "Remove it: AUTH_SECRET is set",
      edited: ["auth.ts"],
    });
  });
});
