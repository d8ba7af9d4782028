import { commands, Uri, window } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { exists, folderWith, openFile, textOnDisk } from "../support/files.ts";

const add = (answer?: string) =>
  answering(
    () => answer,
    () => commands.executeCommand("authSecret.addDebugRoute"),
  );

const manifest = (dependencies: Readonly<Record<string, string>>) =>
  JSON.stringify({ dependencies });

async function inPackage(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await folderWith(files);
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

describe("Add Debug Route", () => {
  for (const [what, dependencies, present, path] of [
    [
      "Next's App Router",
      { next: "16.4.6", "next-auth": "5.0.0-beta.32" },
      ["src/app/page.tsx", "tsconfig.json"],
      "src/app/api/debug-auth/route.ts",
    ],
    [
      "Next's Pages Router",
      { next: "13.5.6", "next-auth": "^4.24.0" },
      ["pages/index.js"],
      "pages/api/debug-auth.js",
    ],
    [
      "SvelteKit",
      { "@sveltejs/kit": "^2.0.0", "@auth/sveltekit": "^1.0.0" },
      ["src/routes/+page.svelte", "tsconfig.json"],
      "src/routes/debug-auth/+server.ts",
    ],
  ] as const) {
    it(`writes a route for ${what}, which is flagged until the fix deletes it`, async () => {
      const others = Object.fromEntries(present.map((name) => [name, "{}\n"]));
      const folder = await inPackage({ "package.json": manifest(dependencies), ...others });
      const { shown } = await add();
      const uri = Uri.joinPath(folder, path);
      ok(shown.at(-1)?.text.includes(path), `it says: ${shown.at(-1)?.text}`);
      equal(window.activeTextEditor?.document.uri.path, uri.path, "the open file");
      equal(window.activeTextEditor?.document.isDirty, false, "unsaved");
      const [diagnostic] = await untilRules(uri, ["debug-route"]);
      ok(diagnostic, "nothing is flagged");
      await applyPreferred(uri, diagnostic.range);
      await untilRules(uri, []);
      equal(await exists(uri), false, "the file is still there");
    });
  }

  it("leaves a route that is there alone", async () => {
    const path = "app/api/debug-auth/route.js";
    const folder = await inPackage({
      "package.json": manifest({ next: "16.4.6", "better-auth": "^1.7.0" }),
      [path]: "// mine\n",
    });
    const { shown } = await add();
    ok(shown.at(-1)?.text.includes("already"), "it does not say so");
    equal(await textOnDisk(Uri.joinPath(folder, path)), "// mine\n", "the file");
  });

  it("leads to the other way where routes are no files", async () => {
    await inPackage({ "package.json": manifest({ express: "5", "@auth/express": "^0.12.0" }) });
    const { shown } = await add("Verify");
    ok(shown[0]?.text.includes("Express"), `it says: ${shown[0]?.text}`);
    ok(shown[1]?.text.includes("session cookie"), "it does not ask for a token");
  });
});
