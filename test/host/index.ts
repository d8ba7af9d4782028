// The module that VS Code loads as its test runner, in the Node host and in the web worker alike.
import { modules } from "virtual:./*/*.test.ts";
import { commands } from "vscode";
import "mocha/mocha.js";
import { asked } from "./support/asked.ts";
import { activeExtension } from "./support/extension.ts";
import { tidyUp } from "./support/files.ts";
import { printingReporter } from "./support/reporter.ts";
import { failOnUnhandled, listenForUnhandled } from "./support/unhandled.ts";

/** Milliseconds that one test may take; the slowest wait for the editor to notice a file on disk. */
const testTimeout = asked.soak ? 300_000 : 30_000;

/**
 * A window, a language service and a file watcher that are all late at once can fail a test that is
 * right; each such try is printed with its error, so that it is seen and can be looked into.
 */
const retries = 1;

/** A second try would hide what is wrong every other time: data that is lost, and secrets that are told. */
const TRIED_ONCE = /\/(?:atOnce|canary|cancel|faults|hostile|load)\.test\.ts$/;

/** Called by VS Code; rejects when a test failed, and when there was none to run. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", reporter: printingReporter(asked), timeout: testTimeout, retries });
  if (asked.grep) mocha.grep(asked.grep);
  // Each test may be the only one that is run.
  before(async () => {
    listenForUnhandled();
    await activeExtension();
  });
  afterEach(tidyUp);
  afterEach(failOnUnhandled);
  for (const [path, load] of Object.entries(modules)) {
    if (!path.startsWith(`${asked.kind}/`)) continue;
    // What a file describes takes over what the whole has at that moment.
    mocha.suite.retries(TRIED_ONCE.test(path) ? 0 : retries);
    load();
  }
  // What the tests look at arrives by itself in a real window; welcome pages would only take focus.
  await commands.executeCommand("workbench.action.closeAllEditors");
  // The browser build's own run() reads the page's address, which the Node host has not.
  const failed = await new Promise<number>((done) => {
    Mocha.prototype.run.call(mocha, done);
  });
  if (failed > 0) throw new Error(`${failed} failed in the ${asked.host} host, ${asked.kind}`);
}
