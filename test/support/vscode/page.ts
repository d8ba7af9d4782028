import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { BrowserContext } from "playwright-core";
import { countsMark, testsMark } from "./kinds.ts";
import { quietDefaults } from "./quiet.ts";
import { configureWorkbench } from "./workbench.ts";

/** What the test window is to load, as VS Code's own arguments name it. */
export interface TestWindow {
  /** `127.0.0.1:PORT` of the server. */
  readonly authority: string;
  readonly host: "node" | "web";
  readonly extensionFolder: string;
  /** The bundled module that exports `run`. */
  readonly testsFile: string;
  /** A folder or a `.code-workspace` file; undefined: an empty window. */
  readonly workspace?: string;
  /** Milliseconds after which a run that has not ended is given up; what tests need by default. */
  readonly timeout?: number;
  /** Takes what the window logs beside the output of the tests. */
  readonly log: (line: string) => void;
}

/** Milliseconds for a whole run of one window; far above what any takes. */
const runTimeout = 1_800_000;

export interface Ending {
  /** The exit code, 0 when all is well. */
  readonly code: number;
  /** Whether the suite came as far as to count its tests. */
  readonly told: boolean;
}

/** Opens the window and resolves once the tests in it have ended. */
export async function runInPage(context: BrowserContext, window: TestWindow): Promise<Ending> {
  const page = await context.newPage();
  let told = false;
  const ended = new Promise<number>((resolve, reject) => {
    page.on("crash", () => reject(new Error("The window crashed.")));
    page.on("close", () => reject(new Error("The browser ended.")));
    setTimeout(
      () => reject(new Error("The window did not end in time.")),
      window.timeout ?? runTimeout,
    ).unref();
    page.exposeFunction("codeAutomationExit", (code: number) => resolve(code)).catch(reject);
  });
  await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => {
    const text = args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ");
    // The suite marks its own lines; all else is the window talking to itself.
    if (!text.startsWith(testsMark)) return window.log(text);
    const lines = text.split("\n").map((line) => line.slice(testsMark.length));
    told ||= lines.some((line) => line.startsWith(countsMark));
    console.log(lines.join("\n"));
  });
  await configureWorkbench(page, {
    configurationDefaults: quietDefaults,
    ...configurationOf(window),
  });
  if (window.host === "web") await serveDevelopmentFiles(context, window);
  await page.goto(addressOf(window));
  const code = await ended;
  // An exit without a count is a suite that did not load.
  return { code: told ? code : 1, told };
}

/** The Node host is told by the address what to load. */
function addressOf({ authority, host, workspace, ...window }: TestWindow): string {
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload =
    host === "web"
      ? []
      : [
          ["extensionDevelopmentPath", remote(window.extensionFolder)],
          ["extensionTestsPath", remote(window.testsFile)],
        ];
  const opened = workspace?.endsWith(".code-workspace") ? "workspace" : "folder";
  const query = new URLSearchParams({
    ...(workspace ? { [opened]: workspace } : { ew: "true" }),
    payload: JSON.stringify(payload),
  });
  return `http://${authority}/?${query}`;
}

const developmentPath = "/development-extension";

/** The worker host is told by the configuration inside the page, and fetches over HTTP. */
function configurationOf({ authority, host, ...window }: TestWindow): object {
  const at = (path: string) => ({ scheme: "http", authority, path: developmentPath + path });
  // Inside the extension's folder: that decides which of the hosts runs them.
  const testsPath = `/${relative(window.extensionFolder, window.testsFile)}`;
  return host === "web"
    ? { developmentOptions: { extensions: [at("")], extensionTestsPath: at(testsPath) } }
    : {};
}

/** From the server's own address, because the page may connect to no other. */
async function serveDevelopmentFiles(context: BrowserContext, window: TestWindow): Promise<void> {
  await context.route(
    (url) => url.pathname.startsWith(`${developmentPath}/`),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = decodeURIComponent(pathname).slice(developmentPath.length);
      await readFile(join(window.extensionFolder, path)).then(
        (body) => route.fulfill({ body, contentType: contentType(path) }),
        () => route.fulfill({ status: 404 }),
      );
    },
  );
}

const contentType = (file: string) =>
  file.endsWith(".json") ? "application/json" : "text/javascript";
