import { type CodeAction, commands, extensions, l10n, Uri, workspace } from "vscode";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { actionsAt, isOurs } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import {
  exists,
  folderWith,
  openFile,
  replaceAll,
  textOnDisk,
  untilOnDisk,
  writeText,
} from "../support/files.ts";
import { FRESH, OPEN, WEAK } from "../support/samples.ts";

const BLOCK = "# Environment files: they hold secrets\n.env\n.env*.local\n.env.production\n";

/** The fix that adds a file to the ignore file, made for the texts as they are now. */
async function ignoreFix(env: Uri): Promise<CodeAction> {
  await openFile(env);
  const [finding] = await untilRules(env, OPEN);
  ok(finding, "nothing was found");
  const fix = (await actionsAt(env, finding.range)).find(
    (action) => isOurs(action) && action.isPreferred && action.edit,
  );
  ok(fix, "no fix is offered");
  return fix;
}

/** As the editor does it: the edit first, then the command. */
async function carryOut({ edit, command }: CodeAction): Promise<void> {
  ok(edit && (await workspace.applyEdit(edit)), "the edit was refused");
  await commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
}

describe("fixes of one .gitignore at the same moment", () => {
  for (const [name, text] of [
    ["that is there", "dist\n"],
    ["without an end", "dist"],
    ["that is yet to be made", undefined],
  ] as const) {
    it(`write their entries once, into one ${name}`, async () => {
      const folder = await folderWith({
        "package.json": "{}",
        ...(text !== undefined && { ".gitignore": text }),
        ".env": WEAK,
        ".env.staging": "AUTH_SECRET=another horse battery\n",
      });
      const ignore =
        text === undefined
          ? Uri.joinPath(folder, "../.gitignore")
          : Uri.joinPath(folder, ".gitignore");
      const envs = [".env", ".env.staging"].map((each) => Uri.joinPath(folder, each));
      const fixes: CodeAction[] = [];
      for (const env of envs) fixes.push(await ignoreFix(env));
      await Promise.all(fixes.map(carryOut));
      const written = await untilOnDisk(
        ignore,
        (now) => /^\.env$/m.test(now) && /^\.env\.staging$/m.test(now),
        "an entry is missing",
      );
      ok(written.startsWith(text ?? ""), `it begins with ${written.slice(0, 20)}`);
      const lines = written.split("\n").filter(Boolean);
      deepEqual(lines, [...new Set(lines)], "the lines");
      for (const env of envs) await untilRules(env, ["passphrase-secret"]);
    });
  }

  it("write them once though another window wrote them in between", async () => {
    const folder = await folderWith({ "package.json": "{}", ".gitignore": "dist\n", ".env": WEAK });
    const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
    const fix = await ignoreFix(env);
    await writeText(ignore, `dist\n\n${BLOCK}`);
    await carryOut(fix);
    await untilRules(env, ["passphrase-secret"]);
    const lines = (await textOnDisk(ignore)).split("\n").filter(Boolean);
    deepEqual(lines, ["dist", ...BLOCK.split("\n").filter(Boolean)], "the lines");
  });

  it("leave a folder of that name alone that took the file's place", async () => {
    const folder = await folderWith({ "package.json": "{}", ".gitignore": "dist\n", ".env": WEAK });
    const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
    const { edit } = await ignoreFix(env);
    ok(edit, "there is no edit");
    await workspace.fs.delete(ignore);
    await writeText(Uri.joinPath(ignore, "mine.txt"), "mine");
    await workspace.applyEdit(edit).then(
      () => undefined,
      () => undefined,
    );
    equal(await textOnDisk(Uri.joinPath(ignore, "mine.txt")), "mine", "the file in the folder");
    equal(await textOnDisk(env), WEAK, "the env file");
  });

  it("leave an env file away that was deleted in between", async () => {
    const files = { "package.json": "{}", ".gitignore": ".env*\n", ".env": WEAK };
    const env = Uri.joinPath(await folderWith(files), ".env");
    await openFile(env);
    const [finding] = await untilRules(env, ["passphrase-secret"]);
    ok(finding, "nothing was found");
    const [fix] = (await actionsAt(env, finding.range)).filter(
      (action) => isOurs(action) && action.edit?.has(env),
    );
    ok(fix?.edit, "no fix is offered");
    await workspace.fs.delete(env);
    await workspace.applyEdit(fix.edit).then(
      () => undefined,
      () => undefined,
    );
    if (await exists(env)) ok(FRESH.test(await textOnDisk(env)), "half was written");
    await commands.executeCommand("workbench.action.closeAllEditors");
    await untilRules(env, []);
  });
});

describe("git that hangs", () => {
  it("holds up no finding and no fix, and is believed when it answers", async () => {
    const folder = await folderWith({
      "package.json": "{}",
      ".gitignore": "dist\n",
      ".env": WEAK,
    });
    const env = Uri.joinPath(folder, ".env");
    await untilRules(env, OPEN);
    const original = extensions.getExtension;
    let release = (): void => undefined;
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const activate = async () => {
      await hanging;
      return await original("vscode.git")?.activate();
    };
    Object.assign(extensions, {
      getExtension: (id: string) => (id === "vscode.git" ? { activate } : original(id)),
    });
    try {
      const editor = await openFile(env);
      await replaceAll(editor, "AUTH_SECRET=\n");
      const [finding] = await untilRules(env, ["empty-secret"]);
      ok(finding, "nothing was found");
      const [fix] = (await actionsAt(env, finding.range, undefined, 1)).filter(
        ({ edit }) => edit !== undefined,
      );
      ok(fix, "no fix can be carried out");
      await carryOut(fix);
      ok(FRESH.test(editor.document.getText()), "there is no secret");
      // It adds the file to the ignore file too.
      await untilRules(env, []);
    } finally {
      Object.assign(extensions, { getExtension: original });
      release();
    }
    await writeText(Uri.joinPath(folder, ".gitignore"), "dist\n");
    await untilRules(env, ["env-not-ignored"]);
  });
});

describe("a finding that cannot be put into words", () => {
  it("takes none of the others with it", async () => {
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "bad/package.json": "{}",
      "bad/.env": "AUTH_SECRET=\n",
      "good/package.json": "{}",
      "good/.env": WEAK,
    });
    const [bad, good] = [Uri.joinPath(folder, "bad/.env"), Uri.joinPath(folder, "good/.env")];
    await untilRules(bad, ["empty-secret"]);
    await untilRules(good, ["passphrase-secret"]);
    const original = l10n.t;
    let failures = 0;
    const failing = (...args: Parameters<typeof original>) => {
      if (!String(args[0]).includes("is empty")) return original(...args);
      failures++;
      throw new Error("no words");
    };
    Object.assign(l10n, { t: failing });
    try {
      await writeText(bad, "OTHER=1\nAUTH_SECRET=\n");
      await writeText(good, "AUTH_SECRET=changeme\n");
      await untilRules(good, ["placeholder-secret"]);
      await untilRules(bad, []);
      ok(failures > 0, "nothing failed");
    } finally {
      Object.assign(l10n, { t: original });
    }
    await writeText(bad, "AUTH_SECRET=\n");
    await untilRules(bad, ["empty-secret"]);
  });
});
