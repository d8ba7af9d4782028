import { Selection, type TextEditor, Uri } from "vscode";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { place, untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, replaceAll } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const IGNORED = { "package.json": MANIFEST, ".gitignore": ".env*\n" };

async function type(editor: TextEditor, text: string): Promise<void> {
  for (const character of text) {
    const typed = await editor.edit((edit) => edit.insert(editor.selection.active, character));
    ok(typed, "the editor took no character");
  }
}

describe("typing", () => {
  it("underlines a secret as soon as it is one, and no longer than that", async () => {
    const folder = await folderWith({
      ...IGNORED,
      "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ providers: [], ',
    });
    const uri = Uri.joinPath(folder, "auth.ts");
    const editor = await openFile(uri);
    const end = editor.document.lineAt(1).range.end;
    editor.selection = new Selection(end, end);
    await type(editor, 'secret: "hunter2"');
    const [typed] = await untilRules(uri, ["hardcoded-secret"]);
    equal(typed && place(typed), "2:35-2:44", "the place");
    await replaceAll(editor, 'import NextAuth from "next-auth";\nNextAuth({ providers: [] });\n');
    await untilRules(uri, []);
  });

  it("keeps findings elsewhere while a bracket is missing", async () => {
    const whole =
      'import NextAuth from "next-auth";\nconst a = [1];\nNextAuth({ providers: [], secret: "hunter2" });\n';
    const folder = await folderWith({ ...IGNORED, "auth.ts": whole });
    const uri = Uri.joinPath(folder, "auth.ts");
    const editor = await openFile(uri);
    const [before] = await untilRules(uri, ["hardcoded-secret"]);
    await replaceAll(editor, whole.replace("[1]", "[1"));
    const [broken] = await untilRules(uri, ["hardcoded-secret"]);
    ok(before && broken, "nothing was found");
    deepEqual(place(broken), place(before), "the place");
  });

  it("shows in a file what another file's secret is made of, as either changes", async () => {
    const folder = await folderWith({
      ...IGNORED,
      "auth.ts":
        'import NextAuth from "next-auth";\nimport { key } from "./key";\nNextAuth({ providers: [], secret: key });\n',
      "key.ts": 'export const key = "hunter2";\n',
    });
    const key = Uri.joinPath(folder, "key.ts");
    await openFile(Uri.joinPath(folder, "auth.ts"));
    const editor = await openFile(key);
    const [finding] = await untilRules(key, ["hardcoded-secret"]);
    ok(
      finding?.relatedInformation?.some(({ location }) => location.uri.path.endsWith("/auth.ts")),
      "it does not say where the value is used",
    );
    await replaceAll(editor, "export const key = process.env.SOME_KEY;\n");
    await untilRules(key, []);
    await replaceAll(editor, 'export const key = "hunter3";\n');
    await untilRules(key, ["hardcoded-secret"]);
  });
});
