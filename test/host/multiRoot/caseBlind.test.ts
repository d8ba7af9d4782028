import { commands, type Disposable, Uri, workspace } from "vscode";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { CaseBlindDisk } from "../support/caseBlindDisk.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { openFile, textOnDisk, untilOnDisk, writeText } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";
import { MANIFEST, OPEN, WEAK } from "../support/samples.ts";

const ROOT = Uri.parse("case-blind:/project");
const at = (name: string) => Uri.joinPath(ROOT, name);

const HARDCODED =
  'import NextAuth from "next-auth";\nNextAuth({ providers: [], secret: "correct horse battery" });\n';

const FILES = {
  ".git/HEAD": "ref: refs/heads/main\n",
  ".git/config": "[core]\n\tignorecase = true\n",
  "package.json": MANIFEST,
  ".GitIgnore": "# mine\n.ENV.Local\n",
  ".env": WEAK,
  ".env.local": WEAK,
  "Auth.ts": HARDCODED,
};

describe("a disk that takes names which differ in case for one", () => {
  const disk = new CaseBlindDisk(ROOT, FILES);
  let provider: Disposable;

  before(async () => {
    provider = workspace.registerFileSystemProvider(ROOT.scheme, disk, { isCaseSensitive: false });
    await changeFolders(() => workspace.updateWorkspaceFolders(2, 0, { uri: ROOT }));
  });

  after(async () => {
    await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
    provider.dispose();
  });

  it("has its ignore file read and mended, whatever its name's letters", async () => {
    await openFile(at(".env"));
    await untilRules(at(".env.local"), ["passphrase-secret"]);
    const [finding] = await untilRules(at(".env"), OPEN);
    ok(finding, "nothing was found");
    await applyPreferred(at(".env"), finding.range);
    const text = await untilOnDisk(
      at(".GitIgnore"),
      (now) => /^\.env$/m.test(now),
      "it has not got the entry",
    );
    ok(text.startsWith(FILES[".GitIgnore"]), `it is now ${JSON.stringify(text)}`);
    await untilRules(at(".env"), ["passphrase-secret"]);
    deepEqual(disk.names, Object.keys(FILES), "the files");
    equal(await textOnDisk(at(".env")), WEAK, "the env file");
  });

  it("leaves no finding behind on a file that was opened by another name", async () => {
    await untilRules(at("Auth.ts"), ["hardcoded-secret"]);
    const { document } = await openFile(at("AUTH.ts"));
    await untilRules(document.uri, ["hardcoded-secret"]);
    await commands.executeCommand("workbench.action.closeAllEditors");
    await writeText(at("Auth.ts"), HARDCODED.replace(', secret: "correct horse battery"', ""));
    for (const uri of [at("Auth.ts"), document.uri]) await untilRules(uri, []);
    await writeText(at("auth.ts"), HARDCODED);
    await untilRules(at("Auth.ts"), ["hardcoded-secret"]);
    await workspace.fs.delete(at("auth.TS"));
    for (const uri of [at("Auth.ts"), document.uri]) await untilRules(uri, []);
  });
});
