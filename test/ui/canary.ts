import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import type { Locator } from "playwright-core";
import { pieceFinder } from "../host/support/pieces.ts";
import { type Planted, plantedProjects } from "../host/support/planted.ts";
import { whileProtected } from "../host/support/protect.ts";
import { filesBelow, newTemporaryFiles, temporaryNames } from "../support/leftFiles.ts";
import { HeldTool } from "./support/heldTool.ts";
import { ArgumentWatch, browserStorage, shellHistory } from "./support/traces.ts";
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
  "authSecret.ignoreEnvFiles": (window) => toast(window, /Env files were added|ignores every/),
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
      const before = temporaryNames();
      const history = shellHistory();
      const programs = new ArgumentWatch();
      const window = await desk().open({ files: { ...planted.files, ...OLD_NAME } });
      const tool = await HeldTool.put(desk().programsFolder, "fly");
      const shown = new Set<string>();
      const secrets = new Set(planted.secrets);
      const session: Session = {
        window,
        tool,
        programs,
        secrets,
        // Much of a window stays as it was from one look to the next.
        async note() {
          for (const part of (await shownIn(window)).split("<")) shown.add(part);
          for (const secret of mintedIn(window)) secrets.add(secret);
        },
      };
      await look(session);
      await copy(session, planted);
      await typeWrongly(session, planted);
      await failToFix(session);
      await failToGenerate(session);
      for (const id of commandIds()) await command(session, id);
      await listProblems(session);
      await desk().failOnUnhandled(window);
      const find = pieceFinder([...secrets]);
      const kept = (where: string, held: string) =>
        assert.equal(find(held).length, 0, `a secret is in ${where}`);
      const { looks, text } = await programs.stop();
      assert.ok(looks > 100, `there were ${looks} looks at programs`);
      assert.ok(text.includes("fly secrets import"), "the tool was not looked at");
      kept("the arguments of programs", text);
      kept("the environment of the tool", tool.environment);
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
      for (const [file, text] of newTemporaryFiles(before)) {
        if (!file.startsWith(dirname(window.folder))) kept(file, text);
      }
      assert.equal(shellHistory(), history, "what shells remember");
      kept("the address and title", `${window.page.url()} ${await window.page.title()}`);
    });
  });
}

/** What a session works with, and what comes to light in it. */
interface Session {
  readonly window: Window;
  readonly tool: HeldTool;
  readonly programs: ArgumentWatch;
  /** Those that are planted, and those that have been made since. */
  readonly secrets: Set<string>;
  /** Keeps what the window shows now, and the secrets that the files hold. */
  note(): Promise<void>;
}

/** Lenses, a hover and the light bulb, with one fix carried out. */
async function look({ window, note }: Session): Promise<void> {
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

async function copy({ window, note }: Session, { secrets }: Planted): Promise<void> {
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(".tab", { hasText: ".env.local" }).click();
  await window.tab(".env.local").waitFor();
  await window.lens("Copy").click();
  await page.locator(".statusbar-item", { hasText: "is on the clipboard" }).waitFor();
  await note();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(secrets.includes(copied), "no planted secret was copied");
}

/** A fix of a file that may not be written. */
async function failToFix({ window, note }: Session): Promise<void> {
  const { page } = window;
  await whileUnwritable(window, ".gitignore", async () => {
    await window.run(`Auth Secret: ${titleOf("authSecret.showActions")}`);
    // The list is longer than what is drawn of it.
    await page.locator(".quick-input-box input").fill("that git would commit");
    await row(window, "that git would commit").first().click();
    await row(window, ".gitignore").first().click();
    await toast(window, ".gitignore could not be saved").waitFor();
    await note();
  });
}

/** A value in use and a fresh one are at hand while it goes wrong. */
async function failToGenerate({ window, secrets, note }: Session): Promise<void> {
  await window.open(".env.local");
  await whileUnwritable(window, ".env.local", async () => {
    await window.run(`Auth Secret: ${titleOf("authSecret.generate")}`);
    await row(window, ".env.local").first().click();
    await agree(window, "Replace", note);
    await toast(window, ".env.local could not be saved").waitFor();
    // It stands nowhere but in the editor.
    const lines = await window.page.locator(".editor-instance .view-line").allTextContents();
    const made = lines.flatMap((line) => /AUTH_SECRET=["']?([\w+/=-]{40,})/.exec(line)?.[1] ?? []);
    const [fresh] = made.filter((value) => !secrets.has(value));
    assert.ok(fresh, "no fresh secret is in the editor");
    secrets.add(fresh);
    await note();
  });
}

/** The change is given up in the end: it is shown, unsaved, where it could not be saved. */
async function whileUnwritable(
  window: Window,
  path: string,
  action: () => Promise<void>,
): Promise<void> {
  const before = window.read(path);
  const isProtected = await whileProtected({ fsPath: join(window.folder, path) }, action);
  assert.ok(isProtected, "no file can be made unwritable here");
  assert.ok(window.read(path) === before, `${path} was changed`);
  await clearNotifications(window);
  await window.tab(path).waitFor();
  await window.run("File: Revert File");
  await window.page.locator(".tab.dirty").first().waitFor({ state: "detached" });
}

/** Says yes to what is asked. */
async function agree({ page }: Window, action: string, note: Session["note"]): Promise<void> {
  const dialog = page.locator(".monaco-dialog-box");
  await dialog.waitFor();
  await note();
  await dialog.getByText(action, { exact: true }).click();
}

/** What is done after the first answer, where a command is carried out to its end. */
const CARRIED_OUT: Readonly<Record<string, (session: Session) => Promise<void>>> = {
  async "authSecret.generate"({ window, note }) {
    await window.page.keyboard.press("Enter");
    await agree(window, "Replace", note);
    await toast(window, "was written").waitFor();
  },
  async "authSecret.rotate"({ window, note }) {
    await window.page.keyboard.press("Enter");
    await agree(window, "Rotate", note);
    await toast(window, "was rotated").waitFor();
  },
  async "authSecret.setInProduction"({ window, tool, programs, secrets, note }) {
    await row(window, "Fly.io").click();
    const isHanded = programs.untilSeen(tool.gate);
    await agree(window, "Set Secret", note);
    await isHanded;
    await note();
    const [, secret = ""] = /^AUTH_SECRET=([\w+/]{43}=)\n$/.exec(tool.input) ?? [];
    assert.ok(secret, "the tool was handed no secret");
    secrets.add(secret);
    await tool.letGo();
    await toast(window, "is set on Fly.io").waitFor();
    await note();
    await toast(window, "is set on Fly.io").getByText("Show Output").click();
    await window.page.locator(".panel .view-lines").waitFor();
  },
  async "authSecret.checkWorkspace"({ window, note }) {
    await toast(window, "Auth Secret found").getByText("Fix All Safe Problems").click();
    await toast(window, "Undo takes it back").waitFor();
    await note();
    assert.match(window.read(".gitignore"), /^\.env/m);
  },
};

async function listProblems({ window, note }: Session): Promise<void> {
  await window.run("Problems: Focus on Problems View");
  const problems = window.page.locator(".markers-panel .monaco-list-row");
  await problems
    .filter({ hasText: /-secret/ })
    .first()
    .waitFor();
  await note();
}

async function command(session: Session, id: string): Promise<void> {
  const { window, note } = session;
  const answer = ANSWERS[id];
  assert.ok(answer, `the session does not use ${id}`);
  await window.run(`Auth Secret: ${titleOf(id)}`);
  await answer(window).first().waitFor();
  await note();
  await CARRIED_OUT[id]?.(session);
  await note();
  await window.page.keyboard.press("Escape");
  await window.page.locator(".quick-input-widget:visible").waitFor({ state: "detached" });
  await clearNotifications(window);
}

async function clearNotifications(window: Window): Promise<void> {
  await window.run("Notifications: Clear All Notifications");
  await window.page.locator(".notification-toast").first().waitFor({ state: "detached" });
}

/** What is typed where a secret is asked for is not said again, least of all where it is wrong. */
async function typeWrongly(
  { window, note }: Session,
  { secrets: [secret = ""] }: Planted,
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

function toast({ page }: Window, hasText: string | RegExp): Locator {
  return page.locator(".notification-toast", { hasText });
}
