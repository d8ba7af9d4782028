import {
  type CompletionItem,
  type CompletionList,
  commands,
  Position,
  Range,
  type TextEditor,
  Uri,
} from "vscode";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { folderWith, openFile } from "../support/files.ts";

async function openEnv(
  text: string,
  library = "5.0.0-beta.30",
  name = ".env",
): Promise<TextEditor> {
  const folder = await folderWith({
    "package.json": JSON.stringify({ dependencies: { "next-auth": library } }),
    ".gitignore": ".env*\n",
    [name]: text,
  });
  await openFile(Uri.joinPath(folder, "package.json"));
  return openFile(Uri.joinPath(folder, name));
}

/** Ours alone: words of the file are proposed too. */
async function proposedAt(
  { document }: TextEditor,
  position: Position,
): Promise<readonly CompletionItem[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
    undefined,
    50,
  );
  return items.filter(({ command }) => command?.command === "authSecret.completeSecret");
}

/** What the editor does with a proposal that is accepted. */
async function accept(editor: TextEditor, item: CompletionItem, at: Position): Promise<void> {
  const { range, insertText = "" } = item;
  const where = range instanceof Range ? range : new Range(at, at);
  await editor.edit((edit) => edit.replace(where, String(insertText)));
  await commands.executeCommand(item.command?.command ?? "", ...(item.command?.arguments ?? []));
}

describe("completion in env files", () => {
  it("names the variable of the project's library", async () => {
    const at = new Position(1, 4);
    const v5 = await proposedAt(await openEnv("A=1\nAUTH\n"), at);
    deepEqual(
      v5.map(({ label }) => label),
      ["AUTH_SECRET"],
    );
    const v4 = await proposedAt(await openEnv("A=1\nNEXT\n", "^4.24.0"), at);
    equal(v4[0]?.label, "NEXTAUTH_SECRET", "the first of NextAuth 4");
  });

  it("makes no secret before it is accepted, and one at a time then", async () => {
    const at = new Position(1, 4);
    const editor = await openEnv("A=1\nAUTH\nB=2");
    const [item] = await proposedAt(editor, at);
    ok(item, "nothing was proposed");
    equal(String(item.insertText), "AUTH_SECRET=", "the text that is inserted");
    ok(!/[\w+/]{43}/.test(JSON.stringify(item)), "a proposal holds a secret");
    await accept(editor, item, at);
    const text = editor.document.getText();
    ok(/^A=1\nAUTH_SECRET=[\w+/]{43}=\nB=2$/.test(text), "the entry is not filled in");
    deepEqual(
      [editor.selection.active.line, editor.selection.active.character],
      [1, "AUTH_SECRET=".length + 44],
      "the cursor",
    );
  });

  it("completes the value behind the name, between its quotes too", async () => {
    const editor = await openEnv('AUTH_SECRET="" # mine\n');
    const at = new Position(0, 13);
    const [item] = await proposedAt(editor, at);
    ok(item, "nothing was proposed");
    await accept(editor, item, at);
    const text = editor.document.getText();
    ok(/^AUTH_SECRET="[\w+/]{43}=" # mine\n$/.test(text), "the value is not filled in");
  });

  it("proposes nothing where the variable is set, in comments and in other values", async () => {
    const editor = await openEnv("AUTH_SECRET=hunter2\n\n# \nA=\n");
    const places = [
      [0, 19],
      [1, 0],
      [2, 2],
      [3, 2],
    ] as const;
    for (const [line, character] of places) {
      const found = await proposedAt(editor, new Position(line, character));
      deepEqual(found, [], `proposals at ${line}:${character}`);
    }
  });

  it("gives templates names alone", async () => {
    const editor = await openEnv("", undefined, ".env.example");
    deepEqual(await proposedAt(editor, new Position(0, 0)), [], "proposals with a value");
  });
});
