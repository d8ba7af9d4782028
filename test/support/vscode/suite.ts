import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { temporaryFolder } from "./cleanup.ts";
import { downloadDesktop, hasDisplay } from "./desktop.ts";
import type { Kind } from "./kinds.ts";
import { startProgram } from "./program.ts";
import { quietDefaults } from "./quiet.ts";
import type { ReleaseName } from "./release.ts";
import { workspaceOf } from "./workspace.ts";

/** One window of VS Code with the tests to run in it. */
export interface SuiteRun {
  readonly extensionFolder: string;
  /** The bundled module that exports `run`. */
  readonly testsFile: string;
  readonly host: "node" | "web";
  readonly kind: Kind;
  readonly release: ReleaseName;
  /** Takes far longer than tests do. */
  readonly soak: boolean;
  readonly verbose: boolean;
}

/** The desktop VS Code's program, or undefined for the server in a browser. */
export type Desktop = string | undefined;

/** The desktop VS Code where it can be had: where a window can be shown and it can be downloaded. */
export async function chooseDesktop(release: ReleaseName, wanted?: string): Promise<Desktop> {
  if (wanted === "desktop") return await downloadDesktop(release);
  if (wanted === "server" || !hasDisplay()) return undefined;
  return await downloadDesktop(release).catch(() => {
    console.log("The desktop VS Code could not be downloaded: the server in a browser it is.");
    return undefined;
  });
}

/** Runs the tests of one window; rejects when one fails or none came to run. */
export async function runSuite(run: SuiteRun, desktop: Desktop): Promise<void> {
  const workspace = await workspaceOf(run.kind);
  const profile = temporaryFolder("profile");
  const launchArgs = [
    ...(workspace ? [workspace] : []),
    ...(run.host === "web" ? ["--extensionDevelopmentKind=web"] : []),
    `--user-data-dir=${join(profile, "user")}`,
    `--extensions-dir=${join(profile, "extensions")}`,
    ...(run.verbose ? ["--verbose"] : []),
  ];
  if (!desktop) return await runOnServer(run, launchArgs);
  writeSettings(join(profile, "user"));
  if (run.kind === "restricted") return await runRestricted(run, desktop, launchArgs);
  await runTests({
    vscodeExecutablePath: desktop,
    extensionDevelopmentPath: run.extensionFolder,
    extensionTestsPath: run.testsFile,
    launchArgs,
  });
}

/** `code.ts` takes the place of VS Code, and a few arguments of its own. */
async function runOnServer(run: SuiteRun, launchArgs: readonly string[]): Promise<void> {
  const soak = run.soak ? ["--soak"] : [];
  const trust = run.kind === "restricted" ? ["--asks-for-trust"] : [];
  // What is in node_modules/.bin comes first for npm scripts only; this may be run by hand.
  const { PATH = "" } = process.env;
  await runTests({
    vscodeExecutablePath: join(import.meta.dirname, "code.ts"),
    extensionDevelopmentPath: run.extensionFolder,
    extensionTestsPath: run.testsFile,
    extensionTestsEnv: { PATH: [dirname(process.execPath), PATH].join(delimiter) },
    launchArgs: [...launchArgs, ...trust, ...soak, `--release=${run.release}`],
  });
}

/** Without test-electron, which would have the window trust everything. */
async function runRestricted(
  run: SuiteRun,
  desktop: string,
  launchArgs: readonly string[],
): Promise<void> {
  const args = [
    ...["--no-sandbox", "--disable-gpu-sandbox", "--disable-updates", "--skip-welcome"],
    `--extensionDevelopmentPath=${run.extensionFolder}`,
    `--extensionTestsPath=${run.testsFile}`,
    ...launchArgs,
  ];
  const { child } = startProgram(desktop, args, { stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("exit", done);
  });
  if (code !== 0) throw new Error(`Test run failed with code ${code}`);
}

function writeSettings(userFolder: string): void {
  mkdirSync(join(userFolder, "User"), { recursive: true });
  writeFileSync(join(userFolder, "User/settings.json"), JSON.stringify(quietDefaults));
}
