import { describe, it } from "node:test";
import { legacyUrl } from "../../../src/core/rules/legacy-url.ts";
import { SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent } from "../../support/ruleCheck.ts";

const URL_LINE = "NEXTAUTH_URL=https://example.com\n";

describe("legacy-url", () => {
  it("flags the old name in v5's env files, templates included, and in the source", () => {
    assertFlags(legacyUrl, {
      ...V5,
      ".env": "«NEXTAUTH_URL»=https://example.com\n",
      ".env.example": "«NEXTAUTH_URL»=\n",
      "lib/base.ts": "export const base = process.env.«NEXTAUTH_URL» + process.env.NEXTAUTH_URL;\n",
    });
  });

  it("says nothing in v4, in other libraries and where none is known", () => {
    for (const manifest of [V4, SVELTEKIT, {}, { "package.json": "{}" }]) {
      assertSilent(legacyUrl, { ...manifest, ".env": URL_LINE });
    }
  });

  it("says nothing where the host is trusted already", () => {
    for (const line of ["AUTH_URL=https://example.com\n", "AUTH_TRUST_HOST=true\n"]) {
      assertSilent(legacyUrl, { ...V5, ".env": URL_LINE, ".env.production": line });
    }
    assertSilent(legacyUrl, {
      ...V5,
      ".env": URL_LINE,
      "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ trustHost: true });\n',
    });
    assertSilent(legacyUrl, {
      ...V5,
      ".env": URL_LINE,
      "compose.yml":
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file's reference
        "services:\n  web:\n    environment:\n      AUTH_SECRET: ${AUTH_SECRET:?}\n      AUTH_TRUST_HOST: 'true'\n",
    });
  });

  it("says nothing of tests, other folders and names that only hold it", () => {
    assertSilent(legacyUrl, {
      ...V5,
      ".env.test": URL_LINE,
      "service/.env": URL_LINE,
      ".env": "NEXTAUTH_URL_INTERNAL=x\nMY_NEXTAUTH_URL=y\n",
      "a.ts": "// NEXTAUTH_URL\nexport const text = 'set NEXTAUTH_URL to x';\n",
    });
  });

  it("renames it everywhere, references to it too, and keeps the value", () => {
    assertFixes(
      legacyUrl,
      {
        ...V5,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference in an env file
        ".env": "NEXTAUTH_URL='https://example.com' # mine\r\nBASE=${NEXTAUTH_URL}/api\r\n",
      },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference in an env file
      { ".env": "AUTH_URL='https://example.com' # mine\r\nBASE=${AUTH_URL}/api\r\n" },
    );
    assertFixes(
      legacyUrl,
      {
        ...V5,
        "env.ts":
          'export const env = createEnv({\n  server: { NEXTAUTH_URL: z.string(), AUTH_SECRET: z.string() },\n  runtimeEnv: { NEXTAUTH_URL: process.env.NEXTAUTH_URL, AUTH_SECRET: process.env["AUTH_SECRET"] },\n});\nconst { NEXTAUTH_URL } = process.env;\nconst same = process.env["NEXTAUTH_URL"] ?? NEXTAUTH_URL;\n',
      },
      {
        "env.ts":
          'export const env = createEnv({\n  server: { AUTH_URL: z.string(), AUTH_SECRET: z.string() },\n  runtimeEnv: { AUTH_URL: process.env.AUTH_URL, AUTH_SECRET: process.env["AUTH_SECRET"] },\n});\nconst { AUTH_URL: NEXTAUTH_URL } = process.env;\nconst same = process.env["AUTH_URL"] ?? NEXTAUTH_URL;\n',
      },
    );
  });
});
