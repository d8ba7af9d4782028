import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "../../src/core/inspect.ts";
import { marks } from "../support/marks.ts";
import { project } from "../support/project.ts";

const MANIFEST = '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }';

describe("inspect", () => {
  const env = marks("A=1\n«AUTH_SECRET»='«hunter2»' # mine\n");
  const script = marks(
    'import NextAuth from "next-auth";\nNextAuth({ secret: «process.env.AUTH_SECRET» });\n',
  );
  const files = { "package.json": MANIFEST, ".env": env.text, "auth.ts": script.text };

  it("tells of a variable by its name and by its value, and where it is read", () => {
    for (const span of env.spans) {
      const found = inspect(project(files), ".env", span.start + 1);
      assert.deepEqual(found?.span, span);
      assert.equal(found?.variable, "AUTH_SECRET");
      assert.equal(found?.verdict?.kind, "passphrase");
      assert.deepEqual(
        found?.uses.map(({ file, span: at }) => [file, at]),
        [["auth.ts", script.spans[0]]],
      );
    }
  });

  it("tells of a literal, and where it is handed over", () => {
    const { text, spans } = marks(
      'import NextAuth from "next-auth";\nconst key = «"hunter2"»;\nNextAuth(«{ secret: key }»);\n',
    );
    const [literal, use] = spans;
    assert.ok(literal && use);
    const found = inspect(
      project({ "package.json": MANIFEST, "auth.ts": text }),
      "auth.ts",
      literal.start + 2,
    );
    assert.deepEqual(found?.span, literal);
    assert.equal(found?.variable, "AUTH_SECRET");
    assert.deepEqual(
      found?.uses.map(({ file, span }) => [file, span]),
      [["auth.ts", use]],
    );
  });

  it("tells of the variable that source reads, from the file that wins, and at the key too", () => {
    const { text, spans } = marks(
      'import NextAuth from "next-auth";\nNextAuth({ «secret»: «process.env.AUTH_SECRET» });\n',
    );
    for (const span of spans) {
      const found = inspect(
        project({ ...files, "auth.ts": text, ".env.local": "AUTH_SECRET=changeme\n" }),
        "auth.ts",
        span.start + 1,
      );
      assert.deepEqual(found?.span, span);
      assert.deepEqual([found?.variable, found?.from], ["AUTH_SECRET", ".env.local"]);
      assert.equal(found?.verdict?.kind, "placeholder");
    }
  });

  it("tells which files set the variable in each mode, the winner first", () => {
    const found = inspect(
      project({
        "package.json": '{ "dependencies": { "next": "16", "next-auth": "5.0.0-beta.30" } }',
        ".env": env.text,
        ".env.local": "AUTH_SECRET=changeme\n",
        ".env.production": "AUTH_SECRET=changeme\nOTHER=1\n",
        ".env.example": "AUTH_SECRET=\n",
      }),
      ".env",
      env.text.indexOf("AUTH"),
    );
    assert.deepEqual(found?.setBy, [
      { modes: ["development"], files: [".env.local", ".env"] },
      { modes: ["production"], files: [".env.local", ".env.production", ".env"] },
      { modes: ["test"], files: [".env"] },
    ]);
  });

  it("tells modes with the same files together, and of those without any", () => {
    const files = (name: string) =>
      inspect(
        project({
          "package.json": '{ "dependencies": { "next": "16", "next-auth": "5.0.0-beta.30" } }',
          [name]: env.text,
        }),
        name,
        env.text.indexOf("AUTH"),
      )?.setBy;
    assert.deepEqual(files(".env"), [
      { modes: ["development", "production", "test"], files: [".env"] },
    ]);
    assert.deepEqual(files(".env.local"), [
      { modes: ["development", "production"], files: [".env.local"] },
      { modes: ["test"], files: [] },
    ]);
    assert.deepEqual(files(".env.staging"), []);
  });

  it("tells of a variable that no file sets", () => {
    const found = inspect(
      project({ "package.json": MANIFEST, "auth.ts": script.text }),
      "auth.ts",
      (script.spans[0]?.start ?? 0) + 1,
    );
    assert.equal(found?.variable, "AUTH_SECRET");
    assert.deepEqual([found?.verdict, found?.from], [undefined, undefined]);
  });

  it("knows nothing of other places", () => {
    assert.equal(inspect(project(files), ".env", 0), undefined);
    assert.equal(inspect(project(files), ".env", env.text.indexOf("mine")), undefined);
    assert.equal(inspect(project(files), "auth.ts", 3), undefined);
    assert.equal(inspect(project(files), "none.ts", 3), undefined);
  });
});
