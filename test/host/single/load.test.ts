import { commands, Uri, workspace } from "vscode";
import { asked } from "../support/asked.ts";
import { equal } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import {
  folderWith,
  openFile,
  replaceAll,
  textOnDisk,
  untilOnDisk,
  writeText,
} from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

/** Save-with-fix cycles: enough to see one go wrong. */
const CYCLES = asked.soak ? 500 : 50;

/** Env files that a branch switch changes. */
const FILES = asked.soak ? 2000 : 300;

/** Milliseconds for a test with such numbers. */
const PATIENCE = asked.soak ? 1_800_000 : 120_000;

describe("again and again", () => {
  it(`saves with fixes ${CYCLES} times and loses nothing`, async () => {
    const folder = await folderWith({
      "package.json": MANIFEST,
      ".gitignore": "dist\n",
      ".env": "",
    });
    const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
    await workspace.openTextDocument(ignore);
    const settings = workspace.getConfiguration("editor");
    await settings.update("codeActionsOnSave", { "source.fillSecrets.authSecret": "explicit" });
    const seen = new Set<string>();
    try {
      const editor = await openFile(env);
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const rest = `# ${cycle} é\nOTHER='${"x".repeat(cycle)}'`;
        await replaceAll(editor, `AUTH_SECRET=\n${rest}`);
        await commands.executeCommand("workbench.action.files.save");
        const text = await untilOnDisk(
          env,
          (now) => /^AUTH_SECRET=[\w+/]{43}=\n/.test(now) && now.endsWith(`\n${rest}`),
          `cycle ${cycle} wrote something else`,
        );
        seen.add(text.slice(0, text.indexOf("\n")));
      }
    } finally {
      await settings.update("codeActionsOnSave", undefined);
    }
    equal(seen.size, CYCLES, "the number of different secrets");
    const [first, ...added] = (await textOnDisk(ignore)).trimEnd().split("\n");
    equal(first, "dist", "the first line of the ignore file");
    const entries = added.filter((line) => line.startsWith("."));
    equal(new Set(entries).size, entries.length, `the entries of ${added.join(" | ")}`);
    await untilRules(env, []);
  }).timeout(PATIENCE);

  it(`knows ${FILES} env files right when all change on the disk at once`, async () => {
    const names = Array.from({ length: FILES }, (_, at) => `packages/p${at}`);
    const folder = await folderWith({ "package.json": "{}", ".gitignore": ".env*\n" });
    const files = names.map((name) => Uri.joinPath(folder, name, ".env"));
    const writeAll = (text: (at: number) => string) =>
      Promise.all(files.map((file, at) => writeText(file, text(at))));
    await writeAll(() => "AUTH_SECRET=\n");
    for (const file of files) await untilRules(file, ["empty-secret"]);
    await writeAll((at) => (at % 3 === 0 ? "OTHER=1\n" : "AUTH_SECRET=changeme\n"));
    for (const [at, file] of files.entries()) {
      await untilRules(file, at % 3 === 0 ? [] : ["placeholder-secret"]);
    }
    await workspace.fs.delete(Uri.joinPath(folder, "packages"), { recursive: true });
    for (const file of files) await untilRules(file, []);
  }).timeout(PATIENCE);
});
