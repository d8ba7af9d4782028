import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { emptySecret } from "../../../src/core/rules/empty-secret.ts";
import { BETTER_AUTH, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { type Files, project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const good = strongSecret();

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

  it("says that v5 takes it all the same, and v4 the other name", () => {
    assertMessage({ ...V5, ".env": `AUTH_SECRET=\nNEXTAUTH_SECRET=${good}\n` }, /v5.*NEXTAUTH/);
    assertMessage({ ...V4, ".env": `NEXTAUTH_SECRET=\nAUTH_SECRET=${good}\n` }, /v4.*AUTH_SECRET/);
    assertMessage(
      { ...V5, ".env.local": "AUTH_SECRET=\n", ".env": `AUTH_SECRET=${good}\n` },
      /hides the value that \.env gives it/,
    );
  });

  it("says nothing where the library does not look at it", () => {
    const files = (first: string, second: string) => ({ ".env": `${first}=${good}\n${second}=\n` });
    assertSilent(emptySecret, { ...V5, ...files("AUTH_SECRET", "NEXTAUTH_SECRET") });
    assertSilent(emptySecret, { ...V4, ...files("NEXTAUTH_SECRET", "AUTH_SECRET") });
    assertSilent(emptySecret, { ...V5, ...files("AUTH_SECRET_1", "AUTH_SECRET") });
    assertSilent(emptySecret, { ...SVELTEKIT, ...files("AUTH_SECRET_1", "AUTH_SECRET") });
    assertSilent(emptySecret, { ...BETTER_AUTH, ...files("AUTH_SECRET", "BETTER_AUTH_SECRET") });
  });

  it("says nothing of an empty value that another file of its mode fills", () => {
    assertSilent(emptySecret, {
      ...V5,
      ".env.production.local": `AUTH_SECRET=${good}\n`,
      ".env.production": "AUTH_SECRET=\n",
    });
  });

  it("removes the line that hides a good value", () => {
    assertFixes(
      emptySecret,
      { ...V5, ".env.local": "A=1\r\nAUTH_SECRET=\r\nB=2", ".env": `AUTH_SECRET=${good}\n` },
      { ".env.local": "A=1\r\nB=2" },
    );
    assertFixes(
      emptySecret,
      { ...V4, ".env": `NEXTAUTH_SECRET=\nAUTH_SECRET=${good}\n` },
      { ".env": `AUTH_SECRET=${good}\n` },
    );
  });

  it("removes no line above which another one would count instead", () => {
    const snapshot = project({
      ...V5,
      ".env.local": "AUTH_SECRET=\nAUTH_SECRET=\n",
      ".env": `AUTH_SECRET=${good}\n`,
    });
    const [problem] = emptySecret.check(snapshot);
    assert.ok(problem);
    const fixes = emptySecret.fixes?.(problem, snapshot) ?? [];
    assert.deepEqual(
      fixes.map(({ preferred }) => preferred),
      [false],
    );
  });

  it("fills nothing by itself that hides a good value, nor removes it", () => {
    const snapshot = project({
      ...V5,
      ".env.local": "AUTH_SECRET=\n",
      ".env": `AUTH_SECRET=${good}`,
    });
    const [problem] = emptySecret.check(snapshot);
    assert.ok(problem);
    const timings = emptySecret.fixes?.(problem, snapshot).map(({ timing }) => timing);
    assert.deepEqual(timings, ["manual", "manual"]);
  });
});

function assertMessage(files: Files, pattern: RegExp): void {
  const [problem] = emptySecret.check(project(files));
  assert.ok(problem);
  assert.match(format(problem.message), pattern);
  assert.equal(problem.related?.length, 1);
}
