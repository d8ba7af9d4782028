import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { Film } from "./support/film.ts";
import { mask, unmask } from "./support/masking.ts";
import { type Desk, pictures, type Window } from "./support/window.ts";

const AUTH = `import NextAuth from "next-auth";

export const auth = NextAuth({
  secret: "my-super-secret-app-key",
});
`;

const FILES = {
  ".env.local": "AUTH_SECRET=correct-horse\n",
  ".gitignore": "node_modules\n.env*\n",
  "auth.ts": AUTH,
};

const SETTINGS = {
  // The env file is ignored, and is opened by its name all the same.
  "search.useIgnoreFiles": false,
  "editor.cursorBlinking": "solid",
  "editor.fontSize": 17,
  "editor.lineNumbers": "off",
  "editor.glyphMargin": true,
  "editor.occurrencesHighlight": "off",
};

/** Bytes of the film, which readers of the README load. */
const MOST = 600_000;

/** What the README shows first: from a weak and a hardcoded secret to none, in a few pictures. */
export function describeSession(desk: () => Desk): void {
  describe("a session", () => {
    it("generates, fixes and saves", async () => {
      const window = await desk().open({ files: FILES, settings: SETTINGS });
      const film = new Film();
      await showProblems(window);
      await window.frame(film, 1800);
      await generate(window, film);
      await fix(window, film);
      await window.save("auth.ts", (text) => !text.includes("my-super-secret"));
      await window.page.locator(".tab.active:not(.dirty)", { hasText: "auth.ts" }).waitFor();
      await window.page.locator('.statusbar-item[aria-label="No Problems"]').waitFor();
      await window.frame(film, 2000);
      assert.doesNotMatch(window.read("auth.ts"), /secret:/);
      const bytes = film.write(join(pictures, "session.gif"));
      assert.ok(bytes <= MOST, `the film has ${bytes} bytes`);
      await unmask(window);
    });
  });
}

async function showProblems(window: Window): Promise<void> {
  await window.open(".env.local");
  await window.squiggles("warning").first().waitFor();
  await window.lens("Replace").waitFor();
  await window.run("View: Split Editor Right");
  await window.open("auth.ts");
  await window.squiggles("error").first().waitFor();
  await window.settle();
  await window.page.keyboard.press("Control+1");
  await window.tab(".env.local").waitFor();
  // TypeScript may have begun again.
  await window.settle();
}

/** The value that is made is covered before a picture is taken of it. */
async function generate(window: Window, film: Film): Promise<void> {
  const { page } = window;
  await window.findCommand("Auth Secret: Generate AUTH_SECRET");
  const rows = page.locator(".quick-input-list .monaco-list-row");
  await window.frame(film, 900);
  await page.keyboard.press("Enter");
  await rows.filter({ hasText: ".env.local" }).first().waitFor();
  await window.frame(film, 900);
  await page.keyboard.press("Enter");
  const dialog = page.locator(".monaco-dialog-box");
  await dialog.waitFor();
  await window.frame(film, 900);
  await dialog.getByText("Replace", { exact: true }).click();
  const toast = page.locator(".notification-toast", { hasText: "was written" });
  await toast.waitFor();
  await mask(window);
  await window.squiggles("warning").first().waitFor({ state: "detached" });
  await window.frame(film, 1400);
  await window.run("Notifications: Clear All Notifications");
  await toast.waitFor({ state: "detached" });
}

async function fix(window: Window, film: Film): Promise<void> {
  const { page } = window;
  await page.keyboard.press("Control+2");
  await window.tab("auth.ts").waitFor();
  await window.goTo(4, 14);
  await window.openQuickFixes("Ignore hardcoded-secret");
  await window.frame(film, 1800);
  await page.keyboard.press("Enter");
  await window.squiggles("error").first().waitFor({ state: "detached" });
}
