import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
      // Nobody but a new host can tell of it.
      writeFileSync(join(window.folder, ".env.staging"), "AUTH_SECRET=changeme\n");
      await window.run("Problems: Focus on Problems View");
      const found = window.page.locator(".markers-panel .monaco-list-row", {
        hasText: "placeholder-secret",
      });
      await found.first().waitFor({ timeout: 60_000 });
      const lines = (text: string) => text.split("\n");
      const [was, is] = [lines(before), lines(window.read(".env.local"))];
      assert.equal(is.length, was.length, "lines are lost or torn");
      const changed = was.filter((line, at) => line !== is[at]);
      assert.ok(
        changed.every((line) => /^\w+_SECRET=/.test(line)),
        "another line was changed",
      );
    });
  });
}
