import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode } from "../../src/core/loaders/index.ts";
import { origins } from "../../src/core/origins.ts";
import { BETTER_AUTH, SVELTEKIT, V4, V5 } from "../support/manifests.ts";
import { type Files, project } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";

const S = strongSecret();

/** Each place as `file variable status verdict`. */
const seen = (files: Files, mode: Mode = "development") =>
  origins(project(files), mode).map(
    ({ file, variable, status, verdict }) => `${file} ${variable} ${status} ${verdict.kind}`,
  );

const next = (name: string, range: string): Files => ({
  "package.json": JSON.stringify({ dependencies: { next: "16", [name]: range } }),
});
const NEXT_V5 = next("next-auth", "5.0.0-beta.32");

describe("origins", () => {
  it("has the file that wins first, then those that it hides", () => {
    const files = { ...NEXT_V5, ".env": `AUTH_SECRET=${S}`, ".env.local": "AUTH_SECRET=hunter2" };
    assert.deepEqual(seen(files), [
      ".env.local AUTH_SECRET used passphrase",
      ".env AUTH_SECRET hiddenByFile strong",
    ]);
    assert.deepEqual(seen(files, "test"), [
      ".env AUTH_SECRET used strong",
      ".env.local AUTH_SECRET notLoaded passphrase",
    ]);
  });

  it("goes by the library's own order of names", () => {
    const env = { ".env": `NEXTAUTH_SECRET=${S}\nAUTH_SECRET=hunter2\n` };
    const [auth, nextAuth] = [".env AUTH_SECRET", ".env NEXTAUTH_SECRET"];
    assert.deepEqual(seen({ ...V5, ...env }), [
      `${auth} used passphrase`,
      `${nextAuth} hiddenByVariable strong`,
    ]);
    assert.deepEqual(seen({ ...V4, ...env }), [
      `${nextAuth} used strong`,
      `${auth} hiddenByVariable passphrase`,
    ]);
  });

  it("lets an empty value hide the others, as the library and the loader do", () => {
    const env = {
      ".env.local": "AUTH_SECRET=\n",
      ".env": `AUTH_SECRET=${S}\nNEXTAUTH_SECRET=${S}`,
    };
    assert.deepEqual(seen({ ...V5, ...env }), [
      ".env.local AUTH_SECRET used empty",
      ".env AUTH_SECRET hiddenByFile strong",
      ".env NEXTAUTH_SECRET hiddenByVariable strong",
    ]);
  });

  it("passes over an empty value where the library does", () => {
    const env = { ".env": `BETTER_AUTH_SECRET=\nAUTH_SECRET=${S}\n` };
    assert.deepEqual(seen({ ...BETTER_AUTH, ...env }), [
      ".env AUTH_SECRET used strong",
      ".env BETTER_AUTH_SECRET skipped empty",
    ]);
    assert.deepEqual(seen({ ...V5, ".env": `AUTH_SECRET=\nAUTH_SECRET_1=${S}\n` }), [
      ".env AUTH_SECRET_1 used strong",
      ".env AUTH_SECRET skipped empty",
    ]);
  });

  it("takes the highest number for the newest where the library counts", () => {
    const env = { ".env": `AUTH_SECRET=${S}\nAUTH_SECRET_1=${S}\nAUTH_SECRET_2=\n` };
    assert.deepEqual(seen({ ...SVELTEKIT, ...env }), [
      ".env AUTH_SECRET_1 used strong",
      ".env AUTH_SECRET_2 skipped empty",
      ".env AUTH_SECRET older strong",
    ]);
    assert.deepEqual(seen({ ...V5, ...env })[0], ".env AUTH_SECRET used strong");
  });

  it("has the variable first that source hands to the library", () => {
    const files = {
      ...NEXT_V5,
      "auth.ts":
        'import NextAuth from "next-auth";\nexport default NextAuth({ secret: process.env.SIGNING_KEY });\n',
      ".env": `AUTH_SECRET=${S}\nSIGNING_KEY=hunter2\n`,
    };
    assert.deepEqual(seen(files), [
      ".env SIGNING_KEY used passphrase",
      ".env AUTH_SECRET hiddenByVariable strong",
    ]);
  });

  it("judges what the loader makes of a value", () => {
    assert.deepEqual(seen({ ...NEXT_V5, ".env": "AUTH_SECRET=$2b$10$abcdefgh\n" }), [
      ".env AUTH_SECRET used empty",
    ]);
    assert.deepEqual(seen({ ...NEXT_V5, ".env": "AUTH_SECRET=$FROM_ELSEWHERE\n" }), [
      ".env AUTH_SECRET used reference",
    ]);
    const vite = { "package.json": JSON.stringify({ devDependencies: { vite: "8" } }) };
    assert.deepEqual(seen({ ...vite, ".env": `AUTH_SECRET: ${S}\nNEXTAUTH_SECRET=${S}` }), [
      ".env NEXTAUTH_SECRET used strong",
      ".env AUTH_SECRET unread strong",
    ]);
  });

  it("tells of files that nothing loads, but not of other modes' and of templates", () => {
    const dotenv = {
      "package.json": JSON.stringify({ dependencies: { dotenv: "18", "@auth/express": "0.12" } }),
    };
    const files = {
      ...dotenv,
      ".env.local": `AUTH_SECRET=${S}`,
      ".env.production": `AUTH_SECRET=${S}`,
      ".env.example": "AUTH_SECRET=",
      "config/.env": `AUTH_SECRET=${S}`,
    };
    assert.deepEqual(seen(files), [".env.local AUTH_SECRET notLoaded strong"]);
    assert.deepEqual(seen({}), []);
  });

  it("places the name in the file and holds no value", () => {
    const text = `A=1\nexport AUTH_SECRET=${S}\n`;
    const found = origins(project({ ...NEXT_V5, ".env": text }), "development");
    const [{ span } = assert.fail()] = found;
    assert.equal(text.slice(span.start, span.end), "AUTH_SECRET");
    assert.ok(!JSON.stringify(found).includes(S));
  });
});
