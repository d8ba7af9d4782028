import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { conflictingVariables } from "../../../src/core/rules/conflicting-variables.ts";
import { BETTER_AUTH, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const [one, two] = [strongSecret(), strongSecret()];

describe("conflicting-variables", () => {
  it("flags the name that v5 passes over", () => {
    assertFlags(conflictingVariables, {
      ...V5,
      ".env": `AUTH_SECRET=${one}\n«NEXTAUTH_SECRET»=${two}\n`,
    });
  });

  it("flags the other one in v4", () => {
    assertFlags(conflictingVariables, {
      ...V4,
      ".env": `«AUTH_SECRET»=${one}\nNEXTAUTH_SECRET=${two}\n`,
    });
  });

  it("flags one in another file that is loaded in the same mode", () => {
    assertFlags(conflictingVariables, {
      ...V5,
      ".env.local": `«NEXTAUTH_SECRET»=${two}\n`,
      ".env": `AUTH_SECRET=${one}\n`,
    });
    assertFlags(conflictingVariables, {
      ...V5,
      ".env.production": `«NEXTAUTH_SECRET»=${two}\n`,
      ".env": `AUTH_SECRET=${one}\n`,
    });
  });

  it("says which one wins, since when the other is read at all, and where the winner stands", () => {
    const files = { ...V4, ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\n` };
    const [problem] = conflictingVariables.check(project(files));
    assert.ok(problem);
    assert.match(format(problem.message), /takes NEXTAUTH_SECRET, not AUTH_SECRET.*4\.24\.10/);
    assert.deepEqual(
      problem.related?.map(({ file, span }) => files[".env"].slice(span.start, span.end) + file),
      ["NEXTAUTH_SECRET.env"],
    );
  });

  it("says nothing of equal values, empty ones and references", () => {
    for (const value of [one, "", "$AUTH_SECRET", "op://vault/auth/secret"]) {
      assertSilent(conflictingVariables, {
        ...V5,
        ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${value}\n`,
      });
    }
  });

  it("says nothing of files that no mode loads together", () => {
    assertSilent(conflictingVariables, {
      ...V5,
      ".env.development": `AUTH_SECRET=${one}\n`,
      ".env.production": `NEXTAUTH_SECRET=${two}\n`,
      ".env.staging": `NEXTAUTH_SECRET=${two}\n`,
      ".env.example": `NEXTAUTH_SECRET=${two}\n`,
    });
  });

  it("says nothing where a value that differs is overridden by the same one", () => {
    assertSilent(conflictingVariables, {
      ...V5,
      ".env.local": `NEXTAUTH_SECRET=${one}\n`,
      ".env.test.local": `NEXTAUTH_SECRET=${one}\n`,
      ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\n`,
    });
  });

  it("says nothing of libraries that know one of the names only, or of none", () => {
    const env = { ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\nBETTER_AUTH_SECRET=x\n` };
    for (const manifest of [SVELTEKIT, BETTER_AUTH, {}]) {
      assertSilent(conflictingVariables, { ...manifest, ...env });
    }
  });

  it("says nothing where the source chooses", () => {
    const setUp = (secret: string) =>
      `import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ secret: ${secret} });\n`;
    for (const secret of ["process.env.NEXTAUTH_SECRET", "chosen()"]) {
      assertSilent(conflictingVariables, {
        ...V5,
        "auth.ts": setUp(secret),
        ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\n`,
      });
    }
    assertFlags(conflictingVariables, {
      ...V5,
      "auth.ts": setUp("process.env.AUTH_SECRET"),
      ".env": `AUTH_SECRET=${one}\n«NEXTAUTH_SECRET»=${two}\n`,
    });
  });

  it("says nothing of a name that something else reads", () => {
    const env = { ".env": `NEXTAUTH_SECRET=${one}\nAUTH_SECRET=${two}\n` };
    assertSilent(conflictingVariables, {
      ...V4,
      ...env,
      "lib/api.ts": "export const headers = { key: process.env.AUTH_SECRET };\n",
    });
    assertSilent(conflictingVariables, {
      ...V4,
      ...env,
      "compose.yml":
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file's reference
        "services:\n  api:\n    environment:\n      AUTH_SECRET: ${AUTH_SECRET:?set}\n",
    });
  });

  it("flags a name that another call of the library is handed, and leaves it to the source", () => {
    const files = {
      ...V5,
      ".env": `AUTH_SECRET=${one}\n«NEXTAUTH_SECRET»=${two}\n`,
      "middleware.ts":
        'import { getToken } from "next-auth/jwt";\nexport const middleware = (req) =>\n  getToken({ req, secret: process.env.NEXTAUTH_SECRET });\n',
    };
    assertFlags(conflictingVariables, files);
    const read = project({ ...files, ".env": files[".env"].replace(/[«»]/g, "") });
    const [problem] = conflictingVariables.check(read);
    assert.ok(problem);
    assert.deepEqual(conflictingVariables.fixes?.(problem, read), []);
  });

  it("keeps the line that does not count as a comment", () => {
    assertFixes(
      conflictingVariables,
      { ...V5, ".env": `A=1\r\nNEXTAUTH_SECRET='${two}' # old\r\nAUTH_SECRET=${one}` },
      { ".env": `A=1\r\n# NEXTAUTH_SECRET='${two}' # old\r\nAUTH_SECRET=${one}` },
    );
    assertFixes(
      conflictingVariables,
      { ...V4, ".env": `NEXTAUTH_SECRET=${one}\nAUTH_SECRET=${two}` },
      { ".env": `NEXTAUTH_SECRET=${one}\n# AUTH_SECRET=${two}` },
    );
  });

  it("takes the lines above it of the same name along, which would count then", () => {
    const earlier = strongSecret();
    assertFixes(
      conflictingVariables,
      {
        ...V5,
        ".env": `NEXTAUTH_SECRET=${earlier}\nAUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\n`,
      },
      { ".env": `# NEXTAUTH_SECRET=${earlier}\nAUTH_SECRET=${one}\n# NEXTAUTH_SECRET=${two}\n` },
    );
  });
});
