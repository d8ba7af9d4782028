import { commands, env, Uri } from "vscode";
import { answering } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { equal, ok } from "../support/assert.ts";
import { folderWith, openFile } from "../support/files.ts";
import { withPrograms } from "../support/standIns.ts";
import { hasCommandCopied } from "../support/trackedFile.ts";

describe("a folder that is not trusted", () => {
  it("has the index read, and the command copied that nothing here runs", async () => {
    await hasCommandCopied(/not trusted/);
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
