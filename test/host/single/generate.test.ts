import { commands, env, Position, Selection, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { exists, folderWith, openFile, replaceAll, textOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const V4 = JSON.stringify({ dependencies: { "next-auth": "^4.24.0" } });
const IGNORED = { ".gitignore": ".env*\n" };

const generate = (uri?: Uri) => commands.executeCommand("authSecret.generate", uri);

/** Takes the first choice of the list, as Enter does, and turns everything else away. */
const enter = (choices: readonly string[]) => (choices[0]?.includes("$(") ? choices[0] : undefined);

const SECRET = "[A-Za-z0-9+/]{43}=";

function matches(text: string, pattern: string): void {
  ok(new RegExp(`^${pattern}$`).test(text), `the text does not look like ${pattern}`);
}

async function inPackage(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await folderWith({ "package.json": MANIFEST, ...IGNORED, ...files });
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

describe("Generate AUTH_SECRET", () => {
  it("creates .env.local at a single Enter", async () => {
    const folder = await inPackage({});
    const { shown } = await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    matches(await textOnDisk(Uri.joinPath(folder, ".env.local")), `AUTH_SECRET=${SECRET}\n`);
    equal(shown.length, 2, "the number of questions and messages");
  });

  it("says nothing of the value", async () => {
    const folder = await inPackage({});
    const { shown } = await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    const [, value = "none"] =
      /=(.+)\n/.exec(await textOnDisk(Uri.joinPath(folder, ".env.local"))) ?? [];
    ok(!JSON.stringify(shown).includes(value), "a message holds the value");
  });

  it("fills an empty entry and keeps every other byte", async () => {
    const before = "\uFEFF# mine\r\nA='1'\r\nAUTH_SECRET= # later\r\nB=2";
    const folder = await inPackage({ ".env.local": before });
    const { shown } = await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    const after = await textOnDisk(Uri.joinPath(folder, ".env.local"));
    matches(after, `\uFEFF# mine\r\nA='1'\r\nAUTH_SECRET=${SECRET} # later\r\nB=2`);
    ok(!shown.some(({ isModal }) => isModal), "it asked before filling an empty entry");
  });

  it("asks before it replaces a value, and leaves it where the answer is no", async () => {
    const before = "AUTH_SECRET='correct horse battery'\n";
    const folder = await inPackage({ ".env.local": before });
    const { shown } = await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    equal(await textOnDisk(Uri.joinPath(folder, ".env.local")), before, "the file");
    ok(
      shown.some(({ isModal, text }) => isModal && text.includes("AUTH_SECRET")),
      "no question",
    );
  });

  for (const place of [".env", "tests/.env"]) {
    it(`asks before it replaces a value in ${place}, which is another package's or a test's`, async () => {
      const folder = await folderWith({
        "package.json": "{}",
        "packages/auth/package.json": MANIFEST,
        [place]: "AUTH_SECRET='correct horse battery'\n",
      });
      await openFile(Uri.joinPath(folder, "packages/auth/package.json"));
      const file = Uri.joinPath(folder, place);
      await openFile(file);
      const { shown } = await answering(
        // Packages of tests before this one may not have been forgotten yet.
        ({ choices }) =>
          enter(choices) ??
          choices.find((each) => each.includes(`${folder.path.split("/").at(-1)}/`)),
        () => generate(file),
      );
      ok(
        shown.some(({ isModal }) => isModal),
        "it did not ask",
      );
      equal(await textOnDisk(file), "AUTH_SECRET='correct horse battery'\n", "the file");
    });
  }

  it("replaces a value in its place and quotes where the answer is yes", async () => {
    const folder = await inPackage({ ".env.local": "AUTH_SECRET='correct horse'\nA=1\n" });
    await answering(
      ({ choices, isModal }) => (isModal ? "Replace" : enter(choices)),
      () => generate(),
    );
    const after = await textOnDisk(Uri.joinPath(folder, ".env.local"));
    matches(after, `AUTH_SECRET='${SECRET}'\nA=1\n`);
  });

  it("writes to another env file that is there", async () => {
    const folder = await inPackage({ ".env": "A=1\n" });
    await answering(
      ({ choices }) => choices.find((each) => /\.env adds/.test(each)),
      () => generate(),
    );
    matches(await textOnDisk(Uri.joinPath(folder, ".env")), `A=1\nAUTH_SECRET=${SECRET}\n`);
    equal(await exists(Uri.joinPath(folder, ".env.local")), false, ".env.local exists");
  });

  it("offers the file it was called on first", async () => {
    const folder = await inPackage({ ".env": "A=1\n" });
    const file = Uri.joinPath(folder, ".env");
    await answering(
      ({ choices }) => enter(choices),
      () => generate(file),
    );
    matches(await textOnDisk(file), `A=1\nAUTH_SECRET=${SECRET}\n`);
  });

  it("uses the name that NextAuth 4 reads", async () => {
    const folder = await inPackage({ "package.json": V4 });
    await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    matches(await textOnDisk(Uri.joinPath(folder, ".env.local")), `NEXTAUTH_SECRET=${SECRET}\n`);
  });

  it("edits unsaved work in the editor, in one step of undo, and does not save it", async () => {
    const folder = await inPackage({ ".env.local": "A=1\n" });
    const editor = await openFile(Uri.joinPath(folder, ".env.local"));
    const document = await replaceAll(editor, "A=2\n");
    await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    matches(document.getText(), `A=2\nAUTH_SECRET=${SECRET}\n`);
    equal(document.isDirty, true, "dirty");
    equal(await textOnDisk(document.uri), "A=1\n", "the file");
    await commands.executeCommand("undo");
    equal(document.getText(), "A=2\n", "the text after undo");
  });

  it("saves a file that had no unsaved work", async () => {
    const folder = await inPackage({ ".env.local": "A=1\n" });
    const { document } = await openFile(Uri.joinPath(folder, ".env.local"));
    await answering(
      ({ choices }) => enter(choices),
      () => generate(),
    );
    equal(document.isDirty, false, "dirty");
    matches(await textOnDisk(document.uri), `A=1\nAUTH_SECRET=${SECRET}\n`);
  });

  it("inserts an entry on an empty line of an env file, and the value elsewhere", async () => {
    const folder = await inPackage({ ".env.local": "A=1\n\nB=\n" });
    const editor = await openFile(Uri.joinPath(folder, ".env.local"));
    const insertAt = async (line: number, character: number) => {
      editor.selection = new Selection(
        new Position(line, character),
        new Position(line, character),
      );
      await answering(
        () => "Insert",
        () => generate(),
      );
    };
    await insertAt(1, 0);
    await insertAt(2, 2);
    matches(editor.document.getText(), `A=1\nAUTH_SECRET=${SECRET}\nB=${SECRET}\n`);
  });

  it("never offers to insert into source", async () => {
    const folder = await inPackage({ "auth.ts": "export {};\n" });
    await openFile(Uri.joinPath(folder, "auth.ts"));
    const { shown } = await answering(
      () => undefined,
      () => generate(),
    );
    ok(!shown[0]?.choices.some((choice) => choice.includes("Insert")), "it offers to insert");
  });

  it("copies to the clipboard and writes nothing", async () => {
    const folder = await inPackage({});
    await answering(
      () => "clipboard",
      () => generate(),
    );
    matches(await env.clipboard.readText(), SECRET);
    equal(await exists(Uri.joinPath(folder, ".env.local")), false, ".env.local exists");
  });

  it("offers to keep the file out of git, and does so", async () => {
    const folder = await folderWith({ "package.json": MANIFEST, ".gitignore": "dist\n" });
    await openFile(Uri.joinPath(folder, "package.json"));
    await answering(
      ({ choices }) => enter(choices) ?? choices.find((each) => each.includes("gitignore")),
      () => generate(),
    );
    const ignored = await textOnDisk(Uri.joinPath(folder, ".gitignore"));
    ok(ignored.startsWith("dist\n") && ignored.includes(".env"), "no entry was added");
    await untilRules(Uri.joinPath(folder, ".env.local"), []);
  });

  it("follows the settings for format and length", async () => {
    const settings = workspace.getConfiguration("authSecret");
    await settings.update("format", "hex");
    await settings.update("bytes", 48);
    try {
      const folder = await inPackage({});
      await answering(
        ({ choices }) => enter(choices),
        () => generate(),
      );
      const text = await textOnDisk(Uri.joinPath(folder, ".env.local"));
      matches(text, "AUTH_SECRET=[0-9a-f]{96}\n");
    } finally {
      await settings.update("format", undefined);
      await settings.update("bytes", undefined);
    }
  });
});
