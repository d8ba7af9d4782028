import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Desk } from "./support/window.ts";

/** What is left when the program that runs the extension dies. */
export function describeCrash(desk: () => Desk): void {
  describe("an extension host that is killed while it writes", () => {
    it("leaves every file whole, and finds what is wrong when it is started again", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await window.settle();
      const before = window.read(".env.local");
      await window.lens("Replace").click();
      const dialog = window.page.locator(".monaco-dialog-box");
      await dialog.waitFor();
      await dialog.getByText("Replace", { exact: true }).click();
      await desk().killExtensionHosts();
      await window.open("auth.ts");
      await window.squiggles("error").first().waitFor({ timeout: 60_000 });
      await window.open(".env.local");
      await window.lens("Replace").or(window.lens("Rotate")).first().waitFor({ timeout: 60_000 });
      const lines = (text: string) => text.split("\n");
      const [was, is] = [lines(before), lines(window.read(".env.local"))];
      const changed = was.filter((line, at) => line !== is[at]);
      assert.equal(is.length, was.length, "lines are lost or torn");
      assert.ok(
        changed.every((line) => /^\w+_SECRET=/.test(line)),
        "another line was changed",
      );
    });
  });
}
