import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Locator } from "playwright-core";
import { pieceFinder } from "../host/support/pieces.ts";
import { type Planted, plantedProjects } from "../host/support/planted.ts";
import {
  ArgumentWatch,
  browserStorage,
  filesBelow,
  shellHistory,
  temporaryFiles,
} from "./support/traces.ts";
import type { Desk, Window } from "./support/window.ts";

/**
 * What VS Code itself keeps of unsaved and earlier texts, so that nothing typed is lost: there the
 * files stand as they are, whoever changes them.
 */
const KEPT_BY_VSCODE = /\/(?:Backups|History|CachedProfilesData)\//;

/** What there is to migrate. */
const OLD_NAME = { ".env.development": "NEXTAUTH_URL=https://app.example.com\n" };

/** What each command answers at first, of which nothing stands in the palette. */
const ANSWERS: Readonly<Record<string, (window: Window) => Locator>> = {
  "authSecret.generate": (window) => row(window, ".env.local"),
  "authSecret.setUp": (window) => row(window, ".env.example"),
  "authSecret.useExisting": (window) => box(window),
  "authSecret.generateAll": (window) => row(window, ".env.production"),
  "authSecret.rotate": (window) => row(window, "recommended"),
  "authSecret.setInProduction": (window) => row(window, "Fly.io"),
  "authSecret.verifyToken": (window) => box(window),
  "authSecret.showOrigin": (window) => row(window, ".env.local"),
  "authSecret.checkWorkspace": (window) => toast(window, "Auth Secret found"),
  "authSecret.ignoreEnvFiles": (window) => toast(window, "Env files were added"),
  "authSecret.untrackEnvFile": (window) => toast(window, "Git does not track"),
  "authSecret.addDebugRoute": (window) => toast(window, "debug-auth"),
  "authSecret.showActions": (window) => row(window, "compose.yaml"),
  "authSecret.toggleMasking": (window) =>
    window.page.locator(".statusbar-item", { hasText: "Secrets are covered" }),
  "authSecret.showLog": (window) => window.page.locator(".panel .view-lines"),
  "authSecret.migrateNames": (window) => window.page.locator(".bulk-edit-panel .monaco-list-row"),
};

/** Nothing of a secret stays anywhere but in its file, after a session in a real window. */
export function describeCanary(desk: () => Desk): void {
  describe("secrets that are planted everywhere", () => {
    it("are in nothing that a session shows, and in nothing that it leaves behind", async () => {
      const [planted] = plantedProjects();
      assert.ok(planted);
      const before = temporaryFiles();
      const history = shellHistory();
      const programs = new ArgumentWatch();
      const window = await desk().open({ files: { ...planted.files, ...OLD_NAME } });
      const shown = new Set<string>();
      // Much of a window stays as it was from one look to the next.
      const note = async () => {
        for (const part of (await shownIn(window)).split("<")) shown.add(part);
      };
      await look(window, note);
      await window.page.locator(".tab", { hasText: ".env.local" }).click();
      await window.tab(".env.local").waitFor();
      await typeWrongly(window, planted, note);
      for (const id of commandIds()) await command(window, id, note);
      await listProblems(window, note);
      const secrets = [...planted.secrets, ...mintedIn(window)];
      assert.ok(secrets.length > planted.secrets.length, "no secret was made");
      const find = pieceFinder(secrets);
      const kept = (where: string, held: string) =>
        assert.equal(find(held).length, 0, `a secret is in ${where}`);
      const { looks, text } = await programs.stop();
      assert.ok(looks > 100, `there were ${looks} looks at programs`);
      kept("the arguments of programs", text);
      kept("what was shown", [...shown].join("\n"));
      // Whoever leaves makes VS Code write down what it remembers.
      await window.page.reload();
      await window.page.locator(".statusbar-item").first().waitFor();
      const storage = await browserStorage(window.page);
      for (const part of [/state-db/, /logs-store/]) {
        assert.ok(
          [...storage.keys()].some((name) => part.test(name)),
          `there is no ${part}`,
        );
      }
      for (const [name, held] of storage) {
        if (!KEPT_BY_VSCODE.test(name)) kept(name, held);
      }
      const profile = filesBelow(desk().dataFolder);
      assert.ok(profile.size > 0, "no profile was looked at");
      for (const [name, held] of profile) {
        if (!KEPT_BY_VSCODE.test(`/${name}`)) kept(name, held);
      }
      for (const file of temporaryFiles()) {
        if (!before.has(file)) kept(file, textOf(file));
      }
      assert.equal(shellHistory(), history, "what shells remember");
      kept("the address and title", `${window.page.url()} ${await window.page.title()}`);
    });
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    // A folder, or gone again.
    return "";
  }
}

/** Lenses, a hover and the light bulb, with one fix carried out. */
async function look(window: Window, note: () => Promise<void>): Promise<void> {
  const { page } = window;
  await window.open(".env.local");
  await window.squiggles("warning").first().waitFor();
  await window.goTo(1, 20);
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  await page.locator(".monaco-hover:visible").first().waitFor();
  await note();
  await page.keyboard.press("Escape");
  await window.open("auth.ts");
  await window.squiggles("error").first().waitFor();
  await window.settle();
  await window.goTo(3, 24);
  await window.openQuickFixes("Ignore hardcoded-secret");
  await note();
  await page.keyboard.press("Enter");
  await window.save("auth.ts", (text) => !/secret: "/i.test(text.replace("clientSecret", "")));
}

async function listProblems(window: Window, note: () => Promise<void>): Promise<void> {
  await window.run("Problems: Focus on Problems View");
  const problems = window.page.locator(".markers-panel .monaco-list-row");
  await problems
    .filter({ hasText: /-secret/ })
    .first()
    .waitFor();
  await note();
}

async function command(window: Window, id: string, note: () => Promise<void>): Promise<void> {
  const answer = ANSWERS[id];
  assert.ok(answer, `the session does not use ${id}`);
  await window.run(`Auth Secret: ${titleOf(id)}`);
  await answer(window).first().waitFor();
  await note();
  if (id === "authSecret.generate") {
    await window.page.keyboard.press("Enter");
    await window.page.locator(".monaco-dialog-box").waitFor();
    await note();
    await window.page.locator(".monaco-dialog-box").getByText("Replace", { exact: true }).click();
    await toast(window, "was written").waitFor();
    await note();
  }
  await window.page.keyboard.press("Escape");
  await window.page.locator(".quick-input-widget:visible").waitFor({ state: "detached" });
  await window.run("Notifications: Clear All Notifications");
  await window.page.locator(".notification-toast").first().waitFor({ state: "detached" });
}

/** What is typed where a secret is asked for is not said again, least of all where it is wrong. */
async function typeWrongly(
  window: Window,
  { secrets: [secret = ""] }: Planted,
  note: () => Promise<void>,
): Promise<void> {
  const { page } = window;
  await window.run(`Auth Secret: ${titleOf("authSecret.useExisting")}`);
  await box(window).fill(secret);
  await page.keyboard.press("Enter");
  const dialog = page.locator(".monaco-dialog-box", { hasText: "Use a weak secret" });
  await dialog.waitFor();
  await note();
  await dialog.getByText("Cancel", { exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await window.run(`Auth Secret: ${titleOf("authSecret.verifyToken")}`);
  await box(window).fill(secret);
  await page.keyboard.press("Enter");
  await row(window, "token").first().waitFor();
  await note();
  await page.keyboard.press("Escape");
  await page.locator(".quick-input-widget:visible").waitFor({ state: "detached" });
}

/** Everything in the window but the text of files, which is where secrets stand. */
function shownIn({ page }: Window): Promise<string> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const lines of copy.querySelectorAll(
      ".editor-instance .view-lines, .monaco-hover .code",
    )) {
      lines.remove();
    }
    // Go to Line reads the line out: it is the file's.
    for (const spoken of copy.querySelectorAll(".monaco-status")) {
      if (/^Line \d+, column /.test(spoken.textContent ?? "")) spoken.remove();
    }
    return `${copy.innerHTML}\n${document.title}\n${location.href}`;
  });
}

function mintedIn({ folder }: Window): readonly string[] {
  return [...filesBelow(folder)]
    .filter(([name]) => /^\.env/.test(name))
    .flatMap(([, text]) => text.match(/[\w+/]{43}=/g) ?? []);
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const titles = JSON.parse(readFileSync("package.nls.json", "utf8"));

function commandIds(): readonly string[] {
  const all: readonly { readonly command: string }[] = manifest.contributes.commands;
  // Its preview stays until it is answered.
  const last = "authSecret.migrateNames";
  return [...all.map((each) => each.command).filter((id) => id !== last), last];
}

function titleOf(id: string): string {
  return titles[id.replace("authSecret.", "commands.").concat(".title")];
}

function row({ page }: Window, hasText: string): Locator {
  return page.locator(".quick-input-list .monaco-list-row", { hasText });
}

function box({ page }: Window): Locator {
  return page.locator('.quick-input-box input[type="password"]');
}

function toast({ page }: Window, hasText: string): Locator {
  return page.locator(".notification-toast", { hasText });
}
