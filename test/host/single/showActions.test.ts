import { commands, Uri, window, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const FILES = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
};

describe("Show Problems and Actions", () => {
  it("lists what is wrong in the package, then what can be done", async () => {
    const folder = await folderWith({ ...FILES, ".env": "A=1\nAUTH_SECRET=correct horse\n" });
    const uri = Uri.joinPath(folder, ".env");
    await untilRules(uri, ["passphrase-secret"]);
    await openFile(Uri.joinPath(folder, "package.json"));
    const { shown } = await answering(
      ({ choices }) => choices.find((each) => each.includes("made up")),
      () => commands.executeCommand("authSecret.showActions", uri),
    );
    const list = (shown[0]?.choices ?? []).join("\n");
    ok(/made up .*\.env:2/.test(list), `the problem is not listed in\n${list}`);
    ok(list.includes("Generate AUTH_SECRET"), `nothing to do is listed in\n${list}`);
    ok(!list.includes("horse"), "the list holds a value");
    const editor = window.activeTextEditor;
    equal(editor?.document.uri.toString(), uri.toString(), "the file that it goes to");
    equal(editor?.selection.start.line, 1, "the line that it goes to");
  });

  it("asks what to do about the problem that is chosen, and does it", async () => {
    const folder = await folderWith({ ...FILES, ".env": "A=1\nAUTH_SECRET=correct horse\n" });
    const uri = Uri.joinPath(folder, ".env");
    await untilRules(uri, ["passphrase-secret"]);
    const { shown } = await answering(
      ({ choices }) => choices.find((each) => each.includes("made up") || each.includes("autofix")),
      () => commands.executeCommand("authSecret.showActions", uri),
    );
    const list = (shown[1]?.choices ?? []).join("\n");
    ok(list.includes("Ignore passphrase-secret"), `that it can be ignored is not said in\n${list}`);
    const text = window.activeTextEditor?.document.getText() ?? "";
    ok(/^A=1\nAUTH_SECRET="?[\w+/]{43}="?\n$/.test(text), "the secret was not replaced");
    await untilRules(uri, []);
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("runs the command that is chosen", async () => {
    const folder = await folderWith({ ...FILES, ".env": "A=1\n" });
    const { shown } = await answering(
      ({ choices }) => choices.find((each) => each.includes("Generate AUTH_SECRET")),
      () => commands.executeCommand("authSecret.showActions", Uri.joinPath(folder, ".env")),
    );
    // Where to, or for which package: those of tests before may not have been forgotten yet.
    ok(shown.length > 1, "the command was not run");
  });
});

describe("Toggle Masking of Secrets", () => {
  it("turns the setting on and off again", async () => {
    const isOn = () => workspace.getConfiguration("authSecret").get("maskValues");
    equal(isOn(), false, "at first");
    await commands.executeCommand("authSecret.toggleMasking");
    equal(isOn(), true, "after one time");
    await commands.executeCommand("authSecret.toggleMasking");
    equal(isOn(), false, "after two times");
    await workspace.getConfiguration("authSecret").update("maskValues", undefined, true);
  });
});
