import { commands, type TextDocument, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, replaceAll, textOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const PROJECT = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
};
const MARK = "\uFEFF";

/** What is hard to keep in a text, and what VS Code itself makes of the text where it opens it. */
type Case = readonly [about: string, text: string, opened?: string];

/** Env files whose secret is to be replaced. */
const WEAK: readonly Case[] = [
  ["a byte order mark", `${MARK}AUTH_SECRET=hunter2\nA=1\n`],
  ["a mark, CRLF and no last break", `${MARK}# mine\r\nA=1\r\nAUTH_SECRET=hunter2`],
  ["CRLF", "A=1\r\nAUTH_SECRET=hunter2 # here\r\nB=2\r\n"],
  ["more LF than CRLF", "A=1\nAUTH_SECRET=hunter2\nB=2\r\n", "A=1\nAUTH_SECRET=hunter2\nB=2\n"],
  ["more CRLF", "A=1\r\nAUTH_SECRET=hunter2\r\nB=\n", "A=1\r\nAUTH_SECRET=hunter2\r\nB=\r\n"],
  ["a CR alone", "A=1\rAUTH_SECRET=hunter2\nB=2\n", "A=1\nAUTH_SECRET=hunter2\nB=2\n"],
  ["a line separator", "A='1\u2028 2'\nAUTH_SECRET=hunter2\nB=2\n"],
  ["a paragraph separator", "# one\u2029two\nAUTH_SECRET='hunter2'\n"],
  ["a next line, a vertical tab and a form feed", "A='\u0085'\n# \v\f\nAUTH_SECRET=hunter2\n"],
  ["no last break", "A=1\nAUTH_SECRET=hunter2"],
  ["pairs of surrogates", 'A="🔑🔑"\nAUTH_SECRET="hunter2" # 🔑\nB=🔑\n'],
  ["tabs and blanks at the ends", "\t\nA=1 \t\n \texport AUTH_SECRET\t=\thunter2\t \n\t"],
  ["blank lines", "\n\n\nA=1\n\n\nAUTH_SECRET=hunter2\n\n\n"],
  ["signs of no width", "A='\u200b\u00a0\u202e'\nAUTH_SECRET=hunter2\n"],
  ["combined letters", "# e\u0301 é ﬁ\nAUTH_SECRET=hunter2\n"],
  ["signs of control", "A='\x01\x7f\x1b'\nAUTH_SECRET=hunter2\n"],
  ["a value of several lines", "A='1\n\n2'\nAUTH_SECRET='hunter2'\n"],
  ["a comment that was the value's tail", "AUTH_SECRET=hunter2#Ab~ # mine\nA=1\n"],
  ["open quotes", "A=1\nAUTH_SECRET=hunter2\nB='it\n"],
  ["a long line", `A=${"b".repeat(20_000)}\nAUTH_SECRET=hunter2\n`],
];

/** Env files that get a line more. */
const WITHOUT: readonly Case[] = [
  ["a byte order mark alone", MARK],
  ["CRLF and no last break", "A=1\r\nB=2"],
  ["open quotes", 'A="open\n'],
  ["blanks at the end", "A=1\n \t"],
  ["a line separator at the end", "A=1\n# note\u2028"],
];

async function opened([, text, wanted]: Case): Promise<TextDocument> {
  const folder = await folderWith({ ...PROJECT, ".env": text });
  const { document } = await openFile(Uri.joinPath(folder, ".env"));
  equal(document.getText(), wanted ?? text.replace(MARK, ""), "the text that is opened");
  return document;
}

async function replaceSecret({ uri }: TextDocument): Promise<void> {
  const [found] = await untilRules(uri, ["passphrase-secret"]);
  ok(found, "nothing was found");
  await applyPreferred(uri, found.range);
}

async function addSecret({ uri }: TextDocument): Promise<void> {
  await answering(
    ({ choices }) => choices.find((each) => each.includes("$(")),
    () => commands.executeCommand("authSecret.generate", uri),
  );
}

/** Without the new secret, which no message is to hold. */
function shown(text: string): string {
  return text.replace(/[\w+/]{43}=/g, "[new]");
}

/** Has the change on the disk before it is taken back, where what VS Code wrote is compared. */
async function takesBack(one: Case, change: (document: TextDocument) => Promise<void>) {
  const [, text, normalized = text] = one;
  const document = await opened(one);
  const before = document.getText();
  await change(document);
  ok(document.getText() !== before, "nothing changed");
  await document.save();
  ok((await textOnDisk(document.uri)) !== normalized, "nothing was written");
  await commands.executeCommand("undo");
  equal(shown(document.getText()), before, "the text after undo");
  await document.save();
  equal(shown(await textOnDisk(document.uri)), normalized, "the file after undo");
}

describe("undo gives back the original", () => {
  const editor = () => workspace.getConfiguration("editor");
  // The editor would ask what is to become of U+2028 and U+2029.
  before(() => editor().update("unusualLineTerminators", "off"));
  after(() => editor().update("unusualLineTerminators", undefined));

  for (const one of WEAK) {
    it(`after a fix, with ${one[0]}`, async () => {
      await takesBack(one, replaceSecret);
    });
  }

  for (const one of WITHOUT) {
    it(`after a line was added, with ${one[0]}`, async () => {
      await takesBack(one, addSecret);
    });
  }

  it("after a fix, with halves of surrogates, which no file can hold", async () => {
    const { uri } = await opened(["nothing", "A=1\n"]);
    const before = "A='\ud800'\nAUTH_SECRET='hunter2' # \udc00\n";
    const document = await replaceAll(await openFile(uri), before);
    equal(document.getText(), before, "the text that was typed");
    await replaceSecret(document);
    ok(document.getText() !== before, "nothing changed");
    await commands.executeCommand("undo");
    equal(shown(document.getText()), before, "the text after undo");
  });
});
