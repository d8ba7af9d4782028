import { commands, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk, writeText } from "../support/files.ts";
import { previewing } from "../support/preview.ts";
import { MANIFEST } from "../support/samples.ts";

const V4 = JSON.stringify({ dependencies: { "next-auth": "^4.24.0" } });
const AUTH =
  'import NextAuth from "next-auth";\nNextAuth({ providers: [], secret: process.env.NEXTAUTH_SECRET });\n';
const ENV = "NEXTAUTH_SECRET=$FROM_ELSEWHERE\r\nNEXTAUTH_URL=http://localhost:3000\r\n";

const FILES = {
  ".gitignore": ".env*\n",
  "web/package.json": MANIFEST,
  "web/auth.ts": AUTH,
  "web/.env.local": ENV,
  "web/compose.yml": "services:\n  web:\n    environment:\n      - NEXTAUTH_SECRET\n",
  "old/package.json": V4,
  "old/auth.ts": AUTH,
  "old/.env": ENV,
};

async function migrate(button: "apply" | "discard") {
  const { shown } = await answering(
    () => undefined,
    () => previewing(button, () => commands.executeCommand("authSecret.migrateNames")),
  );
  return shown.map(({ text }) => text);
}

describe("Migrate to v5 Names", () => {
  it("renames in env files and source of the packages on v5, after a preview", async () => {
    const folder = await folderWith(FILES);
    const at = (path: string) => Uri.joinPath(folder, path);
    const { document } = await openFile(at("web/auth.ts"));
    await untilRules(at("web/.env.local"), ["legacy-variable", "legacy-url"]);
    await untilRules(at("web/auth.ts"), ["legacy-variable"]);
    const [said = ""] = await migrate("apply");
    const renamed = "AUTH_SECRET=$FROM_ELSEWHERE\r\nAUTH_URL=http://localhost:3000\r\n";
    equal(await textOnDisk(at("web/.env.local")), renamed, "the env file");
    ok(!document.getText().includes("NEXTAUTH"), "the source has the old name");
    equal(document.isDirty, false, "dirty");
    equal(await textOnDisk(at("old/auth.ts")), AUTH, "the source on v4");
    equal(await textOnDisk(at("old/.env")), ENV, "the env file on v4");
    ok(said.includes("NEXTAUTH_SECRET → AUTH_SECRET, NEXTAUTH_URL → AUTH_URL"), said);
    ok(said.includes("deployed") && said.includes("web/compose.yml"), said);
    await openFile(at("web/auth.ts"));
    await commands.executeCommand("undo");
    equal(document.getText(), AUTH, "the source after undo");
    const env = await workspace.openTextDocument(at("web/.env.local"));
    equal(env.getText(), ENV, "the env file after undo");
  });

  it("changes nothing where the preview is turned away", async () => {
    const folder = await folderWith(FILES);
    await untilRules(Uri.joinPath(folder, "web/.env.local"), ["legacy-variable", "legacy-url"]);
    equal((await migrate("discard")).length, 0, "messages");
    equal(await textOnDisk(Uri.joinPath(folder, "web/.env.local")), ENV, "the env file");
  });

  it("says what it leaves, and why, and where there is nothing to do", async () => {
    const text = "AUTH_SECRET=one of them\nNEXTAUTH_SECRET=the other one\n";
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "package.json": MANIFEST,
      ".env": text,
    });
    const env = Uri.joinPath(folder, ".env");
    await openFile(env);
    await untilRules(Uri.joinPath(folder, ".env"), [
      "conflicting-variables",
      "passphrase-secret",
      "passphrase-secret",
    ]);
    const [said = ""] = await migrate("apply");
    ok(said.includes("NEXTAUTH_SECRET → AUTH_SECRET") && said.startsWith("Left"), said);
    equal(await textOnDisk(env), text, "the file");
    await writeText(env, "AUTH_SECRET=$FROM_ELSEWHERE\n");
    await untilRules(env, []);
    const [nothing = ""] = await migrate("apply");
    ok(nothing.startsWith("No package on v5"), nothing);
  });
});
