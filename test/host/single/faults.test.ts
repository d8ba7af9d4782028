import {
  type CodeAction,
  commands,
  EventEmitter,
  languages,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { type Answer, answering } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { replacingProgress } from "../support/cancelling.ts";
import { actionsAt, applyPreferred, isOurs } from "../support/codeActions.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import {
  exists,
  folderWith,
  openFile,
  replaceAll,
  textOnDisk,
  untilOnDisk,
  writeText,
} from "../support/files.ts";
import { ALMOST_A_PAGE, type FullDisk, withFullDisk } from "../support/fullDisk.ts";
import { writeIndex } from "../support/gitIndex.ts";
import { FRESH, MANIFEST, OPEN, WEAK } from "../support/samples.ts";
import { untilEvent } from "../support/untilEvent.ts";

const project = (files: Readonly<Record<string, string>>) =>
  folderWith({ "package.json": MANIFEST, ...files });

async function findingOn(uri: Uri, rules: readonly string[], at = 0) {
  await openFile(uri);
  const finding = (await untilRules(uri, rules))[at];
  ok(finding, "nothing was found");
  return finding;
}

/** An ignore file with its own entry and those that a fix adds. */
const IGNORING = /^dist\n[\s\S]*^\.env$[\s\S]*\n$/m;

const RENAMES = {
  "by another program": (from: Uri, to: Uri) => workspace.fs.rename(from, to),
  "in the editor": async (from: Uri, to: Uri) => {
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    ok(await workspace.applyEdit(edit), "the file cannot be renamed");
  },
};

/** As the light bulb does it: the command comes only after an edit that could be made. */
async function carryOut({ edit, command }: CodeAction): Promise<void> {
  const isMade = await workspace.applyEdit(edit ?? new WorkspaceEdit()).then(
    (made) => made,
    () => false,
  );
  if (!isMade || !command) return;
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

describe("between the look and the fix", () => {
  it("an ignore file that is deleted is neither half written nor made of old text", async () => {
    const folder = await project({ ".gitignore": "dist\n", ".env": WEAK });
    const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
    const finding = await findingOn(env, OPEN);
    const looked = (await actionsAt(env, finding.range)).find(
      (action) => isOurs(action) && action.isPreferred && action.edit?.has(ignore),
    );
    ok(looked?.edit, "no fix is offered");
    await workspace.fs.delete(ignore);
    await workspace.applyEdit(looked.edit);
    if (await exists(ignore)) ok(/^\.env/m.test(await textOnDisk(ignore)), "half was written");
    equal(await textOnDisk(env), WEAK, "the env file");
  });

  it("an ignore file that another program rewrites keeps every byte of that", async () => {
    const folder = await project({ ".gitignore": "dist\n", ".env": WEAK });
    const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
    const finding = await findingOn(env, OPEN);
    const theirs = "# rewritten\r\nnode_modules\r\ncoverage/**\r\n";
    await writeText(ignore, theirs);
    await applyPreferred(env, finding.range);
    const text = await untilOnDisk(ignore, (now) => now.includes(".env"), "nothing was added");
    ok(text.startsWith(theirs), `it is now ${JSON.stringify(text)}`);
    await untilRules(env, ["passphrase-secret"]);
  });

  it("an env file that is renamed takes its finding with it", async () => {
    const folder = await project({ ".gitignore": ".env*\n", ".env": WEAK });
    const [env, other] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".env.local")];
    await untilRules(env, ["passphrase-secret"]);
    await workspace.fs.rename(env, other);
    const finding = await findingOn(other, ["passphrase-secret"]);
    await untilRules(env, []);
    await applyPreferred(other, finding.range);
    await untilRules(other, []);
    equal(await exists(env), false, "whether the old file is back");
  });

  for (const [how, rename] of Object.entries(RENAMES)) {
    for (const renamed of [".env", ".gitignore"]) {
      it(`a fix that is chosen before ${renamed} is renamed ${how} loses nothing and leaves no half`, async () => {
        const texts: Readonly<Record<string, string>> = {
          ".env": "AUTH_SECRET=\n",
          ".gitignore": "dist\n",
        };
        const folder = await project(texts);
        const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
        const [from, to] = [
          Uri.joinPath(folder, renamed),
          Uri.joinPath(folder, `${renamed}.local`),
        ];
        const finding = await findingOn(env, ["empty-secret"]);
        const fix = (await actionsAt(env, finding.range)).find(
          (action) => isOurs(action) && action.edit?.has(env) && action.edit.has(ignore),
        );
        ok(fix, "no fix of both files is offered");
        await rename(from, to);
        await carryOut(fix);
        equal(await textOnDisk(to), texts[renamed], `the file that is now ${renamed}.local`);
        await saveWhatIsOpen([env, ignore]);
        for (const [file, isWhole] of [
          [env, (text: string) => text === texts[".env"] || FRESH.test(text)],
          [ignore, (text: string) => text === texts[".gitignore"] || IGNORING.test(text)],
        ] as const) {
          if (await exists(file))
            ok(isWhole(await textOnDisk(file)), `half of ${file.path} is there`);
          else equal(file.path, from.path, "the file that is gone");
        }
        await commands.executeCommand("workbench.action.closeAllEditors");
        if (renamed === ".env") {
          await untilRules(to, ["empty-secret"]);
          if (!(await exists(env))) await untilRules(env, []);
        }
      });
    }
  }

  it("a debug route that became another file is not deleted", async () => {
    const manifest = JSON.stringify({ dependencies: { next: "16.4.6", "next-auth": "5.0.0" } });
    const folder = await folderWith({ "package.json": manifest, "src/app/page.tsx": "" });
    await openFile(Uri.joinPath(folder, "package.json"));
    await answering(
      () => undefined,
      () => commands.executeCommand("authSecret.addDebugRoute"),
    );
    const editor = window.activeTextEditor;
    ok(editor, "no route was added");
    ok(editor.document.uri.path.includes("/debug-auth/"), "another file is open");
    const { uri } = editor.document;
    const { range } = await findingOn(uri, ["debug-route"]);
    ok((await actionsAt(uri, range)).some(isOurs), "no fix is offered");
    const mine = "export const mine = 1;\n";
    await replaceAll(editor, mine);
    deepEqual((await actionsAt(uri, range)).filter(isOurs), [], "the fixes");
    await editor.document.save();
    await untilRules(uri, []);
    equal(await textOnDisk(uri), mine, "the file");
  });
});

describe("one file in two hands", () => {
  it("is judged and mended as the editor has it, and not saved over", async () => {
    const folder = await project({ ".gitignore": ".env*\n", ".env": "A=1\n" });
    const env = Uri.joinPath(folder, ".env");
    const editor = await openFile(env);
    await replaceAll(editor, WEAK);
    const [finding] = await untilRules(env, ["passphrase-secret"]);
    ok(finding, "nothing was found");
    await writeText(env, "A=2\nB=3\n");
    await applyPreferred(env, finding.range);
    await untilRules(env, []);
    ok(FRESH.test(editor.document.getText()), "the editor has something else");
    equal(await textOnDisk(env), "A=2\nB=3\n", "the file");
  });
});

describe("what cannot be read or written", () => {
  it("leaves a broken index without a say, and nothing else", async () => {
    const [root] = workspace.workspaceFolders ?? [];
    ok(root, "no folder is open");
    const index = Uri.joinPath(root.uri, ".git/index");
    const folder = await project({ ".gitignore": ".env*\n", ".env": WEAK });
    const env = Uri.joinPath(folder, ".env");
    await untilRules(env, ["passphrase-secret"]);
    for (const broken of ["", "DIRC", "DIRC\0\0\0\u0002\u007f\u007f\u007f\u007fxx", "no index"]) {
      await writeText(index, broken);
      await writeText(env, "AUTH_SECRET=\n");
      await untilRules(env, ["empty-secret"]);
      await writeText(env, WEAK);
      await untilRules(env, ["passphrase-secret"]);
    }
    await writeIndex([]);
    await workspace.fs.delete(index);
  });

  it("has its findings in whatever language the file is shown", async () => {
    const folder = await project({ ".gitignore": ".env*\n", ".env": WEAK });
    const env = Uri.joinPath(folder, ".env");
    const { document } = await openFile(env);
    await untilRules(env, ["passphrase-secret"]);
    for (const language of ["markdown", "plaintext"]) {
      await languages.setTextDocumentLanguage(document, language);
      await replaceAll(await openFile(env), "AUTH_SECRET=\n");
      await untilRules(env, ["empty-secret"]);
      await replaceAll(await openFile(env), WEAK);
      const [finding] = await untilRules(env, ["passphrase-secret"]);
      ok(finding, "nothing was found");
    }
    await document.save();
  });

  if (asked.host === "node") {
    it("is whole in the editor where the disk is full, and on the disk once there is space", async () => {
      const folder = await project({ ".gitignore": ".env*\n", "disk/README.md": "" });
      const rest = `# ${"x".repeat(ALMOST_A_PAGE - WEAK.length)}\n`;
      const files = { ".env": WEAK + rest };
      await withFullDisk(Uri.joinPath(folder, "disk"), files, async (disk) => {
        const env = Uri.joinPath(disk.folder, ".env");
        await findingOn(env, ["passphrase-secret"]);
        const said = await saidOf(
          disk,
          ({ choices, isModal }) =>
            isModal ? choices[0] : choices.find((each) => each.includes(".env ")),
          () => commands.executeCommand("authSecret.generate", env),
        );
        ok(disk.isFull || /was written to/.test(said), `it says ${said}`);
        const text = await isKeptOpen(disk, env);
        ok(text.endsWith(rest), "the rest is not in the editor");
        ok(FRESH.test(text.slice(0, -rest.length)), "the secret is not in the editor");
        await untilRules(env, []);
      });
    });

    const ignored = `# ${"x".repeat(ALMOST_A_PAGE - 3)}\n`;
    const leaky = { "package.json": MANIFEST, ".gitignore": ignored, ".env": WEAK };

    it("is told of alike behind a fix of the light bulb, which writes another file", async () => {
      const folder = await project({ "disk/README.md": "" });
      await withFullDisk(Uri.joinPath(folder, "disk"), leaky, async (disk) => {
        const env = Uri.joinPath(disk.folder, ".env");
        const { range } = await findingOn(env, OPEN);
        await saidOf(
          disk,
          () => undefined,
          () => applyPreferred(env, range),
        );
        await hasEntriesOpen(disk, ignored);
      });
    });

    it("is told of alike behind the fixes of Check Workspace", async () => {
      const folder = await project({ "disk/README.md": "" });
      await withFullDisk(Uri.joinPath(folder, "disk"), leaky, async (disk) => {
        const env = Uri.joinPath(disk.folder, ".env");
        await findingOn(env, OPEN);
        await saidOf(
          disk,
          ({ choices }) => choices.find((each) => each === "Fix All Safe Problems"),
          () => commands.executeCommand("authSecret.checkWorkspace"),
        );
        await hasEntriesOpen(disk, ignored);
      });
    });

    it("is told of alike behind fixes on save", async () => {
      const settings = workspace.getConfiguration("editor");
      await settings.update("codeActionsOnSave", { "source.fixAll.authSecret": "explicit" });
      const folder = await project({ "disk/README.md": "" });
      try {
        await withFullDisk(Uri.joinPath(folder, "disk"), leaky, async (disk) => {
          const env = Uri.joinPath(disk.folder, ".env");
          await findingOn(env, OPEN);
          await replaceAll(await openFile(env), WEAK.replace("battery", "staple"));
          await saidOf(
            disk,
            () => undefined,
            () => commands.executeCommand("workbench.action.files.save"),
          );
          await hasEntriesOpen(disk, ignored);
        });
      } finally {
        await settings.update("codeActionsOnSave", undefined);
      }
    });

    it("is told of alike where a person saves, and stays unsaved", async () => {
      const folder = await project({ ".gitignore": ".env*\n", "disk/README.md": "" });
      const rest = `# ${"x".repeat(ALMOST_A_PAGE - WEAK.length)}\n`;
      await withFullDisk(Uri.joinPath(folder, "disk"), { ".env": WEAK + rest }, async (disk) => {
        const env = Uri.joinPath(disk.folder, ".env");
        await findingOn(env, ["passphrase-secret"]);
        const typed = `${WEAK}${rest}OTHER=${"y".repeat(200)}\n`;
        await replaceAll(await openFile(env), typed);
        await saidOf(
          disk,
          () => undefined,
          () => commands.executeCommand("workbench.action.files.save"),
        );
        equal(await isKeptOpen(disk, env), typed, "the text in the editor");
      });
    });

    it("is written through a symbolic link, which stays one; loops lead nowhere", async () => {
      const { lstatSync, symlinkSync, unlinkSync } = await import("node:fs");
      const folder = await project({ ".gitignore": "*env*\n", "shared.env": WEAK });
      const [env, loop] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, "loop")];
      symlinkSync("shared.env", env.fsPath);
      symlinkSync(".", loop.fsPath);
      try {
        const finding = await findingOn(env, ["passphrase-secret"]);
        await applyPreferred(env, finding.range);
        await commands.executeCommand("workbench.action.files.save");
        await untilOnDisk(
          Uri.joinPath(folder, "shared.env"),
          (text) => FRESH.test(text),
          "the file that is meant has not got the secret",
        );
        ok(lstatSync(env.fsPath).isSymbolicLink(), "the link is gone");
        await answering(
          () => undefined,
          () => commands.executeCommand("authSecret.checkWorkspace"),
        );
        await untilRules(env, []);
      } finally {
        unlinkSync(loop.fsPath);
      }
    });
  }
});

describe("Check Workspace", () => {
  for (const turns of [0, 1, 2, 5]) {
    it(`says nothing when it is cancelled after ${turns} looks`, async () => {
      const folder = await project({ ".gitignore": ".env*\n", ".env": WEAK });
      for (const name of ["a", "b", "c", "d", "e"]) {
        await writeText(Uri.joinPath(folder, name, "package.json"), MANIFEST);
        await writeText(Uri.joinPath(folder, name, ".env"), WEAK);
      }
      for (const name of ["a", "b", "c", "d", "e"]) {
        await untilRules(Uri.joinPath(folder, name, ".env"), reusedIn(folder, name));
      }
      const { shown } = await answering(
        () => undefined,
        () => cancelledAfter(turns, () => commands.executeCommand("authSecret.checkWorkspace")),
      );
      deepEqual(shown, [], "what was shown");
      await untilRules(Uri.joinPath(folder, ".env"), reusedIn(folder, ""));
    });
  }
});

/** Saves what a fix has left unsaved in these files, as a person does who sees it. */
async function saveWhatIsOpen(files: readonly Uri[]): Promise<void> {
  const names = files.map(String);
  for (const document of workspace.textDocuments) {
    if (document.isDirty && names.includes(String(document.uri))) await document.save();
  }
}

/** What is said while something is done that writes to a full disk: that a file was cut short, at last. */
async function saidOf(
  { isFull }: FullDisk,
  answer: Answer,
  action: () => Thenable<unknown>,
): Promise<string> {
  const said: string[] = [];
  const heard = new EventEmitter<void>();
  await answering(
    (question) => {
      said.push(question.text);
      heard.fire();
      return answer(question);
    },
    async () => {
      await action();
      const isTold = () => !isFull || said.some((text) => CUT_SHORT.test(text));
      await untilEvent(heard.event, isTold, () => `it says ${said.join("\n")}`);
    },
  );
  equal(said.filter((text) => CUT_SHORT.test(text)).length, isFull ? 1 : 0, "how often it is said");
  return said.join("\n");
}

const CUT_SHORT = /in part only, since the disk is full: make room, and save it once more/;

/** The text of a file that is unsaved and whole in the editor, and on the disk once there is room. */
async function isKeptOpen(disk: FullDisk, file: Uri): Promise<string> {
  const { document } = await openFile(file);
  const text = document.getText();
  equal(document.isDirty, disk.isFull, "whether it is unsaved");
  if (disk.isFull) ok((await textOnDisk(file)).length < text.length, "the disk had room");
  await disk.makeRoom();
  // One of Auto Save's that began while there was no room may be running, and is what the first tells of.
  if (disk.isFull && !(await document.save())) {
    ok(await document.save(), "it cannot be saved though there is room");
  }
  await untilOnDisk(file, (now) => now === text, "the disk has something else");
  return text;
}

/** The ignore file of a full disk is kept open with its entries and those of the fix, which counts. */
async function hasEntriesOpen(disk: FullDisk, ignored: string): Promise<void> {
  const text = await isKeptOpen(disk, Uri.joinPath(disk.folder, ".gitignore"));
  ok(text.startsWith(ignored), "other entries are not in the editor");
  ok(/^\.env/m.test(text.slice(ignored.length)), `it ends in ${JSON.stringify(text.slice(-60))}`);
  await untilRules(Uri.joinPath(disk.folder, ".env"), ["passphrase-secret"]);
}

/** What is said of files that are all alike: known once the editor has looked at all of them. */
function reusedIn(folder: Uri, name: string): readonly string[] {
  const now = rulesOn(Uri.joinPath(folder, name, ".env"));
  return now.length > 0 ? now : ["passphrase-secret"];
}

/** A window in which a person cancels when so many steps were reported. */
async function cancelledAfter(steps: number, action: () => Thenable<unknown>): Promise<void> {
  const cancelled = new EventEmitter<unknown>();
  let reported = 0;
  const token = {
    get isCancellationRequested() {
      return reported >= steps;
    },
    onCancellationRequested: cancelled.event,
  };
  const report = () => {
    if (++reported >= steps) cancelled.fire(undefined);
  };
  await replacingProgress((_options, task) => task({ report }, token), action).finally(() =>
    cancelled.dispose(),
  );
}
