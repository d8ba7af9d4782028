import { workspace } from "vscode";
import { equal } from "../support/assert.ts";
import { activeExtension } from "../support/extension.ts";

describe("a workspace of two folders", () => {
  it("lets the extension start", async () => {
    equal(workspace.workspaceFolders?.length, 2, "the number of folders");
    equal((await activeExtension()).isActive, true, "active");
  });
});
