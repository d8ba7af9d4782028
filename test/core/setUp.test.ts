import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "../../src/core/message.ts";
import { type SetUpPlace, setUpEdits, setUpFiles, setUpSteps } from "../../src/core/setUp.ts";
import { editFiles, type Files, project } from "../support/project.ts";
import { MINTED } from "../support/ruleCheck.ts";

const manifestOf = (dependencies: Readonly<Record<string, string>>) =>
  JSON.stringify({ dependencies });
const V5 = manifestOf({ "next-auth": "5.0.0-beta.30", next: "16.0.0" });

function placeOf(files: Files, sourceFolder = ""): SetUpPlace {
  return {
    manifest: files["package.json"] ?? "",
    sourceFolder,
    ending: "tsconfig.json" in files ? "ts" : "js",
    exists: (path) => path in files,
  };
}

function setUp(files: Files, sourceFolder?: string): Files {
  const steps = setUpSteps(project(files), placeOf(files, sourceFolder));
  const edits = setUpEdits(
    steps.filter(({ isDone }) => !isDone),
    new Map(Object.entries(files)),
    (changed) => project(Object.fromEntries(changed)),
    { mint: () => MINTED },
  );
  return editFiles(files, edits);
}

const doneIn = (files: Files) =>
  setUpSteps(project(files), placeOf(files)).map(({ file, isDone }) => `${file} ${isDone}`);

describe("setUpSteps", () => {
  it("does all that a fresh project needs, each file once", () => {
    const after = setUp({ "package.json": V5, ".gitignore": "dist\n", "tsconfig.json": "{}" });
    assert.equal(after[".env.local"], `AUTH_SECRET=${MINTED}\n`);
    assert.equal(after[".env.example"], "AUTH_SECRET=\n");
    assert.match(after[".gitignore"] ?? "", /^dist\n\n# Environment.*\n\.env\n/);
    assert.match(after["auth.ts"] ?? "", /NextAuth\(/);
    assert.match(after["app/api/auth/[...nextauth]/route.ts"] ?? "", /handlers/);
    assert.ok(
      doneIn(after).every((step) => step.endsWith(" true")),
      doneIn(after).join(),
    );
  });

  it("leaves what is there: values, templates in use, entries and set-ups of other names", () => {
    const files = {
      "package.json": V5,
      ".gitignore": ".env*\n",
      ".env": "NEXTAUTH_SECRET=$FROM_ELSEWHERE\n",
      ".env.sample": "AUTH_SECRET=\n",
      "src/login.ts":
        'import NextAuth from "next-auth";\nexport const a = NextAuth({ providers: [] });\n',
      "pages/api/auth/[...nextauth].ts": "export {};\n",
    };
    assert.deepEqual(setUp(files), files);
  });

  it("fills a placeholder, and adds to a template that has other variables", () => {
    const after = setUp({
      "package.json": "{}",
      ".gitignore": ".env\n.env.local\n.env*.local\n.env.production\n",
      ".env.local": "A=1\r\nAUTH_SECRET=changeme\r\n",
      ".env.example": "A=\r\n",
    });
    assert.equal(after[".env.local"], `A=1\r\nAUTH_SECRET=${MINTED}\r\n`);
    assert.equal(after[".env.example"], "A=\r\nAUTH_SECRET=\r\n");
  });

  it("writes the name and the source of the library's version, where its source is", () => {
    const v4 = setUp(
      { "package.json": manifestOf({ "next-auth": "^4.24.0", next: "15.0.0" }) },
      "src",
    );
    assert.equal(v4[".env.local"], `NEXTAUTH_SECRET=${MINTED}\n`);
    assert.match(v4["src/auth.js"] ?? "", /authOptions/);
    const better = setUp({ "package.json": manifestOf({ "better-auth": "^1.7.0" }) });
    assert.equal(better[".env.local"], `BETTER_AUTH_SECRET=${MINTED}\n`);
    assert.equal("app/api/auth/[...all]/route.js" in better, false);
  });

  it("says where git keeps the template to itself", () => {
    const labelIn = (ignored: string) => {
      const files = { "package.json": V5, ".gitignore": ignored };
      const steps = setUpSteps(project(files), placeOf(files));
      const step = steps.find(({ file }) => file === ".env.example");
      return step && format(step.label);
    };
    assert.match(labelIn(".env*\n") ?? "", /git ignores it/);
    assert.match(labelIn(".env*\n!.env.example\n") ?? "", /clone the repository/);
  });

  it("offers no source where the library is not known, and no ignore file without git", () => {
    const files = { "package.json": "{}" };
    assert.deepEqual(doneIn(files), [".env.local false", ".env.example false", ".gitignore false"]);
    assert.equal(setUpSteps(project(files, { git: false }), placeOf(files)).length, 2);
  });

  it("names the files that decide, in a package below too", () => {
    const snapshot = project({ "package.json": V5 }, { directory: "web" });
    const files = setUpFiles(snapshot, placeOf({ "package.json": V5 }, "src"));
    assert.ok(files.includes("web/src/auth.js"));
    assert.ok(files.includes("web/pages/api/auth/[...nextauth].ts"));
    assert.ok(files.every((path) => path.startsWith("web/")));
  });
});
