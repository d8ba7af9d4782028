import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { ignoredVariable } from "../../../src/core/rules/ignored-variable.ts";
import { BETTER_AUTH, EXPRESS, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const [old, fresh] = [strongSecret(), strongSecret()];
const setUp = (options: string) =>
  `import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ ${options} });\n`;

describe("ignored-variable", () => {
  it("flags numbered variables beside the one that v5 takes", () => {
    for (const name of ["AUTH_SECRET", "NEXTAUTH_SECRET"]) {
      assertFlags(ignoredVariable, {
        ...V5,
        ".env": `${name}=${old}\n«AUTH_SECRET_1»=${fresh}\n«AUTH_SECRET_3»=${fresh}\n`,
      });
    }
    assertFlags(ignoredVariable, {
      ...V5,
      ".env": `AUTH_SECRET=${old}\n`,
      ".env.local": `«AUTH_SECRET_1»=${fresh}\n`,
    });
  });

  it("flags what no version counts to, and files", () => {
    for (const manifest of [V5, SVELTEKIT, EXPRESS]) {
      assertFlags(ignoredVariable, {
        ...manifest,
        ".env": `«AUTH_SECRET_4»=${fresh}\n«AUTH_SECRET_0»=${fresh}\n«AUTH_SECRET_FILE»=/run/secrets/auth\n`,
      });
    }
  });

  it("says of a file's name that there is no secret only where there is none", () => {
    const said = (env: string) =>
      ignoredVariable
        .check(project({ ...V4, ".env": `${env}AUTH_SECRET_FILE=/run/secrets/auth\n` }))
        .map(({ message, severity }) => `${severity}: ${format(message)}`);
    assert.match(said("").join(), /^information: .*there is no secret/);
    assert.match(said(`NEXTAUTH_SECRET=${old}\n`).join(), /^information: .*never reads/);
  });

  it("flags every number in v4", () => {
    assertFlags(ignoredVariable, {
      ...V4,
      ".env": `NEXTAUTH_SECRET=${old}\n«AUTH_SECRET_1»=${fresh}\n«NEXTAUTH_SECRET_2»=${fresh}\n`,
    });
  });

  it("says nothing where the core's rule reads them", () => {
    for (const manifest of [SVELTEKIT, EXPRESS]) {
      assertSilent(ignoredVariable, {
        ...manifest,
        ".env": `AUTH_SECRET=${old}\nAUTH_SECRET_1=${fresh}\n`,
      });
    }
    assertSilent(ignoredVariable, { ...V5, ".env": `AUTH_SECRET_1=${old}\nAUTH_SECRET_2=x\n` });
    assertSilent(ignoredVariable, { ...V5, ".env": `AUTH_SECRET=\nAUTH_SECRET_1=${old}\n` });
    assertSilent(ignoredVariable, {
      ...V5,
      "auth.ts": setUp("secret: []"),
      ".env": `AUTH_SECRET=${old}\nAUTH_SECRET_1=${fresh}\n`,
    });
  });

  it("says nothing where the source reads them itself", () => {
    const env = { ...V5, ".env": `AUTH_SECRET=${old}\nAUTH_SECRET_1=${fresh}\n` };
    for (const secret of [
      "[process.env.AUTH_SECRET_1, process.env.AUTH_SECRET]",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source that builds the name
      "[1, 2].map((n) => process.env[`AUTH_SECRET_${n}`])",
    ]) {
      assertSilent(ignoredVariable, { ...env, "auth.ts": setUp(`secret: ${secret}`) });
    }
  });

  it("says nothing of templates, tests, empty values, other libraries and unknown ones", () => {
    const entries = `AUTH_SECRET=${old}\nAUTH_SECRET_1=${fresh}\nAUTH_SECRET_4=${fresh}\n`;
    assertSilent(ignoredVariable, { ...V5, ".env.example": entries, ".env.test": entries });
    assertSilent(ignoredVariable, { ...V5, ".env": `AUTH_SECRET=${old}\nAUTH_SECRET_1=\n` });
    assertSilent(ignoredVariable, { ...BETTER_AUTH, ".env": entries });
    assertSilent(ignoredVariable, { ".env": entries });
    assertSilent(ignoredVariable, { ...V5, ".env": "AUTH_SECRET_KEY=x\nMY_AUTH_SECRET_4=x\n" });
  });

  it("keeps the line as a comment", () => {
    assertFixes(
      ignoredVariable,
      { ...V5, ".env": `AUTH_SECRET=${old}\r\nAUTH_SECRET_4=${fresh}\r\n` },
      { ".env": `AUTH_SECRET=${old}\r\n# AUTH_SECRET_4=${fresh}\r\n` },
    );
  });
});
