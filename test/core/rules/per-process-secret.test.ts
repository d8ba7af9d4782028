import { describe, it } from "node:test";
import { perProcessSecret } from "../../../src/core/rules/per-process-secret.ts";
import { BETTER_AUTH, V4 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent, MINTED } from "../../support/ruleCheck.ts";

describe("per-process-secret", () => {
  it("flags the whole expression that makes a value", () => {
    assertFlags(perProcessSecret, {
      ...V4,
      "auth.ts": `import NextAuth from "next-auth";
import { randomBytes } from "node:crypto";
import { v4 } from "uuid";
export const a = NextAuth({ secret: «randomBytes(32).toString("hex")» });
export const b = NextAuth({ secret: process.env.APP_KEY ?? «v4()» });
`,
    });
  });

  it("says nothing of values for other things", () => {
    assertSilent(perProcessSecret, {
      ...BETTER_AUTH,
      "auth.ts": `import { betterAuth } from "better-auth";
import { nanoid } from "nanoid";
export const auth = betterAuth({ advanced: { database: { generateId: () => nanoid() } } });
`,
      "scripts/secret.js": `const { randomBytes } = require("crypto");
console.log("BETTER_AUTH_SECRET=" + randomBytes(32).toString("base64"));
`,
    });
  });

  it("reads the variable instead", () => {
    assertFixes(
      perProcessSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: «crypto.randomUUID()» });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.NEXTAUTH_SECRET });
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("leaves the variable that it stood in for", () => {
    assertFixes(
      perProcessSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.APP_KEY ?? «crypto.randomUUID()» });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.APP_KEY });
`,
        ".env.local": `APP_KEY=${MINTED}\n`,
      },
    );
  });
});
