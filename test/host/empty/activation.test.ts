import { workspace } from "vscode";
import { equal } from "../support/assert.ts";
import { activeExtension } from "../support/extension.ts";

describe("a window without a folder", () => {
  it("lets the extension start", async () => {
    equal(workspace.workspaceFolders, undefined, "the folders");
    equal((await activeExtension()).isActive, true, "active");
  });
});
