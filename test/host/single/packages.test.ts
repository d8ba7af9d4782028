import { commands, Uri } from "vscode";
import { equal, ok } from "../support/assert.ts";
import { applyAction, applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, writeText } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const V4 = JSON.stringify({ dependencies: { "next-auth": "^4.24.0" } });
const AUTH =
  'import NextAuth from "next-auth";\nNextAuth({ providers: [], secret: process.env.NEXTAUTH_SECRET });\n';
const ENV = "NEXTAUTH_SECRET=$FROM_ELSEWHERE\n";

describe("a workspace of several packages", () => {
  it("mends a secret in the package that another one imports it from", async () => {
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "web/package.json": MANIFEST,
      "web/auth.ts":
        'import NextAuth from "next-auth";\nimport { secret } from "../config/secret";\nNextAuth({ providers: [], secret });\n',
      "config/package.json": "{}",
      "config/secret.ts": 'export const secret = "hunter2";\n',
    });
    const shared = Uri.joinPath(folder, "config/secret.ts");
    await openFile(Uri.joinPath(folder, "web/auth.ts"));
    const { document } = await openFile(shared);
    const [finding] = await untilRules(shared, ["hardcoded-secret"]);
    ok(finding, "nothing was found");
    await applyPreferred(shared, finding.range);
    await untilRules(shared, []);
    ok(!document.getText().includes("hunter2"), "the value is still there");
  });

  it("is renamed to v5's names in one step, where v5 is used", async () => {
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "web/package.json": MANIFEST,
      "web/auth.ts": AUTH,
      "web/.env": ENV,
      "admin/package.json": MANIFEST,
      "admin/auth.ts": AUTH,
      "old/package.json": V4,
      "old/auth.ts": AUTH,
      "old/.env": ENV,
    });
    const at = (path: string) => Uri.joinPath(folder, path);
    // Of closed files the editor may not have told yet: until a manifest is known, there is one package.
    for (const name of ["web", "admin", "old"]) await openFile(at(`${name}/package.json`));
    const editors = [];
    for (const path of ["old/.env", "old/auth.ts", "web/.env", "admin/auth.ts", "web/auth.ts"]) {
      editors.push(await openFile(at(path)));
    }
    const [oldEnv, oldAuth, env, admin, web] = editors.map(({ document }) => document);
    await untilRules(at("admin/auth.ts"), ["legacy-variable"]);
    await untilRules(at("web/.env"), ["legacy-variable"]);
    const [finding] = await untilRules(at("web/auth.ts"), ["legacy-variable"]);
    ok(finding, "nothing was found");
    await applyAction(
      at("web/auth.ts"),
      finding.range,
      "Fix every legacy-variable in all packages",
    );
    for (const path of ["web/auth.ts", "admin/auth.ts", "web/.env"]) {
      await untilRules(at(path), []);
    }
    equal(env?.getText(), "AUTH_SECRET=$FROM_ELSEWHERE\n", "the env file");
    equal(oldAuth?.getText(), AUTH, "the source of the package on v4");
    equal(oldEnv?.getText(), ENV, "the env file of the package on v4");
    await commands.executeCommand("undo");
    equal(web?.getText(), AUTH, "the source after undo");
    equal(admin?.getText(), AUTH, "the other source after undo");
  });

  it("misses a secret until a file further up sets it", async () => {
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "web/package.json": MANIFEST,
      "web/.env": "PORT=3000\n",
      "web/auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ providers: [] });\n',
    });
    const source = Uri.joinPath(folder, "web/auth.ts");
    await openFile(source);
    await untilRules(source, ["missing-secret"]);
    await writeText(Uri.joinPath(folder, ".env"), "AUTH_SECRET=$FROM_ELSEWHERE\n");
    await untilRules(source, []);
  });

  it("tells of a secret that two of them share, until one of them has its own", async () => {
    const random = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
    const shared = `AUTH_SECRET=${random()}\n`;
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "admin/package.json": MANIFEST,
      "admin/.env.local": shared,
      "web/package.json": MANIFEST,
      "web/.env.local": `AUTH_SECRET=${random()}\n`,
    });
    const web = Uri.joinPath(folder, "web/.env.local");
    const admin = Uri.joinPath(folder, "admin/.env.local");
    await writeText(web, shared);
    await untilRules(web, ["reused-secret"]);
    await writeText(admin, `AUTH_SECRET=${random()}\n`);
    await untilRules(web, []);
  });
});
