import { commands, Uri, workspace } from "vscode";
import { type Answer, answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { exists, folderWith, openFile, textOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const random = (bytes: number): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))));

async function inPackage(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await folderWith({ "package.json": MANIFEST, ".gitignore": ".env*\n", ...files });
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

/** Pastes the value, takes the first file, and answers modal questions. */
function paste(value: string, modal?: string): Answer {
  return ({ text, choices, isModal }) => {
    if (text.startsWith("Paste the secret,")) return value;
    if (isModal) return modal;
    return choices[0]?.includes("$(") ? choices[0] : undefined;
  };
}

async function use(answer: Answer) {
  const { shown } = await answering(answer, () =>
    commands.executeCommand("authSecret.useExisting"),
  );
  return shown;
}

describe("Use Existing Secret…", () => {
  it("writes a strong one to the chosen file, and never shows it", async () => {
    const secret = random(32);
    const folder = await inPackage({ ".env.local": "\uFEFFA=1\r\nAUTH_SECRET= # later\r\n" });
    const shown = await use(paste(secret));
    const text = await textOnDisk(Uri.joinPath(folder, ".env.local"));
    ok(
      text === `\uFEFFA=1\r\nAUTH_SECRET=${secret} # later\r\n`,
      "the file is not as it should be",
    );
    ok(
      shown.some((each) => each.text.startsWith("Strong: ")),
      "it was not judged",
    );
    ok(!JSON.stringify(shown).includes(secret), "the value was shown");
  });

  it("quotes what has to be", async () => {
    const secret = `${random(30)}#${random(30)} x`;
    const folder = await inPackage({});
    await use(paste(secret));
    const text = await textOnDisk(Uri.joinPath(folder, ".env.local"));
    ok(text === `AUTH_SECRET="${secret}"\n`, "the file is not as it should be");
  });

  it("takes a reference as it is", async () => {
    const folder = await inPackage({});
    await use(paste("op://vault/auth/secret"));
    const text = await textOnDisk(Uri.joinPath(folder, ".env.local"));
    equal(text, "AUTH_SECRET=op://vault/auth/secret\n", "the file");
  });

  it("asks before it takes a weak one", async () => {
    const folder = await inPackage({});
    const file = Uri.joinPath(folder, ".env.local");
    await use(paste("correct horse battery"));
    equal(await exists(file), false, ".env.local exists");
    const shown = await use(paste("correct horse battery", "Use It All the Same"));
    ok((await textOnDisk(file)).includes("correct horse battery"), "it was not written");
    ok(!JSON.stringify(shown).includes("horse"), "the value was shown");
  });

  it("refuses what is none", async () => {
    const folder = await inPackage({});
    for (const value of ["openssl rand -base64 32", `AUTH_SECRET=${random(32)}`, "changeme"]) {
      const shown = await use(paste(value, "Use It All the Same"));
      equal(shown.length, 2, "questions and messages");
    }
    equal(await exists(Uri.joinPath(folder, ".env.local")), false, ".env.local exists");
  });

  it("asks before it replaces a value in use", async () => {
    const before = `AUTH_SECRET=${random(32)}\n`;
    const folder = await inPackage({ ".env.local": before });
    const shown = await use(paste(random(32)));
    ok(
      shown.some(({ isModal }) => isModal),
      "it did not ask",
    );
    ok((await textOnDisk(Uri.joinPath(folder, ".env.local"))) === before, "the file changed");
  });

  it("follows the setting for the bits that a secret needs", async () => {
    const settings = workspace.getConfiguration("authSecret");
    await settings.update("minimumBits", 512);
    try {
      await inPackage({});
      const shown = await use(paste(random(32)));
      ok(
        shown.some(({ isModal }) => isModal),
        "it did not ask",
      );
    } finally {
      await settings.update("minimumBits", undefined);
    }
  });
});
