import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { missingSecret } from "../../../src/core/rules/missing-secret.ts";
import { BETTER_AUTH, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { type Files, project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const CALL = `import NextAuth from "next-auth";
export const { handlers, auth } = «NextAuth»({ providers: [] });
`;
const AUTH = CALL.replace(/[«»]/g, "");
const TEMPLATE: Files = { ".env.example": "DATABASE_URL=\nAUTH_SECRET=\n" };

const messagesOf = (files: Files) =>
  missingSecret.check(project(files)).map(({ message }) => format(message));

describe("missing-secret", () => {
  it("flags the call in a fresh clone, which has a template only", () => {
    assertFlags(missingSecret, { ...V5, ...TEMPLATE, "src/auth.ts": CALL });
    const [message] = messagesOf({ ...V5, ...TEMPLATE, "src/auth.ts": AUTH });
    assert.match(message ?? "", /there is no env file.* nor the host sets AUTH_SECRET/);
  });

  it("says which files it looked at, the first of many by name", () => {
    const names = [
      ".env",
      ".env.local",
      "docker/.env",
      ".env.production",
      ".env.staging",
      ".envrc",
    ];
    const files = Object.fromEntries(names.map((name) => [name, "PORT=3000\n"]));
    const two = { ".env": "PORT=3000\n", ".env.local": "" };
    assert.match(
      messagesOf({ ...V5, ...two, "auth.ts": AUTH })[0] ?? "",
      /in \.env\.local, \.env\./,
    );
    assert.match(
      messagesOf({ ...V5, ...files, "auth.ts": AUTH })[0] ?? "",
      /AUTH_SECRET is not set in \.env\.local, \.env, docker\/\.env, \.env\.production and 2 more\./,
    );
  });

  it("flags options that come through names, imports, functions and spreads", () => {
    const calls = [
      "const options = { providers: [] };\nexport default «NextAuth»(options);",
      "export default «NextAuth»({ ...authConfig, session: { maxAge: 60 } });",
      "export default «NextAuth»(() => ({ providers: [] }));",
      "export default «NextAuth»(async (req) => { return { providers: [] }; });",
    ];
    for (const call of calls) {
      assertFlags(missingSecret, {
        ...V5,
        ...TEMPLATE,
        "auth.config.ts": "export const authConfig = { pages: {}, providers: [] };\n",
        "auth.ts": `import NextAuth from "next-auth";\nimport { authConfig } from "./auth.config";\n${call}\n`,
      });
    }
  });

  it("flags it where the option only reads a variable that nothing sets", () => {
    const text = `import { betterAuth } from "better-auth";
export const auth = «betterAuth»({ secret: process.env.APP_KEY, database });
`;
    const files = { ...BETTER_AUTH, ".env": "DATABASE_URL=file.db\n", "auth.ts": text };
    assertFlags(missingSecret, files);
    assertSilent(missingSecret, {
      ...files,
      "auth.ts": text.replace(/[«»]/g, ""),
      ".env": "APP_KEY=x",
    });
  });

  it("sees through a schema of the environment", () => {
    assertFlags(missingSecret, {
      ...V5,
      ...TEMPLATE,
      "src/env.js": `import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
export const env = createEnv({ server: { AUTH_SECRET: z.string() }, experimental__runtimeEnv: {} });
`,
      "src/auth.ts": `import NextAuth from "next-auth";
import { env } from "~/env";
export const { auth } = «NextAuth»({ providers: [], secret: env.AUTH_SECRET });
`,
    });
  });

  it("names the variable of the library", () => {
    const calls = [
      [V4, 'import NextAuth from "next-auth";\nexport default NextAuth({});\n', "NEXTAUTH_SECRET"],
      [
        V4,
        'import NextAuth from "next-auth";\nexport default (req, res) => NextAuth(req, res, {});\n',
        "NEXTAUTH_SECRET",
      ],
      [
        SVELTEKIT,
        'import { SvelteKitAuth } from "@auth/sveltekit";\nexport const { handle } = SvelteKitAuth(async (event) => ({ providers: [] }));\n',
        "AUTH_SECRET",
      ],
      [
        BETTER_AUTH,
        'import { betterAuth } from "better-auth";\nbetterAuth({});\n',
        "BETTER_AUTH_SECRET",
      ],
    ] as const;
    for (const [manifest, text, variable] of calls) {
      const [message] = messagesOf({ ...manifest, ".env": "PORT=3000\n", "auth.ts": text });
      assert.match(message ?? "", new RegExp(` ${variable} is not set in \\.env\\.`));
    }
  });

  it("flags one call of a package, the one that holds for the whole app", () => {
    assertFlags(missingSecret, {
      ...V5,
      ...TEMPLATE,
      "middleware.ts": AUTH,
      "src/auth.ts": CALL,
      "src/other.ts": AUTH,
    });
  });

  it("says nothing where any env file sets one of the variables, even to nothing", () => {
    const settings = [
      { ".env.local": `AUTH_SECRET=${strongSecret()}\n` },
      { ".env": "AUTH_SECRET=\n" },
      { ".env.production": "NEXTAUTH_SECRET=x\n" },
      { ".envrc": "export AUTH_SECRET_1=x\n" },
      { "docker/app.env": "AUTH_SECRET=x\n" },
    ];
    for (const files of settings) {
      assertSilent(missingSecret, { ...V5, ...TEMPLATE, ...files, "auth.ts": AUTH });
    }
    const inheritedVariables = new Set(["AUTH_SECRET"]);
    assertSilent(missingSecret, { ...V5, ...TEMPLATE, "auth.ts": AUTH }, { inheritedVariables });
  });

  it("says nothing where the package may well get all its variables from elsewhere", () => {
    assertSilent(missingSecret, { ...V5, "auth.ts": AUTH });
    assertSilent(missingSecret, { ...V5, "auth.ts": AUTH, ".env.test": "A=1\n" });
    assertSilent(missingSecret, { ...V5, "auth.ts": AUTH, "docker/.env": "A=1\n" });
  });

  it("says nothing where the manifest does not name the library", () => {
    assertSilent(missingSecret, { ...TEMPLATE, "auth.ts": AUTH });
    assertSilent(missingSecret, { "package.json": "{}", ...TEMPLATE, "auth.ts": AUTH });
    assertSilent(missingSecret, { ...BETTER_AUTH, ...TEMPLATE, "auth.ts": AUTH });
  });

  it("says nothing where the secret is, or may be, anything else", () => {
    const options = [
      '{ secret: "weekday" }',
      "{ secret: await load() }",
      "{ secret: AUTH_KEY }",
      "{ secret: process.env.AUTH_SECRET ?? load() }",
      "{ secret }",
      "{ secret: }",
      "{ ...shared }",
      "shared",
      "withDefaults({})",
      "() => shared",
      "{ jwt: { secret: load() } }",
      "{ secret: process.env[name] }",
    ];
    for (const option of options) {
      assertSilent(missingSecret, {
        ...V5,
        ...TEMPLATE,
        "auth.ts": `import NextAuth from "next-auth";
import { shared, AUTH_KEY, withDefaults } from "@acme/auth";
export const { auth } = NextAuth(${option});
`,
      });
    }
  });

  it("says nothing where the source itself sets the variable", () => {
    const text = `${AUTH}process.env.AUTH_SECRET ??= "weekday";\n`;
    assertSilent(missingSecret, { ...V5, ...TEMPLATE, "auth.ts": text });
  });

  it("says nothing of other calls, and in tests", () => {
    const calls = `import { getToken } from "next-auth/jwt";
import { getServerSession } from "next-auth";
export const token = (req) => getToken({ req });
export const session = () => getServerSession({ providers: [] });
`;
    assertSilent(missingSecret, { ...V4, ...TEMPLATE, "session.ts": calls });
    assertSilent(missingSecret, {
      ...V5,
      ...TEMPLATE,
      "tests/auth.ts": AUTH,
      "auth.test.ts": AUTH,
    });
  });

  it("puts a secret into .env.local", () => {
    assertFixes(
      missingSecret,
      { ...V5, ...TEMPLATE, "auth.ts": CALL },
      { ".env.local": `AUTH_SECRET=${MINTED}\n` },
    );
    const read = CALL.replace("[]", "[], secret: process.env.APP_KEY");
    assertFixes(
      missingSecret,
      { ...V5, ".env.local": "PORT=3000\n", "auth.ts": read },
      { ".env.local": `PORT=3000\nAPP_KEY=${MINTED}\n` },
    );
  });
});
