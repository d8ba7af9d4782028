import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { migrationOf } from "../../src/core/migrate.ts";
import { SVELTEKIT, V4, V5 } from "../support/manifests.ts";
import { editFiles, type Files, project } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";

const [one, two] = [strongSecret(), strongSecret()];

function migrated(files: Files) {
  const { edits, renamed, left } = migrationOf(project(files));
  const names = (some: typeof renamed) => some.map(({ from, to }) => `${from} ${to}`);
  return { files: editFiles(files, edits), renamed: names(renamed), left: names(left) };
}

const SECRET = "NEXTAUTH_SECRET AUTH_SECRET";
const URL_NAME = "NEXTAUTH_URL AUTH_URL";

describe("migrationOf", () => {
  it("renames both variables in env files, templates and source", () => {
    const files = {
      ...V5,
      ".env.local": `NEXTAUTH_SECRET=${one}\r\nNEXTAUTH_URL=http://localhost:3000\r\n`,
      ".env.example": "# NEXTAUTH_SECRET\nNEXTAUTH_SECRET=\nNEXTAUTH_URL=\n",
      "env.ts":
        "export const env = createEnv({ server: { NEXTAUTH_SECRET: z.string(), NEXTAUTH_URL: z.string() } });\n",
      "auth.ts":
        'import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ providers: [], secret: process.env.NEXTAUTH_SECRET });\nconsole.log(process.env.NEXTAUTH_URL);\n',
    };
    const after = migrated(files);
    assert.deepEqual(after.renamed, [SECRET, URL_NAME]);
    assert.deepEqual(after.left, []);
    assert.deepEqual(after.files, {
      ...V5,
      ".env.local": `AUTH_SECRET=${one}\r\nAUTH_URL=http://localhost:3000\r\n`,
      ".env.example": "# NEXTAUTH_SECRET\nAUTH_SECRET=\nAUTH_URL=\n",
      "env.ts":
        "export const env = createEnv({ server: { AUTH_SECRET: z.string(), AUTH_URL: z.string() } });\n",
      "auth.ts":
        'import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ providers: [] });\nconsole.log(process.env.AUTH_URL);\n',
    });
  });

  it("takes out a second mention beside the present name", () => {
    const source = (secret: string) =>
      `import { getToken } from "next-auth/jwt";\nexport const t = (req) => getToken({ req, secret: ${secret} });\n`;
    const before = source("process.env.AUTH_SECRET ?? process.env.NEXTAUTH_SECRET");
    const after = migrated({ ...V5, "a.ts": before });
    assert.equal(after.files["a.ts"], source("process.env.AUTH_SECRET"));
  });

  it("leaves one line of two with the same value, and takes an empty place", () => {
    const after = migrated({
      ...V5,
      ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET='${one}'\nA=1\n`,
      ".env.staging": `AUTH_SECRET=\nNEXTAUTH_SECRET=${two}\n`,
    });
    assert.equal(after.files[".env"], `AUTH_SECRET=${one}\nA=1\n`);
    assert.equal(after.files[".env.staging"], `AUTH_SECRET=${two}\n`);
  });

  it("leaves the name alone where another value would come into use", () => {
    for (const files of [
      { ".env": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\n` },
      { ".env": `AUTH_SECRET=${one}\n`, ".env.local": `NEXTAUTH_SECRET=${two}\n` },
      { ".env.staging": `AUTH_SECRET=${one}\nNEXTAUTH_SECRET=${two}\n` },
      { "a.ts": "const env = { AUTH_SECRET: z.string(), NEXTAUTH_SECRET: z.string() };\n" },
    ]) {
      const after = migrated({ ...V5, ...files });
      assert.deepEqual(after.left, [SECRET]);
      assert.deepEqual(after.files, { ...V5, ...files });
    }
  });

  it("tells of the configuration that still names the old ones", () => {
    const files = {
      ...V5,
      ".env": `NEXTAUTH_SECRET=${one}\n`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file's reference
      "compose.yml": "services:\n  a:\n    environment:\n      AUTH_SECRET: ${NEXTAUTH_SECRET}\n",
      "fly.toml": '[env]\nMY_NEXTAUTH_SECRET = "a"\nAUTH_TRUST_HOST = "true"\n',
    };
    assert.deepEqual(migrationOf(project(files)).stillNamedIn, ["compose.yml"]);
    const none = { ...files, ".env": `AUTH_SECRET=${one}\n` };
    assert.deepEqual(migrationOf(project(none)).stillNamedIn, []);
  });

  it("has nothing to do elsewhere, nor a second time", () => {
    const env = { ".env": `NEXTAUTH_SECRET=${one}\n` };
    for (const manifest of [V4, SVELTEKIT, {}]) {
      const { edits, renamed } = migrationOf(project({ ...manifest, ...env }));
      assert.deepEqual([edits, renamed], [[], []]);
    }
    assert.deepEqual(migrationOf(project(migrated({ ...V5, ...env }).files)).edits, []);
  });
});
