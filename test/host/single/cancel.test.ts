import { commands, env, FileType, languages, Uri, window, workspace } from "vscode";
import { answering, type Shown } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import {
  cancellingAfter,
  cancellingAtEachTurn,
  cancellingWhen,
  nextTurn,
  turnsOf,
} from "../support/cancelling.ts";
import { actionsAt } from "../support/codeActions.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import { replacingFileSystem } from "../support/fileAccess.ts";
import { exists, folderWith, openFile, textOnDisk } from "../support/files.ts";
import { git } from "../support/git.ts";
import { withGitBehind, withOutside } from "../support/hostileGit.ts";
import { MANIFEST, OPEN, WEAK } from "../support/samples.ts";
import { isRunning, withoutPrograms } from "../support/standIns.ts";
import { untilEvent } from "../support/untilEvent.ts";

const FILES: Readonly<Record<string, string>> = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
  ".env": WEAK,
  ".env.example": "AUTH_SECRET=\n",
  ".env.production": "AUTH_SECRET=another horse battery\nNEXTAUTH_URL=http://localhost:3000\n",
  "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ providers: [] });\n',
  "compose.yaml": "services:\n  app:\n    image: x\n",
};

/** Packages whose env files git would commit. */
const LEAKY: Readonly<Record<string, string>> = {
  "package.json": "{}",
  "a/package.json": MANIFEST,
  "a/.gitignore": "dist\n",
  "a/.env": WEAK,
  "b/package.json": MANIFEST,
  "b/.gitignore": "dist\n",
  "b/.env": WEAK,
};

/** An ignore file with its own entry and those that a fix adds. */
const IGNORING = /^dist\n[\s\S]*^\.env$[\s\S]*\n$/m;

/** Milliseconds for a test that waits many times. */
const PATIENCE = 120_000;

async function project(): Promise<{ readonly folder: Uri; readonly file: Uri }> {
  const folder = await folderWith(FILES);
  const file = Uri.joinPath(folder, ".env");
  await openFile(file);
  await untilRules(file, ["passphrase-secret"]);
  await env.clipboard.writeText("mine");
  return { folder, file };
}

/** Fails where a byte of the project is another, here or on the disk, or there is a file more. */
async function untouched(folder: Uri, about: string): Promise<void> {
  await isLeft(folder, FILES, ({ name, text }) => text === FILES[name], about);
  equal(await env.clipboard.readText(), "mine", `the clipboard ${about}`);
}

/** Makes these packages anew, and waits until what is wrong with them is known. */
async function leaky(): Promise<Uri> {
  const folder = await folderWith(LEAKY);
  for (const name of ["a/.env", "b/.env"]) {
    await untilEvent(
      languages.onDidChangeDiagnostics,
      () => rulesOn(Uri.joinPath(folder, name)).includes("env-not-ignored"),
      () => `${name} is not known to be open`,
    );
  }
  return folder;
}

/** Fails where a file is not as it should be, there is one more or less, or something is unsaved. */
async function isLeft(
  folder: Uri,
  files: Readonly<Record<string, string>>,
  isRight: (file: { readonly name: string; readonly text: string }) => boolean,
  about: string,
): Promise<void> {
  const found: string[] = [];
  const look = async (prefix: string): Promise<void> => {
    for (const [name, type] of await workspace.fs.readDirectory(Uri.joinPath(folder, prefix))) {
      if (type === FileType.Directory) await look(`${prefix}${name}/`);
      else found.push(`${prefix}${name}`);
    }
  };
  await look("");
  deepEqual(found.sort(), Object.keys(files).sort(), `the files ${about}`);
  for (const name of found) {
    const text = await textOnDisk(Uri.joinPath(folder, name));
    ok(isRight({ name, text }), `${name} ${about} is ${JSON.stringify(text)}`);
  }
  const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  deepEqual(
    dirty.map(({ uri }) => uri.path),
    [],
    `what is unsaved ${about}`,
  );
}

/** What a message says when all is done is no question: to close it changes nothing. */
const isQuestion = ({ kind, isModal }: Shown) => kind !== "message" || isModal;

/** Runs a command in which a person says yes to so many questions and turns the next one away. */
async function turningAwayAt(count: number, id: string, file: Uri, picks: RegExp) {
  let questions = 0;
  const after: Shown[] = [];
  await answering(
    (shown) => {
      if (questions > count) after.push(shown);
      if (!isQuestion(shown) || questions++ >= count) return undefined;
      if (shown.isModal) return shown.choices[0];
      if (shown.kind === "input") return "3b1c5d7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a4b6c8d0e";
      return shown.choices.find((each) => picks.test(each)) ?? shown.choices[0];
    },
    () => withoutPrograms(async () => await commands.executeCommand(id, file)),
  );
  return { isThrough: questions <= count, after };
}

/** Each command that asks, how often at least, and what is picked of its lists. */
const ASKING = [
  ["authSecret.generate", 2, /\.env /],
  ["authSecret.rotate", 2, /recommended/],
  ["authSecret.useExisting", 3, /\.env /],
  ["authSecret.setInProduction", 3, /Compose/],
  ["authSecret.setInProduction", asked.host === "web" ? 1 : 2, /Fly\.io/],
  ["authSecret.showOrigin", 1, /AUTH_SECRET/],
  ["authSecret.verifyToken", 2, /nothing/],
  ["authSecret.showActions", 2, /\.env:/],
] as const;

/** Those whose lists take several answers, or end in a preview. */
const LISTING = ["authSecret.generateAll", "authSecret.setUp"] as const;

describe("a command whose question is turned away", () => {
  for (const [id, least, picks] of ASKING) {
    it(`leaves all as it was: ${id}, ${picks.source}`, async () => {
      const { folder, file } = await project();
      let count = 0;
      for (; count < 9; count++) {
        const { isThrough, after } = await turningAwayAt(count, id, file, picks);
        if (isThrough) break;
        const about = `after question ${count + 1} of ${id}`;
        deepEqual(after, [], `what was shown ${about}`);
        await untouched(folder, about);
      }
      ok(count >= least, `it asked ${count} times`);
    });
  }

  for (const id of LISTING) {
    it(`leaves all as it was: ${id}`, async () => {
      const { folder, file } = await project();
      for (const answer of [undefined, []]) {
        const { shown } = await answering(
          () => answer,
          () => commands.executeCommand(id, file),
        );
        equal(shown.length, 1, "the number of questions");
        await untouched(folder, `after ${id}`);
      }
    });
  }
});

describe("a command that is cancelled at any turn", () => {
  for (const id of ["authSecret.checkWorkspace", "authSecret.migrateNames"]) {
    it(`says nothing and changes nothing: ${id}`, async () => {
      const { folder, file } = await project();
      let edits = 0;
      const original = workspace.applyEdit;
      // A preview that nobody answers would stay for ever.
      const refused = () => {
        edits++;
        return Promise.resolve(false);
      };
      Object.assign(workspace, { applyEdit: refused });
      let shown: readonly Shown[] = [];
      const run = async () => {
        edits = 0;
        const said = await answering(
          () => undefined,
          () => commands.executeCommand(id),
        );
        shown = said.shown;
      };
      const check = async (isCancelled: boolean, about: string) => {
        if (isCancelled) {
          deepEqual(shown, [], `what was shown ${about}`);
          equal(edits, 0, `the edits ${about}`);
        } else ok(shown.length + edits > 0, `it did nothing ${about}`);
        await untouched(folder, about);
      };
      try {
        await cancellingAtEachTurn({ run, check });
      } finally {
        Object.assign(workspace, { applyEdit: original });
      }
      await untilRules(file, ["passphrase-secret"]);
    }).timeout(PATIENCE);
  }

  it("mends all or nothing: authSecret.checkWorkspace, Fix All Safe Problems", async () => {
    let folder = await leaky();
    let shown: readonly Shown[] = [];
    const run = async () => {
      const said = await answering(
        ({ choices }) => choices.find((each) => each === "Fix All Safe Problems"),
        () => commands.executeCommand("authSecret.checkWorkspace"),
      );
      shown = said.shown;
    };
    const check = async (isCancelled: boolean, about: string) => {
      if (isCancelled) deepEqual(shown, [], `what was shown ${about}`);
      await isLeft(
        folder,
        LEAKY,
        ({ text, name }) =>
          !isCancelled && name.endsWith(".gitignore") ? IGNORING.test(text) : text === LEAKY[name],
        about,
      );
      if (!isCancelled) folder = await leaky();
    };
    await cancellingAtEachTurn({ run, check });
  }).timeout(PATIENCE);
});

/** Runs an action while the disk answers nothing; it answers again when that is over. */
async function withSlowDisk(action: () => Promise<void>): Promise<void> {
  const real = workspace.fs;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = {
    ...real,
    stat: (uri: Uri) => released.then(() => real.stat(uri)),
    readFile: (uri: Uri) => released.then(() => real.readFile(uri)),
    readDirectory: (uri: Uri) => released.then(() => real.readDirectory(uri)),
  };
  try {
    await replacingFileSystem(slow, action);
  } finally {
    release();
  }
}

describe("a command that waits for the workspace to be read", () => {
  const waiting = [...new Set(ASKING.map(([id]) => id)), ...LISTING, "authSecret.addDebugRoute"];
  const immediate = ["authSecret.verifyToken", "authSecret.showActions"];

  it("ends without a word where the person does not wait", async () => {
    const { folder, file } = await project();
    const settings = workspace.getConfiguration("authSecret");
    await withSlowDisk(async () => {
      // All is read anew, which takes for ever.
      await settings.update("minimumBits", 200);
      for (const id of waiting.filter((each) => !immediate.includes(each))) {
        const { shown } = await answering(
          () => undefined,
          async () =>
            ok(
              await cancellingAfter(1, () => commands.executeCommand(id, file)),
              `${id} did not wait`,
            ),
        );
        deepEqual(shown, [], `what ${id} showed`);
      }
    });
    await settings.update("minimumBits", undefined);
    await untouched(folder, "after all of them");
    await untilRules(file, ["passphrase-secret"]);
  }).timeout(PATIENCE);
});

describe("what the editor asks about a file that goes meanwhile", () => {
  it("is answered or dropped, and writes nothing", async () => {
    for (const turns of [0, 1, 3, 8, 21]) {
      const { folder, file } = await project();
      const { selection, document } = window.activeTextEditor ?? (await openFile(file));
      const position = selection.active;
      const ask = (id: string, ...args: readonly unknown[]) =>
        commands.executeCommand(`vscode.execute${id}Provider`, file, ...args);
      const asking = Promise.allSettled([
        actionsAt(file, document.lineAt(0).range),
        ask("Hover", position),
        ask("CompletionItem", position),
        ask("CodeLens", 9),
      ]);
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      await workspace.fs.delete(file);
      await asking;
      await commands.executeCommand("workbench.action.closeAllEditors");
      await untilRules(file, []);
      equal(await exists(file), false, `whether the file is back after ${turns} turns`);
      equal(await textOnDisk(Uri.joinPath(folder, ".gitignore")), ".env*\n", "the ignore file");
    }
  }).timeout(PATIENCE);
});

// Only programs can be cut off in their work; the stand-ins are for shells.
if (asked.host === "node" && process.platform !== "win32") {
  describe("a program that is cancelled at any turn", () => {
    const VALUES = { "package.json": "{}", ".gitignore": "dist\n", ".env": WEAK };

    const tracked = async (): Promise<Uri> => {
      const file = Uri.joinPath(await folderWith(VALUES), ".env");
      await untilRules(file, OPEN);
      await git(["add", "--force", file.fsPath]);
      return file;
    };

    const untrack = async (file: Uri): Promise<readonly Shown[]> => {
      const { shown } = await answering(
        ({ choices, isModal }) => (isModal ? choices[0] : undefined),
        () => commands.executeCommand("authSecret.untrackEnvFile", file),
      );
      return shown;
    };

    const lock = (): Uri => {
      const [root] = workspace.workspaceFolders ?? [];
      ok(root, "no folder is open");
      return Uri.joinPath(root.uri, ".git/index.lock");
    };

    /** Git's own files are whole, and the project's are as they were, or mended. */
    const isWhole = async (file: Uri, isMended: boolean, about: string) => {
      equal(await exists(lock()), false, `whether the index is locked ${about}`);
      await git(["ls-files", "--stage"]);
      const isRight = ({ name, text }: { readonly name: string; readonly text: string }) =>
        isMended && name === ".gitignore"
          ? IGNORING.test(text)
          : Object.entries(VALUES).some(([each, before]) => each === name && before === text);
      await isLeft(Uri.joinPath(file, ".."), VALUES, isRight, about);
    };

    afterEach(async () => {
      if (await exists(lock())) await workspace.fs.delete(lock());
      await git(["rm", "-r", "--cached", "--quiet", "--force", "--ignore-unmatch", "."]);
    });

    it("has git take the file out or leave it, and nothing else: authSecret.untrackEnvFile", async () => {
      let file = await tracked();
      let shown: readonly Shown[] = [];
      const run = async () => {
        shown = await untrack(file);
      };
      const check = async (isCancelled: boolean, about: string) => {
        equal(shown.length, isCancelled ? 1 : 2, `the number of messages ${about}`);
        await isWhole(file, !isCancelled, about);
        if (isCancelled) await git(["add", "--force", file.fsPath]);
        else {
          equal(await git(["ls-files", file.fsPath]), "", `what git tracks ${about}`);
          file = await tracked();
        }
      };
      await cancellingAtEachTurn({ run, check });
    }).timeout(PATIENCE);

    it("lets git end what it has begun, so that the index stays not locked: authSecret.untrackEnvFile", async () => {
      const { existsSync, writeFileSync } = await import("node:fs");
      const file = await tracked();
      await withOutside(async (outside) => {
        const [started, goOn] = [`${outside}/started`, `${outside}/goOn`];
        const slow = `case " $* " in *" rm "*) lock='${lock().fsPath}'; touch "$lock" '${started}'; until [ -e '${goOn}' ]; do :; done; rm "$lock";; esac`;
        await withGitBehind(outside, slow, async () => {
          const isTime = () => {
            if (!existsSync(started)) return false;
            writeFileSync(goOn, "");
            return true;
          };
          const { isCancelled } = await cancellingWhen(isTime, () => untrack(file));
          ok(isCancelled, "it was not cancelled");
        });
      });
      equal(await git(["ls-files", file.fsPath]), "", "what git tracks");
      await isWhole(file, false, "when it was cancelled");
    }).timeout(PATIENCE);

    it("has a git that hangs ended, and the file as it was: authSecret.untrackEnvFile", async () => {
      const { existsSync, readFileSync, rmSync } = await import("node:fs");
      const file = await tracked();
      await withOutside(async (outside) => {
        const started = `${outside}/started`;
        const hang = `case " $* " in *" rm "*) echo $$ > '${started}.new'; mv '${started}.new' '${started}'; exec sleep 600;; esac`;
        let shown: readonly Shown[] = [];
        const run = async () => {
          shown = await untrack(file);
        };
        const check = async (about: string) => {
          equal(shown.length, 1, `the number of messages ${about}`);
          if (existsSync(started)) {
            const pid = Number(readFileSync(started, "utf8"));
            equal(isRunning(pid), false, `whether it still runs ${about}`);
          }
          rmSync(started, { force: true });
          ok((await git(["ls-files", file.fsPath])) !== "", `git tracks it no more ${about}`);
          await isWhole(file, false, about);
        };
        await withGitBehind(outside, hang, async () => {
          const { turns } = await cancellingWhen(() => existsSync(started), run);
          await check("when it has just begun");
          // It is given a second each time.
          for (const turn of turnsOf(turns).filter((_, at) => at % 4 === 0)) {
            ok(await cancellingAfter(turn, run), `it ended by itself within ${turn} turns`);
            await check(`after ${turn} turns`);
          }
        });
      });
    }).timeout(PATIENCE);
  });
}
