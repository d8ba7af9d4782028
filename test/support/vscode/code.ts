#!/usr/bin/env node
// Takes the arguments of the desktop VS Code and does the same with a server and a browser, so that
// @vscode/test-electron runs either: it starts this file where it would start VS Code.
import { parseArgs } from "node:util";
import { launchBrowser } from "./browser.ts";
import { runInPage, type TestWindow } from "./page.ts";
import { installRelease, type ReleaseName } from "./release.ts";
import { startServer } from "./server.ts";
import { runMain } from "./trouble.ts";

const { values, positionals } = parseArgs({
  // VS Code knows many more arguments; those that test-electron adds mean nothing to a server.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionDevelopmentKind: { type: "string" },
    extensionTestsPath: { type: "string" },
    "extensions-dir": { type: "string" },
    verbose: { type: "boolean" },
    /** Ours: which VS Code, whether it asks for trust as a person's does, and whether it may take long. */
    release: { type: "string" },
    "asks-for-trust": { type: "boolean" },
    soak: { type: "boolean" },
  },
});

await runMain(async () => {
  const release = await installRelease((values.release ?? "newest") as ReleaseName);
  const server = await startServer(release, {
    extensionsFolder: required("extensions-dir"),
    asksForTrust: values["asks-for-trust"] === true,
    takesDevelopmentExtensions: true,
  });
  const browser = await launchBrowser();
  const logged: string[] = [];
  const window: TestWindow = {
    authority: server.authority,
    host: values.extensionDevelopmentKind === "web" ? "web" : "node",
    extensionFolder: required("extensionDevelopmentPath"),
    testsFile: required("extensionTestsPath"),
    ...(positionals[0] && { workspace: positionals[0] }),
    ...(values.soak === true && { timeout: 2 * 60 * 60 * 1000 }),
    log: (line) => (values.verbose ? console.log(line) : logged.push(line)),
  };
  const died = new Promise<never>((_resolve, reject) => {
    server.program.child.once("exit", () => reject(new Error("The VS Code server ended.")));
  });
  // A service worker would answer requests that the extension's files are to be served under.
  const context = await browser.newContext({
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  let ended = false;
  try {
    const { code, told } = await Promise.race([runInPage(context, window), died]);
    ended = told;
    return code;
  } finally {
    if (!ended) console.error([...logged, server.program.printed()].join("\n"));
    await browser.close();
  }
});

function required(name: "extensionDevelopmentPath" | "extensionTestsPath" | "extensions-dir") {
  const value = values[name];
  if (typeof value !== "string") throw new Error(`--${name}= is missing`);
  return value;
}
