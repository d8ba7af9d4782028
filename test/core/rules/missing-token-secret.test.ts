import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { missingTokenSecret } from "../../../src/core/rules/missing-token-secret.ts";
import { SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { editFiles, project } from "../../support/project.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const IMPORT = 'import { getToken } from "next-auth/jwt";\n';

describe("missing-token-secret", () => {
  it("flags a call that is handed no secret", () => {
    assertFlags(missingTokenSecret, {
      ...V5,
      "middleware.ts": `${IMPORT}export const token = (req) => «getToken»({ req });\n`,
      "proxy.ts":
        'import * as jwt from "@auth/core/jwt";\nexport const t = (req) => «jwt.getToken»({ req, salt: "x" });\n',
    });
    assertFlags(missingTokenSecret, {
      ...SVELTEKIT,
      "src/hooks.server.ts":
        'import { decode } from "@auth/core/jwt";\nexport const t = (token) => «decode»({ token, salt: "x" });\n',
    });
  });

  it("flags a spread that is known to hold none", () => {
    assertFlags(missingTokenSecret, {
      ...V5,
      "a.ts": `${IMPORT}const common = { secureCookie: true };\nexport const t = (req) => «getToken»({ req, ...common });\n`,
    });
  });

  it("says nothing in v4, which looks by itself, and where the version is not known", () => {
    const files = { "a.ts": `${IMPORT}export const t = (req) => getToken({ req });\n` };
    assertSilent(missingTokenSecret, { ...V4, ...files });
    assertSilent(missingTokenSecret, files);
    assertSilent(missingTokenSecret, { "package.json": "{}", ...files });
  });

  it("says nothing where a secret is handed over, or may be", () => {
    for (const options of [
      "{ req, secret }",
      "{ req, secret: process.env.AUTH_SECRET }",
      '{ req, "secret": read() }',
      "{ req, ...options }",
      '{ req, ["sec" + "ret"]: x }',
      "{ req, raw: true }",
      "options",
      "{ ...(await config()), req }",
      "",
    ]) {
      assertSilent(missingTokenSecret, {
        ...V5,
        "a.ts": `${IMPORT}export const t = async (req, options, secret, x) => getToken(${options});\n`,
      });
    }
  });

  it("says nothing of others' functions of that name", () => {
    assertSilent(missingTokenSecret, {
      ...V5,
      "a.ts": 'import "next-auth";\nimport { getToken } from "./mine";\ngetToken({ req: 1 });\n',
    });
  });

  it("hands over the variable", () => {
    assertFixes(
      missingTokenSecret,
      { ...V5, "a.ts": `${IMPORT}export const t = (req) => getToken({ req });\n` },
      {
        "a.ts": `${IMPORT}export const t = (req) => getToken({ req, secret: process.env.AUTH_SECRET });\n`,
      },
    );
  });

  it("keeps the layout of the options", () => {
    assertFixes(
      missingTokenSecret,
      {
        ...V5,
        "a.ts": `${IMPORT}export const t = (req) =>\r\n  getToken({\r\n    req,\r\n    secureCookie: true,\r\n  });\r\n`,
      },
      {
        "a.ts": `${IMPORT}export const t = (req) =>\r\n  getToken({\r\n    req,\r\n    secureCookie: true,\r\n    secret: process.env.AUTH_SECRET,\r\n  });\r\n`,
      },
    );
    assertFixes(
      missingTokenSecret,
      { ...V5, "a.ts": `${IMPORT}export const t = () => getToken({});\n` },
      {
        "a.ts": `${IMPORT}export const t = () => getToken({ secret: process.env.AUTH_SECRET });\n`,
      },
    );
  });

  it("takes the name that is set", () => {
    const files = {
      ...V5,
      ".env": `NEXTAUTH_SECRET=${strongSecret()}\n`,
      "a.ts": `${IMPORT}export const t = (req) => getToken({ req });\n`,
    };
    const snapshot = project(files);
    const [problem] = missingTokenSecret.check(snapshot);
    assert.ok(problem);
    const edits = missingTokenSecret.fixes?.(problem, snapshot)[0]?.edits({ mint: () => "" }) ?? [];
    assert.match(editFiles(files, edits)["a.ts"] ?? "", /secret: process\.env\.NEXTAUTH_SECRET/);
  });

  it("reads it as the framework does", () => {
    assertFixes(
      missingTokenSecret,
      {
        ...SVELTEKIT,
        ".env": `AUTH_SECRET=${strongSecret()}\n`,
        "src/a.ts":
          'import { getToken } from "@auth/core/jwt";\nexport const t = (req) => getToken({ req });\n',
      },
      {
        "src/a.ts":
          'import { getToken } from "@auth/core/jwt";\nimport { env } from "$env/dynamic/private";\nexport const t = (req) => getToken({ req, secret: env.AUTH_SECRET });\n',
      },
    );
  });
});
