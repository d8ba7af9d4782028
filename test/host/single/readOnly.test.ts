import { type CodeAction, commands, Uri, workspace } from "vscode";
import { answering, type Shown } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { equal, ok } from "../support/assert.ts";
import { actionsAt, isOurs } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk, untilOnDisk } from "../support/files.ts";
import { whileProtected } from "../support/protect.ts";
import { FRESH, MANIFEST, OPEN, WEAK } from "../support/samples.ts";

const IGNORED = "# mine\r\ndist";

/** An env file that git would commit, and the fix for that as it was looked at. */
async function looked() {
  const files = { "package.json": MANIFEST, ".gitignore": IGNORED, ".env": WEAK };
  const folder = await folderWith(files);
  const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
  await openFile(env);
  const [finding] = await untilRules(env, OPEN);
  ok(finding, "nothing was found");
  const fix = (await actionsAt(env, finding.range)).find(
    (action) => isOurs(action) && action.isPreferred && action.edit?.has(ignore),
  );
  ok(fix, "no fix is offered");
  return { env, ignore, fix };
}

/** As the editor does it: the edit first, then the command. What is said meanwhile. */
async function said({ edit, command }: CodeAction): Promise<string> {
  ok(edit, "there is no edit");
  const { shown } = await answering(
    () => undefined,
    async () => {
      if (!(await workspace.applyEdit(edit))) return;
      await commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    },
  );
  return textsOf(shown);
}

const textsOf = (shown: readonly Shown[]) => shown.map(({ text }) => text).join("\n");

const picksFile = ({ choices, isModal }: Shown) =>
  isModal ? choices[0] : choices.find((each) => each.includes(".env "));

/** An ignore file that keeps what was in it, and has the entry. */
const isWhole = (text: string) => text.startsWith(IGNORED) && /^\.env\r?$/m.test(text);

if (asked.host === "node") {
  describe("a file that may not be written since it was looked at", () => {
    it("stays as it is when a fix is to change it; that is said, and it can be saved later", async () => {
      const { env, ignore, fix } = await looked();
      const isProtected = await whileProtected(ignore, async () => {
        const text = await said(fix);
        ok(/\.gitignore could not be saved/.test(text), `it says ${text}`);
        equal(await textOnDisk(ignore), IGNORED, "the ignore file");
        const { document } = await openFile(ignore);
        ok(document.isDirty && isWhole(document.getText()), "the editor has something else");
      });
      if (isProtected) await commands.executeCommand("workbench.action.files.save");
      else await said(fix);
      await untilOnDisk(ignore, isWhole, "the ignore file has not got the entry");
      await untilRules(env, ["passphrase-secret"]);
      equal(await textOnDisk(env), WEAK, "the env file");
    });

    it("is spoken of again when the change is given up", async () => {
      const { env, ignore, fix } = await looked();
      await whileProtected(ignore, async () => {
        await said(fix);
        await untilRules(env, ["passphrase-secret"]);
        await openFile(ignore);
        await commands.executeCommand("workbench.action.files.revert");
        await untilRules(env, OPEN);
        equal(await textOnDisk(ignore), IGNORED, "the ignore file");
      });
    });

    it("is left alone by Fix All Safe Problems, which says so", async () => {
      const { env, ignore } = await looked();
      await whileProtected(ignore, async () => {
        const { shown } = await answering(
          ({ choices }) => choices.find((each) => each.startsWith("Fix All Safe")),
          () => commands.executeCommand("authSecret.checkWorkspace"),
        );
        ok(/could not be saved/.test(textsOf(shown)), `it says ${textsOf(shown)}`);
        equal(await textOnDisk(ignore), IGNORED, "the ignore file");
      });
      await openFile(ignore);
      await commands.executeCommand("workbench.action.files.save");
      await untilOnDisk(ignore, isWhole, "the ignore file has not got the entry");
      await untilRules(env, ["passphrase-secret"]);
    });

    it("is written whole or not at all by Generate, and that is said", async () => {
      const { env } = await looked();
      const isProtected = await whileProtected(env, async () => {
        const { shown } = await answering(picksFile, () =>
          commands.executeCommand("authSecret.generate", env),
        );
        ok(/read-only|could not be saved/.test(textsOf(shown)), `it says ${textsOf(shown)}`);
        equal(await textOnDisk(env), WEAK, "the env file");
      });
      if (!isProtected) return;
      await openFile(env);
      await commands.executeCommand("workbench.action.files.save");
      const { document } = await openFile(env);
      const text = await textOnDisk(env);
      equal(text, document.getText(), "the env file, once it may be written");
      ok(text === WEAK || FRESH.test(text), "the env file is torn");
      await untilRules(env, text === WEAK ? OPEN : ["env-not-ignored"]);
    });
  });
}

describe("a file that the settings made read-only since it was looked at", () => {
  it("is changed whole or not at all, and judged as it is", async () => {
    const { env, ignore, fix } = await looked();
    const settings = workspace.getConfiguration("files");
    await settings.update("readonlyInclude", { "**/.gitignore": true });
    try {
      await said(fix);
    } finally {
      await settings.update("readonlyInclude", undefined);
    }
    const { document } = await openFile(ignore);
    await document.save();
    const text = await textOnDisk(ignore);
    equal(text, document.getText(), "the ignore file");
    ok(text === IGNORED || isWhole(text), `the ignore file is ${JSON.stringify(text)}`);
    await untilRules(env, text === IGNORED ? OPEN : ["passphrase-secret"]);
    equal(await textOnDisk(env), WEAK, "the env file");
  });
});
