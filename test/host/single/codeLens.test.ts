import { type CodeLens, commands, env, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { folderWith, openFile, textOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const FILES = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
};

async function lensesOn(uri: Uri): Promise<readonly CodeLens[]> {
  const lenses = await commands.executeCommand<CodeLens[]>(
    "vscode.executeCodeLensProvider",
    uri,
    50,
  );
  return lenses.filter(({ command }) => command?.command.startsWith("authSecret."));
}

async function openEnv(text: string, name = ".env"): Promise<Uri> {
  const folder = await folderWith({ ...FILES, [name]: text });
  await openFile(Uri.joinPath(folder, "package.json"));
  return (await openFile(Uri.joinPath(folder, name))).document.uri;
}

async function run(uri: Uri, title: string): Promise<void> {
  const lens = (await lensesOn(uri)).find(({ command }) => command?.title === title);
  ok(lens?.command, `there is no lens ${title}`);
  await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
}

describe("the code lens", () => {
  it("stands above the line of a secret and knows whether there is one to lose", async () => {
    const uri = await openEnv("A=1\nAUTH_SECRET=hunter2\n\nNEXTAUTH_SECRET=\n");
    const lenses = await lensesOn(uri);
    const own = lenses.filter(({ command }) => /Replace|Copy|Generate/.test(command?.title ?? ""));
    deepEqual(
      own.map(({ command, range }) => [command?.title, range.start.line]),
      [
        ["Replace", 1],
        ["Copy", 1],
        ["Generate", 3],
      ],
    );
    ok(!JSON.stringify(lenses).includes("hunter2"), "a lens holds the value");
  });

  it("offers what the manifest has, and nothing that would fail", async () => {
    const known = new Set(await commands.getCommands(true));
    for (const { command } of await lensesOn(await openEnv("AUTH_SECRET=hunter2\n"))) {
      ok(known.has(command?.command ?? ""), `${command?.command} is not there`);
      ok(command?.tooltip, `${command?.title} has no words for who points at it`);
    }
  });

  it("fills an empty value without asking", async () => {
    const uri = await openEnv("AUTH_SECRET= # mine\n");
    const { shown } = await answering(
      () => undefined,
      () => run(uri, "Generate"),
    );
    ok(/^AUTH_SECRET=[\w+/]{43}= # mine\n$/.test(await textOnDisk(uri)), "nothing was filled in");
    deepEqual(shown, [], "what was shown");
  });

  it("replaces a value after asking, and only then", async () => {
    const uri = await openEnv("AUTH_SECRET='correct horse battery'\n");
    await answering(
      () => undefined,
      () => run(uri, "Replace"),
    );
    equal(await textOnDisk(uri), "AUTH_SECRET='correct horse battery'\n", "after a no");
    await answering(
      ({ isModal }) => (isModal ? "Replace" : undefined),
      () => run(uri, "Replace"),
    );
    ok(/^AUTH_SECRET='[\w+/]{43}='\n$/.test(await textOnDisk(uri)), "after a yes");
  });

  it("copies the value that stands there", async () => {
    await env.clipboard.writeText("something else");
    await run(await openEnv("AUTH_SECRET='correct horse battery'\n"), "Copy");
    equal(await env.clipboard.readText(), "correct horse battery", "the clipboard");
  });

  it("is not there in templates and where it is turned off", async () => {
    deepEqual(await lensesOn(await openEnv("AUTH_SECRET=\n", ".env.example")), []);
    const uri = await openEnv("AUTH_SECRET=\n");
    const settings = workspace.getConfiguration("authSecret");
    await settings.update("codeLens", false);
    try {
      deepEqual(await lensesOn(uri), []);
    } finally {
      await settings.update("codeLens", undefined);
    }
  });
});
