import { commands, env, Uri, window, workspace } from "vscode";
import { answering, type Shown } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { cancellingAfter, nextTurn } from "../support/cancelling.ts";
import { actionsAt } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { replacingFileSystem } from "../support/fileAccess.ts";
import { exists, folderWith, openFile, textOnDisk } from "../support/files.ts";
import { MANIFEST, WEAK } from "../support/samples.ts";
import { withoutPrograms } from "../support/standIns.ts";

const FILES = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
  ".env": WEAK,
  ".env.example": "AUTH_SECRET=\n",
  ".env.production": "AUTH_SECRET=another horse battery\nNEXTAUTH_URL=http://localhost:3000\n",
  "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ providers: [] });\n',
  "compose.yaml": "services:\n  app:\n    image: x\n",
};

/** Turns of the event loop: some before the first answer of the disk, some after the last. */
const TURNS = [0, 1, 2, 3, 5, 8, 13, 21, 34];

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
  for (const [name, text] of Object.entries(FILES)) {
    equal(await textOnDisk(Uri.joinPath(folder, name)), text, `${name} ${about}`);
  }
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  deepEqual(names.sort(), Object.keys(FILES).sort(), `the files ${about}`);
  const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  deepEqual(
    dirty.map(({ uri }) => uri.path),
    [],
    `what is unsaved ${about}`,
  );
  equal(await env.clipboard.readText(), "mine", `the clipboard ${about}`);
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
      try {
        let cancelled = 0;
        for (const turns of TURNS) {
          let isCancelled = false;
          edits = 0;
          const { shown } = await answering(
            () => undefined,
            async () => {
              isCancelled = await cancellingAfter(turns, () => commands.executeCommand(id));
            },
          );
          if (isCancelled) {
            cancelled++;
            deepEqual(shown, [], `what was shown after ${turns} turns`);
            equal(edits, 0, `edits after ${turns} turns`);
          }
          await untouched(folder, `after ${turns} turns`);
        }
        ok(cancelled > 0, "it always ended before");
      } finally {
        Object.assign(workspace, { applyEdit: original });
      }
      await untilRules(file, ["passphrase-secret"]);
    });
  }
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
