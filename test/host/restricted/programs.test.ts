import { commands, env, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";
import { writeIndex } from "../support/gitIndex.ts";
import { withPrograms } from "../support/standIns.ts";

const VALUE = "AUTH_SECRET=correct horse battery\n";

describe("a folder that is not trusted", () => {
  it("has the index read, and the command copied that nothing here runs", async () => {
    const folder = await folderWith({
      "package.json": "{}",
      ".gitignore": ".env*\n",
      ".env": VALUE,
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
    ok(/not trusted/.test(shown[0]?.text ?? ""), "it does not say why");
    await writeIndex([]);
    await untilRules(uri, ["passphrase-secret"]);
  });

  if (asked.host === "node") {
    it("has no deploy tool run: the secret is copied", async () => {
      const folder = await folderWith({ "package.json": "{}", "fly.toml": "" });
      await openFile(Uri.joinPath(folder, "package.json"));
      await withPrograms({ fly: "" }, async ({ runsOf }) => {
        const { shown } = await answering(
          ({ choices }) => choices.find((each) => each.startsWith("Fly.io")),
          () => commands.executeCommand("authSecret.setInProduction"),
        );
        equal(runsOf("fly").length, 0, "the number of runs");
        ok(/not trusted/.test(shown.at(-1)?.text ?? ""), "it does not say why");
        ok(/^[\w+/]{43}=$/.test(await env.clipboard.readText()), "the clipboard holds no secret");
      });
    });
  }
});
