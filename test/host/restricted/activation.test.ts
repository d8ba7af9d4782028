import { extensions } from "vscode";

describe("activation", () => {
  it("works", async () => {
    const extension = extensions.getExtension("auth-secret.auth-secret");
    if (!extension) throw new Error("The extension is not there.");
    await extension.activate();
  });
});
