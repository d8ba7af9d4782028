import assert from "node:assert/strict";
import { watch } from "node:fs/promises";
import { describe, it } from "node:test";
import type { Desk, Window } from "./support/window.ts";

const FIX_ON_SAVE = { "editor.codeActionsOnSave": { "source.fixAll.authSecret": "explicit" } };

/** What the sample project ignores. */
const BEFORE = "node_modules\n.next\n";

/** The ignore file in windows that are not alone with it, or without git. */
export function describeGit(desk: () => Desk): void {
  describe("an ignore file", () => {
    it("gets its entries once from two windows that fix it at the same moment", async () => {
      const files = { ".env.staging": "# Ours.\nAUTH_SECRET=another horse battery\n" };
      const one = await desk().open({ settings: FIX_ON_SAVE, files });
      const other = await desk().openBeside(one, FIX_ON_SAVE);
      await edit(one, ".env.local");
      await edit(other, ".env.staging");
      const changes = watch(one.folder, { signal: AbortSignal.timeout(60_000) });
      await Promise.all([one, other].map(({ page }) => page.keyboard.press("Control+S")));
      const isDone = () =>
        /^\.env/m.test(one.read(".gitignore")) &&
        [".env.local", ".env.staging"].every((path) => one.read(path).startsWith("# Mine."));
      if (!isDone()) for await (const _ of changes) if (isDone()) break;
      for (const window of [one, other]) {
        await window.run("Problems: Focus on Problems View");
        await rows(window, "passphrase-secret").first().waitFor();
        await rows(window, "env-not-ignored").first().waitFor({ state: "detached" });
      }
      const text = one.read(".gitignore");
      assert.ok(text.startsWith(BEFORE), text);
      const lines = text.split("\n").filter(Boolean);
      assert.deepEqual(lines, [...new Set(lines)], "lines are written twice");
      for (const entry of [".env", ".env*.local", ".env.staging"]) {
        assert.ok(lines.includes(entry), `${entry} is missing in ${text}`);
      }
      assert.equal(
        one.read(".env.staging"),
        "# Mine. # Ours.\nAUTH_SECRET=another horse battery\n",
        "the env file",
      );
      await desk().failOnUnhandled(one, other);
    });

    it("is read and mended with git turned off in the settings", async () => {
      const window = await desk().open({ settings: { ...FIX_ON_SAVE, "git.enabled": false } });
      await edit(window, ".env.local");
      await window.run("Problems: Focus on Problems View");
      await rows(window, "env-not-ignored").first().waitFor();
      await window.page.keyboard.press("Control+1");
      const isMine = () => window.read(".env.local").startsWith("# Mine.");
      await window.save(".gitignore", (text) => /^\.env/m.test(text) && isMine());
      await window.run("Problems: Focus on Problems View");
      await rows(window, "env-not-ignored").first().waitFor({ state: "detached" });
      await rows(window, "passphrase-secret").first().waitFor();
      assert.ok(window.read(".gitignore").startsWith(BEFORE), "other entries are gone");
      assert.ok(isMine(), "the env file is not saved");
      await desk().failOnUnhandled(window);
    });
  });
}

/** Changes the comment at the top of an env file that is found fault with. */
async function edit(window: Window, path: string): Promise<void> {
  await window.open(path);
  await window.squiggles("warning").first().waitFor();
  await window.settle();
  await window.goTo(1, 1);
  await window.page.keyboard.type("# Mine. ");
  await window.page.locator(".view-line", { hasText: "Mine." }).waitFor();
}

function rows({ page }: Window, hasText: string) {
  return page.locator(".markers-panel .monaco-list-row", { hasText });
}
