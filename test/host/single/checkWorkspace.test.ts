import { commands, EventEmitter, Uri } from "vscode";
import { answering, type Shown } from "../support/answers.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { replacingProgress } from "../support/cancelling.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk, untilOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const check = () => commands.executeCommand("authSecret.checkWorkspace");
const summary = (shown: readonly Shown[]) =>
  shown.find(({ choices }) => choices.includes("Show Problems"));

async function withProblems(): Promise<Uri> {
  const folder = await folderWith({
    "package.json": MANIFEST,
    ".gitignore": "dist\n",
    ".env": "AUTH_SECRET=correct horse battery\n",
    "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2" });\n',
  });
  await openFile(Uri.joinPath(folder, "package.json"));
  await untilRules(Uri.joinPath(folder, ".env"), ["env-not-ignored", "passphrase-secret"]);
  await untilRules(Uri.joinPath(folder, "auth.ts"), ["hardcoded-secret"]);
  return folder;
}

describe("Check Workspace", () => {
  it("counts by severity what it finds in files that nobody has opened", async () => {
    await withProblems();
    const { shown } = await answering(() => undefined, check);
    const text = summary(shown)?.text ?? "";
    ok(/errors: [1-9]/.test(text), `no errors in "${text}"`);
    ok(/warnings: ([2-9]|\d\d)/.test(text), `no warnings in "${text}"`);
    ok(!/hunter2|horse/.test(JSON.stringify(shown)), "a message holds a value");
  });

  it("fixes what is safe, and touches no secret", async () => {
    const folder = await withProblems();
    const { shown } = await answering(
      ({ choices }) => choices.find((each) => each === "Fix All Safe Problems"),
      check,
    );
    const ignored = await untilOnDisk(
      Uri.joinPath(folder, ".gitignore"),
      (text) => text.includes(".env"),
      "no entry was added",
    );
    ok(ignored.startsWith("dist\n"), "other entries are gone");
    await untilRules(Uri.joinPath(folder, ".env"), ["passphrase-secret"]);
    equal(
      await textOnDisk(Uri.joinPath(folder, ".env")),
      "AUTH_SECRET=correct horse battery\n",
      "the env file",
    );
    ok(
      shown.some(({ text }) => text.includes(".gitignore")),
      "it does not say what it changed",
    );
  });

  it("says so where there is nothing to say, and offers nothing", async () => {
    const { shown } = await answering(() => undefined, check);
    equal(shown.length, 1, "the number of messages");
    deepEqual(shown[0]?.choices, [], "the choices");
  });

  it("says nothing when it is cancelled", async () => {
    await withProblems();
    const { shown } = await answering(
      () => undefined,
      () => cancelling(check),
    );
    deepEqual(shown, [], "what was shown");
  });
});

/** Runs an action in a window where every progress is cancelled as soon as it shows. */
async function cancelling(action: () => Thenable<unknown>): Promise<void> {
  const never = new EventEmitter<unknown>();
  const token = { isCancellationRequested: true, onCancellationRequested: never.event };
  await replacingProgress(
    (_options, task) => task({ report: () => undefined }, token),
    action,
  ).finally(() => never.dispose());
}
