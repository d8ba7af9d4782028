import { commands, type Hover, MarkdownString, type Position, Uri } from "vscode";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

async function hoverAt(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    "vscode.executeHoverProvider",
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join("\n");
}

describe("the hover", () => {
  it("says how good a secret is and where it is used, and not what it is", async () => {
    const folder = await folderWith({
      "package.json": MANIFEST,
      ".gitignore": ".env*\n",
      ".env": "AUTH_SECRET=correct horse battery\n",
      "auth.ts":
        'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.AUTH_SECRET ?? "" });\n',
    });
    const uri = Uri.joinPath(folder, ".env");
    const { document } = await openFile(uri);
    await openFile(Uri.joinPath(folder, "auth.ts"));
    await untilRules(uri, ["passphrase-secret"]);
    const text = await hoverAt(uri, document.positionAt(15));
    for (const part of [
      "**AUTH_SECRET**: a passphrase",
      "of 256 bits",
      "guesses a second",
      "auth.ts:2",
    ]) {
      ok(text.includes(part), `the hover does not say "${part}", but:\n${text}`);
    }
    ok(!/correct|horse|battery/.test(text), "the hover holds a part of the value");
  });

  it("tells in source of the variable that is read there, and links to what can be done", async () => {
    const source =
      'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.AUTH_SECRET ?? "" });\n';
    const folder = await folderWith({
      "package.json": MANIFEST,
      ".gitignore": ".env*\n",
      ".env.local": "AUTH_SECRET=correct horse battery\n",
      "auth.ts": source,
    });
    await untilRules(Uri.joinPath(folder, ".env.local"), ["passphrase-secret"]);
    const uri = Uri.joinPath(folder, "auth.ts");
    const { document } = await openFile(uri);
    for (const word of ["secret:", "process"]) {
      const text = await hoverAt(uri, document.positionAt(source.indexOf(word) + 1));
      for (const part of ["a passphrase, from `", ".env.local`", "[Replace](command:", "[Copy]("]) {
        ok(text.includes(part), `the hover at ${word} does not say "${part}", but:\n${text}`);
      }
      ok(!/correct|horse|battery/.test(text), "the hover holds a part of the value");
    }
  });

  it("tells which files set the variable, and which one wins in which environment", async () => {
    const folder = await folderWith({
      "package.json": JSON.stringify({
        dependencies: { next: "16", "next-auth": "5.0.0-beta.30" },
      }),
      ".gitignore": ".env*\n",
      ".env": "AUTH_SECRET=correct horse battery\n",
      ".env.local": "AUTH_SECRET=changeme\n",
    });
    const uri = Uri.joinPath(folder, ".env");
    const { document } = await openFile(uri);
    await untilRules(uri, ["passphrase-secret"]);
    const text = await hoverAt(uri, document.positionAt(3));
    ok(text.includes("as Next.js loads them"), `the loader is not named in\n${text}`);
    ok(/development, production: .*\.env\.local`, which wins over .*\.env`/.test(text), text);
    ok(/test: .*\.env`\n/.test(text), text);
  });

  it("offers to generate what no file sets", async () => {
    const source =
      'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.AUTH_SECRET });\n';
    const folder = await folderWith({
      "package.json": MANIFEST,
      "auth.ts": source,
    });
    const uri = Uri.joinPath(folder, "auth.ts");
    const { document } = await openFile(uri);
    await untilRules(uri, ["redundant-secret"]);
    const text = await hoverAt(uri, document.positionAt(source.indexOf("process")));
    ok(text.includes("not set in any env file"), text);
    ok(text.includes("[Generate](command:authSecret.generate"), text);
  });

  it("has nothing to say elsewhere", async () => {
    const folder = await folderWith({ "package.json": "{}", ".env": "A=1\nAUTH_SECRET=hunter2\n" });
    const uri = Uri.joinPath(folder, ".env");
    const { document } = await openFile(uri);
    equal(await hoverAt(uri, document.positionAt(2)), "", "the hover");
  });
});
