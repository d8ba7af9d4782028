import { env, Uri, workspace } from "vscode";
import { answering } from "./answers.ts";
import { equal, ok } from "./assert.ts";
import { applyPreferred } from "./codeActions.ts";
import { untilRules } from "./diagnostics.ts";
import { folderWith, openFile } from "./files.ts";
import { writeIndex } from "./gitIndex.ts";

/** A file that git tracks is told of, and its fix copies the command and says why it runs none. */
export async function hasCommandCopied(why: RegExp): Promise<void> {
  const folder = await folderWith({
    "package.json": "{}",
    ".gitignore": ".env*\n",
    ".env": "AUTH_SECRET=correct horse battery\n",
  });
  const uri = Uri.joinPath(folder, ".env");
  const path = workspace.asRelativePath(uri, false);
  await openFile(uri);
  await untilRules(uri, ["passphrase-secret"]);
  await writeIndex([path]);
  const [finding] = await untilRules(uri, ["env-tracked", "passphrase-secret"]);
  ok(finding, "nothing was found");
  const { shown } = await answering(
    () => undefined,
    () => applyPreferred(uri, finding.range),
  );
  equal(await env.clipboard.readText(), `git rm --cached -- ${path}`, "the clipboard");
  ok(why.test(shown[0]?.text ?? ""), "it does not say why");
  await writeIndex([]);
  await untilRules(uri, ["passphrase-secret"]);
}
