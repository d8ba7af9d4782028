import { commands, Uri } from "vscode";
import { type Answer, answering, type Shown } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { exists, folderWith, openFile, textOnDisk } from "../support/files.ts";
import { previewing } from "../support/preview.ts";

const V5 = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30", next: "16.0.0" } });

async function setUp(button: "apply" | "discard", answer: Answer): Promise<readonly Shown[]> {
  const { shown } = await answering(answer, () =>
    previewing(button, () => commands.executeCommand("authSecret.setUp")),
  );
  return shown;
}

async function inPackage(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await folderWith({ "package.json": V5, ...files });
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

const all: Answer = ({ choices }) => choices;

describe("Set Up AUTH_SECRET", () => {
  it("does all at once in a fresh project", async () => {
    const folder = await inPackage({ ".gitignore": "dist\n", "tsconfig.json": "{}" });
    const read = (path: string) => textOnDisk(Uri.joinPath(folder, path));
    const shown = await setUp("apply", all);
    const env = await read(".env.local");
    ok(/^AUTH_SECRET=[A-Za-z0-9+/]{43}=\n$/.test(env), "no secret was written");
    equal(await read(".env.example"), "AUTH_SECRET=\n", ".env.example");
    ok((await read(".gitignore")).startsWith("dist\n\n# Environment"), "no entry was added");
    ok((await read("auth.ts")).includes("NextAuth({"), "no auth.ts");
    ok((await read("app/api/auth/[...nextauth]/route.ts")).includes("handlers"), "no route");
    const last = shown.at(-1)?.text ?? "";
    ok(last.startsWith("Written: ") && last.includes("auth.ts"), last);
    ok(!JSON.stringify(shown).includes(env.slice(12, -1)), "the value was shown");
    await untilRules(Uri.joinPath(folder, ".env.local"), []);
  });

  it("marks what is done, ticked or not, and leaves it", async () => {
    const before = "AUTH_SECRET=$FROM_ELSEWHERE\n";
    const folder = await inPackage({
      ".gitignore": ".env*\n",
      ".env.local": before,
      "src/lib/auth.js": "export const auth = 1;\n",
      "src/app/api/auth/[...nextauth]/route.js": "export {};\n",
    });
    const [list] = await setUp("apply", all);
    const done = list?.choices.filter((choice) => choice.includes("done: ")).length;
    equal(done, 4, "steps that are done");
    equal(await textOnDisk(Uri.joinPath(folder, ".env.local")), before, ".env.local");
    equal(await exists(Uri.joinPath(folder, "src/auth.js")), false, "src/auth.js exists");
    equal(await textOnDisk(Uri.joinPath(folder, ".env.example")), "AUTH_SECRET=\n", "template");
  });

  it("makes nothing where the preview is turned away", async () => {
    const folder = await inPackage({ ".gitignore": ".env*\n" });
    const shown = await setUp("discard", all);
    equal(shown.length, 1, "questions and messages");
    equal(await exists(Uri.joinPath(folder, ".env.local")), false, ".env.local exists");
  });
});
