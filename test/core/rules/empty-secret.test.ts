import { describe, it } from "node:test";
import { emptySecret } from "../../../src/core/rules/empty-secret.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

describe("empty-secret", () => {
  it("flags where the value would stand", () => {
    assertFlags(emptySecret, {
      ".env": "AUTH_SECRET=«»\n",
      ".env.local": 'NEXTAUTH_SECRET="«»" # later\nBETTER_AUTH_SECRET=«»# later\n',
    });
  });

  it("flags an empty value that wins over a real one", () => {
    const real = `AUTH_SECRET=${strongSecret()}\n`;
    assertFlags(emptySecret, { ".env.local": "AUTH_SECRET=«»\n", ".env": real });
    assertFlags(emptySecret, { ".env": `${real}AUTH_SECRET=«»\n` });
  });

  it("says nothing where a real value wins", () => {
    const real = `AUTH_SECRET=${strongSecret()}\n`;
    assertSilent(emptySecret, { ".env.local": real, ".env": "AUTH_SECRET=\n" });
    assertSilent(emptySecret, { "web/.env.local": real, "web/.env": "AUTH_SECRET=\n" });
    assertSilent(emptySecret, { ".env": `AUTH_SECRET=\n${real}` });
  });

  it("goes by the files that the project's loader reads, and by their order", () => {
    const using = (name: string) => ({
      "package.json": JSON.stringify({ dependencies: { [name]: "*" } }),
    });
    const real = `AUTH_SECRET=${strongSecret()}\n`;
    const empty = "AUTH_SECRET=«»\n";
    assertFlags(emptySecret, { ...using("dotenv"), ".env.local": real, ".env": empty });
    const [kit, next] = [using("@sveltejs/kit"), using("next")];
    assertFlags(emptySecret, { ...kit, ".env.local": real, ".env.development": empty });
    assertSilent(emptySecret, {
      ...kit,
      ".env.local": "AUTH_SECRET=\n",
      ".env.development": real,
    });
    assertFlags(emptySecret, { ...next, ".env.local": empty, ".env.development": real });
    assertSilent(emptySecret, { ...next, ".env.production": "AUTH_SECRET=\n", ".env.local": real });
  });

  it("flags what a neighbouring folder's file does not help", () => {
    assertFlags(emptySecret, {
      "web/.env": "AUTH_SECRET=«»\n",
      "api/.env.local": `AUTH_SECRET=${strongSecret()}\n`,
    });
  });

  it("says nothing of templates, test files and numbered spare places", () => {
    assertSilent(emptySecret, {
      ".env": "AUTH_SECRET_1=\nAUTH_SECRET_2=''\nGITHUB_SECRET=\n",
      ".env.example": "AUTH_SECRET=\n",
      ".env.test": "AUTH_SECRET=\n",
    });
  });

  it("fills it in where it stands", () => {
    const ignored = { ".gitignore": ".env*\n" };
    assertFixes(
      emptySecret,
      { ...ignored, ".env": "A=1\r\nAUTH_SECRET=\r\nB=2\r\n" },
      { ".env": `A=1\r\nAUTH_SECRET=${MINTED}\r\nB=2\r\n` },
    );
    assertFixes(
      emptySecret,
      { ...ignored, ".env": 'AUTH_SECRET="" # run the generator' },
      { ".env": `AUTH_SECRET="${MINTED}" # run the generator` },
    );
    assertFixes(
      emptySecret,
      { ...ignored, ".env": "AUTH_SECRET= # run the generator\n" },
      { ".env": `AUTH_SECRET=${MINTED} # run the generator\n` },
    );
    assertFixes(
      emptySecret,
      { ...ignored, ".env": "AUTH_SECRET=# run the generator\n" },
      { ".env": `AUTH_SECRET=${MINTED} # run the generator\n` },
    );
  });
});
