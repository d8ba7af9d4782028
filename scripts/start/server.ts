import { randomBytes } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../test/support/vscode/cleanup.ts";
import { installRelease } from "../../test/support/vscode/release.ts";
import { startServer } from "../../test/support/vscode/server.ts";
import type { Opened } from "./opened.ts";
import { openInBrowser } from "./openInBrowser.ts";

/** Serves VS Code to browsers on this machine until Ctrl+C; resolves only if the server ends. */
export async function openOnServer(root: string, opened: Opened, port: number): Promise<number> {
  const release = await installRelease("newest");
  const token = randomBytes(16).toString("hex");
  const { authority, program } = await startServer(release, {
    port,
    connectionToken: token,
    extensionsFolder: extensionsFolderWith(root),
    asksForTrust: !opened.isOurs,
  });
  const address = addressOf(authority, token, opened);
  console.log(`VS Code ${release.version} is ready:\n\n  ${address}\n`);
  console.log("Open this address in a browser on this machine. Ctrl+C ends it.");
  openInBrowser(address);
  const code = await new Promise<number>((done) => {
    program.child.once("exit", (status) => done(status ?? 1));
  });
  console.error(`The VS Code server ended by itself.\n${program.printed()}`);
  return code || 1;
}

/** Holds the checkout itself, as an installed extension: a new build is there after a reload. */
function extensionsFolderWith(root: string): string {
  const folder = temporaryFolder("extensions");
  mkdirSync(folder, { recursive: true });
  symlinkSync(root, join(folder, "auth-secret.auth-secret"), "dir");
  return folder;
}

function addressOf(authority: string, token: string, { folder, file }: Opened): string {
  const payload = file ? [["openFile", `vscode-remote://${authority}${file}`]] : [];
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
