import { describe, it } from "node:test";
import { passphraseSecret } from "../../../src/core/rules/passphrase-secret.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const IGNORED = { ".gitignore": ".env*\n!.env.example\n" };

describe("passphrase-secret", () => {
  it("flags a phrase in every library's variable, and the value only", () => {
    assertFlags(passphraseSecret, {
      ".env.local": [
        "AUTH_SECRET=«my-super-secret-app-key» # for development",
        'export NEXTAUTH_SECRET="«correct horse battery staple»"',
        "BETTER_AUTH_SECRET: '«sunshine over the river»'",
        "AUTH_SECRET_1=«thisisaverylongsecretkeyfornextauth1234567890»\r\n",
      ].join("\r\n"),
    });
  });

  it("flags each bad secret of a list, not the good ones", () => {
    assertFlags(passphraseSecret, {
      ".env": `BETTER_AUTH_SECRETS="2:${strongSecret()},1:«my-super-secret-app-key»"\n`,
    });
  });

  it("flags what a user's setting calls a secret", () => {
    const files = { ".env": "COOKIE_KEY=«my-super-secret-app-key»\n" };
    assertFlags(passphraseSecret, files, { extraVariables: ["COOKIE_KEY"] });
  });

  it("flags every assignment of a name, since each stands in the file", () => {
    assertFlags(passphraseSecret, {
      ".env": "AUTH_SECRET=«my-super-secret-app-key»\nAUTH_SECRET=«sunshine over the river»\n",
    });
  });

  it("says nothing of random values, references and other names", () => {
    assertSilent(passphraseSecret, {
      ".env": [
        `AUTH_SECRET=${strongSecret()}`,
        "NEXTAUTH_SECRET=$AUTH_SECRET",
        "BETTER_AUTH_SECRET=op://vault/app/secret",
        "GITHUB_SECRET=my-super-secret-app-key",
        "MY_AUTH_SECRET=my-super-secret-app-key",
        "# AUTH_SECRET=my-super-secret-app-key",
      ].join("\n"),
    });
  });

  it("says nothing of templates and of files that tests load", () => {
    const text = "AUTH_SECRET=my-super-secret-app-key\n";
    assertSilent(passphraseSecret, { ".env.example": text, ".env.test": text, "ci.env": text });
  });

  it("says nothing of what developers share and call so themselves, and flags all else", () => {
    assertSilent(passphraseSecret, { ".env.development": "AUTH_SECRET=development-secret\n" });
    assertFlags(passphraseSecret, {
      ".env.development": "AUTH_SECRET=«my-super-secret-app-key»\n",
      ".env.development.local": "AUTH_SECRET=«development-secret»\n",
      ".env.production": "AUTH_SECRET=«development-secret»\n",
    });
  });

  it("says nothing of what a shell runs, and flags what it does not", () => {
    assertSilent(passphraseSecret, {
      ".envrc": 'export AUTH_SECRET=`cat secret.txt`\nexport NEXTAUTH_SECRET="x`cat secret.txt`"\n',
    });
    assertFlags(passphraseSecret, {
      ".envrc": "export AUTH_SECRET='«my-super-secret-app-key»'\n",
      ".env": "AUTH_SECRET=`«my-super-secret-app-key»`\n",
    });
  });

  it("puts a random secret in its place", () => {
    assertFixes(
      passphraseSecret,
      { ...IGNORED, ".env": 'A=1\nAUTH_SECRET="«my-super-secret-app-key»" # old\nB=2' },
      { ".env": `A=1\nAUTH_SECRET="${MINTED}" # old\nB=2` },
    );
  });

  it("replaces one secret of a list alone", () => {
    const current = strongSecret();
    assertFixes(
      passphraseSecret,
      { ...IGNORED, ".env": `BETTER_AUTH_SECRETS=2:${current},1:my-super-secret-app-key\n` },
      { ".env": `BETTER_AUTH_SECRETS=2:${current},1:${MINTED}\n` },
    );
  });

  it("takes along what an unquoted # cut off the value", () => {
    assertFixes(
      passphraseSecret,
      { ...IGNORED, ".env": "AUTH_SECRET=my-super-secret#app-key # note\n" },
      { ".env": `AUTH_SECRET=${MINTED} # note\n` },
    );
    assertFixes(
      passphraseSecret,
      { ...IGNORED, ".env": "AUTH_SECRET=my#pass word # note\n" },
      { ".env": `AUTH_SECRET=${MINTED} # note\n` },
    );
  });
});
