import { describe, it } from "node:test";
import { wrongVariable } from "../../../src/core/rules/wrong-variable.ts";
import { BETTER_AUTH, EXPRESS, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const secret = strongSecret();
const both = {
  "package.json": JSON.stringify({
    dependencies: { "next-auth": "5.0.0-beta.29", "better-auth": "^1.7.0" },
  }),
};

describe("wrong-variable", () => {
  it("flags what `npx auth secret` prints, where only Auth.js is used", () => {
    for (const manifest of [V5, V4, SVELTEKIT, EXPRESS]) {
      assertFlags(wrongVariable, {
        ...manifest,
        ".env.local": `«BETTER_AUTH_SECRET»=${secret}\n`,
      });
    }
  });

  it("flags next-auth's old name where another library is used", () => {
    for (const manifest of [SVELTEKIT, EXPRESS, BETTER_AUTH]) {
      assertFlags(wrongVariable, { ...manifest, ".env": `«NEXTAUTH_SECRET»=${secret}\n` });
    }
  });

  it("says nothing of a name that the library reads, first or last", () => {
    assertSilent(wrongVariable, { ...V5, ".env": `AUTH_SECRET=${secret}\nNEXTAUTH_SECRET=x\n` });
    assertSilent(wrongVariable, { ...V4, ".env": `AUTH_SECRET=${secret}\n` });
    assertSilent(wrongVariable, { ...BETTER_AUTH, ".env": `AUTH_SECRET=${secret}\n` });
    assertSilent(wrongVariable, { ...SVELTEKIT, ".env": `AUTH_SECRET_2=${secret}\n` });
  });

  it("says nothing where several libraries are used, or none is known to be", () => {
    const env = { ".env": `BETTER_AUTH_SECRET=${secret}\nAUTH_SECRET=${secret}\n` };
    assertSilent(wrongVariable, { ...both, ...env });
    assertSilent(wrongVariable, { "package.json": "{}", ...env });
    assertSilent(wrongVariable, env);
  });

  it("says nothing where the source reads the name, or the user calls it a secret", () => {
    const env = { ...V5, ".env": `BETTER_AUTH_SECRET=${secret}\n` };
    assertSilent(wrongVariable, {
      ...env,
      "docker-compose.yml":
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file's reference
        "services:\n  api:\n    environment:\n      - BETTER_AUTH_SECRET=${BETTER_AUTH_SECRET}\n",
    });
    const reads = "export const { auth } = NextAuth({ secret: process.env.BETTER_AUTH_SECRET });\n";
    assertSilent(wrongVariable, {
      ...env,
      "auth.ts": `import NextAuth from "next-auth";\n${reads}`,
    });
    assertSilent(wrongVariable, env, { extraVariables: ["BETTER_AUTH_SECRET"] });
  });

  it("says nothing of templates, tests, empty values and other folders' files", () => {
    assertSilent(wrongVariable, {
      ...V5,
      ".env": "BETTER_AUTH_SECRET=\nMY_BETTER_AUTH_SECRET=x\n",
      ".env.example": `BETTER_AUTH_SECRET=${secret}\n`,
      ".env.test": `BETTER_AUTH_SECRET=${secret}\n`,
      "service/.env": `BETTER_AUTH_SECRET=${secret}\n`,
    });
  });

  it("renames the key and keeps the value, every other byte too", () => {
    assertFixes(
      wrongVariable,
      { ...V5, ".env.local": `# a\r\nexport BETTER_AUTH_SECRET="${secret}" # b\r\nA=1` },
      { ".env.local": `# a\r\nexport AUTH_SECRET="${secret}" # b\r\nA=1` },
    );
  });

  it("takes the empty place of the right name", () => {
    assertFixes(
      wrongVariable,
      { ...V5, ".env": `BETTER_AUTH_SECRET=${secret}\nAUTH_SECRET=\nA=1\n` },
      { ".env": `AUTH_SECRET=${secret}\nA=1\n` },
    );
  });

  it("keeps the line as a comment where the right name is set, there or in a file beside", () => {
    const other = strongSecret();
    assertFixes(
      wrongVariable,
      { ...V5, ".env": `AUTH_SECRET=${other}\nBETTER_AUTH_SECRET=${secret}\n` },
      { ".env": `AUTH_SECRET=${other}\n# BETTER_AUTH_SECRET=${secret}\n` },
    );
    assertFixes(
      wrongVariable,
      { ...V5, ".env": `AUTH_SECRET=${other}\n`, ".env.local": `BETTER_AUTH_SECRET=${secret}\n` },
      { ".env.local": `# BETTER_AUTH_SECRET=${secret}\n` },
    );
  });
});
