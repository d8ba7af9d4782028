import { commands, Uri } from "vscode";
import { type Answer, answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { folderWith, openFile, textOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const NAMES = [".env.local", ".env.development.local", ".env.production.local"];

async function inPackage(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await folderWith({ "package.json": MANIFEST, ".gitignore": ".env*\n", ...files });
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

/** Ticks the files with these names, and answers modal questions. */
function tick(names: readonly string[], modal?: string): Answer {
  return ({ choices, isModal }) => {
    if (isModal) return modal;
    return names.flatMap((name) => choices.find((each) => each.includes(`/${name} `)) ?? []);
  };
}

async function generateAll(answer: Answer) {
  const { shown } = await answering(answer, () =>
    commands.executeCommand("authSecret.generateAll"),
  );
  return shown;
}

const secretIn = (text: string) => /^AUTH_SECRET="?([A-Za-z0-9+/]{43}=)"?$/m.exec(text)?.[1];

describe("Generate for All Environments…", () => {
  it("gives each file another secret, in one message", async () => {
    const folder = await inPackage({ ".env.production.local": 'A=1\r\nAUTH_SECRET=""\r\nB=2' });
    const shown = await generateAll(tick(NAMES));
    const texts = await Promise.all(NAMES.map((name) => textOnDisk(Uri.joinPath(folder, name))));
    const secrets = texts.map(secretIn);
    ok(
      secrets.every((secret) => secret !== undefined),
      "a file has no secret",
    );
    equal(new Set(secrets).size, 3, "different secrets");
    ok(/^A=1\r\nAUTH_SECRET="[^"]+"\r\nB=2$/.test(texts[2] ?? ""), "other bytes changed");
    equal(shown.length, 2, "questions and messages");
    ok(!secrets.some((secret) => JSON.stringify(shown).includes(String(secret))), "one was shown");
  });

  it("asks once before it replaces values in use, and writes nothing where the answer is no", async () => {
    const before = "AUTH_SECRET=correct horse battery\n";
    const folder = await inPackage({ ".env.local": before, ".env.development.local": before });
    const shown = await generateAll(tick(NAMES));
    equal(shown.filter(({ isModal }) => isModal).length, 1, "modal questions");
    equal(await textOnDisk(Uri.joinPath(folder, ".env.local")), before, "the file");
    await generateAll(tick(NAMES, "Replace"));
    ok(secretIn(await textOnDisk(Uri.joinPath(folder, ".env.local"))), "it was not replaced");
  });

  it("writes the others where one cannot be written, and says so", async () => {
    const broken = "A='open\nAUTH_SECRET=\n'x";
    const folder = await inPackage({ ".env.local": broken, ".env.development.local": "A=1\n" });
    const shown = await generateAll(tick([".env.local", ".env.development.local"]));
    ok(secretIn(await textOnDisk(Uri.joinPath(folder, ".env.development.local"))), "not written");
    const last = shown.at(-1)?.text ?? "";
    ok(last.includes(".env.development.local"), last);
  });

  it("offers to keep open files out of git", async () => {
    const folder = await inPackage({ ".gitignore": "dist\n" });
    const shown = await generateAll(
      ({ choices }) =>
        choices.find((each) => each.includes("gitignore")) ??
        choices.filter((each) => /\.env\.(local|production\.local) /.test(each)),
    );
    ok(
      shown.some(({ text }) => text.includes("2 of these files")),
      "it did not offer it",
    );
    ok((await textOnDisk(Uri.joinPath(folder, ".gitignore"))).includes(".env*.local"), "no entry");
  });
});
