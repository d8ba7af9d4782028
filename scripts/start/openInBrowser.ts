import { spawn } from "node:child_process";
import { hasDisplay } from "../../test/support/vscode/desktop.ts";

/** Shows an address in the person's browser where there is one; that there is none is no failure. */
export function openInBrowser(address: string): void {
  const [command, ...args] = opener(address);
  if (!command || !hasDisplay()) return;
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

function opener(address: string): readonly string[] {
  switch (process.platform) {
    case "darwin":
      return ["open", address];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler", address];
    default:
      return ["xdg-open", address];
  }
}
