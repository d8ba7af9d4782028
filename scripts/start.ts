// npm start [-- [FOLDER] [--host desktop|server] [--port N]]
// Builds the extension and opens VS Code with it: on a throw-away copy of the sample project, or on
// FOLDER itself. Ctrl+C stops all that it started.
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { temporaryFolder } from "../test/support/vscode/cleanup.ts";
import { runProgram } from "../test/support/vscode/program.ts";
import { runMain, Trouble } from "../test/support/vscode/trouble.ts";
import { repositoryCopy } from "../test/support/vscode/workspace.ts";
import { openOnDesktop } from "./start/desktop.ts";
import type { Opened } from "./start/opened.ts";
import { openOnServer } from "./start/server.ts";

const root = resolve(import.meta.dirname, "..");

await runMain(async () => {
  const { folder, host, port } = readArguments();
  await build();
  const opened: Opened = folder ? { folder, isOurs: false } : await sample();
  console.log(
    `Opening ${opened.folder}${opened.isOurs ? ", a copy that goes when this ends" : ""}`,
  );
  if (host === "desktop") return await openOnDesktop(root, opened, "must");
  const ended = host === "server" ? undefined : await openOnDesktop(root, opened, "may");
  return ended ?? (await openOnServer(root, opened, port));
});

function readArguments() {
  const { values, positionals } = parsed();
  const { host } = values;
  if (host !== undefined && host !== "desktop" && host !== "server") {
    throw new Trouble(`--host is "desktop" or "server", not "${host}".`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Trouble(`--port is a number up to 65535, not "${values.port}".`);
  }
  const [path] = positionals;
  return { host, port, folder: path === undefined ? undefined : existingFolder(path) };
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { host: { type: "string" }, port: { type: "string", default: "0" } },
    });
  } catch (error) {
    const usage = "npm start -- [FOLDER] [--host desktop|server] [--port N]";
    throw new Trouble(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
  }
}

/** npm changes to the package's folder; a person means the one that they are in. */
function existingFolder(path: string): string {
  const { INIT_CWD = process.cwd() } = process.env;
  const folder = resolve(INIT_CWD, path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new Trouble(`There is no folder ${folder}: give the path of one that exists.`);
}

async function build(): Promise<void> {
  try {
    await runProgram(process.execPath, [join(root, "esbuild.mjs")], { cwd: root });
  } catch (error) {
    throw new Trouble(`The extension did not build; "npm run build" shows why.\n${error}`);
  }
}

async function sample(): Promise<Opened> {
  const folder = await repositoryCopy("next-app", join(temporaryFolder("sample"), "next-app"));
  return { folder, isOurs: true, file: join(folder, "auth.ts") };
}
