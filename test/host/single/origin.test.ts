import { commands, Uri, window } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";

const manifest = (more: Readonly<Record<string, string>>) =>
  JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30", ...more } });

const random = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** A package with these files, all of which are known when this file has its findings. */
async function inPackage(
  files: Readonly<Record<string, string>>,
  [file, rule]: readonly [file: string, rule: string],
): Promise<Uri> {
  const folder = await folderWith({ ".gitignore": ".env*\n", ...files });
  await untilRules(Uri.joinPath(folder, file), [rule]);
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

/** What the list says, its lines without the folder that the test made. */
async function listed(choose?: string, uri?: Uri): Promise<readonly string[]> {
  const { shown } = await answering(
    () => choose,
    () => commands.executeCommand("authSecret.showOrigin", uri),
  );
  equal(shown.length, 1, "the number of questions and messages");
  ok(shown[0]?.text.includes("shell"), "it does not speak of the shell's own environment");
  return (shown[0]?.choices ?? []).map((line) => line.replace(/test-\d+\//, "").trim());
}

describe("Show Where AUTH_SECRET Comes From", () => {
  it("lists what wins in each environment, and what it hides", async () => {
    const files = {
      "package.json": manifest({ next: "16.4.6" }),
      ".env.development.local": "AUTH_SECRET=\n",
      ".env": `AUTH_SECRET=${random()}\nNEXTAUTH_SECRET=hunter2\n`,
    };
    const folder = await inPackage(files, [".env.development.local", "empty-secret"]);
    await untilRules(Uri.joinPath(folder, ".env"), ["conflicting-variables", "passphrase-secret"]);
    const reason = "not used: Auth.js v5 (next-auth) finds another variable first";
    const legacy = `$(circle-slash) NEXTAUTH_SECRET .env · a passphrase · ${reason}`;
    equal(
      (await listed()).join("\n"),
      [
        "development",
        "$(warning) AUTH_SECRET .env.development.local · empty",
        "$(circle-slash) AUTH_SECRET .env · strong · not used: another file wins",
        legacy,
        "production",
        "$(check) AUTH_SECRET .env · strong",
        legacy,
        "test",
        "$(check) AUTH_SECRET .env · strong",
        legacy,
      ].join("\n"),
      "the list",
    );
  });

  it("says where nothing sets it, and which file is there in vain", async () => {
    const files = {
      "package.json": manifest({ dotenv: "18.0.0" }),
      ".env.local": "AUTH_SECRET=hunter2\n",
    };
    await inPackage(files, [".env.local", "passphrase-secret"]);
    equal(
      (await listed()).slice(0, 3).join("\n"),
      [
        "development",
        "$(question) No file sets AUTH_SECRET only the shell or the host can",
        "$(circle-slash) AUTH_SECRET .env.local · a passphrase · not used: the file is not loaded there",
      ].join("\n"),
      "the list",
    );
  });

  it("says where only the build reads the files", async () => {
    const files = {
      "package.json": manifest({ "@sveltejs/kit": "2.70.4" }),
      ".env": "AUTH_SECRET=hunter2\n",
    };
    await inPackage(files, [".env", "passphrase-secret"]);
    const list = await listed();
    const note = list.findIndex((line) => line.startsWith("$(info) Vite reads these files"));
    equal(list[note - 1], "$(warning) AUTH_SECRET .env · a passphrase", "what is before the note");
    equal(list[note + 1], "test", "what is behind the note");
  });

  it("opens the file at the entry that is chosen, and says nothing of its value", async () => {
    const secret = "plainly a fake";
    const files = {
      "package.json": manifest({ next: "16.4.6" }),
      ".env": `ONE=1\nexport AUTH_SECRET=${secret}\n`,
    };
    const folder = await inPackage(files, [".env", "passphrase-secret"]);
    const uri = Uri.joinPath(folder, "package.json");
    const list = await listed("AUTH_SECRET", uri);
    ok(!list.join("\n").includes(secret), "the list holds the value");
    const editor = window.activeTextEditor;
    equal(editor?.document.uri.toString(), Uri.joinPath(folder, ".env").toString(), "the file");
    equal(editor?.document.getText(editor.selection), "AUTH_SECRET", "what is selected");
  });
});
