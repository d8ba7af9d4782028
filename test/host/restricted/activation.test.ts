import { workspace } from "vscode";
import { equal } from "../support/assert.ts";
import { activeExtension } from "../support/extension.ts";

describe("a folder that is not trusted", () => {
  it("lets the extension start", async () => {
    equal(workspace.isTrusted, false, "trust");
    equal((await activeExtension()).isActive, true, "active");
  });
});
