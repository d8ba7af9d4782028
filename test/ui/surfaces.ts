import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator } from "playwright-core";
import { mask, unmask } from "./support/masking.ts";
import { inTheme, themeNames } from "./support/themes.ts";
import type { Desk, Window } from "./support/window.ts";

const SECRET = /^AUTH_SECRET="?[A-Za-z0-9+/]{43}="?$/m;

/** What people see and touch besides problems and fixes. */
export function describeSurfaces(desk: () => Desk): void {
  describe("surfaces", () => {
    for (const theme of themeNames) {
      it(`are seen in the ${theme} theme`, async () => {
        const window = await desk().open({ settings: inTheme(theme) });
        await window.open(".env.local");
        await window.lens("Replace").waitFor();
        await showStatus(window);
        await window.look(`status-${theme}`);
        await mask(window);
        await window.page.locator(".editor-instance .view-lines").first().click();
        await window.page.keyboard.press("Control+A");
        await window.look(`masking-${theme}`);
        await unmask(window);
        await openCompletion(window);
        await window.look(`completion-${theme}`);
        await window.page.keyboard.press("Escape");
        await window.page.setViewportSize({ width: 1400, height: 800 });
        await openWalkthrough(window);
        await window.look(`walkthrough-${theme}`);
      });
    }

    it("lead from the status item to problems and actions", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await window.settle();
      const item = await showStatus(window);
      await window.picture("status");
      await item.getByText("Actions").click();
      const rows = window.page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "written in the source" }).first().waitFor();
      await window.picture("actions");
      assert.doesNotMatch((await rows.allInnerTexts()).join(), /horse|my-super/);
      await rows.filter({ hasText: "made up" }).first().click();
      const fix = rows.filter({ hasText: "with a new random secret" });
      await fix.waitFor();
      await rows.filter({ hasText: "Ignore passphrase-secret" }).waitFor();
      await window.look("choose-fix");
      await window.page.keyboard.press("Enter");
      await window.save(".env.local", (text) => SECRET.test(text));
      assert.match(window.read(".env.local"), SECRET);
    });

    it("replace a secret above its line, after asking", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await window.picture("lens");
      await window.lens("Replace").click();
      const dialog = window.page.locator(".monaco-dialog-box");
      await dialog.waitFor();
      await window.look("replace");
      await dialog.getByText("Replace", { exact: true }).click();
      await window.page.locator(".notification-toast", { hasText: "Git would commit" }).waitFor();
      assert.match(window.read(".env.local"), SECRET);
    });

    it("replace a secret by a link of the hover", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await window.goTo(2, 20);
      await window.page.keyboard.press("Control+K");
      await window.page.keyboard.press("Control+I");
      const hover = window.page.locator(".monaco-hover:visible", { hasText: "of 256 bits" });
      await hover.getByText("Replace", { exact: true }).click();
      await window.page.locator(".monaco-dialog-box", { hasText: "AUTH_SECRET" }).waitFor();
    });

    it("complete the variable with a value that is made when it is accepted", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await openCompletion(window);
      await window.picture("completion");
      const before = window.page.locator(".suggest-widget.visible");
      assert.doesNotMatch((await before.allInnerTexts()).join(), /[\w+/]{43}/);
      await window.page.keyboard.press("Enter");
      await window.save(".env.local", (text) => SECRET.test(text));
      await window.page.keyboard.press("Control+Z");
      await window.save(".env.local", (text) => !SECRET.test(text));
    });

    it("cover secrets while others look on", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await window.run("View: Split Editor Right");
      await window.open("auth.ts");
      await window.squiggles("error").first().waitFor();
      await mask(window);
      await window.settle();
      await window.picture("masking");
      for (const text of ["horse", "example-client-secret", "my-super-secret"]) {
        assert.equal(await colourOf(window, text), "rgba(0, 0, 0, 0)", text);
      }
      assert.notEqual(await colourOf(window, "example-client-id"), "rgba(0, 0, 0, 0)");
      await unmask(window);
    });

    for (const { language, lens: title, said, command } of LANGUAGES) {
      it(`speak ${language}`, async () => {
        const window = await desk().open({ language });
        await window.open(".env.local");
        await window.lens(title).waitFor();
        await window.run("Problems: Focus on Problems View");
        const problems = window.page.locator(".markers-panel .monaco-list-row");
        await problems.filter({ hasText: said }).first().waitFor();
        await window.findCommand(command);
        await window.look(`language-${language}`);
      });
    }

    it("check the whole workspace", async () => {
      const window = await desk().open();
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await window.run("Auth Secret: Check Workspace");
      const toast = window.page.locator(".notification-toast", { hasText: "errors: 1" });
      await toast.waitFor();
      const progress = window.page.locator(".notification-toast", { hasText: "Checking" });
      await progress.waitFor({ state: "detached" });
      await window.picture("check");
      await toast.getByText("Fix All Safe Problems").click();
      await window.page.locator(".notification-toast", { hasText: ".gitignore" }).waitFor();
      assert.match(window.read(".gitignore"), /\.env/);
    });

    it("tick the walkthrough off by what the files show", async () => {
      const window = await desk().open();
      await window.page.setViewportSize({ width: 1400, height: 800 });
      await window.open(".env.local");
      await window.lens("Replace").waitFor();
      await openWalkthrough(window);
      await step(window, "Keep it out of git").click();
      await step(window, "Keep it out of git").getByText("Add Env Files to .gitignore").click();
      await window.page.locator(".notification-toast", { hasText: ".gitignore" }).waitFor();
      const box = step(window, "Keep it out of git").locator('[role="checkbox"]');
      await box.and(window.page.locator('[aria-checked="true"]')).waitFor();
      await window.picture("walkthrough");
    });
  });
}

/** Who has another language reads all of it in theirs: titles, lenses, problems, the walkthrough. */
const LANGUAGES = [
  { language: "de", lens: "Ersetzen", said: "eine Passphrase", command: "AUTH_SECRET generieren" },
  { language: "ja", lens: "置換", said: "パスフレーズ", command: "AUTH_SECRET の生成" },
  {
    language: "es",
    lens: "Reemplazar",
    said: "frase de contraseña",
    command: "Generar AUTH_SECRET",
  },
  { language: "zh-cn", lens: "替换", said: "密码短语", command: "生成 AUTH_SECRET" },
] as const;

async function showStatus({ page }: Window) {
  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  const item = page.locator(".hover-language-status", { hasText: "AUTH_SECRET" }).first();
  await item.waitFor();
  return item;
}

/** Empties the file and asks for what can stand there. */
async function openCompletion({ page }: Window): Promise<void> {
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type("AUTH");
  const row = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "AUTH_SECRET" });
  await page.keyboard.press("Control+Space");
  await row.first().waitFor();
}

async function colourOf({ page }: Window, text: string): Promise<string> {
  const token = page.locator(".view-line span span", { hasText: text }).first();
  return await token.evaluate((element) => getComputedStyle(element).color);
}

async function openWalkthrough(window: Window): Promise<void> {
  await window.run("Welcome: Open Walkthrough...");
  await window.page.locator(".quick-input-box input").fill("AUTH_SECRET");
  await window.page
    .locator(".quick-input-list .monaco-list-row", { hasText: "Get your AUTH_SECRET right" })
    .waitFor();
  await window.page.keyboard.press("Enter");
  await step(window, "Generate the secret").waitFor();
  await untilDrawn(window.page.locator(".getting-started-media"));
}

/** Bytes of a picture of nothing: one colour takes far fewer. */
const BLANK = 3000;

/** The picture of a step is a page of its own: only looking at it tells that it is drawn. */
async function untilDrawn(media: Locator): Promise<void> {
  for (let tries = 200; tries > 0; tries--) {
    if ((await media.screenshot()).length > BLANK) return;
  }
  throw new Error("The picture of the step was not drawn.");
}

function step({ page }: Window, title: string) {
  return page.locator(".getting-started-step", { hasText: title });
}
