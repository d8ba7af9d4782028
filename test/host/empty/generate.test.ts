import { commands, env, window, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { deepEqual, ok } from "../support/assert.ts";
import { openUntitled } from "../support/files.ts";

const generate = () => commands.executeCommand("authSecret.generate");

describe("Generate AUTH_SECRET without a folder", () => {
  it("says that none is open, and copies", async () => {
    const { shown } = await answering(({ choices }) => choices[0], generate);
    ok(shown[0]?.text.includes("No folder is open"), "it does not say so");
    deepEqual(
      shown[0]?.choices.map((choice) => choice.trim()),
      ["$(copy) Copy to the clipboard"],
      "the choices",
    );
    ok(/^[\w+/]{43}=$/.test(await env.clipboard.readText()), "no secret is on the clipboard");
  });

  it("inserts at the cursor of an untitled document", async () => {
    const editor = await openUntitled("");
    await answering(() => "Insert", generate);
    ok(/^[\w+/]{43}=$/.test(editor.document.getText()), "no secret was inserted");
    ok(window.activeTextEditor === editor, "another editor is active");
    ok(workspace.workspaceFolders === undefined, "a folder was opened");
  });
});
