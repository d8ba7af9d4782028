import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { temporaryFolder } from "../../support/vscode/cleanup.ts";
import { runProgram } from "../../support/vscode/program.ts";
import { type InstalledRelease, installRelease } from "../../support/vscode/release.ts";
import { packageRejecter } from "./rejecter.ts";

const root = resolve(import.meta.dirname, "../../..");

/** Builds and packages the extension as it is published; the package's path. */
export async function packageExtension(): Promise<string> {
  await runProgram(process.execPath, [join(root, "esbuild.mjs"), "--production"], { cwd: root });
  const packagePath = join(temporaryFolder("package"), "auth-secret.vsix");
  await createVSIX({ cwd: root, packagePath, dependencies: false });
  if (!existsSync(packagePath)) throw new Error("no package was written");
  return packagePath;
}

export interface Installed {
  readonly release: InstalledRelease;
  readonly extensionsFolder: string;
  /** Size of the package. */
  readonly bytes: number;
}

/** A VS Code server with nothing in it but the packaged extension, and one that fails when told to. */
export async function installPackaged(): Promise<Installed> {
  const release = await installRelease("newest");
  const extensionsFolder = temporaryFolder("extensions");
  const packagePath = await packageExtension();
  const rejecter = await packageRejecter();
  await runProgram(release.node, [
    release.serverMain,
    ...["--install-extension", packagePath, "--install-extension", rejecter],
    ...["--extensions-dir", extensionsFolder],
    ...["--server-data-dir", temporaryFolder("server"), "--accept-server-license-terms"],
  ]);
  return { release, extensionsFolder, bytes: statSync(packagePath).size };
}
