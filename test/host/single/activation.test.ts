import { workspace } from "vscode";
import { equal } from "../support/assert.ts";
import { activeExtension } from "../support/extension.ts";

describe("a folder", () => {
  it("lets the extension start", async () => {
    equal(workspace.workspaceFolders?.length, 1, "the number of folders");
    equal(workspace.isTrusted, true, "trust");
    equal((await activeExtension()).isActive, true, "active");
  });
});
