import { CodeActionKind, Uri, workspace } from "vscode";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { actionsAt, applyAction, isOurs } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, replaceAll } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const PROJECT = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
};

async function flagged() {
  const folder = await folderWith({ ...PROJECT, ".env": "A=1\nAUTH_SECRET=hunter2\n" });
  const uri = Uri.joinPath(folder, ".env");
  const editor = await openFile(uri);
  const [diagnostic] = await untilRules(uri, ["passphrase-secret"]);
  ok(diagnostic, "nothing was found");
  return { uri, editor, range: diagnostic.range };
}

describe("the light bulb", () => {
  it("offers the best fix first, and the ways to silence it last", async () => {
    const { uri, range } = await flagged();
    const actions = (await actionsAt(uri, range, CodeActionKind.QuickFix)).filter(isOurs);
    equal(actions[0]?.isPreferred, true, "the first is preferred");
    deepEqual(
      actions.slice(-2).map(({ title }) => title),
      ["Ignore passphrase-secret on this line", "Turn off passphrase-secret in this workspace"],
      "the last two",
    );
  });

  it("makes another secret each time it is looked at", async () => {
    const { uri, range } = await flagged();
    const look = async () => JSON.stringify((await actionsAt(uri, range))[0]?.edit?.entries());
    const [first, second] = [await look(), await look()];
    ok(first !== second, "two looks show the same secret");
  });

  it("mends the text as it is when the fix is chosen", async () => {
    const { uri, editor, range } = await flagged();
    await replaceAll(editor, "A=1\nAUTH_SECRET=hunter2 # longer\nB=2\n");
    await applyAction(uri, range, /random/);
    ok(
      /^A=1\nAUTH_SECRET=[\w+/]{43}= # longer\nB=2\n$/.test(editor.document.getText()),
      "the fix left something else",
    );
  });

  it("silences one line with a comment", async () => {
    const { uri, editor, range } = await flagged();
    await applyAction(uri, range, "Ignore passphrase-secret on this line");
    await untilRules(uri, []);
    equal(
      editor.document.getText(),
      "A=1\n# auth-secret-ignore-next-line passphrase-secret\nAUTH_SECRET=hunter2\n",
      "the text",
    );
  });

  it("takes settings that make no sense for none", async () => {
    const { uri, editor } = await flagged();
    const settings = workspace.getConfiguration("authSecret");
    const senseless: readonly [string, unknown][] = [
      ["rules", { "passphrase-secret": 7 }],
      ["variables", "A"],
      ["bytes", "many"],
      ["minimumBits", "all"],
    ];
    try {
      for (const [name, value] of senseless) await settings.update(name, value);
      await replaceAll(editor, "A=hunter2\nAUTH_SECRET=\n");
      await untilRules(uri, ["empty-secret"]);
    } finally {
      for (const [name] of senseless) await settings.update(name, undefined);
    }
  });

  it("turns a rule off, and settings bring it back at another severity", async () => {
    const { uri, range } = await flagged();
    const settings = workspace.getConfiguration("authSecret");
    try {
      await applyAction(uri, range, "Turn off passphrase-secret in this workspace");
      await untilRules(uri, []);
      await settings.update("rules", { "passphrase-secret": "information" });
      const [diagnostic] = await untilRules(uri, ["passphrase-secret"]);
      equal(diagnostic?.severity, 2, "the severity");
    } finally {
      await settings.update("rules", undefined);
    }
  });
});
