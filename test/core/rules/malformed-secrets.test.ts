import { describe, it } from "node:test";
import { malformedSecrets } from "../../../src/core/rules/malformed-secrets.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const PACKAGE = { "package.json": JSON.stringify({ dependencies: { "better-auth": "^1.7.0" } }) };
const IGNORED = { ...PACKAGE, ".gitignore": ".env*\n" };
const [one, two] = [strongSecret(), strongSecret()];

describe("malformed-secrets", () => {
  for (const [what, list] of [
    ["an entry without a version", `2:${one},«${two}»`],
    ["a version that is no number", `«new:${one}»,1:${two}`],
    ["a negative version", `«-1:${one}»`],
    ["an entry without a secret", `2:${one}, «1:» `],
    ["a version that is there twice", `1:${one}, «1:${two}»`],
    ["a comma at the end", `2:${one}«,»`],
    ["two commas", `2:${one}«,»,1:${two}`],
    ["several faults", `«${one}»,2:${two},«2:${two}»`],
  ] as const) {
    it(`flags ${what}`, () => {
      assertFlags(malformedSecrets, { ...PACKAGE, ".env": `A=1\nBETTER_AUTH_SECRETS="${list}"\n` });
    });
  }

  it("says nothing of what the library accepts", () => {
    for (const list of [`1:${one}`, `2:${one},1:${two}`, ` 2 : ${one} , 1x:${two}`, "0:a:b", ""]) {
      assertSilent(malformedSecrets, { ...PACKAGE, ".env": `BETTER_AUTH_SECRETS='${list}'\n` });
    }
  });

  it("says nothing of places of a list, templates and other variables", () => {
    const broken = `${one},${two}`;
    assertSilent(malformedSecrets, {
      ...PACKAGE,
      ".env": `BETTER_AUTH_SECRETS=$FROM_ELSEWHERE\nBETTER_AUTH_SECRET=${broken}\n`,
      ".env.local": "BETTER_AUTH_SECRETS=op://vault/auth/secrets\n",
      ".env.development": "BETTER_AUTH_SECRETS=your-secrets-here\n",
      ".env.example": `BETTER_AUTH_SECRETS=${broken}\n`,
      ".env.test": `BETTER_AUTH_SECRETS=${broken}\n`,
    });
    assertSilent(malformedSecrets, { ".env": `BETTER_AUTH_SECRETS=${broken}\n` });
  });

  it("numbers what has no version, above all others", () => {
    assertFixes(
      malformedSecrets,
      { ...IGNORED, ".env": `BETTER_AUTH_SECRETS=«${two}»,4:${one} # mine\r\n` },
      { ".env": `BETTER_AUTH_SECRETS=5:${two},4:${one} # mine\r\n` },
    );
  });

  it("removes a comma", () => {
    assertFixes(
      malformedSecrets,
      { ...IGNORED, ".env": `BETTER_AUTH_SECRETS='1:${one}«,»'` },
      { ".env": `BETTER_AUTH_SECRETS='1:${one}'` },
    );
    assertFixes(
      malformedSecrets,
      { ...IGNORED, ".env": `BETTER_AUTH_SECRETS=«,»1:${one}\n` },
      { ".env": `BETTER_AUTH_SECRETS=1:${one}\n` },
    );
  });
});
