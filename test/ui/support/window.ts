import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "../../support/vscode/browser.ts";
import { temporaryFolder } from "../../support/vscode/cleanup.ts";
import { runProgram } from "../../support/vscode/program.ts";
import { quietDefaults } from "../../support/vscode/quiet.ts";
import { type Server, startServer } from "../../support/vscode/server.ts";
import { configureWorkbench } from "../../support/vscode/workbench.ts";
import { repositoryCopy } from "../../support/vscode/workspace.ts";
import type { Film } from "./film.ts";
import { HostFailures } from "./hostFailures.ts";
import type { Installed } from "./packaged.ts";

export const pictures = resolve(import.meta.dirname, "../../../dist/pictures");
const looks = resolve(import.meta.dirname, "../../../dist/looks");

/** Settings of a window for a person to look at: nothing in it but what the picture is about. */
const SETTINGS = {
  ...quietDefaults,
  // As browsers have it: what comes a moment after a person saved is saved too.
  "files.autoSave": "afterDelay",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "workbench.activityBar.location": "hidden",
  "telemetry.telemetryLevel": "off",
  "editor.minimap.enabled": false,
  "editor.scrollBeyondLastLine": false,
  "editor.lightbulb.enabled": "on",
  "breadcrumbs.enabled": false,
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  // The sample's packages are not installed, and TypeScript would say so.
  "typescript.validate.enable": false,
};

const TRIES = 3;
const TRY_MILLISECONDS = 10_000;

/** A VS Code window on a copy of the sample project, driven by mouse and keyboard. */
export class Window {
  readonly page: Page;
  readonly folder: string;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
  }

  /** What is on the disk. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** Opens a file by the keyboard, and waits until it is shown. */
  async open(path: string): Promise<void> {
    // Enter takes the row that has the focus, which may still be one of what was open lately.
    await this.#ask("Control+P", path, (row) =>
      row.and(this.page.locator(".focused")).filter({ hasText: path }),
    );
    await this.page.keyboard.press("Enter");
    await this.tab(path).waitFor();
  }

  /** Waits until no extension is on its way: what answers the light bulb is there only then. */
  async settle(): Promise<void> {
    for (const hasText of ["Activating Extensions", /^\s*(Initializing|Analyzing) '/]) {
      const busy = this.page.locator(".statusbar-item", { hasText });
      await busy.waitFor({ state: "detached", timeout: 60_000 });
    }
  }

  /** What stands above a line, by the title of one of its links. */
  lens(title: string): Locator {
    return this.page.locator(".codelens-decoration a", { hasText: title }).first();
  }

  tab(path: string): Locator {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return this.page.locator(".tab.active", { hasText: name });
  }

  /** Runs a command by its title in the palette. */
  async run(title: string): Promise<void> {
    await this.findCommand(title);
    await this.page.keyboard.press("Enter");
  }

  /** Types into the palette, and waits until it lists a command by that. */
  async findCommand(title: string): Promise<void> {
    await this.#ask("F1", `>${title}`, (row) => row.filter({ hasText: title }));
  }

  /** Types into the box that a key opens, and waits for what is to come of it. */
  async #ask(key: string, text: string, answer: (row: Locator) => Locator): Promise<void> {
    const box = this.page.locator(".quick-input-box input");
    const row = this.page.locator(".quick-input-list .monaco-list-row");
    await this.#persist(async (timeout) => {
      await this.page.keyboard.press(key);
      await box.fill(text, { timeout });
      await answer(row).first().waitFor({ timeout });
    });
  }

  /** Puts the cursor at a place, from 1, in the file that is open. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#ask("Control+G", `:${line}:${column}`, (row) => row);
    await this.page.keyboard.press("Enter");
  }

  /** Saves as a person does, and waits until a file on the disk is as wanted. */
  async save(path: string, isWanted: (text: string) => boolean): Promise<void> {
    const changes = watch(this.folder, { signal: AbortSignal.timeout(30_000) });
    await this.page.keyboard.press("Control+S");
    if (isWanted(this.read(path))) return;
    for await (const _ of changes) if (isWanted(this.read(path))) return;
  }

  /** Opens the light bulb's list at the cursor, and waits until it has a row with this text. */
  async openQuickFixes(hasText: string): Promise<void> {
    await this.page
      .locator(".codicon-light-bulb:visible, [class*=lightbulb]:visible")
      .first()
      .waitFor();
    const row = this.page.locator(".action-widget .monaco-list-row").filter({ hasText });
    await this.#persist(async (timeout) => {
      await this.page.keyboard.press("Control+.");
      await row.waitFor({ timeout });
    });
  }

  squiggles(kind: "error" | "warning"): Locator {
    return this.page.locator(`.editor-instance .squiggly-${kind}`);
  }

  /** Keeps a picture of the window, for the README. */
  async picture(name: string): Promise<void> {
    await this.#screenshot(pictures, name);
  }

  /** Keeps a picture for who works on the extension to look at. */
  async look(name: string): Promise<void> {
    await this.#screenshot(looks, name);
  }

  /** A picture for a film of the session. */
  async frame(film: Film, duration: number): Promise<void> {
    film.add(await this.page.screenshot({ animations: "disabled" }), duration);
  }

  /**
   * Does again what did not come about in time: what is just closing takes a key, or takes along what
   * the key has opened, as the light bulb's list goes when VS Code looks for actions once more.
   * @throws what the last try does.
   */
  async #persist(attempt: (timeout: number) => Promise<void>): Promise<void> {
    for (let left = TRIES; left > 1; left--) {
      const isDone = attempt(TRY_MILLISECONDS).then(
        () => true,
        () => false,
      );
      if (await isDone) return;
      await this.page.keyboard.press("Escape");
    }
    await attempt(TRY_MILLISECONDS);
  }

  async #screenshot(folder: string, name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path, animations: "disabled" });
  }
}

export interface Opening {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** One other than English is that of extensions alone: no language pack is installed. */
  readonly language?: string;
  /** Texts by path that the sample project has too, or instead. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A browser and a server, and what ends them. */
export interface Desk {
  /** Where the server keeps settings, state and logs of all windows. */
  readonly dataFolder: string;
  /** On PATH before all others, and empty: what lies in it is a program of the windows. */
  readonly programsFolder: string;
  open(opening?: Opening): Promise<Window>;
  /** One more window on the folder of one that is open. */
  openBeside(window: Window, settings?: Opening["settings"]): Promise<Window>;
  /**
   * Looks for what runs the extensions of the windows. What this resolves to ends it at once, as a
   * crash does; VS Code starts it again.
   */
  aimAtExtensionHosts(): Promise<() => void>;
  /** Fails where one of the windows tells of a failure in the extension that nobody handled. */
  failOnUnhandled(...windows: readonly Window[]): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk({ release, extensionsFolder }: Installed): Promise<Desk> {
  const programsFolder = temporaryFolder("programs");
  const server: Server = await startServer(release, { extensionsFolder, programsFolder });
  const failures = new HostFailures();
  const browser: Browser = await launchBrowser();
  const show = async (folder: string, { settings = {}, language }: Opening) => {
    const page = await browser.newPage({ viewport: { width: 960, height: 540 } });
    failures.watch(page);
    if (language) await page.addInitScript(speak, language);
    await configureWorkbench(page, { configurationDefaults: { ...SETTINGS, ...settings } });
    await page.goto(`http://${server.authority}/?${new URLSearchParams({ folder })}`);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    await page.keyboard.press("Control+B");
    // Where nothing stands that would show that the mouse is there.
    await page.mouse.move(900, 300);
    return new Window(page, folder);
  };
  return {
    dataFolder: server.dataFolder,
    programsFolder,
    async open(opening = {}) {
      // Each window has an extension host, which would take its part of the machine until the end.
      await Promise.all(browser.contexts().map((context) => context.close()));
      return await show(await sampleWith(opening.files ?? {}), opening);
    },
    openBeside: ({ folder }, settings = {}) => show(folder, { settings }),
    async aimAtExtensionHosts() {
      const hosts = await descendantsOf(server.program.child.pid, /--type=extensionHost/);
      if (hosts.length === 0) throw new Error("no extension host is running");
      return () => {
        for (const host of hosts) kill(host);
      };
    },
    async failOnUnhandled(...windows) {
      for (const window of windows) await failures.failOn(window);
    },
    async close() {
      await browser.close();
      server.program.stop();
    },
  };
}

function kill(program: number): void {
  try {
    process.kill(program, "SIGKILL");
  } catch (error) {
    // That of a window that was closed before may have ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The ids of a program's children, theirs, and so on, that have this in their command. */
async function descendantsOf(ancestor: number | undefined, command: RegExp) {
  const listed = await runProgram("ps", ["-A", "-o", "pid=,ppid=,args="]);
  const all = listed.split("\n").flatMap((line) => {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : { pid: Number(pid), parent: Number(parent), args };
  });
  const below = new Set([ancestor]);
  // Children may be listed before their parents.
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all.filter(({ pid, args }) => below.has(pid) && command.test(args)).map(({ pid }) => pid);
}

async function sampleWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await repositoryCopy("next-app", join(temporaryFolder("ui"), "next-app"));
  rmSync(join(folder, ".vscode"), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Runs in the page, before VS Code does: where it looks for the language that it speaks. */
function speak(language: string): void {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
}
